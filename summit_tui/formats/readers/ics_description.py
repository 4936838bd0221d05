"""What calendars put into a description for want of a field: speakers, type, track, a link.

Only lines that say so themselves (`Speakers: …`) and whose content looks like it are taken out;
everything else stays text as it is.
"""

import re
from dataclasses import dataclass

from summit_tui.formats.readers.draft import DraftSpeaker
from summit_tui.formats.readers.names import parted

_LABELS = (
    "speakers? presenters? instructors? trainers? moderators? panell?ists? facilitators? "
    "intervenante?s? orateurs? oratrices? conférenciers? animateurs? "
    "referent(?:in|en|innen)? sprecher(?:in|innen)? vortragende[nr]? moderator(?:in|en)? "
    "ponentes? oradore?s? relator[ei]"
)
_LABEL = re.compile(
    rf"[*_]{{0,2}}({'|'.join(_LABELS.split())})"
    r"(?:\s?\((?:e|s|in|en|innen)\)){0,2}[*_]{0,2}\s?:[*_]{0,2}\s*(.*)",
    re.IGNORECASE,
)
_FIELD = re.compile(r"(Type|Track|Level|Language)\s?:\s*(\S.{0,79})")
_LINK = re.compile(
    r"(?:\A|\n)\s*(?:Link|URL|Details|More info|Website|Webseite|Lien|Plus d'infos)\s?:\s*"
    r"(https?://\S+)\s*\Z",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"([^()]+)\(([^()]+)\)")
_DASH = re.compile(r"\s+[-–—|]\s+")
_BY = re.compile(r"(?:von|by|par|presented by|présenté par)\s?:\s*(\D{5,200})", re.IGNORECASE)
"""What names speakers in the first line of a description, and nowhere else."""
_NOT_A_NAME = re.compile(r"[!?:;<>@\\()\[\]]|(?<!\bA)/|\.\s*\Z|\d{3}")
_INITIAL = re.compile(r"(?:\b\w|Jr|Sr|Inc|Ltd|Corp|Co|e\.V|S\.A)\.\Z")
_MOST = 40


@dataclass(frozen=True, slots=True)
class Described:
    """A description, and what stood in it."""

    text: str
    speakers: tuple[DraftSpeaker, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    """`type`, `track`, `level` and `language` with their values."""
    link: str = ""


def described(text: str) -> Described:
    """Return `text` without what belongs into fields, and that."""
    link = _LINK.search(text[-600:])
    if link:
        text = text[: len(text) - len(link[0])]
    if ":" not in text:
        return Described(text, link=link[1] if link else "")
    lines = text.split("\n")
    kept: list[str] = []
    speakers: list[DraftSpeaker] = []
    at = 0
    while at < len(lines):
        people, size = _speakers(lines, at)
        if not (size or people or any(map(str.strip, kept))):
            people, size = _first_line(lines[at])
        speakers += people
        if not size:
            kept.append(lines[at])
        at += size or 1
    if not speakers:
        return Described(text, link=link[1] if link else "")
    fields = [found for each in kept if (found := _FIELD.fullmatch(each.strip()))]
    rest = [each for each in kept if not _FIELD.fullmatch(each.strip())]
    return Described(
        "\n".join(rest),
        tuple(dict.fromkeys(speakers)),
        tuple((found[1].lower(), found[2]) for found in fields),
        link[1] if link else "",
    )


def _speakers(lines: list[str], at: int) -> tuple[list[DraftSpeaker], int]:
    """Return the speakers that the line `at` names, and how many lines it takes.

    None where biographies stand between the names, which stay text with them.
    """
    label = _LABEL.fullmatch(lines[at].strip()) if len(lines[at]) < 2000 else None
    if label is None:
        return [], 0
    role = "moderator" if label[1].lower().startswith("moderator") else ""
    size = 1
    if not label[2] and (names := _between_biographies(lines[at + 1 : at + 1 + _MOST])):
        return [DraftSpeaker(name, role) for name in names], 0
    if label[2]:
        one = not label[1].lower().endswith("s") and "(" not in lines[at].partition(":")[0]
        people = _people(label[2], one)
    else:
        block = []
        for line in lines[at + 1 : at + 1 + _MOST]:
            if not line.strip() or _LABEL.fullmatch(line.strip()) or _FIELD.fullmatch(line.strip()):
                break
            block.append(line.strip().lstrip("-*•·").strip())
        people = [_person(line) for line in block]
        size += len(block)
    if not people or not all(_is_name(person.name) for person in people):
        return [], 0
    return [DraftSpeaker(one.name, role or one.role, one.company) for one in people], size


def _between_biographies(lines: list[str]) -> list[str]:
    """Return the names in a block of names and paragraphs of HTML; none in one of another kind."""
    names: list[str] = []
    within = False
    for line in map(str.strip, lines):
        if not line:
            break
        if within or line.startswith("<p"):
            within = "</p>" not in line
        else:
            names.append(line)
    html = any(line.lstrip().startswith("<p") for line in lines)
    return names if html and all(map(_is_name, names)) else []


def _first_line(text: str) -> tuple[list[DraftSpeaker], int]:
    """Return the speakers in `by: Ada Umbel`, and 1; 0 when it is something else."""
    found = _BY.fullmatch(text.strip()) if len(text) < 300 else None
    people = _people(found[1], one=False) if found else []
    named = all(_is_name(person.name) and " " in person.name for person in people)
    return (people, 1) if people and named else ([], 0)


def _people(text: str, one: bool) -> list[DraftSpeaker]:
    if ";" in text:
        return [_person(part) for part in text.split(";") if part.strip()]
    if one and "," in text and not re.search(r"\s(?:and|et|und|&)\s", text):
        return [_person(text)]
    return [_person(part) for part in parted(text)]


def _person(text: str) -> DraftSpeaker:
    """Return `Name`, `Name (Company)`, `Name, Company` or `Name, Role, Company`."""
    text = text.strip()
    if aside := _ASIDE.fullmatch(text):
        return DraftSpeaker(aside[1].strip(), company=aside[2].strip())
    name, *about = re.split(r"\s*,\s*", text, maxsplit=2)
    if not about:
        name, *about = _DASH.split(text, maxsplit=1)
    if len(about) > 1:
        return DraftSpeaker(name, about[0], about[1])
    return DraftSpeaker(name, company=about[0] if about else "")


def _is_name(text: str) -> bool:
    plausible = 2 <= len(text) <= 60 and len(text.split()) <= 6
    wrong = _NOT_A_NAME.search(text) and not _INITIAL.search(text)
    return plausible and not wrong and any(letter.isalpha() for letter in text)


def people(text: str) -> tuple[DraftSpeaker, ...]:
    """Return one person, or several joined by `and`; none where it does not look like names."""
    found = _people(text, one=True)
    return tuple(found) if all(_is_name(person.name) for person in found) else ()


def names(text: str) -> tuple[DraftSpeaker, ...]:
    """Return the speakers of a plain list of names."""
    return tuple(DraftSpeaker(part.strip()) for part in text.split(", ") if part.strip())
