"""What `jixiao standard` shows: one sentence as the machine understands it."""
