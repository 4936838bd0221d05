"""summit-tui: the conference programme in a terminal."""

__version__ = "0.1.0"
