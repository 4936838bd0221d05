"""An agenda as plain values (dicts, lists, leaves): what its file, its copy and its journal hold.

Unknown fields stand behind the known ones, as they were. Reading here trusts what it gets, for
this program wrote it; a person's file goes through `file`, which does not.
"""

from collections.abc import Mapping
from typing import Any

from summit_tui.agenda.model import VERSION, Agenda, Pick

PICK_FIELDS = ("id", "want", "title", "start", "note", "rating", "attended")
"""The fields of a pick, as the file orders them."""
ROOT_FIELDS = ("version", "event", "picks")


def plain_pick(pick: Pick) -> dict[str, Any]:
    """Return `pick` without what is unknown."""
    known = {name: getattr(pick, name) for name in PICK_FIELDS}
    return {name: value for name, value in known.items() if value is not None} | dict(pick.extra)


def plain_agenda(agenda: Agenda) -> dict[str, Any]:
    """Return `agenda` as its file orders it."""
    picks = [plain_pick(pick) for pick in agenda]
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
