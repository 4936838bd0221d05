"""What a page sends, as the application's driver reads it: packets of Textual's web driver.

A packet is its kind (`D` what was typed, `M` something else, in JSON), four bytes of length, and so
many bytes. A page may be anybody's, so what makes no sense becomes nothing.
"""

import json
from collections.abc import Mapping

MOST_CELLS = 1000
"""No terminal is wider or higher."""
STANDARD = (80, 24)


def packet(kind: bytes, payload: bytes) -> bytes:
    """Return `payload` as a packet of `kind`."""
    return kind + len(payload).to_bytes(4, "big") + payload


def from_page(text: str) -> bytes:
    """Return the packet for a message of the page; nothing for one that is none."""
    try:
        message = json.loads(text)
    except (ValueError, RecursionError):
        return b""
    match message:
        case ["stdin", str(typed)]:
            return packet(b"D", typed.encode("utf-8", errors="replace"))
        case ["resize", {"width": int(width), "height": int(height)}]:
            size = {"width": _bounded(width), "height": _bounded(height)}
            return packet(b"M", json.dumps({"type": "resize", **size}).encode())
        case ["focus" | "blur" as what]:
            return packet(b"M", json.dumps({"type": what}).encode())
    return b""


def size_asked(query: Mapping[str, str]) -> tuple[int, int]:
    """Return the columns and lines that a page asks for in its address."""
    width, height = (
        _bounded(int(text)) if text.isascii() and text.isdigit() and len(text) < 6 else usual
        for text, usual in zip(
            (query.get("width", ""), query.get("height", "")), STANDARD, strict=True
        )
    )
    return width, height


def _bounded(cells: int) -> int:
    return max(1, min(cells, MOST_CELLS))
