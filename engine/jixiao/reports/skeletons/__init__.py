"""Files to start from: valid YAML as they are, with remarks on what is to be filled in."""
