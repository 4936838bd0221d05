"""What every HTML page of ours begins with: no script, nothing fetched, and a browser told so."""

from collections.abc import Iterator
from html import escape

from summit_tui.catalogue.text import clean_line
from summit_tui.formats.writers.html_style import STYLE

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""No script, no image, no font, from nowhere."""


def head(title: str) -> Iterator[str]:
    """Yield the lines up to the end of the head; the page is in English and called `title`."""
    yield "<!DOCTYPE html>"
    yield '<html lang="en">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(clean_line(title))}</title>"
    yield f"<style>\n{STYLE}</style>"
    yield "</head>"
