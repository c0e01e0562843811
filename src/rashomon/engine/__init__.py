"""Pieces of work in, their results out: knows processes, nothing of news."""

from collections.abc import Callable

Work = Callable[[bytes], bytes]
"""What is done to each piece: a function of a module."""

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""
