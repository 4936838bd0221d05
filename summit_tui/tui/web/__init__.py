"""The application in a browser: a page with a terminal in it, and a process behind each page."""
