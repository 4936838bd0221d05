"""Several people at one event: their agendas beside mine, and who of us goes where."""
