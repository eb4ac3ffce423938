"""Scoring tables that others wrote: a file → grids of cells → indicators, and what became of every cell."""
