"""Who speaks, by the cells of a row and the sheet of people beside it.

A cell lists names by commas, or by semicolons, bars and lines; then a comma may part a name from
what the person is. Roles and companies also have columns of their own.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from summit_tui.catalogue.text import fold, slug
from summit_tui.formats.readers import names
from summit_tui.formats.readers.draft import DraftSpeaker

People = Mapping[str, DraftSpeaker]
"""People by their folded names."""
STRONG = re.compile(r"[;|、\r\n]+")
"""What parts the names in a cell, whatever commas stand within them."""
_ASIDE = re.compile(r"([^()]+?)\s*\(((?:[^()/]| / ){2,80}|[A-Z]{2,20}/[A-Z]{2,20})\)")
_DASH = re.compile(r"\s[-–—]\s")
_COMPANY = re.compile(
    r"(?i)\b(?:inc|llc|ltd|gmbh|ag|se|corp|co|group|labs?|university|universität|université"
    r"|institute?|bank|solutions|systems|software|technologies|consulting|research)\b"
)
_ADDRESS = re.compile(r"\s*https?://")
_FEW = 5
_LONG = 2000
"""A cell longer than that is no list of names worth looking at closely."""

_ANCHOR = re.compile(r"(?i)<a\s[^<>]{0,500}>([^<>]{0,500})</a>")
_BY = re.compile(r"(?i)by\s+(?=\S)")


def by(subtitle: str) -> str:
    """Return who speaks by a subtitle, `by Ada Umbel (Owls)`; else nothing."""
    found = _BY.match(subtitle)
    return subtitle[found.end() :] if found and len(subtitle) <= _LONG else ""


class Speakers:
    """Reads the speakers of each row; `cells` are all cells of speakers in the sheet."""

    def __init__(self, people: People, cells: Sequence[str]) -> None:
        self._people = people
        short = {cell.strip() for cell in cells if cell.strip() and len(cell) <= _LONG}
        strong = [cell for cell in short if STRONG.search(cell)]
        parts = [part for cell in strong for part in STRONG.split(cell) if part.strip()]
        self._dashed = 2 * sum(map(_is_dashed, parts)) > len(parts) or (
            len(short) >= _FEW and all(map(_is_dashed, short))
        )
        """Whether a dash stands between them: `Ada Moss - Quartz, Inc.`."""
        self._described = any("," in part for part in parts) or _all_described(short)
        """Whether commas stand between a name and what the person is."""

    def of(self, cells: list[str], get: Callable[[str], str]) -> tuple[DraftSpeaker, ...]:
        """Return who speaks by the `cells` of speakers, else by names in two columns."""
        found = [who for cell in cells for who in self._in(cell)]
        name = f"{get('firstname')} {get('lastname')}".strip()
        if not found and name:
            found = [self._people.get(fold(name), DraftSpeaker(name))]
        found = _without_slugs(found)
        roles, companies = (_listed(get(field), len(found)) for field in ("role", "company"))
        return tuple(
            replace(who, role=who.role or role, company=who.company or company)
            for who, role, company in zip(found, roles, companies, strict=True)
        )

    def _in(self, cell: str) -> Iterator[DraftSpeaker]:
        if known := self._people.get(fold(cell)):
            yield known
            return
        cell = _ANCHOR.sub(r"\1", cell) if "</" in cell else cell
        for part in self._parts(cell):
            if part.strip() and not _ADDRESS.match(part):
                who = self._person(part.strip())
                alone = not self._described or "," in who.name
                for name in [who.name] if alone else names.parted(who.name):
                    yield self._people.get(fold(name), replace(who, name=name))

    def _parts(self, cell: str) -> list[str]:
        """Return what a cell says of each person."""
        if self._dashed and not STRONG.search(cell.strip()):
            parts = cell.split(",")
            return parts if all(map(_is_dashed, parts)) else [cell]
        strong = self._described or len(cell) > _LONG or STRONG.search(cell.strip())
        return STRONG.split(cell) if strong else names.parted(cell)

    def _person(self, text: str) -> DraftSpeaker:
        if self._dashed and _is_dashed(text):
            name, company = _DASH.split(text, maxsplit=1)
            return DraftSpeaker(name, company=company)
        return _person(text, described=self._described)


def _without_slugs(found: list[DraftSpeaker]) -> list[DraftSpeaker]:
    """Return the speakers without what calls one of them again for an address: `ada-umbel`."""
    called = {slug(who.name) for who in found if slug(who.name) != who.name}
    return [who for who in found if who.name not in called]


def _is_dashed(text: str) -> bool:
    return len(text) <= _LONG and _DASH.search(text.strip()) is not None


def _all_described(cells: Collection[str]) -> bool:
    """Return whether each cell is a name, a comma and a company: nobody is ever named alone."""
    parts = [cell.split(",") for cell in cells]
    if len(parts) < _FEW or any(len(each) < 2 or " " not in each[0].strip() for each in parts):
        return False
    companies = [each[-1].strip() for each in parts]
    telling = [each for each in companies if " " not in each or _COMPANY.search(each)]
    return 3 * len(telling) >= len(parts)


def _person(text: str, *, described: bool) -> DraftSpeaker:
    """Return `Name`, `Name (Company)`, and where a comma parts them `Name, Role, Company`."""
    aside = _ASIDE.fullmatch(text) if len(text) <= _LONG // 10 else None
    if aside and not (described and "," in aside[1]):
        return DraftSpeaker(aside[1], company=aside[2])
    if not described:
        return DraftSpeaker(text)
    name, *about = (part.strip() for part in text.split(",", 2))
    return DraftSpeaker(name, about[0] if len(about) > 1 else "", about[-1] if about else "")


def _listed(cell: str, count: int) -> list[str]:
    """Return what a cell says of each of `count` speakers: of one, of all, or in their order."""
    if count < 2 or not cell.strip():
        return [cell.strip()] * count
    for parts in (STRONG.split(cell), cell.split(",")):
        said = [part.strip() for part in parts]
        if len(said) == count:
            return said
    return [cell.strip()] * count
