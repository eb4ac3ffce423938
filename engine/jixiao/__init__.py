"""Jixiao (绩效): scoring tables that run, with a reason for every point.

Importing it is cheap: libraries are loaded by the rooms that need them.
"""

__version__ = "0.1.0"
"""The version of the engine; pyproject.toml repeats it, and a test compares the two."""
