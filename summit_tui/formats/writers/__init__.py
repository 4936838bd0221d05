"""One module per format that an agenda or a search result can be exported to."""
