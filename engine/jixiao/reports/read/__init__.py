"""What `jixiao read` gives: a JSON document, and a summary for people."""
