"""One module a question: paths and texts in, model objects out. No screen, no report, no printing."""
