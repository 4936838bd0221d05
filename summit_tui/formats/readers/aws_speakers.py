r"""Speakers in prose, as the cards of AWS Summits have them, with the time that may stand behind.

`Ada Moss, Engineer, Quartz | Bo Fern, AWS <br> 14:00 - 14:45`, or `Speakers: Quartz, AWS`, where
only organisations are named. Who is what can only be told by the words; a part that nothing tells
about is a name, so that nobody is lost.
"""

import re
from collections.abc import Iterator

from summit_tui.catalogue.text import clean_line, fold
from summit_tui.catalogue.times import parse_time
from summit_tui.formats.readers.draft import DraftSpeaker

_PREFIX = re.compile(
    r"(?i)\s*(?:speakers?|presenters?|presented by|intervenante?s?|orateurs?|sprecher(?:innen)?|"
    r"referent(?:en|innen)?|ponentes?|palestrantes?|relatori|登壇者|スピーカー|연사|발표자)"
    r"\s*(?:\(s\))?\s*[:：]\s*"
)
_RANGE = re.compile(r"(?<![\d:])(\d{1,2}:\d{2})\s*(?:-|–|—|to)\s*(\d{1,2}:\d{2})(?![\d:])")
_BREAK = re.compile(r"<br\s*/?>|</?(?:p|li|div|ul)\b[^<>]{0,200}>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
_DASH = re.compile(r"\s+[-–—]\s+")
_AT = re.compile(r"\s+(?:at|@|chez|bei)\s+")
_LONGEST_NAME = 60
_ROLES = (
    "engineer architect manager director head lead leader officer cto ceo cio ciso cfo cmo coo cpo "
    "founder cofounder consultant vp svp evp president developer dev devops specialist analyst "
    "advocate evangelist scientist executive owner trainer researcher professor student partner "
    "chief principal senior sr staff technologist strategist practitioner designer programmer "
    "administrator expert coach hero builder gm host moderator account solutions rep support "
    "associate advisor chair chairman chairperson fellow author entrepreneur instructor seller "
    "ingenieur ingenieure architecte directeur directrice responsable fondateur leiter leiterin "
    "gerente diretor diretora arquiteto arquiteta engenheiro engenheira especialista coordenador "
    "coordenadora jefe director directora arquitecto arquitecta ingeniero ingeniera lider "
    "architetto ingegnere direttore direttrice geschaftsfuhrer geschaftsfuhrerin berater beraterin"
)
_EASTERN_ROLES = tuple(
    fold(word)
    for word in (
        *("아키텍트", "엔지니어", "매니저", "팀장", "본부장", "대표이사", "연구원", "개발자"),
        *("アーキテクト", "エンジニア", "マネージャー", "部長", "本部長", "代表取締役", "課長"),
    )
)
"""What roles end with where no blanks part the words."""
_ROLE_WORDS = frozenset(_ROLES.split())


class Body:
    """What the body of a card says."""

    def __init__(self, text: str) -> None:
        text = _TAG.sub("", _BREAK.sub("\n", text))
        times = list(_RANGE.finditer(text))
        self.begins: str = times[-1][1] if times else ""
        """The time of day it begins, as printed; empty where none is."""
        self.minutes: str = _minutes(times[-1]) if times else ""
        """How many minutes it takes; empty where it does not say."""
        named = _speakers(_RANGE.sub("", text))
        self.speakers: tuple[DraftSpeaker, ...] = tuple(who for who in named if _is_name(who.name))
        """Who speaks, each once."""
        self.prose: str = "" if len(named) == len(self.speakers) else text
        """All of it, where some of it is no name; else empty."""


def _is_name(text: str) -> bool:
    return len(text) <= _LONGEST_NAME


def _minutes(times: re.Match[str]) -> str:
    try:
        begins, ends = parse_time(times[1]), parse_time(times[2])
    except ValueError:
        return ""
    minutes = (ends.hour - begins.hour) * 60 + ends.minute - begins.minute
    return str(minutes) if minutes > 0 else ""


def _speakers(text: str) -> list[DraftSpeaker]:
    """Return the speakers; of one who is named twice, the shorter description."""
    found: dict[str, DraftSpeaker] = {}
    parts = [part for part in re.split(r"[|;\n\t]", text) if part.strip()]
    for part in parts:
        prefix = _PREFIX.match(part)
        part = clean_line(part[prefix.end() :] if prefix else part)
        for who in _people(part, listed=prefix is not None and len(parts) == 1):
            known = found.setdefault(fold(who.name), who)
            if known.role and 0 < len(who.role) < len(known.role):
                found[fold(who.name)] = who
    return list(found.values())


def _people(part: str, *, listed: bool) -> Iterator[DraftSpeaker]:
    """Yield who is named in one part; `listed` when it is announced as a list."""
    pieces = [piece.strip() for piece in part.split(",") if piece.strip(" .-")]
    if not pieces or part.lower() in ("null", "undefined", "n/a", "tbc", "tbd", "tba"):
        return
    if listed and not any(map(_is_role, pieces)):
        yield from map(DraftSpeaker, pieces)
    elif len(re.findall(r"\)\s*(?:,|$)", part)) > 1:
        for each in re.split(r"(?<=\))\s*,", part):
            yield from _people(each.strip(), listed=False)
    else:
        yield _person(pieces)


def _person(pieces: list[str]) -> DraftSpeaker:
    """Return a person given as name, role and company, in this order."""
    name, *rest = pieces
    if not rest:
        return _alone(name)
    two_words = " " not in name and " " not in rest[0]
    if len(rest) > 1 and two_words and not _is_role(rest[0]):
        name, rest = f"{name} {rest[0]}", rest[1:]  # a comma between the names
    if len(rest) == 1 and (at := _AT.search(rest[0])) and _is_role(rest[0]):
        return DraftSpeaker(name, rest[0][: at.start()], rest[0][at.end() :])
    if _is_role(rest[-1]):
        return DraftSpeaker(name, ", ".join(rest))
    return DraftSpeaker(name, ", ".join(rest[:-1]), rest[-1])


def _alone(text: str) -> DraftSpeaker:
    """Return who is given without commas: `Name (Company)`, `Name - Role`, or a name."""
    if found := re.fullmatch(r"([^()]+?)\s*\(([^()]+)\)", text):
        role = _is_role(found[2])
        return DraftSpeaker(found[1], found[2] if role else "", "" if role else found[2])
    name, *rest = _DASH.split(text, maxsplit=1)
    return DraftSpeaker(name, rest[0]) if rest and _is_role(rest[0]) else DraftSpeaker(text)


def _is_role(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", fold(text))
    return any(word in _ROLE_WORDS or word.endswith(_EASTERN_ROLES) for word in words)
