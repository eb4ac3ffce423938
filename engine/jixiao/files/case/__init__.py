"""A case file → Case."""
