"""The zones that sheets say their times are in."""

import pytest

from tests.formats.readers.documents import imported, told


@pytest.mark.parametrize(
    ("heads", "cells", "zone", "start"),
    [
        ("Date,Start (UTC),End (UTC)", "2026-05-07,14:00,15:00", "UTC", "16:00"),
        ("Date,Time [America/New_York]", "2026-05-07,14:00", "America/New_York", "20:00"),
        ("Date,Time", "2026-05-07,14:00 CEST", "Europe/Berlin", "14:00"),
        ("Date,Time", "2026-05-07,10:00 - 11:00 (PDT)", "America/Los_Angeles", "19:00"),
        ("Date,Time,Timezone", "2026-05-07,14:00,Asia/Tokyo", "Asia/Tokyo", "07:00"),
        ("Date,Time (local)", "2026-05-07,14:00", "UTC", "14:00"),
        ("Date,Time (min/max)", "2026-05-07,14:00 UHR", "UTC", "14:00"),
    ],
)
def test_times_are_in_the_zone_that_is_named(heads: str, cells: str, zone: str, start: str) -> None:
    data = f"Title,{heads}\nA,{cells}\n".encode()
    assert imported(data).catalogue.event.timezone == zone
    (one,) = imported(data, "Europe/Berlin").catalogue.sessions
    assert f"{one.start:%H:%M}" == start


def test_each_row_may_have_a_zone_of_its_own() -> None:
    data = (
        b"Title,Date,Time\nA,2026-05-07,14:00 UTC\nB,2026-05-07,14:00 JST\nC,2026-05-07,14:00 IST\n"
    )
    found = imported(data, "Europe/Paris").catalogue.sessions
    assert [f"{one.title} {one.start:%H:%M}" for one in found] == ["B 07:00", "C 14:00", "A 16:00"]
    assert told(data, "Europe/Paris") == ["unread: the time zone 'IST' (in c)"]
