"""One event in every format of a pretalx server: the same, session for session, but for gaps."""

import pytest

from summit_tui.catalogue.model import Session
from summit_tui.catalogue.pairing import pairs
from tests.formats.readers.documents import CORPUS, imported

FIELDS = [name for name in Session._fields if name not in ("source", "day")] + ["date"]
WHOLE = "schedule.json"
LACKS: dict[str, set[str]] = {
    "schedule.xml": set(),
    # Addresses of pages are known with a second page only. The title has an escape code: taken out
    # whole here, while the server's exports leave its letters. Speakers stand in another order.
    "slots.json": {"links", "title of qpmw9b", "speakers of 7bys3r"},
    "widget.json": {"links", "title of qpmw9b", "kind", "abstract"},
    # A calendar tells neither the day of a night nor who speaks first.
    "schedule.ics": {
        "kind",
        "tracks",
        "language",
        "recorded",
        "abstract",
        "links",
        "date of jnqfqq",
    },
}
"""What a format does not say, or says otherwise than schedule.json."""


def sessions(name: str) -> dict[str, Session]:
    """Return the sessions of a file by their ids; none where there is no corpus."""
    path = CORPUS / "pretalx-server" / name
    if not path.is_file():
        return {}
    found = imported(path.read_bytes(), "Europe/Berlin").catalogue.sessions
    return {session.id: session for session in found}


@pytest.mark.parametrize("name", LACKS)
def test_a_format_is_the_same_but_for_what_it_lacks(name: str) -> None:
    whole, other = sessions(WHOLE), sessions(name)
    assert list(whole) == list(other)
    differing: dict[str, list[str]] = {}
    for session in whole.values():
        for field in FIELDS:
            if getattr(session, field) != getattr(other[session.id], field):
                differing.setdefault(field, []).append(session.id)
    told = {
        field if len(where) > 1 else f"{field} of {where[0]}" for field, where in differing.items()
    }
    assert told == (LACKS[name] if whole else set())


@pytest.mark.parametrize("name", LACKS)
def test_an_update_from_another_format_finds_every_session(name: str) -> None:
    whole, other = list(sessions(WHOLE).values()), list(sessions(name).values())
    found = {(whole[mine].id, other[theirs].id) for mine, theirs in pairs(whole, other)}
    assert found == {(session.id, session.id) for session in whole}
