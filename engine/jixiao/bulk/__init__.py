"""A table as one program of whole numbers, for whoever scores without this engine: a workbook, a database, a kernel.

Nothing is ever divided but by a floor division that every dialect does alike; what cannot be said so is named before
anything runs.
"""
