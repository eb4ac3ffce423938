"""What `jixiao show` shows: a table as the machine understands it."""
