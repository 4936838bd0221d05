"""What a page sends becomes a packet of Textual's web driver, or nothing."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.drivers._byte_stream import ByteStream

from summit_tui.tui.web.packets import MOST_CELLS, from_page, size_asked


@pytest.mark.parametrize(
    ("message", "kind", "payload"),
    [
        (["stdin", "é\x1b[A"], "D", "é\x1b[A".encode()),
        (["stdin", "\ud800"], "D", b"?"),
        (["focus"], "M", b'{"type": "focus"}'),
        (["blur"], "M", b'{"type": "blur"}'),
        (
            ["resize", {"width": 90, "height": 10**9}],
            "M",
            b'{"type": "resize", "width": 90, "height": 1000}',
        ),
        (
            ["resize", {"width": -1, "height": 0}],
            "M",
            b'{"type": "resize", "width": 1, "height": 1}',
        ),
    ],
)
def test_what_a_page_says(message: object, kind: str, payload: bytes) -> None:
    assert list(ByteStream().feed(from_page(json.dumps(message)))) == [(kind, payload)]


@pytest.mark.parametrize(
    "text",
    ["", "[", "[" * 100_000, "{}", '["stdin", 1]', '["resize", {"width": "1"}]', '["quit"]', "[]"],
)
def test_what_makes_no_sense_is_nothing(text: str) -> None:
    assert from_page(text) == b""


@given(st.text())
def test_whatever_is_typed_arrives(text: str) -> None:
    sent = from_page(json.dumps(["stdin", text]))
    assert list(ByteStream().feed(sent)) == [("D", text.encode())]


@pytest.mark.parametrize(
    ("width", "height", "size"),
    [
        ("120", "40", (120, 40)),
        ("", "x", (80, 24)),
        ("-1", "²", (80, 24)),
        ("0", "99999", (1, MOST_CELLS)),
        ("9" * 5000, "1", (80, 1)),
    ],
)
def test_the_size_a_page_asks_for(width: str, height: str, size: tuple[int, int]) -> None:
    assert size_asked({"width": width, "height": height}) == size
