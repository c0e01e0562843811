"""Suggestions and decisions in, one case out. Decisions enter here and nowhere else."""
