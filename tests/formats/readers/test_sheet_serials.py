"""Dates and times that are numbers, as spreadsheets keep them."""

import pytest

from tests.formats.readers.documents import imported, told


@pytest.mark.parametrize(
    "text",
    [
        "Title,Date,Start,End\nBeds,46146,0.4166667,0.4479167\n",
        "Title,Start,End\nBeds,46146.4166667,46146.447916667\n",
        "Titel;Beginn;Ende\nBeds;46146,4166666667;46146,44791667\n",
        "Title,Date,Time,Duration\nBeds,46146,.41666666,0.03125\n",
        "Title,Date,Time,Duration\nBeds,46146,10:00,45\n",
    ],
)
def test_numbers_are_days_and_fractions_of_days(text: str) -> None:
    (one,) = imported(text.encode(), "UTC").catalogue.sessions
    assert (f"{one.start:%Y-%m-%d %H:%M}", one.duration) == ("2026-05-04 10:00", 45)
    assert told(text.encode(), "UTC") == [
        "changed: dates and times are numbers, as spreadsheets keep them: read so"
    ]


def test_a_fraction_that_is_all_but_a_day_is_the_next_midnight() -> None:
    text = "Title,Start\nBeds,46145.99999999\n"
    (one,) = imported(text.encode(), "UTC").catalogue.sessions
    assert f"{one.start:%Y-%m-%d %H:%M}" == "2026-05-04 00:00"


@pytest.mark.parametrize("said", ["2026-05-04 10:00", "4.5.2026 10:00", "2026-05-04T10:00:00"])
def test_what_is_written_as_people_do_stays(said: str) -> None:
    text = f"Title,Start,Duration\nBeds,{said},0.5\n"
    (one,) = imported(text.encode(), "UTC").catalogue.sessions
    assert f"{one.start:%Y-%m-%d %H:%M}" == "2026-05-04 10:00"
    assert not any("spreadsheets" in note for note in told(text.encode(), "UTC"))
