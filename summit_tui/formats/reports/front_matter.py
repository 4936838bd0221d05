"""The lines above a Markdown document that blogs made of files read: YAML between two rules."""

from collections.abc import Iterable
from datetime import date

from summit_tui.catalogue.spelling import flow_list, scalar
from summit_tui.catalogue.text import clean_line


def as_post(document: str, title: str, day: date, tags: Iterable[str]) -> str:
    """Return `document` as a post: its first heading becomes the `title` of the front matter.

    With `date`, and `tags` where there are any.
    """
    known = list(dict.fromkeys(filter(None, map(clean_line, tags))))
    lines = [f"title: {scalar(clean_line(title))}", f"date: {day.isoformat()}"]
    lines += [f"tags: {flow_list(known)}"] if known else []
    body = document.partition("\n\n")[2]
    return "\n".join(["---", *lines, "---", "", body])
