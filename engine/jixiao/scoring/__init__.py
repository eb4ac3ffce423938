"""Ruleset + Case → Evaluation. One module for each scoring form (DESIGN §5)."""
