"""One module per part of a screen."""
