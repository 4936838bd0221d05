"""What the columns of a sheet mean, by their headings.

A heading is folded, freed of what stands in brackets (`Track (optional)`) and of words that say
only whose column it is (`Session Title`, `Your company`), and looked up.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from summit_tui.catalogue.text import clean_line, fold
from summit_tui.formats.readers import sheet_headings as headings

_FIELD_OF = {
    alias: (field, rank)
    for table in reversed(headings.LANGUAGES)
    for field, aliases in table.items()
    for rank, alias in enumerate(aliases.split())
}
_TELLING = "abstract speakers start date end time duration room track kind level"
_OF_A_PROGRAMME = frozenset(_TELLING.split())
MANY = frozenset(("abstract", "speakers", "track", "tags"))
"""What several columns may hold."""
_WHOLE = frozenset(("abstract",))
"""Of what a catalogue has all, also what repeats it in another language or at length."""
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MOST = 200
"""So many columns are looked at."""
_WORDS = 12
_LESS_SURE = 100

Columns = dict[str, list[int]]
"""The columns of each field, the surest first."""


@lru_cache(maxsize=32_768)
def meaning(heading: str) -> tuple[str, int]:
    """Return the field that a heading means and how sure it is, 0 the surest; empty for none."""
    heading = heading[:_MOST]
    if not any(map(str.isalpha, heading)):
        return "", 0
    parted = _CAMEL.sub(" ", heading)
    spelt = (heading, _ASIDE.sub(" ", heading), re.split(r"[/|]", heading)[0], parted)
    for text in dict.fromkeys(spelt):
        words = re.findall(r"\w+", fold(text).replace("_", " "))
        if found := _meant(words[:_WORDS]):
            return found
    return "", 0


def _meant(words: list[str]) -> tuple[str, int] | None:
    """Return the field that the words of a heading mean and how sure that is; None for none."""
    if not words:
        return None
    if found := _FIELD_OF.get("".join(words)):
        return found
    if words[0] in headings.WHOSE:
        return _meant(words[1:])
    if words[0] in headings.SOFT:
        field, rank = _meant(words[1:]) or ("", 0)
        return (field, rank + _LESS_SURE) if field else None
    return _around(words) or _without_form(words)


def _around(words: list[str]) -> tuple[str, int] | None:
    """Return what `Titre de la session` and `Name of speaker` mean."""
    at = next((at for at, word in enumerate(words[:-1]) if at and word in headings.OF), 0)
    if not at or words[at - 1] in headings.COUNTS:
        return None
    after = _meant(words[at + 1 :]) if words[at - 1] in headings.CALLED else None
    return after or _meant(words[:at])


def _without_form(words: list[str]) -> tuple[str, int] | None:
    """Return what `Slides link`, `Speaker 2` and `Title (en)` mean."""
    last = words[-1].rstrip("0123456789")
    if len(words) > 1 and last in headings.IN_A_LANGUAGE:
        field, rank = _meant(words[:-1]) or ("", 0)
        return (field, rank + _LESS_SURE) if field else None
    if len(words) > 1 and (not last or words[-1] in headings.FORMS):
        found = _meant(words[:-1])
        address = words[-1] in headings.ADDRESSES and found and found[0] not in headings.LINKS
        return None if address else found
    return _meant([*words[:-1], last]) if last != words[-1] else None


def columns(header: Sequence[str]) -> Columns:
    """Return which columns hold which field."""
    ranked: dict[str, list[tuple[int, int]]] = {}
    names = []
    folded = [fold(heading).strip() for heading in header[:_MOST]]
    for at, heading in enumerate(header[:_MOST]):
        field, rank = meaning(heading)
        if folded[at] == "tag":
            field = "tags" if headings.GERMAN.isdisjoint(folded) else "date"
        if field:
            ranked.setdefault(field, []).append((rank, at))
        if folded[at].replace(" ", "") in headings.NAMES:
            names.append(at)
    found = {}
    for field, places in ranked.items():
        places = places if field in MANY else sorted(places)
        order = [at for _, at in places]
        if field not in _WHOLE:  # else each language in turn
            order = [at for rank, at in places if rank < _LESS_SURE] or order[:1]
        found[field] = order if field in MANY else order[:1]
    return _with_names(found, names)


def _with_names(found: Columns, names: list[int]) -> Columns:
    """Return the columns, where a column of names is the speakers' or a topic is the title."""
    others = [at for at in names if at not in found.get("title", [])]
    if "title" in found and "speakers" not in found and others:
        return {**found, "speakers": others}
    if "title" not in found and "track" in found and "speakers" in found:
        topic, *rest = found["track"]
        return {**found, "title": [topic], "track": rest}
    return found


def is_programme(found: Columns) -> bool:
    """Return whether sessions are listed: there are titles, and what only sessions have."""
    return "title" in found and not _OF_A_PROGRAMME.isdisjoint(found)


def unread(header: Sequence[str], found: Columns) -> dict[int, str]:
    """Return the headings that mean nothing to us, by their place."""
    known = {at for places in found.values() for at in places}
    return {
        at: clean_line(heading)[:60] or f"number {at + 1}"
        for at, heading in enumerate(header)
        if at not in known
    }
