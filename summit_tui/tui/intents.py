"""What a key means for my agenda, decided on the agenda as it is when the change is written.

Two quick presses of a toggle are two changes, whatever was known when they were pressed.
"""

from typing import TYPE_CHECKING

from summit_tui.agenda.model import Agenda
from summit_tui.tui.desk import Intent

if TYPE_CHECKING:
    from summit_tui.agenda.change import Change, Picked

_CYCLE = ("want", "must", "maybe")


def toggling(subject: "Picked") -> Intent:
    """Return the intent to pick `subject`, or to take the pick back."""

    def decide(agenda: Agenda) -> "Change":
        from summit_tui.agenda.change import add, remove

        return remove([subject.id]) if subject.id in agenda else add([subject])

    return decide


def wanting(subject: "Picked") -> Intent:
    """Return the intent to want `subject` as much as comes next, picking it first."""

    def decide(agenda: Agenda) -> "Change":
        from summit_tui.agenda.change import add, set_want

        pick = agenda.get(subject.id)
        if pick is None:
            return add([subject])
        return set_want([subject], _CYCLE[(_CYCLE.index(pick.want) + 1) % len(_CYCLE)])

    return decide


def removing(subject: "Picked") -> Intent:
    """Return the intent to drop the pick of `subject`."""

    def decide(agenda: Agenda) -> "Change | None":
        from summit_tui.agenda.change import remove

        return remove([subject.id]) if subject.id in agenda else None

    return decide


def noting(subject: "Picked", text: str) -> Intent:
    """Return the intent to write `text` as the note on `subject`."""

    def decide(agenda: Agenda) -> "Change | None":
        from summit_tui.agenda.change import set_note

        return set_note(subject, text)

    return decide
