"""An agenda as plain values (dicts, lists, leaves): what its file, its copy and its journal hold.

Unknown fields stand behind the known ones, as they were. Reading here trusts what it gets, for
this program wrote it; a person's file goes through `file`, which does not.
"""

import json
from collections.abc import Mapping
from typing import Any

from summit_tui.agenda.model import VERSION, Agenda, Pick
from summit_tui.catalogue.spelling import Unquoted

PICK_FIELDS = ("id", "want", "title", "start", "note", "rating", "attended", "left_out")
"""The fields of a pick, as the file orders them."""
ROOT_FIELDS = ("version", "event", "picks")


def plain_pick(pick: Pick) -> dict[str, Any]:
    """Return `pick` without what is unknown."""
    known = {name: getattr(pick, name) for name in PICK_FIELDS}
    known["left_out"] = pick.left_out or None
    return {name: value for name, value in known.items() if value is not None} | dict(pick.extra)


def plain_agenda(agenda: Agenda) -> dict[str, Any]:
    """Return `agenda` as its file orders it."""
    picks = [plain_pick(pick) for pick in agenda.held.values()]
    root = {"version": agenda.version, "event": agenda.event, "picks": picks}
    return root | dict(agenda.extra)


def pick_from(values: Mapping[str, Any]) -> Pick:
    """Return the pick that `plain_pick` gave as `values`; KeyError or TypeError for others."""
    known = {name: values[name] for name in PICK_FIELDS if name in values}
    extra = tuple((name, value) for name, value in values.items() if name not in PICK_FIELDS)
    return Pick(**known, extra=extra)


def agenda_from(values: Mapping[str, Any]) -> Agenda:
    """Return the agenda that `plain_agenda` gave as `values`; KeyError or TypeError for others."""
    picks = [pick_from(item) for item in values["picks"]]
    extra = tuple((name, value) for name, value in values.items() if name not in ROOT_FIELDS)
    return Agenda(
        values["event"], {pick.id: pick for pick in picks}, extra, values.get("version", VERSION)
    )


_UNQUOTED = "\0unquoted"
"""The key under which JSON keeps a text that stood unquoted in YAML."""


def to_json(value: Any) -> str:
    """Return plain values as one line of JSON that `from_json` gives back the same."""
    return json.dumps(_marked(value))


def from_json(text: str | bytes) -> Any:
    """Return the plain values that `to_json` wrote; ValueError for other text."""
    return json.loads(text, object_hook=_unmarked)


def _marked(value: Any) -> Any:
    if isinstance(value, Unquoted):
        return {_UNQUOTED: str(value)}
    if isinstance(value, dict):
        return {key: _marked(item) for key, item in value.items()}
    return [_marked(item) for item in value] if isinstance(value, list) else value


def _unmarked(found: dict[str, Any]) -> Any:
    return Unquoted(found[_UNQUOTED]) if _UNQUOTED in found else found
