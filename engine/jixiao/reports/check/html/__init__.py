"""`check` as a page that stands alone: conclusion, scores, findings, and beside them what they come from."""
