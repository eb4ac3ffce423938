"""A Word template that staff restyled, filled with content: nothing in it can run, and nothing in the content can."""
