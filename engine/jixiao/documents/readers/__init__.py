"""Each format → paper. A module a format: `read(path) -> Paper`, or Refused with what to do."""
