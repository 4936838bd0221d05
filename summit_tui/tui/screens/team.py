"""Who goes where: what I and my colleagues picked, side by side, and where we are apart."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from summit_tui.agenda.report import first_ahead
from summit_tui.agenda.team.colleagues import ME
from summit_tui.agenda.team.comparing import Compared, compare
from summit_tui.catalogue import clock
from summit_tui.catalogue.model import Session
from summit_tui.catalogue.places import config_folder
from summit_tui.tui.keys import bindings
from summit_tui.tui.screens.selecting import SelectingScreen
from summit_tui.tui.widgets.head import HeadLine
from summit_tui.tui.widgets.key_bar import KeyBar
from summit_tui.tui.widgets.settled import Columns
from summit_tui.tui.widgets.team_list import TeamList

if TYPE_CHECKING:
    from summit_tui.agenda.change import Picked as Subject
    from summit_tui.tui.colleagues import Colleagues


class TeamScreen(SelectingScreen):
    """Where one looks for company."""

    PLACE = "team"
    BINDINGS: ClassVar[list[BindingType]] = bindings("team")
    AUTO_FOCUS = "#sessions"

    def compose(self) -> ComposeResult:
        """Yield head, sessions, foot; the detail comes later."""
        self.fit_size()
        yield HeadLine()
        with Columns(id="columns"):
            yield TeamList(self.programme.catalogue, id="sessions")
        yield KeyBar(self.PLACE)

    def on_mount(self) -> None:
        """Show who goes where, with the cursor on what comes next."""
        self.show_picks()
        self.action_now()

    def on_screen_resume(self) -> None:
        """Look whether the settings name another team by now."""
        self._look_for_team()

    def tick(self) -> None:
        """Show the time, and a team that was named meanwhile."""
        super().tick()
        self._look_for_team()

    def _look_for_team(self) -> None:
        self.run_worker(self._colleagues.gather(), group="team", description="look for the team")

    @property
    def _colleagues(self) -> "Colleagues":
        return self.summit.keeper.colleagues

    @property
    def list(self) -> TeamList:
        """What somebody of us picked."""
        return self.query_one(TeamList)

    @property
    def session(self) -> Session | None:
        """The session under the cursor; None where the programme no longer has it."""
        return None if self.list.row is None else self.list.row.item.session

    @property
    def subject(self) -> "Subject | None":
        """The session under the cursor, or my pick where the session is gone."""
        row = self.list.row
        return None if row is None else row.item.session or self.picks.agenda.get(row.item.id)

    @property
    def listed_ids(self) -> Sequence[str]:
        """The ids of all that keys can act on."""
        return [each.item.id for each in self.list.rows if each.item.session or ME in each.wants]

    @property
    def notices(self) -> Sequence[str]:
        """Say whose picks are not known."""
        unknown = [each.name for each in self._colleagues.known if each.agenda is None]
        return [*super().notices, *([f"without {', '.join(unknown)}"] if unknown else [])]

    def show_picks(self) -> None:
        """Show the agendas as they are now."""
        agenda, team = self.picks.agenda, self.picks.team
        rows: Sequence[Compared] = ()
        if team is not None and team.people:
            rows = compare(agenda, team.people, self.programme.catalogue)
        self.list.emptiness = self._why_nothing()
        self.list.show(rows, agenda)
        self.show_detail()

    def _why_nothing(self) -> str:
        found = self._colleagues
        if not found.named:
            return self._how_to_have_a_team()
        if self.picks.team is None:
            return "Reading the agendas of your team …"
        if not self.picks.team.people:
            told = [f"{each.name}: {each.trouble}" for each in found.known]
            return "\n".join(["Nobody of your team has an agenda of this event yet.", "", *told])
        return _NOTHING

    def _how_to_have_a_team(self) -> str:
        from summit_tui.agenda.settings import read_settings

        settings, mine = config_folder() / "settings.json", self.summit.keeper.desk.store.path
        return "\n".join([_NO_TEAM.format(settings=settings, mine=mine), *read_settings().wrong])

    def on_entry_list_mark_clicked(self) -> None:
        """Pick the session whose mark was clicked, or take the pick back."""
        self.action_pick()

    def action_next_day(self) -> None:
        """Go to the next day."""
        if self.list.rows:
            self.list.cursor = self.list.next_day()

    def action_now(self) -> None:
        """Go to what is on now, or comes next."""
        now = clock.now(self.programme.catalogue.event.zone)
        self.list.cursor = first_ahead([row.item for row in self.list.rows], now)


_NO_TEAM = """Who goes where stands here once your team is known.

Name the files of your colleagues' agendas in {settings}:

{{"team": ["~/team/ana.yaml", "Bo=~/team/agenda.yaml"]}}

It then shows here. What you can send them is {mine}."""
_NOTHING = """Neither you nor your team have picked anything yet.

P goes to the programme; there space picks the session under the cursor."""
