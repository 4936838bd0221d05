"""The bytes of a source, looked at once: what every recogniser and reader asks.

JSON and XML are parsed when they are first asked for and passed on. XML with a document type is
refused (that is where entities and files of this machine would come from), depth and size are
bounded. What gzip packed is unpacked. A byte that is wrong for the encoding is replaced and told,
not a reason to refuse.
"""

import codecs
import re
import zlib
from collections.abc import Mapping
from functools import cached_property
from typing import Any, Literal
from xml.etree import ElementTree as ET

from summit_tui.catalogue.source import MAX_BYTES
from summit_tui.catalogue.text import clean_line
from summit_tui.catalogue.yaml_values import foreign_value
from summit_tui.catalogue.yamlio import YamlSyntaxError
from summit_tui.formats.readers import loose_json, script_json
from summit_tui.formats.readers.draft import NotAProgramme
from summit_tui.formats.readers.encodings import unmarked_utf16
from summit_tui.formats.readers.notes import Notes

Family = Literal["xml", "json", "html", "calendar", "text"]
"""How a source begins; a reader is asked only about its own family."""

_MAX_DEPTH = 64
_MAX_ELEMENTS = 3_000_000
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_CALENDAR = b"BEGIN:VCALENDAR"
_DECLARED = re.compile(rb"""\A<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_EXPAT_KNOWS = ("utf-8", "utf-16", "iso8859-1", "ascii")
# Characters that XML 1.0 has no place for, also as a numeric reference.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_REFERENCE = re.compile(r"&#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}));")


class Content:
    """One source; `notes` says what had to be mended to read it.

    `beside` holds its companions by their file names: an event's speakers, rooms, times.
    """

    def __init__(self, data: bytes, beside: Mapping[str, "Content"] | None = None) -> None:
        data = _unpacked(data)
        if len(data) > MAX_BYTES:
            raise NotAProgramme(f"it is larger than {MAX_BYTES // 1024 // 1024} MB")
        self.data = data
        self.beside: Mapping[str, Content] = beside or {}
        self.notes = Notes()
        self.instructions: tuple[tuple[str, str], ...] = ()
        """The processing instructions of the XML, target and content; known once it is parsed."""

    @cached_property
    def family(self) -> Family:
        """How it begins."""
        head = self.data[:4096].replace(b"\0", b"")  # which half of UTF-16 is
        head = head.lstrip(codecs.BOM_UTF8 + codecs.BOM_UTF16 + b"\xff\xfe \t\r\n")
        if head[:4] == b"<!--" and head[4:].lstrip()[:15].upper() == _CALENDAR:
            return "calendar"
        if head[:1] == b"<":
            return "html" if _HTML.match(re.sub(rb"\A<!--.*?-->\s*", b"", head)) else "xml"
        if head[:1] in (b"{", b"[") or script_json.is_script(head.decode("latin-1")):
            return "json"
        return "calendar" if head[:15].upper() == _CALENDAR else "text"

    @cached_property
    def text(self) -> str:
        """All of it as text: UTF-8, or UTF-16 where its first bytes tell."""
        utf16 = self.data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
        unmarked = "" if utf16 else unmarked_utf16(self.data)
        return self._decoded(self.data, "utf-16" if utf16 else unmarked or "utf-8-sig")

    @cached_property
    def json(self) -> Any:
        """The JSON value; None when it is none, for JSON Lines have readers of their own."""
        try:
            return loose_json.loads(self.text, self.notes)
        except ValueError:
            return self._script()
        except RecursionError as error:
            raise NotAProgramme("this JSON is nested too deeply for a programme") from error

    def _script(self) -> Any:
        """Return the values of a script of a site; None where it is none."""
        if not script_json.is_script(self.text[:4096]):
            return None
        try:
            return script_json.values(self.text)
        except RecursionError as error:
            raise NotAProgramme("this script is nested too deeply for a programme") from error

    @property
    def yaml(self) -> tuple[Any, tuple[str, ...]]:
        """The YAML value and what of it could not be read; YamlSyntaxError when it is none."""
        value, faults, error = self._yaml
        if error is not None:
            raise error
        return value, faults

    @cached_property
    def _yaml(self) -> tuple[Any, tuple[str, ...], YamlSyntaxError | None]:
        try:
            return *foreign_value(self.text), None
        except YamlSyntaxError as error:  # several readers ask, and to find the place takes long
            return None, (), error

    @cached_property
    def xml(self) -> ET.Element:
        """The root of the XML; NotAProgramme, with line and column, when it is not well formed."""
        try:
            return self._parsed(self._expat_bytes())
        except ET.ParseError:
            return self._mended()

    def _parsed(self, data: bytes) -> ET.Element:
        root, self.instructions = _parse(data)
        return root

    def _decoded(self, data: bytes, encoding: str) -> str:
        text = data.decode(encoding, "replace")
        if "\ufffd" in text and "\ufffd".encode() not in data:
            self.notes.add(
                "unread", f"bytes that are not {encoding[:6].strip('-').upper()} became \ufffd"
            )
        return text

    def _expat_bytes(self) -> bytes:
        """Return the document in an encoding that expat knows."""
        declared = _DECLARED.match(self.data)
        name = declared[1].decode() if declared else "utf-8"
        try:
            codec = codecs.lookup(name).name
            if codec in _EXPAT_KNOWS:
                return self.data
            text = self.data.decode(codec, "replace")
        except (LookupError, ValueError) as error:
            raise NotAProgramme(f"nobody knows its encoding {clean_line(name)!r}") from error
        return re.sub(r"\A<\?xml[^>]*\?>", "", text).encode("utf-8", "replace")

    def _mended(self) -> ET.Element:
        """Return the root after taking out what XML forbids: exports let control codes through."""
        text = self._decoded(self._expat_bytes().removeprefix(codecs.BOM_UTF8), "utf-8")
        mended = _REFERENCE.sub(_without_forbidden, _NOT_XML.sub("", text))
        try:
            root = self._parsed(re.sub(r"\A\s*<\?xml[^>]*\?>", "", mended).encode())
        except ET.ParseError as error:
            raise NotAProgramme(f"the XML is broken: {error}") from error
        if mended != text:
            message = f"{len(text) - len(mended)} characters that XML forbids were taken out"
            self.notes.add("changed", message)
        return root


def _unpacked(data: bytes) -> bytes:
    """Return what gzip packed, as far as is read at all; other bytes as they are."""
    if data[:2] != b"\x1f\x8b":
        return data
    unpacking = zlib.decompressobj(wbits=zlib.MAX_WBITS + 16)
    try:
        found = unpacking.decompress(data, MAX_BYTES + 1)
    except zlib.error as error:
        raise NotAProgramme("it is packed with gzip and broken: it cannot be unpacked") from error
    if not unpacking.eof and len(found) <= MAX_BYTES:
        raise NotAProgramme("it is packed with gzip and its end is missing")
    return found


def _without_forbidden(reference: re.Match[str]) -> str:
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    legal = number < 0x110000 and not _NOT_XML.match(chr(number))
    return reference[0] if legal else ""


def _parse(data: bytes) -> tuple[ET.Element, tuple[tuple[str, str], ...]]:
    """Return the root and the processing instructions; ParseError when it is not well formed."""
    from xml.parsers import expat

    depth = elements = 0
    instructions: list[tuple[str, str]] = []

    def opened(name: str, attributes: object) -> None:
        nonlocal depth, elements
        depth, elements = depth + 1, elements + 1
        if depth > _MAX_DEPTH:
            raise NotAProgramme(f"this XML is nested deeper than {_MAX_DEPTH} elements")
        if elements > _MAX_ELEMENTS:
            raise NotAProgramme(f"this XML has more than {_MAX_ELEMENTS:,} elements")

    def closed(name: str) -> None:
        nonlocal depth
        depth -= 1

    def refused(*_: object) -> None:
        raise NotAProgramme("XML with a document type (DOCTYPE) is not read: save it without")

    guard = expat.ParserCreate()
    guard.StartDoctypeDeclHandler = refused
    guard.StartElementHandler = opened
    guard.EndElementHandler = closed
    guard.ProcessingInstructionHandler = lambda *found: instructions.append(found)
    try:
        guard.Parse(data, True)
        root = ET.fromstring(data)  # noqa: S314  the guard has read it to its end
    except expat.ExpatError as error:
        raise ET.ParseError(str(error)) from error
    except ValueError as error:  # multi-byte encodings
        if isinstance(error, NotAProgramme):
            raise
        raise ET.ParseError(str(error)) from error
    return root, tuple(instructions)
