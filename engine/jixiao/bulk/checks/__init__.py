"""Checks of figures over many rows at once: the verdict of each relation on each row, in whole numbers."""
