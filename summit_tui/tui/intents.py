"""What a key means for my agenda, decided on the agenda as it is when the change is written.

Two quick presses of a toggle are two changes, whatever was known when they were pressed.
"""

from typing import TYPE_CHECKING

from summit_tui.agenda.model import Agenda
from summit_tui.tui.desk import Intent

if TYPE_CHECKING:
    from summit_tui.agenda.change import Change, Picked
    from summit_tui.agenda.planning.plan import Plan
    from summit_tui.catalogue.model import Session

_CYCLE = ("want", "must", "maybe")
_SAID = {None: True, True: False, False: None}
"""What is said of having been there after what was said before."""


def toggling(*subjects: "Picked") -> Intent:
    """Return the intent to pick `subjects`, or to take the picks back where all are picked."""

    def decide(agenda: Agenda) -> "Change":
        from summit_tui.agenda.change import add, remove

        new = [each for each in subjects if each.id not in agenda]
        return add(new) if new else remove([each.id for each in subjects])

    return decide


def wanting(*subjects: "Picked") -> Intent:
    """Return the intent to want `subjects` as much as comes next, picking them first.

    Several that are not wanted alike are so first.
    """

    def decide(agenda: Agenda) -> "Change":
        from summit_tui.agenda.change import add, set_want

        picks = [agenda.get(each.id) for each in subjects]
        wants = {pick and pick.want for pick in picks}
        if wants == {None}:
            return add(subjects)
        want = wants.pop() if len(wants) == 1 else None
        at = -1 if want is None else _CYCLE.index(want)
        return set_want(subjects, _CYCLE[(at + 1) % len(_CYCLE)])

    return decide


def swapping(old: "Picked", new: "Session") -> Intent:
    """Return the intent to have `new` stand in for `old`."""

    def decide(agenda: Agenda) -> "Change":
        from summit_tui.agenda.change import swap

        return swap(agenda, old, new)

    return decide


def planning(plan: "Plan") -> Intent:
    """Return the intent to make the agenda what `plan` has."""

    def decide(agenda: Agenda) -> "Change | None":
        from summit_tui.agenda.planning.taking import taking

        change = taking(agenda, plan)
        return change if change.edits else None

    return decide


def removing(*subjects: "Picked") -> Intent:
    """Return the intent to drop the picks of `subjects`."""

    def decide(agenda: Agenda) -> "Change | None":
        from summit_tui.agenda.change import remove

        ids = [each.id for each in subjects if each.id in agenda.held]
        return remove(ids) if ids else None

    return decide


def noting(subject: "Picked", text: str) -> Intent:
    """Return the intent to write `text` as the note on `subject`."""

    def decide(agenda: Agenda) -> "Change | None":
        from summit_tui.agenda.change import set_note

        return set_note(subject, text)

    return decide


def attending(*subjects: "Picked") -> Intent:
    """Return the intent to say of `subjects` that I was there, then that I was not, then nothing.

    Of several of which not the same was said, that I was there.
    """

    def decide(agenda: Agenda) -> "Change":
        from summit_tui.agenda.change import mark_attended

        picks = [agenda.get(each.id) for each in subjects]
        said = {pick and pick.attended for pick in picks}
        return mark_attended(subjects, _SAID[said.pop()] if len(said) == 1 else True)

    return decide


def rating(subject: "Picked", number: int | None) -> Intent:
    """Return the intent to rate `subject` 1 to 5; None takes the rating away."""

    def decide(agenda: Agenda) -> "Change":
        from summit_tui.agenda.change import rate

        return rate(subject, number)

    return decide
