"""Scoring sentences and formulas: given, drawn and written."""
