"""What an agenda is judged by besides the programme."""

from pathlib import Path

from summit_tui.catalogue.model import Walk
from summit_tui.formats.circumstances import gather
from tests.factories import make_catalogue, make_session
from tests.formats.readers.calendars import calendar, event

DAY = make_catalogue(
    make_session("a", "2024-05-04 09:30", room="Blue"), walking=(Walk(("Blue", "Red"), 4),)
)


def test_the_ways_are_the_catalogues_and_those_given() -> None:
    found, told = gather(DAY, walks=[Walk((), 9)])
    assert told == ()
    assert (found.walking.minutes("Blue", "Red"), found.walking.minutes("Blue", "Green")) == (4, 9)


def test_a_calendar_that_cannot_be_read_takes_the_others_with_it_nowhere(tmp_path: Path) -> None:
    good = tmp_path / "good.ics"
    good.write_bytes(calendar(event()))
    found, told = gather(DAY, [tmp_path / "none.ics", tmp_path, good])
    assert [one.title for one in found.appointments] == ["Sleeping tables"]
    assert found.named("busy-1", DAY) == found.appointments[0]
    assert found.named("a", DAY) == DAY.sessions[0]
    assert found.named("nobody", DAY) is None
    assert [each.partition(": ")[0] for each in told] == [str(tmp_path / "none.ics"), str(tmp_path)]
