"""Hours of learning by track and level."""

from summit_tui.agenda.hours import Share, by_level, by_track, total
from summit_tui.catalogue.levels import DEFAULT_SCALE
from tests.factories import make_session

SESSIONS = (
    make_session("a", tracks=("Data", "AI"), level=300),
    make_session("b", tracks=("AI",), level=100, duration=60),
    make_session("c", tracks=("Data",), level=300, duration=30),
    make_session("d", duration=None),
    make_session("odd", level="999"),
    make_session("lunch", tracks=("Data",), kind="meal", duration=90),
    make_session("stands", tracks=("Data",), kind="expo", duration=600),
    make_session("off", tracks=("AI",), status="cancelled"),
)


def test_pauses_and_what_is_cancelled_are_no_hours() -> None:
    assert total(SESSIONS) == Share("", 5, 180)
    assert total(()) == Share("", 0, 0)


def test_a_session_counts_for_its_first_track_and_the_parts_add_up() -> None:
    shares = by_track(SESSIONS)
    assert shares == (Share("Data", 2, 75), Share("AI", 1, 60), Share("", 2, 45))
    assert sum(share.minutes for share in shares) == total(SESSIONS).minutes


def test_levels_stand_in_the_order_of_their_scale() -> None:
    assert by_level(SESSIONS, DEFAULT_SCALE) == (
        Share("100 Introductory", 1, 60),
        Share("300 Advanced", 2, 75),
        Share("", 2, 45),
    )
