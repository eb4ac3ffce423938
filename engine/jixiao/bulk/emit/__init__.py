"""The one program of whole numbers, written out in the languages that run it."""
