"""What a person is told of a sentence that is not understood: where it stops, what was read, what would be."""
