"""The projects of a report that has several: where each is spoken of, and so whose each figure and claim is."""
