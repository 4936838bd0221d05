"""What a value of any make says, as one text."""

from typing import Any

import pytest

from summit_tui.formats.readers.listed_values import called


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Amber", "Amber"),
        ({"name": "Amber", "capacity": 40}, "Amber"),
        ({"en": "Beds"}, "Beds"),
        ({"hour": 9, "minute": 5}, "9:05"),
        ({"minute": 5, "hour": 9}, "9:05"),
        ({"m": 0, "h": 14}, "14:00"),
        ({"time": "09:30", "date": "2026-05-04"}, "2026-05-04 09:30"),
        ({"dateTime": "2026-05-04T09:30:00Z", "timeZone": "UTC"}, "2026-05-04T09:30:00Z"),
        ({"capacity": 40}, ""),
    ],
)
def test_what_a_thing_is_called(value: Any, expected: str) -> None:
    assert called(value) == expected


def test_a_thing_may_repeat_what_it_stands_under() -> None:
    assert called({"venue": "Amber"}, "venue") == "Amber"
