"""What `jixiao test` shows: expectations, coverage and mutation."""
