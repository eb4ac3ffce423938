"""Scores by the definition, written from the specification and from nothing else."""
