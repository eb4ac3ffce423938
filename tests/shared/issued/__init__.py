"""Tables as bureaus issue them: made in code, written in every format, with what must be read of them."""
