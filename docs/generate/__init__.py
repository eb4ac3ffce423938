"""Pages of docs/ that are made from what the engine does: `make docs`."""
