"""A table's file → Ruleset."""
