"""A form that was filled in → the tree of a case, and back: the same tree that a YAML file of the case gives."""
