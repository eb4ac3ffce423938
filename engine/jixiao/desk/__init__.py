"""One module a question: paths in, model out. No screen and no report."""
