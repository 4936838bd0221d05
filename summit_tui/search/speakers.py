"""The speakers of a programme, each with all their sessions, and how they are found by name.

Who speaks is who bears the name: two people of one name are one here, as they are to whoever reads
the programme. A section of the index holds them, so that listing thousands decodes no session.
"""

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from summit_tui.catalogue.model import Catalogue, Speaker
from summit_tui.catalogue.sections import DamagedError, Sections
from summit_tui.catalogue.text import fold
from summit_tui.search.evidence import NOTHING, Evidence
from summit_tui.search.tokens import asked, words

SECTION = "speakers"
_MOST_COMPANIES = 2
"""Of someone who speaks for more, the others are left out."""


class Speaking(NamedTuple):
    """A speaker and their sessions."""

    name: str
    about: str
    """Company, or what they do where none is said; empty where neither is."""
    words: str
    """Every folded word of both behind a blank, as they are compared."""
    rows: list[int]
    """In programme order."""


class Found(NamedTuple):
    """The speakers that a text means."""

    speakers: Sequence[Speaking]
    evidence: Evidence = NOTHING
    """The words that they were found by."""
    readings: tuple[tuple[str, str], ...] = ()
    """Words that begin no name, and what they were read as."""


def sections_of(catalogue: Catalogue) -> dict[str, bytes]:
    """Return the section that `read_speakers` reads."""
    rows: dict[str, list[int]] = {}
    known: dict[str, list[Speaker]] = {}
    for row, session in enumerate(catalogue.sessions):
        for speaker in session.speakers:
            known.setdefault(speaker.name, []).append(speaker)
            there = rows.setdefault(speaker.name, [])
            if not there or there[-1] != row:
                there.append(row)
    table = []
    for name in sorted(known, key=lambda name: (fold(name), name)):
        about = _about(known[name])
        table.append([name, about, "".join(f" {word}" for word in _words(name, about)), rows[name]])
    return {SECTION: json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode()}


def _about(known: Iterable[Speaker]) -> str:
    known = list(known)
    companies = list(dict.fromkeys(each.company for each in known if each.company))
    if companies:
        return ", ".join(companies[:_MOST_COMPANIES])
    return next((each.role for each in known if each.role), "")


def _words(*texts: str) -> list[str]:
    return [word for text in texts for word in words(text)]


def read_speakers(sections: Sections) -> tuple[Speaking, ...]:
    """Return all speakers, by name; DamagedError for a section that lies."""
    try:
        return tuple([Speaking(*each) for each in json.loads(sections.whole(SECTION))])
    except (ValueError, TypeError) as error:
        raise DamagedError(SECTION) from error


def named(everyone: Sequence[Speaking], text: str) -> Found:
    """Return those whose name or company has every word of `text`, or its beginning.

    A word that begins none is read as what it resembles, which is told.
    """
    wanted = list(dict.fromkeys(asked(text)))
    if not wanted:
        sign = fold(text.strip())
        return Found([each for each in everyone if sign in fold(each.name)] if sign else everyone)
    left = list(everyone)
    beginnings: dict[str, str] = {}
    readings: list[tuple[str, str]] = []
    for word in wanted:
        beginning = word
        if not _having(everyone, word) and (meant := _meant(everyone, word)):
            beginning = meant
            readings.append((word, meant))
        beginnings[beginning] = word
        left = _having(left, beginning)
    return Found(left, Evidence(beginnings=beginnings), tuple(readings))


def _having(speakers: Iterable[Speaking], beginning: str) -> list[Speaking]:
    sign = f" {beginning}"
    return [each for each in speakers if sign in each.words]


def _meant(everyone: Iterable[Speaking], word: str) -> str:
    """Return the word of a name or company that `word` was probably meant to be; empty for none."""
    from summit_tui.search.likeness import near_words  # only a slip pays for it

    known = dict.fromkeys(part for each in everyone for part in each.words.split())
    near = near_words(word, list(known))
    return min(near, key=lambda part: (near[part], part), default="")
