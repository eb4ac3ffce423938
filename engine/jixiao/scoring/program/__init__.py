"""A table made ready to run: its indicators' standards and what settles its total."""
