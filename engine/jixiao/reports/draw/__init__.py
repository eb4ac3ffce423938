"""A curve drawn: in Braille dots, as SVG, as a table of its pieces."""
