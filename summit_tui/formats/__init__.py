"""Foreign formats: what programmes and agendas are written to (and, later, read from)."""
