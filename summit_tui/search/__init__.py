"""Finding sessions: the query, the index over a catalogue, and ranking."""
