"""iCalendar as a tree of components and properties (RFC 5545 §3.1), each with its line.

Feeds break the rules in every way: lines are folded within a character, or broken without being
folded, components are not ended, bytes are in an old encoding. What can be read is read, what
cannot is noted with its line, and nothing is refused here but sizes that no programme has. Values
stay as they are written; `Property.text` takes the escapes out.
"""

import codecs
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from summit_tui.formats.readers import encodings
from summit_tui.formats.readers.draft import NotAProgramme
from summit_tui.formats.readers.notes import Notes

_MAX_LINES = 1_000_000
_MAX_DEPTH = 20
_TOP = frozenset(("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE", "VAVAILABILITY"))
"""What stands right below a calendar, so that one begins where another was not ended."""
_LINE_END = re.compile(rb"\r\n|\n|\r")
_PROPERTY = re.compile(r'([A-Za-z0-9-]+)((?:;(?:[^":]++|"[^"]*+")*+)?):(.*)\Z', re.DOTALL)
_LOOSE = re.compile(r"([A-Za-z0-9-]+)(;[^:]*)?:(.*)\Z", re.DOTALL)
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=((?:"[^"]*+"|[^;"]++)*+)')
_CHARSET = re.compile(rb'[^:]{0,200};CHARSET="?([A-Za-z0-9._-]{1,40})', re.IGNORECASE)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_KNOWN = (
    "BEGIN END VERSION PRODID METHOD CALSCALE NAME UID SUMMARY DESCRIPTION LOCATION DTSTART "
    "DTEND DURATION DTSTAMP CREATED LAST-MODIFIED SEQUENCE STATUS CATEGORIES URL CLASS TRANSP "
    "PRIORITY ORGANIZER ATTENDEE RRULE RDATE EXDATE EXRULE RECURRENCE-ID GEO ATTACH COMMENT "
    "CONTACT RESOURCES RELATED-TO TZID TZNAME TZOFFSETFROM TZOFFSETTO TZURL TRIGGER ACTION "
    "REPEAT FREEBUSY CONFERENCE IMAGE COLOR SOURCE REFRESH-INTERVAL REQUEST-STATUS DUE "
    "COMPLETED PERCENT-COMPLETE"
)
_NAMES = frozenset(_KNOWN.split())


@dataclass(frozen=True, slots=True)
class Property:
    """One content line."""

    name: str
    """In capitals."""
    value: str
    """As it is written, escapes and all."""
    parameters: dict[str, str]
    line: int
    """Where it begins in the file, from 1."""

    @property
    def text(self) -> str:
        """The value as text, escapes taken out (RFC 5545 §3.3.11)."""
        return unescaped(self.value) if "\\" in self.value else self.value

    @property
    def texts(self) -> list[str]:
        """The values of a list, which commas part."""
        return [unescaped(part) for part in re.split(r"(?<!\\),", self.value)]


@dataclass(slots=True, eq=False)
class Component:
    """What stands between a BEGIN and its END."""

    name: str
    line: int
    properties: dict[str, list[Property]] = field(default_factory=dict)
    children: list["Component"] = field(default_factory=list)

    def all(self, name: str) -> list[Property]:
        """Return the properties called `name`."""
        return self.properties.get(name, [])

    def first(self, name: str) -> Property | None:
        """Return the first property called `name` that says something."""
        for each in self.properties.get(name, ()):
            if each.value.strip():
                return each
        return None

    def text(self, *names: str) -> str:
        """Return the text of the first property called by one of `names`, else nothing."""
        for name in names:
            if found := self.first(name):
                return found.text
        return ""

    def within(self, name: str) -> Iterator["Component"]:
        """Yield the children called `name`."""
        return (child for child in self.children if child.name == name)


def unescaped(text: str) -> str:
    """Return `text` without its escapes; a backslash before anything else is one."""
    return _ESCAPE.sub(_plain, text)


def _plain(escape: re.Match[str]) -> str:
    letter = escape[1]
    if letter in "nN":
        return "\n"
    return letter if letter in '\\,;:"' else escape[0]


def parse(data: bytes, notes: Notes) -> list[Component]:
    """Return what stands in `data`: its calendars; what lies outside them is in one without name.

    NotAProgramme when it has more lines than any programme.
    """
    tree = _Tree(notes)
    for number, line in _decoded(_unfolded(data), notes):
        tree.take(line, number)
    return tree.result()


def _unfolded(data: bytes) -> list[tuple[int, bytes]]:
    """Return the logical lines with their numbers; bytes, for a fold may split a character."""
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        data = data.decode("utf-16", "replace").encode("utf-8", "replace")
    lines: list[tuple[int, list[bytes]]] = []
    soft = False
    for number, line in enumerate(_LINE_END.split(data.removeprefix(codecs.BOM_UTF8)), 1):
        if lines and line[:1] in (b" ", b"\t"):
            lines[-1][1].append(line[1:])
        elif soft:
            lines[-1][1].append(b"\n" + line)
        elif line:
            lines.append((number, [line]))
        # Quoted-printable of vCalendar 1.0 goes on after a line that ends in `=`.
        soft = line[-1:] == b"=" and bool(lines) and b"QUOTED-PRINTABLE" in lines[-1][1][0].upper()
        if len(lines) > _MAX_LINES:
            raise NotAProgramme(f"this calendar has more than {_MAX_LINES:,} lines")
    return [(number, b"".join(parts)) for number, parts in lines]


