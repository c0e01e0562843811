"""Pieces of work in, their results out: knows processes, nothing of news."""
