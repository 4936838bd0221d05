"""The agenda file: from its text to an `Agenda` or to every problem in it, and back.

Strict where a silent guess would lose something: a want or rating that means nothing, a pick
given twice. Fields it does not know survive; comments and layout do not, and the first line says
so. A file of a newer version is read as far as it is understood. Nothing here touches the disk.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from summit_tui.agenda.errors import AgendaError, DamagedAgendaError
from summit_tui.agenda.model import RATINGS, VERSION, WANTS, Agenda, Extra, Pick
from summit_tui.agenda.plain import PICK_FIELDS, ROOT_FIELDS, plain_agenda
from summit_tui.catalogue import spelling, yamlio
from summit_tui.catalogue.problems import CatalogueError, Severity, did_you_mean
from summit_tui.catalogue.source import SourceText
from summit_tui.catalogue.text import clean, clean_line, fold
from summit_tui.catalogue.yaml_values import plain_value
from summit_tui.catalogue.yamlio import Mapping, Node, Scalar, Series, YamlSyntaxError

HEADER = "# My agenda, kept by summit: comments and layout are not kept, unknown fields are.\n"
_FLAGS = {"true": True, "yes": True, "false": False, "no": False}
_MERGE_MARK = "<<<<<<< "
_UNSETTLED = "merge-conflict"


def to_text(agenda: Agenda) -> str:
    """Return the file's text for `agenda`: block style, sorted by id."""
    return HEADER + spelling.dump(plain_agenda(agenda))


def parse(text: str, path: Path, event_id: str) -> Agenda:
    """Return the agenda in `text`, called `path` in messages; of `event_id` where it names none.

    DamagedAgendaError when `text` is no YAML mapping, AgendaError when it holds mistakes; both
    with every problem found. A text without content is an empty agenda.
    """
    reader = _Reader(SourceText(text, path), event_id)
    try:
        _refuse_merge_marks(reader.source)
        agenda = reader.read()
    except YamlSyntaxError as error:
        kind = AgendaError if error.code == _UNSETTLED else DamagedAgendaError
        fatal = reader.source.fatal(error)
        raise kind(str(fatal), fatal.problems) from error
    errors = [item for item in reader.source.problems if item.severity == "error"]
    if errors:
        raise AgendaError("\n".join(str(error) for error in errors), errors)
    return agenda


def from_catalogue_error(error: CatalogueError) -> AgendaError:
    """Return the agenda's error for one of the layer that reads files; damaged when not UTF-8."""
    damaged = any(problem.code == "not-utf-8" for problem in error.problems)
    kind = DamagedAgendaError if damaged else AgendaError
    return kind(str(error), error.problems)


def _refuse_merge_marks(source: SourceText) -> None:
    """Refuse what git leaves behind: it is broken YAML, but a person is at work on it."""
    if _MERGE_MARK not in source.text:
        return
    for row, line in enumerate(source.lines):
        if line.startswith(_MERGE_MARK):
            message = "two versions are merged here but not settled; settle it, take the marks out"
            raise YamlSyntaxError(message, row, 0, _UNSETTLED)


