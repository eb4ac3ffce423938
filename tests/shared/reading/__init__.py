"""Reports with the figures that a careful clerk would key in, and how many of them a reading gives."""
