"""A province at once: the same table over many rows, by the engine and by its peers."""
