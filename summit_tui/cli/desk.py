"""What a command works on: the programme, my agenda and the time, each opened when first asked."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from summit_tui.catalogue import clock, library
from summit_tui.catalogue.model import Catalogue, Session
from summit_tui.cli import talk
from summit_tui.cli.given import Given
from summit_tui.search.programme import Programme, open_programme

if TYPE_CHECKING:
    from pathlib import Path

    from summit_tui.agenda.circumstances import Circumstances
    from summit_tui.agenda.model import Agenda
    from summit_tui.agenda.settings import Settings
    from summit_tui.agenda.store import AgendaStore
    from summit_tui.agenda.team.reading import Colleague
    from summit_tui.agenda.walking import Walking
    from summit_tui.catalogue.model import Walk
    from summit_tui.search.context import Context
    from summit_tui.search.finding import Found
    from summit_tui.search.query import Query


class Desk:
    """One command's view of the world; reading is lazy and never writes."""

    def __init__(self, given: Given) -> None:
        self.given = given
        self.asked = ""
        """The query as it was typed."""
        self.busy: tuple[Path, ...] = ()
        """Calendars named on the command line."""
        self.walks: tuple[Walk, ...] = ()
        """Walking times given there."""
        self.told: set[str] = set()
        """What was said of all this; whoever looks at it again shares it, and says it no more."""
        self._visiting = False
        if given.at is not None:
            clock.pretend(self._moment(given.at))

    @cached_property
    def programme(self) -> Programme:
        """The programme that is meant."""
        return open_programme(library.current(self.given.catalogue).path)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The catalogue that is meant."""
        return self.programme.catalogue

    @cached_property
    def store(self) -> "AgendaStore":
        """The agenda file."""
        import os

        from summit_tui.agenda.store import AgendaStore, default_path
        from summit_tui.catalogue.places import expanded

        event_id = self.catalogue.event.id
        given = self.given.agenda or os.environ.get("SUMMIT_AGENDA")
        path = expanded(given) if given and not self._visiting else default_path(event_id)
        return AgendaStore(path, event_id)

    @cached_property
    def agenda(self) -> "Agenda":
        """My agenda of the event; said where the file is another event's."""
        agenda = self.store.read()
        here = self.catalogue.event
        if agenda.held and agenda.event != here.id:
            self._tell(f"{self.store.path} is the agenda of {agenda.event}, this is {here.id}")
        return agenda

    @cached_property
    def agenda_to_change(self) -> "Agenda":
        """My agenda as a change finds it, which mends a damaged file."""
        from summit_tui.agenda.errors import DamagedAgendaError

        try:
            return self.agenda
        except DamagedAgendaError:
            return self.store.last_good()

    @cached_property
    def shown_agenda(self) -> "Agenda":
        """My agenda as a list shows it: none where it cannot be read, which is said."""
        from summit_tui.agenda.errors import AgendaError

        try:
            return self.agenda
        except AgendaError as error:
            from summit_tui.agenda.model import Agenda

            talk.say(f"without my agenda: {error}")
            return Agenda(self.catalogue.event.id)

    @property
    def now(self) -> datetime:
        """The present (or pretended) time at the event."""
        return clock.now(self.catalogue.event.zone)

    @cached_property
    def circumstances(self) -> "Circumstances":
        """The ways and appointments of the settings, then those of the command line."""
        from summit_tui.formats.circumstances import gather

        busy = (*self._settings.get("busy"), *self.busy)
        walks = (*self._settings.get("walk"), *self.walks)
        found, notices = gather(self.catalogue, busy, walks)
        for notice in notices:
            self._tell(notice)
        return found

    @cached_property
    def walking(self) -> "Walking":
        """The ways alone, where no appointment matters: no calendar is read."""
        from summit_tui.agenda.walking import walking_of

        return walking_of(self.catalogue, (*self._settings.get("walk"), *self.walks))

    @cached_property
    def context(self) -> "Context":
        """What conditions about me and now are answered from."""
        from summit_tui.agenda.conflicts import busy_spans
        from summit_tui.search.context import Context

        wants = tuple((pick.id, pick.want) for pick in self.agenda)
        busy = self.circumstances.busy(self.picked_sessions())
        return Context(self.now, wants, busy_spans(busy))

    @cached_property
    def colleagues(self) -> "tuple[Colleague, ...]":
        """Whom the settings name as my team, with their agendas; what cannot be read is said."""
        if not (named := self._settings.get("team")):
            return ()
        from summit_tui.agenda.team.reading import read_team

        team = read_team(named, self.catalogue.event.id)
        for each in team:
            if each.trouble and not each.absent:
                self._tell(each.trouble)
        return team

    @cached_property
    def _settings(self) -> "Settings":
        """What the settings say; what means nothing is said."""
        from summit_tui.agenda.settings import read_settings

        settings = read_settings()
        for notice in settings.wrong:
            self._tell(notice)
        return settings

    def picked_sessions(self) -> list[Session]:
        """Return the sessions I picked that the catalogue still has."""
        sessions = (self.catalogue.get(session_id) for session_id in self.agenda.picks)
        return [session for session in sessions if session is not None]

    def named(self, session_id: str) -> Session | None:
        """Return the session or appointment called `session_id`; None where there is none."""
        return self.circumstances.named(session_id, self.catalogue)

    def find(self, query: "Query") -> "Found":
        """Return what `query` means in the programme, to me, now."""
        from summit_tui.search.finding import find
        from summit_tui.search.query import QueryError

        try:
            return find(self.programme, query, self.context_for(query))
        except QueryError as error:
            error.text = self.asked
            raise

    def context_for(self, query: "Query") -> "Context":
        """Return what `query` is answered from: without the agendas that it does not ask for."""
        from summit_tui.search.context import Context
        from summit_tui.search.query import asks_about_me, asks_about_team

        needs_me = any(asks_about_me(each) for each in query.conditions)
        context = self.context if needs_me else Context(self.now)
        if any(asks_about_team(each) for each in query.conditions):
            from summit_tui.agenda.team.reading import picked_by

            return context._replace(team=picked_by(self.colleagues))
        return context

    def at(self, programme: Programme) -> "Desk":
        """Return the view of another programme, with my agenda of it where it always lies."""
        other = Desk(Given())
        other.programme, other._visiting = programme, True
        return other

    def sessions(self, names: Sequence[str]) -> list[Session]:
        """Return the sessions called by `names` (ids or codes); ends with 2 when one is unknown."""
        found = [self.session(name) for name in dict.fromkeys(names)]
        return list({session.id: session for session in found}.values())

    def session(self, name: str) -> Session:
        """Return the session whose id or code is `name`; ends with 2 when there is none."""
        catalogue = self.catalogue
        if not name:
            talk.fail("an empty id names no session")
        if (session := catalogue.get(name)) is not None:
            return session
        from summit_tui.catalogue.problems import did_you_mean
        from summit_tui.catalogue.text import fold

        folded = fold(name)
        ids, codes = catalogue.sessions.ids(), catalogue.sessions.codes()
        for row, (session_id, code) in enumerate(zip(ids, codes, strict=True)):
            if folded in (fold(session_id), fold(code)):
                return catalogue.sessions[row]
        hint = did_you_mean(name, [*ids, *(code for code in codes if code)])
        hint = hint or "summit search finds sessions by their words"
        talk.fail(f"there is no session {name!r} in {catalogue.event.name}: {hint}")

    def _tell(self, notice: str) -> None:
        if notice not in self.told:
            self.told.add(notice)
            talk.say(notice)

    def _moment(self, text: str) -> datetime:
        """Return the time `--at` pretends: with or without an offset, or a time of day today.

        Today is the event's. A programme that cannot be read has its say when it is asked for.
        """
        from summit_tui.catalogue.problems import CatalogueError
        from summit_tui.catalogue.times import YEARS, parse_time

        try:
            moment = datetime.fromisoformat(text.strip())
        except ValueError:
            moment = None
        try:
            if moment is None:
                time, today = parse_time(text), clock.now()
                with suppress(CatalogueError):
                    today = self.now
                return datetime.combine(today.date(), time)
            if moment.year in YEARS:
                return moment
        except ValueError:
            pass
        talk.fail(f"--at {text!r} is not a moment: write 2019-04-02T10:00, or 10:00 for today")
