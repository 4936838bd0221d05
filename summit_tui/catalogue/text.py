r"""Foreign text made harmless: the one border that every catalogue, note, query and name crosses.

Terminals obey what they are sent, and neither Textual nor click filters it: a title may hold an
escape sequence that clears the screen or writes the clipboard. `clean` removes such sequences
whole, then what no reader can see; it keeps what carries meaning (the zero-width joiners and
variation selectors of emoji and of Persian) and returns NFC. Markup is not this module's concern:
it is never interpreted in the first place.
"""

import re
import unicodedata
from functools import cache
from zlib import crc32

# Patterns are compiled when a text asks for them: most commands see none that does.
# Whole sequences first, so that no "0;title" is left over; then whatever single code is left.
_SEQUENCES = (
    r"(?:\x1b\]|\x9d)[^\x07\x1b\x90\x98\x9c-\x9f\n]*(?:\x07|\x1b\\|\x9c)"  # OSC … BEL or ST
    # DCS, SOS, PM, APC … ST
    r"|(?:\x1b[PX^_]|[\x90\x98\x9e\x9f])[^\x1b\x90\x98\x9c-\x9f]*(?:\x1b\\|\x9c)"
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # CSI
    r"|\x1b[ -/]*[0-~]"  # other escapes of ISO 2022
)
_SINGLES = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and newline, DEL, C1
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\U000e0000-\U000e007f\ud800-\udfff]"
)
_SUSPECT_ASCII = "[\x00-\x08\x0b-\x1f\x7f]"
_LINE_ENDS = "\r\n?|[\u2028\u2029\x85]"
_SPACES = r"[ \t\n\xa0]*[\t\n][ \t\n\xa0]*|[ \xa0]{2,}"
_ACCENTS = "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff]"
_WORDLESS = r"[^a-z0-9]+"

# Letters that NFKD leaves whole although people type them as plain ones.
_PLAIN_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "ħ": "h",
        "ı": "i",
        "ŋ": "n",
    }
)


@cache
def _forbidden() -> re.Pattern[str]:
    return re.compile(f"{_SEQUENCES}|{_SINGLES}")


@cache
def _suspect() -> re.Pattern[str]:
    return re.compile(f"{_SINGLES[:-1]}\u2028\u2029]")


def clean(text: str) -> str:
    """Return `text` without control, invisible and direction codes, lines ending in a newline.

    Newline and tab stay. The result is NFC, has no white space at the ends, and cleaning it again
    changes nothing.
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    if text.isascii():
        if re.search(_SUSPECT_ASCII, text):
            text = _forbidden().sub("", re.sub(_LINE_ENDS, "\n", text))
        return text.strip()
    if _suspect().search(text):
        text = _forbidden().sub("", re.sub(_LINE_ENDS, "\n", text))
    return unicodedata.normalize("NFC", text).strip()


def clean_line(text: str) -> str:
    """Return `text` cleaned and on one line, runs of white space as a single blank."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return re.sub(_SPACES, " ", clean(text))


def fold(text: str) -> str:
    """Return `text` as it is compared: lower case, without accents, ligatures spelled out."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN_LETTERS))
    return unicodedata.normalize("NFC", re.sub(_ACCENTS, "", decomposed))


def slug(text: str, limit: int = 80) -> str:
    """Return `text` as a file name or id: `[a-z0-9-]`, at most `limit` long, never empty.

    Where letters of other scripts had to go, a checksum of them keeps two names apart.
    """
    folded = fold(text)
    base = re.sub(_WORDLESS, "-", folded).strip("-")[:limit].strip("-")
    if folded.isascii() or not any(letter.isalnum() and letter > "\x7f" for letter in folded):
        return base or "untitled"
    mark = f"{crc32(text.encode(errors='replace')):08x}"
    return f"{base[: limit - 9]}-{mark}".strip("-")
