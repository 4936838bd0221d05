"""What the conference offers: events, sessions, levels, rooms, and the files that hold them."""
