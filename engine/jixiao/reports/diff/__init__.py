"""What `jixiao diff` shows: what a change means and whom it moves."""
