"""Items, checks and finding rules: files → model."""
