"""What flows between the rooms: frozen data, no behaviour that reads files."""