def _decoded(lines: list[tuple[int, bytes]], notes: Notes) -> Iterator[tuple[int, str]]:
    """Yield the lines as text: UTF-8, else as they say, else what programs wrote before it."""
    numbers = [number for number, _ in lines]
    try:
        text = b"\r".join([line for _, line in lines]).decode()
    except UnicodeDecodeError:
        yield from _not_utf8(lines, notes)
        return
    yield from zip(numbers, text.split("\r"), strict=True) if lines else ()


def _not_utf8(lines: list[tuple[int, bytes]], notes: Notes) -> Iterator[tuple[int, str]]:
    data = b"\r".join([line for _, line in lines])
    wrong, right = encodings.wrong_bytes(data, data.decode(errors="replace"))
    name, codec = encodings.old_encoding(data) if wrong > right else encodings.WESTERN
    if codec != "cp1252":
        notes.add("changed", f"it is not UTF-8: read as {name}")
        yield from ((number, line.decode(codec, "replace")) for number, line in lines)
        return
    old = right == 0  # else a byte of a file in UTF-8 was damaged
    for number, line in lines:
        try:
            yield number, line.decode()
            continue
        except UnicodeDecodeError:
            said = _CHARSET.match(line)
        try:
            yield number, line.decode(said[1].decode() if said else "ascii")
            continue
        except (LookupError, ValueError):
            pass
        if old:
            notes.add("changed", "it is not UTF-8: read as Windows-1252", f"line {number}")
            yield number, line.decode("cp1252", "replace")
        else:
            notes.add("unread", "bytes that are not UTF-8 became \ufffd", f"line {number}")
            yield number, line.decode(errors="replace")


class _Tree:
    """Puts lines together to components."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._outside = Component("", 0)
        self._open = [self._outside]
        self._last: Property | None = None
        self._more: list[str] = []

    def result(self) -> list[Component]:
        """Return the calendars, and what lies outside them."""
        self._say()
        self._end_to(1)
        calendars = list(self._outside.within("VCALENDAR"))
        self._outside.children = [
            child for child in self._outside.children if child.name != "VCALENDAR"
        ]
        return [*calendars, self._outside]

    def take(self, line: str, number: int) -> None:
        """Take one logical line."""
        found = _PROPERTY.match(line) or _LOOSE.match(line)
        name = found[1] if found else ""
        if not found or not (name.upper() in _NAMES or name.isupper() or name[:2] in ("x-", "X-")):
            self._go_on(line, number)
            return
        self._say()
        name, value = name.upper(), found[3]
        if name == "BEGIN":
            self._begin(value.strip().upper(), number)
        elif name == "END":
            self._end(value.strip().upper(), number)
        else:
            self._last = _property(name, found[2] or "", value, number)

    def _go_on(self, line: str, number: int) -> None:
        """Take a line that is no property: the one before was broken without being folded."""
        if self._last is None:
            if line.strip():
                self._notes.add("unread", "lines that are no property", f"line {number}")
            return
        self._notes.add(
            "changed", "lines that are no property go on with the one before", f"line {number}"
        )
        self._more.append(line)

    def _say(self) -> None:
        """Put the last property where it belongs, with the lines that went on with it."""
        last, self._last = self._last, None
        if last is None:
            return
        if self._more:
            value = "\n".join([last.value, *self._more])
            last = Property(last.name, value, last.parameters, last.line)
            self._more = []
        self._open[-1].properties.setdefault(last.name, []).append(last)

    def _begin(self, name: str, number: int) -> None:
        if name == "VCALENDAR":
            self._end_to(1)
        elif name in _TOP:
            self._end_to(2 if len(self._open) > 1 and self._open[1].name == "VCALENDAR" else 1)
        if len(self._open) > _MAX_DEPTH:
            self._notes.add("unread", "components nested too deeply", f"line {number}")
            return
        made = Component(name, number)
        self._open[-1].children.append(made)
        self._open.append(made)

    def _end(self, name: str, number: int) -> None:
        places = [at for at, one in enumerate(self._open) if at and one.name == name]
        if not places:
            self._notes.add("unread", "an END without its BEGIN", f"line {number}")
            return
        self._end_to(places[-1] + 1)
        self._open.pop()

    def _end_to(self, depth: int) -> None:
        """Leave what is open beyond `depth`, which should have been ended."""
        while len(self._open) > depth:
            left = self._open.pop()
            message = f"a {left.name[:40]} without its END: what there is was read"
            self._notes.add("changed", message, f"line {left.line}")


def _property(name: str, parameters: str, value: str, number: int) -> Property:
    given = {key.upper(): _unquoted(text) for key, text in _PARAMETER.findall(parameters)}
    if given.get("ENCODING", "").upper() == "QUOTED-PRINTABLE":
        value = _from_quoted_printable(value, given.get("CHARSET", "utf-8"))
    return Property(name, value, given, number)


def _unquoted(text: str) -> str:
    text = text.strip().strip('"').strip()
    return text.replace("^'", '"').replace("^n", " ").replace("^^", "^") if "^" in text else text


def _from_quoted_printable(value: str, charset: str) -> str:
    data = quopri.decodestring(value.encode("utf-8", "replace"))
    try:
        text = data.decode(charset, "replace")
    except (LookupError, ValueError):
        text = data.decode("utf-8", "replace")
    return text.replace("\\", "\\\\").replace("\r\n", "\n")
