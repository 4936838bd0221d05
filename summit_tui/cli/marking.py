"""The words that a search found, marked in what is printed, and the reasons of `--explain`."""

from collections.abc import Iterator

from summit_tui.catalogue.model import Session
from summit_tui.catalogue.text import fold
from summit_tui.cli import out
from summit_tui.search.evidence import Evidence, Reason, reasons


def marked(text: str, evidence: Evidence, style: str = "") -> str:
    """Return `text` in `style`, with what was found in it underlined where there is colour."""
    if not evidence or not out.coloured():
        return out.styled(text, style)
    pieces, at = [], 0
    for start, end in evidence.spans(text):
        pieces.append(out.styled(text[at:start], style))
        pieces.append(out.styled(text[start:end], f"{style} underline".strip()))
        at = end
    return "".join(pieces) + out.styled(text[at:], style)


def explanation(evidence: Evidence, session: Session, columns: int) -> Iterator[str]:
    """Yield why `session` was found, a line or more for each field that answers the query."""
    for reason in _each_once(reasons(evidence, session)):
        for line in out.hang(_said(reason), columns, f"{reason.field}: "):
            yield marked(line, evidence, "cyan")


def _each_once(found: list[Reason]) -> Iterator[Reason]:
    """Leave out an id that only repeats the title it was made of, and a tag that is a track."""
    said: set[str] = set()
    answered: set[str] = set()
    for reason in found:
        if _said(reason) in said or (reason.field == "id" and answered.issuperset(reason.typed)):
            continue
        said.add(_said(reason))
        answered.update(reason.typed)
        yield reason


def _said(reason: Reason) -> str:
    """Return the words that were found, and what was typed for them where that is another word."""
    found = [reason.text[start : _end_of_word(reason.text, end)] for start, end in reason.marks]
    text = reason.text if reason.field == "abstract" else ", ".join(dict.fromkeys(found))
    folded = {fold(word) for word in found}
    other = [typed for typed in reason.typed if not any(word.startswith(typed) for word in folded)]
    return f"{text} (typed {', '.join(other)})" if other else text


def _end_of_word(text: str, end: int) -> int:
    while end < len(text) and text[end].isalnum():
        end += 1
    return end
