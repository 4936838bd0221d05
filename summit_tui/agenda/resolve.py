"""My picks with the sessions they mean: the agenda as a person looks at it, in time order."""

from dataclasses import dataclass
from datetime import datetime

from summit_tui.agenda.model import Agenda, Pick
from summit_tui.catalogue.model import Catalogue, Session
from summit_tui.catalogue.times import parse_moment


@dataclass(frozen=True, slots=True)
class Resolved:
    """A pick with its session, None when the programme no longer has it."""

    pick: Pick
    session: Session | None
    start: datetime | None
    """The session's start; for a missing one the start it had when it was picked."""

    @property
    def id(self) -> str:
        """The session's id."""
        return self.pick.id

    @property
    def missing(self) -> bool:
        """Whether the programme has no such session."""
        return self.session is None

    @property
    def title(self) -> str:
        """The session's title; for a missing one what is remembered of it."""
        return self.pick.name if self.session is None else self.session.title


def resolve(agenda: Agenda, catalogue: Catalogue) -> tuple[Resolved, ...]:
    """Return every pick of `agenda` with its session, by start, those without time last."""
    return tuple(sorted((_resolved(pick, catalogue) for pick in agenda), key=_order))


def sessions_of(agenda: Agenda, catalogue: Catalogue) -> tuple[Session, ...]:
    """Return the sessions of `agenda` that `catalogue` has, by start: what can conflict."""
    return tuple(item.session for item in resolve(agenda, catalogue) if item.session is not None)


def _resolved(pick: Pick, catalogue: Catalogue) -> Resolved:
    session = catalogue.get(pick.id)
    return Resolved(
        pick, session, _remembered(pick, catalogue) if session is None else session.start
    )


def _remembered(pick: Pick, catalogue: Catalogue) -> datetime | None:
    try:
        return parse_moment(pick.start or "", catalogue.event.zone)
    except ValueError:
        return None


def _order(item: Resolved) -> tuple[bool, float, str]:
    return item.start is None, item.start.timestamp() if item.start else 0.0, item.id
