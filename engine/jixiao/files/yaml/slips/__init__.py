"""Slips of the hand by which a YAML file can't be read, one module a theme; each is proven by mending it."""
