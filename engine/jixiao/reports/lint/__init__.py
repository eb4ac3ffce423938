"""What `jixiao lint` shows."""
