"""What tables mean, before any case: portraits, plots, mistakes."""
