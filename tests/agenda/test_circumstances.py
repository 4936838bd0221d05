"""What an agenda is judged by besides the programme."""

from summit_tui.agenda.circumstances import Circumstances
from tests.factories import make_catalogue, make_session

TALK, DENTIST, LUNCH = (make_session(each) for each in ("talk", "dentist", "lunch"))
MINE = Circumstances(appointments=(DENTIST, LUNCH))


def test_appointments_take_my_time_too() -> None:
    assert MINE.busy([TALK]) == (TALK, DENTIST, LUNCH)
    assert Circumstances().busy([TALK]) == (TALK,)


def test_a_session_is_found_by_its_id_and_so_is_an_appointment() -> None:
    catalogue = make_catalogue(TALK)
    assert MINE.named("talk", catalogue) == TALK
    assert MINE.named("lunch", catalogue) == LUNCH
    assert MINE.named("nothing", catalogue) is None
    assert Circumstances().named("lunch", catalogue) is None
