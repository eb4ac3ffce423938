"""Figures in tables: the row's name and the column's head together say what each number is of."""
