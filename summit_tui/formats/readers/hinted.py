"""What a person says besides the source, put into its draft before anything is interpreted.

The name and the first day of the event, and where its levels stand: few formats have a field for
them, so organisers tell them by tags (`level:advanced`), tracks, kinds or answers to a question.
What was said and fits nothing is told, never ignored.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import NamedTuple

from summit_tui.catalogue.problems import did_you_mean
from summit_tui.catalogue.text import clean_line, fold
from summit_tui.catalogue.times import parse_date, zone
from summit_tui.formats.readers import undated, words
from summit_tui.formats.readers.draft import Draft, DraftSession, Hints
from summit_tui.formats.readers.notes import Notes, quoted

PLACES = ("tag", "track", "kind", "question:TEXT")
"""Where a level may stand."""
_QUESTION = "question:"
_LABELLED = re.compile(r"\s*(?:level|niveau|stufe|difficulty)\s*[:=]\s*(\S.*)", re.I | re.DOTALL)
_SHOWN = 8


class Hinted(NamedTuple):
    """A draft with what the person said in it."""

    draft: Draft
    before: dict[DraftSession, DraftSession]
    """The sessions that were changed, by what they were: notes know them by that."""


class HintError(ValueError):
    """What a person said means nothing; the text says what is meant there."""

    def __init__(self, hint: str, reason: ValueError) -> None:
        super().__init__(str(reason))
        self.hint = hint
        """The name of the field of `Hints`."""


def said(timezone: str, event: str, first_day: str, level_from: str) -> Hints:
    """Return what a person says besides the source, each empty for nothing; HintError."""
    hint = "timezone"
    try:
        zone(timezone or "UTC")
        hint = "first_day"
        day = parse_date(first_day).isoformat() if first_day else ""
        hint = "level_from"
        place = read_place(level_from) if level_from else ""
    except ValueError as error:
        raise HintError(hint, error) from error
    return Hints(timezone, event=event, first_day=day, level_from=place)


def read_place(text: str) -> str:
    """Return where a level is said to stand; ValueError, with what there is, for anything else."""
    if text.startswith(_QUESTION) and text.removeprefix(_QUESTION).strip():
        return text
    if text in PLACES[:-1]:
        return text
    hint = did_you_mean(text, PLACES) or f"there are {', '.join(PLACES)}"
    raise ValueError(f"{text!r} is no place for a level: {hint}")


def hinted(draft: Draft, hints: Hints, notes: Notes) -> Hinted:
    """Return `draft` with what `hints` say; what fits no session is noted."""
    event = replace(draft.event, name=hints.event) if hints.event.strip() else draft.event
    if not (hints.first_day or hints.level_from):
        return Hinted(replace(draft, event=event), {})
    changed = {one: _said(one, draft, hints) for one in draft.sessions}
    _tell(draft, changed, hints, notes)
    sessions = tuple(changed.values())
    return Hinted(
        replace(draft, event=event, sessions=sessions),
        {old: new for old, new in changed.items() if old is not new},
    )


def _said(one: DraftSession, draft: Draft, hints: Hints) -> DraftSession:
    level = next(_levels(one, draft.levels, hints.level_from), "")
    if level:
        one = replace(one, level=level, tags=tuple(tag for tag in one.tags if not _is(tag, level)))
    if hints.first_day and undated.is_alone(one.start):
        with suppress(OverflowError):
            day = undated.day_of(parse_date(hints.first_day), one.day).isoformat()
            minutes = undated.length(one.start, one.end)  # an end alone may be after midnight
            length = one.duration or ("" if minutes is None else str(minutes))
            start = f"{day}T{one.start.strip()}"
            one = replace(one, start=start, duration=length, day=day)
    return one


def _is(tag: str, level: str) -> bool:
    """Return whether a tag says the level and that it is one: `level:advanced`."""
    found = _LABELLED.fullmatch(tag)
    return found is not None and found[1] == level


def _levels(one: DraftSession, own: tuple[str, ...], place: str) -> Iterator[str]:
    """Yield what tells the level in the place for it, the surest first."""
    if place.startswith(_QUESTION):
        asked = fold(place.removeprefix(_QUESTION)).strip()
        yield from (each.text for each in one.answers if asked in fold(each.question))
        return
    said = {"tag": one.tags, "track": one.tracks, "kind": (one.kind,)}.get(place, ())
    yield from (found[1] for each in said if (found := _LABELLED.fullmatch(each)))
    for each in said:
        if each.strip() and words.level(words.scale({each}, own), each) is not None:
            yield each


def _tell(
    draft: Draft, changed: dict[DraftSession, DraftSession], hints: Hints, notes: Notes
) -> None:
    pairs = list(changed.items())
    if hints.first_day and not any(old.start != new.start for old, new in pairs):
        message = "no time of day lacks its date, so the first day that was given changes nothing"
        notes.add("unread", message)
    place = hints.level_from
    if not place or any(next(_levels(old, draft.levels, place), "") for old, _ in pairs):
        return
    if not place.startswith(_QUESTION):
        notes.add("unread", f"no {place} tells a level")
        return
    asked = dict.fromkeys(clean_line(each.question) for old, _ in pairs for each in old.answers)
    found = quoted(list(filter(None, asked))[:_SHOWN]) or "none that is answered"
    sought = quoted([clean_line(place.removeprefix(_QUESTION))])
    notes.add("unread", f"no question has the words {sought}: there is {found}")
