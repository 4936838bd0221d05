"""What is cut to fit is as wide as it says, whatever stands at the edge."""

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from summit_tui.tui.cutting import cut_between_characters

ASTRONAUT = "\N{WOMAN}\N{EMOJI MODIFIER FITZPATRICK TYPE-4}\N{ZERO WIDTH JOINER}\N{ROCKET}"


@pytest.mark.parametrize(
    "text", [f"ab {ASTRONAUT}{ASTRONAUT} e\u0301 日本", "日x\ufe0f\u2764\ufe0f"]
)
def test_parts_are_as_wide_as_they_say(text: str) -> None:
    cut_between_characters()
    strip = Strip([Segment(text), Segment(" end")])
    for start in range(strip.cell_length):
        for end in range(start + 1, strip.cell_length + 1):
            part = strip.crop(start, end)
            assert cell_len(part.text) == end - start
            assert not part.text.startswith("\N{ZERO WIDTH JOINER}")
            assert not part.text.startswith("\u0301")
