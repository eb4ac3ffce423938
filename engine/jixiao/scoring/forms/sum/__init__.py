"""Sentences of several small rules that add up, each with an input of its own."""
