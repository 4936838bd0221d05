"""What keys do to the session under the cursor, wherever it is shown.

A screen says which session that is; every change is an intent, decided on the agenda as it is when
it is written.
"""

from typing import TYPE_CHECKING, cast

from summit_tui.catalogue.model import Session
from summit_tui.catalogue.number_words import counted
from summit_tui.search.programme import Programme
from summit_tui.tui.intents import (
    attending,
    noting,
    rating,
    removing,
    swapping,
    toggling,
    wanting,
)
from summit_tui.tui.painting import PaintedInParts
from summit_tui.tui.picks import Picks
from summit_tui.tui.words import short_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summit_tui.agenda.change import Picked as Subject
    from summit_tui.agenda.planning.plan import Plan
    from summit_tui.tui.app import SummitApp
    from summit_tui.tui.desk import Intent
    from summit_tui.tui.widgets.detail import Detail


class SessionActions(PaintedInParts):
    """A screen on which one acts on a session."""

    def __init__(self, programme: Programme) -> None:
        super().__init__()
        self.programme = programme

    @property
    def summit(self) -> "SummitApp":
        """The application, by its own type."""
        return cast("SummitApp", self.app)

    @property
    def picks(self) -> Picks:
        """My agenda as it is known."""
        picks = self.summit.picks
        assert picks is not None  # noqa: S101  set before the first screen exists
        return picks

    @property
    def session(self) -> Session | None:
        """The session under the cursor."""
        raise NotImplementedError

    @property
    def subject(self) -> "Subject | None":
        """What the keys act on: the session, or a pick whose session is gone."""
        return self.session

    @property
    def subjects(self) -> "Sequence[Subject]":
        """All that the keys act on: what is selected, else what is under the cursor."""
        return () if self.subject is None else (self.subject,)

    def acted(self) -> None:
        """Take note that something was done to the subjects."""

    def action_pick(self) -> None:
        """Pick the session, or take the pick back."""
        self._change(toggling)

    def action_want(self) -> None:
        """Want the session as much as comes next; picks it where it is not picked."""
        self._change(wanting)

    def action_attended(self) -> None:
        """Say that I was there, or what comes next."""
        self._change(attending)

    def action_rate(self) -> None:
        """Ask how good it was."""
        from summit_tui.tui.screens.rating import RatingForm

        subject = self.subject
        if subject is None:
            return
        pick = self.picks.agenda.get(subject.id)
        self.app.push_screen(
            RatingForm(
                subject.title or subject.id,
                pick and pick.rating,
                lambda number: self.summit.change(rating(subject, number)),
            )
        )

    def action_remove(self) -> None:
        """Remove the pick."""
        self._change(removing)

    def _change(self, intent: "Callable[..., Intent]") -> None:
        """Do to all that keys act on what is meant."""
        subjects = self.subjects
        if subjects:
            self.summit.change(intent(*subjects))
            self.acted()

    def action_copy(self) -> None:
        """Copy the session for other programs; a second time, offer a file instead.

        Whether the terminal lets the text through to the clipboard it never says.
        """
        from summit_tui.tui.copying import as_text

        text = as_text(self.subjects, self.programme.catalogue)
        if not text:
            return
        if text == self.app.clipboard:
            from summit_tui.tui.screens.save import SaveForm

            self.app.push_screen(SaveForm(text, self.subjects[0].id))
            return
        self.app.copy_to_clipboard(text)
        what = counted(len(self.subjects), "session")
        self.summit.say(f"{what} copied. Nothing to paste? y again saves a file.")
        self.acted()

    def action_note(self) -> None:
        """Write a note in an editor; nothing typed there is lost."""
        from summit_tui.tui.screens.note import NoteEditor

        subject = self.subject
        if subject is None:
            return
        pick = self.picks.agenda.get(subject.id)

        self.app.push_screen(
            NoteEditor(
                subject.title or subject.id,
                (pick and pick.note) or "",
                lambda text: self.summit.write(noting(subject, text)),
            )
        )

    def action_swap(self) -> None:
        """Show what else could be seen in the time of the session, to take it instead."""
        from summit_tui.tui.screens.swap import SwapChooser

        session = self.session
        if session is None:
            return
        if session.start is None:
            self.summit.say("It has no time yet: nothing is on instead.")
            return

        def take(new: Session) -> None:
            said = f"Swapped for {short_name(new)}. u takes it back."
            self.summit.change(swapping(session, new), said)

        self.app.push_screen(SwapChooser(self.programme, session, self.picks, take))

    def action_plan(self) -> None:
        """Propose the best agenda from all that I want."""
        from summit_tui.agenda.planning.taking import taking
        from summit_tui.tui.intents import planning
        from summit_tui.tui.screens.plan import Proposal

        if not self.picks.agenda.held:
            self.summit.say("There is nothing to plan: pick more than fits, and plan then.")
            return

        def take(plan: "Plan") -> None:
            if not taking(self.picks.agenda, plan).edits:
                self.summit.say("Your agenda is that plan already.")
                return
            again = "; p weighs again what is left out" if plan.left_out else ""
            self.summit.change(planning(plan), f"That is your agenda now{again}. u takes it back.")

        self.app.push_screen(Proposal(self.programme, self.picks, take))

    def action_open(self) -> None:
        """Choose a link of the session to open."""
        if self.session is not None and self.session.links:
            self._ask_to_open([(link.name, link.url) for link in self.session.links])
        elif self.session is not None:
            self.summit.say("This session has no links.")

    def on_detail_link_clicked(self, message: "Detail.LinkClicked") -> None:
        """Ask before opening an address of the abstract."""
        self._ask_to_open([("link", message.url)])

    def _ask_to_open(self, links: list[tuple[str, str]]) -> None:
        from summit_tui.tui.screens.open_link import LinkChooser

        self.app.push_screen(LinkChooser(links))

    def action_export(self) -> None:
        """Ask where and how to write my agenda."""
        from summit_tui.tui.screens.export import ExportForm

        self.app.push_screen(ExportForm(self.programme.catalogue, self.picks))