class _Reader:
    """Reads one text; what is wrong with it gathers in `source`."""

    def __init__(self, source: SourceText, event_id: str) -> None:
        self.source = source
        self._event_id = event_id
        self._strict = True
        self._parsers: dict[str, Callable[[str], Any]] = {
            "id": _line,
            "want": _want,
            "title": _line,
            "start": _line,
            "note": lambda text: clean(text) or None,
            "rating": _rating,
            "attended": lambda text: _flag("attended", text),
            "left_out": lambda text: _flag("left_out", text),
        }

    def read(self) -> Agenda:
        document = yamlio.Document(self.source.text, self.source.report)
        root = document.root()
        if root is None or yamlio.is_null(root):
            return Agenda(self._event_id)
        if not isinstance(root, Mapping):
            mark = root.start_mark
            message = "this is no agenda: an agenda is a mapping with event: and picks:"
            raise YamlSyntaxError(message, mark.line, mark.column, "not-an-agenda")
        nodes: dict[str, Node] = {}
        for key in document.entries():
            value = document.value()
            if not self._given_twice(key, nodes):
                nodes[key.value] = value
        version = self._version(nodes.get("version"))
        self._strict = version <= VERSION
        event = self._text_of("event", nodes.get("event"), _line) or self._event_id
        return Agenda(event, self._picks(nodes.get("picks")), _extra(nodes, ROOT_FIELDS), version)

    def _version(self, node: Node | None) -> int:
        if node is None or yamlio.is_null(node):
            return VERSION
        value = plain_value(node)
        if type(value) is int and value >= 1:  # a bool is an int too
            return value
        self.source.add("error", "bad-version", "version is not a whole number", node)
        return VERSION

    def _picks(self, node: Node | None) -> dict[str, Pick]:
        picks: dict[str, Pick] = {}
        lines: dict[str, int] = {}
        for item in self._items(node):
            pick = self._pick(item)
            if pick is None:
                continue
            line = item.start_mark.line + 1
            if pick.id in picks:
                message = f"pick {pick.id!r} is given twice, first on line {lines[pick.id]}"
                self._complain("repeated-pick", message, item, "leave one of them out")
            else:
                picks[pick.id], lines[pick.id] = pick, line
        return picks

    def _items(self, node: Node | None) -> list[Node]:
        if isinstance(node, Series):
            return node.items
        if node is not None and not yamlio.is_null(node):
            self._complain("wrong-type", "picks must be a list", node, "write - id: before each")
        return []

    def _pick(self, node: Node) -> Pick | None:
        if isinstance(node, Series):
            self._complain("wrong-type", "a pick must be a mapping, not a list", node)
            return None
        if not isinstance(node, Mapping):
            session_id = clean_line(node.value)
            return Pick(session_id) if session_id else None
        nodes: dict[str, Node] = {}
        for key, value in node.items:
            if not self._given_twice(key, nodes):
                nodes[key.value] = value
        known = {
            name: self._text_of(name, nodes.get(name), parse)
            for name, parse in self._parsers.items()
        }
        if not known["id"]:
            self._complain("no-id", "a pick has no id", node, "add id:")
            return None
        known["want"] = known["want"] or "want"
        known["left_out"] = bool(known["left_out"])
        return Pick(**known, extra=_extra(nodes, PICK_FIELDS))

    def _text_of(self, name: str, node: Node | None, parse: Callable[[str], Any]) -> Any:
        """Return what `node` means, None when it is absent, null or wrong."""
        if node is None or yamlio.is_null(node):
            return None
        if node.value is None:
            self._complain("wrong-type", f"{name} must be text, not a list or a mapping", node)
            return None
        try:
            return parse(node.value)
        except ValueError as error:
            hint = did_you_mean(node.value, WANTS) if name == "want" else ""
            self._complain(f"bad-{name}", str(error), node, hint)
            return None

    def _given_twice(self, key: Scalar, seen: dict[str, Node]) -> bool:
        if key.value not in seen:
            return False
        message = f"key {key.value!r} is given twice"
        self._complain("duplicate-key", message, key, "leave one of them out")
        return True

    def _complain(self, code: str, message: str, node: Node, hint: str = "") -> None:
        severity: Severity = "error" if self._strict else "warning"
        self.source.add(severity, code, message, node, hint)


def _extra(nodes: dict[str, Node], known: tuple[str, ...]) -> Extra:
    return tuple((name, plain_value(node)) for name, node in nodes.items() if name not in known)


def _line(text: str) -> str | None:
    return clean_line(text) or None


def _want(text: str) -> str:
    want = fold(text.strip())
    if want not in WANTS:
        raise ValueError(f"want {text!r} is not one of {', '.join(WANTS)}")
    return want


def _rating(text: str) -> int:
    if text.strip() not in {str(rating) for rating in RATINGS}:
        raise ValueError(f"rating {text!r} is not one of 1, 2, 3, 4, 5")
    return int(text)


def _flag(name: str, text: str) -> bool:
    flag = _FLAGS.get(fold(text.strip()))
    if flag is None:
        raise ValueError(f"{name} {text!r} is neither true nor false")
    return flag
