"""Whether a file has the shape that its JSON Schema asks for, and where it has not."""
