"""Single values that can't be, or stand where nothing can: one kind a module."""
