"""In which encoding text is that does not say so, as far as its bytes tell."""

import codecs
import re

_TELLING = 400
"""Bytes that tell UTF-16."""
_EASTERN = (
    ("Korean (CP949)", "cp949", re.compile("[\uac00-\ud7a3]{2,}")),
    ("Japanese (Shift JIS)", "cp932", re.compile("[\u3040-\u9fff]{2,}")),
)
"""Name, codec, and the words that a text has at least half of its letters in."""
WESTERN = ("Windows-1252", "cp1252")


def unmarked_utf16(data: bytes) -> str:
    """Return the codec of UTF-16 without a byte order mark; empty when it is none.

    Half of each letter of the west is a zero, and of each comma in the east.
    """
    even, odd = data[:_TELLING:2].count(0), data[1:_TELLING:2].count(0)
    few = min(len(data), _TELLING) // 20
    if max(even, odd) <= few or min(even, odd) > few:
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def wrong_bytes(data: bytes, text: str) -> tuple[int, int]:
    """Return how many letters of `text`, decoded from UTF-8, are replaced, and how many foreign."""
    wrong = text.count("\ufffd") - data.count("\ufffd".encode())
    return wrong, sum(letter > "\x7f" for letter in text) - wrong


def old_encoding(data: bytes) -> tuple[str, str]:
    """Return the name and codec of what Windows saved before UTF-8, by the script that comes out.

    Korean and Japanese texts have their letters side by side, in western ones a few stand alone:
    each with the letter behind it is one of theirs as well.
    """
    for name, codec, words in _EASTERN:
        try:
            text = data.decode(codec)
        except ValueError:
            continue
        foreign = sum(letter > "\x7f" for letter in text)
        if foreign and 2 * sum(map(len, words.findall(text))) >= foreign:
            return name, codec
    return WESTERN


def looked_at(head: bytes) -> str:
    """Return the beginning of a text, wrong bytes replaced, to see what it is."""
    marked = head[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    codec = "utf-16" if marked else unmarked_utf16(head) or "utf-8-sig"
    return head.decode(codec, "replace")
