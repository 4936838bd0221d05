"""Several people in one text, parted where they are, in time that grows with the text."""

import pytest

from summit_tui.formats.readers.names import parted


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ada Moss", ["Ada Moss"]),
        ("Ada Moss, Bo Fern and  Cy Lark", ["Ada Moss", "Bo Fern", "Cy Lark"]),
        ("Ada Moss & Bo Fern et Cy Lark, und Di", ["Ada Moss", "Bo Fern", "Cy Lark", "Di"]),
        ("Ada Moss (Quartz, Inc), Bo Fern", ["Ada Moss (Quartz, Inc)", "Bo Fern"]),
        ("Ada (Quartz, Bo", ["Ada (Quartz", "Bo"]),
        ("Sandy Anders", ["Sandy Anders"]),
        (" , ,", []),
    ],
)
def test_parts(text: str, parts: list[str]) -> None:
    assert parted(text) == parts


@pytest.mark.parametrize("piece", [", ", "(", "(,", " ", " and ", ",("])
def test_a_huge_text_takes_no_longer_than_its_size(piece: str) -> None:
    assert "".join(parted(f"A{piece * 100_000}B")).startswith("A")
