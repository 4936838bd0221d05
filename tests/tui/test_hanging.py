"""Lines that go on stand below the text, not below what leads it."""

import pytest

from summit_tui.tui.hanging import Hanging, beside


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (40, ["09:30 ★ Kites for all", "        Blue"]),
        (26, ["09:30 ★ Kites for all", "        Blue"]),
        (24, ["09:30 ★ Kites for all", "        Blue"]),
        (20, ["09:30 ★ Kites for", "  all", "  Blue"]),
        (12, ["09:30 ★", "  Kites for", "  all", "  Blue"]),
    ],
)
def test_a_text_goes_on_below_itself(width: int, lines: list[str]) -> None:
    row = Hanging(beside("09:30 ★ ", "Kites for all", "bold"), beside(" " * 8, "Blue", ""))
    assert str(row._write(width)).split("\n") == lines
    assert row.get_height({}, width) == len(lines)


def test_a_long_text_is_told_whole() -> None:
    row = Hanging(beside("ics    ", "for any calendar; it updates instead of doubling", ""))
    assert str(row._write(30)).split("\n") == [
        "ics    for any calendar; it",
        "       updates instead of",
        "       doubling",
    ]
    assert row.get_optimal_width({}, 10) == 55


def test_markup_is_only_text_and_wide_signs_count_twice() -> None:
    row = Hanging(beside("[b] ", "東京 [/nope] 東京 東京 東京", "bold"))
    assert str(row._write(20)).split("\n") == ["[b] 東京 [/nope]", "    東京 東京 東京"]


def test_a_bare_lead_stands_alone() -> None:
    assert str(Hanging(beside("* ", "", ""))._write(20)) == "* "
