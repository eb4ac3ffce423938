"""One indicator of one case: its evidence, all ways it may come out, its result."""
