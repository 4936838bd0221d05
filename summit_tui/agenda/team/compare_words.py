"""A comparison of agendas in words, the same on every screen and in all output."""

from collections.abc import Sequence

from summit_tui.agenda.model import WANT_MARKS, Agenda
from summit_tui.agenda.team.comparing import MINE, THEIRS, TOGETHER, Clash, Compared
from summit_tui.catalogue.model import Catalogue
from summit_tui.catalogue.times import said_length


def tally(rows: Sequence[Compared], whom: str) -> list[tuple[int, str]]:
    """Return how many of `rows` are of which kind; `whom` are the others: `only Ana`.

    Each number with what it counts: `together`, `only me`, `only Ana`, `clashes`.
    """
    kinds = {TOGETHER: "together", MINE: "only me", THEIRS: f"only {whom}"}
    counts = [(sum(row.kind == kind for row in rows), said) for kind, said in kinds.items()]
    clashes = sum(len(row.clashes) for row in rows)
    return [*counts, (clashes, "clash" if clashes == 1 else "clashes")]


def clash_words(clash: Clash, row: Compared, mine: Agenda, catalogue: Catalogue) -> str:
    """Return `30 min with ★ Functions in anger`, and which of those in `row` are apart from me.

    That is not said where all of them are.
    """
    session = catalogue.get(clash.id)
    mark = WANT_MARKS[mine.picks[clash.id].want]
    text = f"{said_length(clash.minutes)} with {mark} {session.title if session else clash.id}"
    some = clash.names if len(clash.names) < len(row.wants) else ()
    return f"{text} (where {' and '.join(some)} is not)" if some else text
