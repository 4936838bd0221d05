"""One module per screen of the application."""
