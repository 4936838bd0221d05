"""A comparison of agendas in words, the same on every screen and in all output."""

from collections.abc import Sequence

from summit_tui.agenda.model import WANT_MARKS, Agenda
from summit_tui.agenda.team.comparing import MINE, THEIRS, TOGETHER, Clash, Compared
from summit_tui.catalogue.model import Catalogue, Session
from summit_tui.catalogue.times import said_length


def tally(rows: Sequence[Compared], whom: str) -> list[tuple[int, str]]:
    """Return how many of `rows` are of which kind; `whom` are the others: `only Ana`.

    Each number with what it counts: `together`, `only me`, `only Ana`, `clashes`.
    """
    kinds = {TOGETHER: "together", MINE: "only me", THEIRS: f"only {whom}"}
    counts = [(sum(row.kind == kind for row in rows), said) for kind, said in kinds.items()]
    clashes = sum(len(row.clashes) for row in rows)
    return [*counts, (clashes, "clash" if clashes == 1 else "clashes")]


def again_words(names: Sequence[str], run: Session, than: Session) -> str:
    """Return `Ana and Bo in the run of 14:30`, with the day where it is another than of `than`."""
    return f"{' and '.join(names)} in the run of {_when(run, than)}"


def _when(run: Session, than: Session) -> str:
    if run.start is None:
        return "an unknown time"
    day = f"{run.start:%a} {run.start.day} {run.start:%b} " if run.date != than.date else ""
    return f"{day}{run.start:%H:%M}"


def runs_in_words(row: Compared, catalogue: Catalogue) -> list[str]:
    """Return who goes to which other run of the session, a line each."""
    pairs = [(catalogue.get(each.id), each.names) for each in row.again]
    return [
        again_words(names, run, row.item.session)
        for run, names in pairs
        if run and row.item.session
    ]


def clash_words(clash: Clash, row: Compared, mine: Agenda, catalogue: Catalogue) -> str:
    """Return `30 min with ★ Functions in anger`, and which of those in `row` are apart from me.

    That is not said where all of them are.
    """
    session = catalogue.get(clash.id)
    mark = WANT_MARKS[mine.picks[clash.id].want]
    text = f"{said_length(clash.minutes)} with {mark} {session.title if session else clash.id}"
    some = clash.names if len(clash.names) < len(row.wants) else ()
    return f"{text} (where {' and '.join(some)} is not)" if some else text
