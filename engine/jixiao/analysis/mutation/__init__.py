"""Whether expectations would notice if a rule were another: rules changed on purpose."""
