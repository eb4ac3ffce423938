"""Targets: points where a goal is reached."""
