"""Exact functions of one value, side by side: pieces, stretches, what lies between two."""
