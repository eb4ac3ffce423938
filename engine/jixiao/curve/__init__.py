"""Exact functions of one value: what holds from one value to another, laid side by side."""
