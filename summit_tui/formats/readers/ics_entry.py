"""What one event of a calendar says, field by field, and where its producers put what has none.

Sched has an id in the address, pretalx its code in the UID and the speakers in the title, frab the
speakers as attendees without address; categories are kinds, levels and tracks in one list.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from summit_tui.catalogue.levels import DEFAULT_SCALE
from summit_tui.formats.readers import ics_description, words
from summit_tui.formats.readers.draft import DraftSpeaker
from summit_tui.formats.readers.ics_lines import Component, Property
from summit_tui.formats.readers.names import parted
from summit_tui.formats.readers.prose import line

FORMAT = "ics"
OWN_UID = re.compile(r"(?P<session>[a-z0-9-]+)@(?P<event>[a-z0-9-]+)\.summit-tui")
"""The UIDs that our own export writes."""
PRETALX_UID = re.compile(r"pretalx-.+-([A-Z0-9]{4,10})@.*")
_SCHED_URL = re.compile(r"https?://[^/]+\.sched\.(?:com|org)/event/([A-Za-z0-9]+)(?:/|\Z)")
_READABLE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,31}")
_UNREADABLE = re.compile(
    r"[0-9]{9}|\d{8}T\d{6}|(?=[a-z]*\d)(?=\d*[a-z])[a-z0-9]{12}", re.IGNORECASE
)
_BODY = re.compile(r"<body[^<>]{0,500}>(.*?)(?:</body>|\Z)", re.IGNORECASE | re.DOTALL)
_BY = re.compile(r"\s\((\w{3,20}) by ([^()]{2,200})\)\Z")
_PREFIX = re.compile(r"\s*\[([^\[\]]{2,30})\]\s+(?=\S)")
_LONGEST_ASIDE = 240


@dataclass(frozen=True, slots=True)
class Entry:
    """An event with what its calendar says of it."""

    event: Component
    uid: str
    """Its UID, which several entries may have."""
    product: str
    """PRODID of the calendar."""
    cancelled: bool = False
    """Whether the calendar takes all of it back (METHOD:CANCEL)."""


def title_and_speakers(one: Entry) -> tuple[str, str, tuple[DraftSpeaker, ...]]:
    """Return the title, and the kind and speakers that some producers write behind it.

    pretalx appends the speakers after a dash; others `(talk by Ada Umbel)`, or begin with `[talk]`
    where that is a category.
    """
    title = one.event.text("SUMMARY")
    prefix = _PREFIX.match(title)
    if prefix and prefix[1].casefold() in map(str.casefold, categories(one.event)):
        return title[prefix.end() :], prefix[1], ()
    if one.product.startswith("-//pretalx//") and " - " in f"{title} ":
        title, _, people = f"{title} ".rpartition(" - ")
        return title, "", ics_description.names(people.strip())
    found = _BY.search(title.rstrip()[-_LONGEST_ASIDE:])
    if found and words.kind(found[1])[1] and (speakers := ics_description.people(found[2])):
        return title.rstrip()[: -len(found[0])], found[1], speakers
    return title, "", ()


def description(event: Component) -> str:
    """Return the description, the one in HTML where there is no other."""
    text = event.text("DESCRIPTION").strip("\r\n") or event.text("X-ALT-DESC")
    body = _BODY.search(text)
    return body[1] if body else text


def but_links(text: str, event: Component) -> str:
    """Return the description without a last line that only repeats the address of the event."""
    url = event.text("URL").strip()
    before, _, last = text.rstrip().rpartition("\n")
    return before if url and last.strip().rstrip("/") == url.rstrip("/") else text


def but_title(text: str, title: str) -> str:
    """Return the description without a first line that only repeats the title."""
    first, _, rest = text.lstrip().partition("\n")
    return rest if rest and first.strip() == title.strip() else text


def without_speakers(
    title: str, speakers: tuple[DraftSpeaker, ...]
) -> tuple[str, tuple[DraftSpeaker, ...]]:
    """Return the title without the speakers behind its last dash, and what stands there of them.

    KubeCon and others on Sched: `Sleeping tables - Ada Umbel, Quartz & Bo Fern, Keeper, Amber`.
    Only where all `speakers`, known from elsewhere, are there.
    """
    bare, dash, behind = title.rpartition(" - ")
    places = sorted(
        ((behind.find(who.name), who) for who in speakers if who.name), key=lambda pair: pair[0]
    )
    if not dash or not places or places[0][0] != 0:
        return title, speakers
    ends = [*(at for at, _ in places[1:]), len(behind)]
    said = {
        who: behind[at + len(who.name) : end].strip(" ,;&").removesuffix(" and")
        for (at, who), end in zip(places, ends, strict=True)
    }
    return bare, tuple(_described(who, said[who]) for who in speakers)


def _described(who: DraftSpeaker, about: str) -> DraftSpeaker:
    """Return who speaks with what stands behind the name, where nothing else tells it."""
    if who.role or who.company or not about:
        return who
    role, _, company = about.rpartition(",")
    return replace(who, role=role.strip(), company=company.strip())


def categories(event: Component) -> list[str]:
    """Return the categories that say something."""
    given = (text for each in event.all("CATEGORIES") for text in each.texts)
    return list(filter(None, map(line, given)))


def sorted_categories(event: Component, said: str = "") -> tuple[str, str, list[str]]:
    """Return kind, level and tracks: calendars have one list for all, so the words decide.

    What is `said` to be the kind already is none of them.
    """
    kind = about = level = ""
    tracks = []
    for text in categories(event):
        found, whole = words.kind(text)
        if text.casefold() == said.casefold():
            continue
        if whole and not kind and not said:
            kind = text
        elif not level and words.level(DEFAULT_SCALE, text) is not None:
            level = text
        else:
            about = about or found
            tracks.append(text)
    return kind or about, level, tracks


def readable_id(one: Entry) -> str:
    """Return what a person could type; nothing where the UID is but a long number."""
    uid = one.uid
    if own := OWN_UID.fullmatch(uid):
        return own["session"]
    if code := PRETALX_UID.fullmatch(uid):
        return code[1]
    name = sched_id(one.event) or uid.partition("@")[0]
    name = f"x{name}" if re.fullmatch(r"-\d+", name) else name
    return name if _READABLE.fullmatch(name) and not _UNREADABLE.search(name) else ""


def sched_id(event: Component) -> str:
    """Return the short id that Sched has in its addresses; its UIDs are long numbers."""
    found = _SCHED_URL.match(event.text("URL").strip())
    return found[1] if found else ""


def source(one: Entry) -> Iterator[tuple[str, str]]:
    """Yield what an update finds it by."""
    yield "format", FORMAT
    if one.uid:
        yield "id", one.uid


def attendees(event: Component) -> Iterator[DraftSpeaker]:
    """Yield those of whom the event says that they speak."""
    for attendee in event.all("ATTENDEE"):
        if is_speaker(attendee):
            yield DraftSpeaker(attendee.parameters["CN"])
    for person in event.within("PARTICIPANT"):
        if person.text("PARTICIPANT-TYPE").strip().upper() in ("SPEAKER", "PERFORMER"):
            yield DraftSpeaker(person.text("SUMMARY", "NAME"))


def organizers(event: Component) -> Iterator[DraftSpeaker]:
    """Yield those who organise an event, where these are who presents it."""
    for organizer in event.all("ORGANIZER"):
        for name in parted(organizer.parameters.get("CN", "")):
            yield DraftSpeaker(name)


def is_speaker(attendee: Property) -> bool:
    """Return whether an attendee speaks: a role that says so, or a name with no address behind.

    Programmes list speakers as attendees at a made-up address, without asking them for an answer;
    in a calendar of appointments they are whoever was invited.
    """
    given = attendee.parameters
    if not given.get("CN"):
        return False
    if given.get("ROLE", "").upper().removeprefix("X-") in ("SPEAKER", "PRESENTER", "PERFORMER"):
        return True
    invited = "PARTSTAT" in given or "RSVP" in given
    return not invited and "@" not in attendee.value


def links(event: Component, link: str) -> Iterator[tuple[str, str]]:
    """Yield names and addresses; `link` is one that stood in the description."""
    for each in event.all("URL"):
        yield "page", each.text
    if link:
        yield "page", link
    for each in event.all("CONFERENCE"):
        yield each.parameters.get("LABEL", "online"), each.value
    for each in event.all("ATTACH"):
        if each.value.lower().startswith("http"):
            yield each.parameters.get("FILENAME", ""), each.value
