"""Bands: points for the interval that a value lies in."""
