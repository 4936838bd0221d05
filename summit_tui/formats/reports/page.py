"""A report as one HTML page, made of its Markdown: the same words, to mail or to print."""

from summit_tui.formats.writers.html_page import head
from summit_tui.formats.writers.html_prose import document


def report_page(markdown: str, title: str) -> str:
    """Return the page, ending in a newline."""
    body = ["<body>", "<main>", document(markdown), "</main>", "</body>", "</html>", ""]
    return "\n".join((*head(title), *body))
