"""Queries that nobody should type, and some that people do, drawn at random.

A query is made from a seed and a number, so that one that does harm can be made again. The kinds
are: bytes of any sort, signs of any script, emoji, direction and control codes; a hundred
thousand characters; thousands of words; signs of the language in any order and number; sound
queries with every field, spoiled in a few places; and words of the programme, whole, cut and
mistyped.
"""

from collections.abc import Callable, Sequence
from random import Random

from summit_tui.search.query import ALIASES, FIELDS

_LONGEST = 100_000
_CONTROL = "\x00\x01\x07\x08\t\n\r\x1b\x7f\x85\x9b\u00ad\u200b\u200d\u2028\ufeff\ufffe\udc80"
_DIRECTION = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_EMOJI = "😀🧑‍💻👩‍🔬🇫🇷🏳️‍🌈👍🏽❤️‍🔥🅰️1️⃣"
_SIGNS = (
    '"',
    "'",
    ",",
    ":",
    "-",
    "@",
    ">=",
    "<=",
    "<",
    ">",
    "=",
    "+",
    "(",
    ")",
    "|",
    "*",
    "\\",
    " ",
)
_VALUE_WORDS = (
    "300 300+ 200-300 >=300 advanced tue tue-thu 2 2+ 2019-04-02 02/04 today tomorrow 14:00 14h30 "
    "2pm noon now 25:61 9999-99-99 me mine picked must want maybe upcoming past cancelled recorded "
    "fr French keynote talk workshop svs301 serverless K8s c++ c# .net 0 -1 1e9 ١٢٣ ½ ß İ ſ"
)
_VALUES = tuple(_VALUE_WORDS.split())
_FIELDS = (*FIELDS, *ALIASES, "nofield", "levl", "LEVEL")


def make_query(seed: int, number: int, words: Sequence[str]) -> str:
    """Return one query; `words` are those of the programme it is asked of."""
    random = Random(f"{seed}:{number}")  # noqa: S311 - no secret
    kinds, shares = zip(*_KINDS, strict=True)
    text = str(random.choices(kinds, shares)[0](random, words))
    return _spoiled(text, random) if random.random() < 0.2 else text


def _bytes(random: Random, _: Sequence[str]) -> str:
    raw = random.randbytes(random.choice((1, 3, 10, 60, 400)))
    return raw.decode(random.choice(("utf-8", "latin-1", "utf-16")), errors="replace")


def _any_script(random: Random, _: Sequence[str]) -> str:
    highest = random.choice((0x7F, 0x17F, 0x5FF, 0xFFFF, 0x10FFFF))
    return "".join(chr(random.randrange(highest + 1)) for _ in range(random.randrange(1, 80)))


def _unseen(random: Random, words: Sequence[str]) -> str:
    signs = [*_CONTROL, *_DIRECTION, *_EMOJI, _EMOJI, " ", "\u0301", "\u0489" * 20]
    some = random.choices(signs, k=random.randrange(1, 40))
    return "".join(random.choice((sign, sign + random.choice(words))) for sign in some)


def _endless(random: Random, words: Sequence[str]) -> str:
    make = random.choice((_bytes, _any_script, _unseen, _soup, _sound, _typed))
    piece = make(random, words) or "a"
    length = random.choice((1_999, 2_000, 2_001, 10_000, _LONGEST))
    return (piece * (length // len(piece) + 1))[:length]


def _crowd(random: Random, words: Sequence[str]) -> str:
    some = random.choices(words, k=random.choice((50, 200, 1_000, 5_000)))
    most = random.choice((1, 2, 3, 40))
    return random.choice((" ", ",", " -", '" "', ":")).join(word[:most] for word in some)


def _soup(random: Random, words: Sequence[str]) -> str:
    pool = (_SIGNS, _SIGNS, _FIELDS, _VALUES, words)
    count = random.choice((3, 10, 40, 300))
    return "".join(random.choice(random.choice(pool)) for _ in range(count))


def _deep(random: Random, words: Sequence[str]) -> str:
    sign = random.choice(_SIGNS)
    field = random.choice(_FIELDS)
    count = random.choice((2, 50, 400, 1_500))
    return random.choice((sign * count, f"{field}:" * count, f"{field}:{sign}" * count)) + (
        random.choice(words) if random.random() < 0.5 else ""
    )


def _sound(random: Random, words: Sequence[str]) -> str:
    parts = [_condition(field, random, words) for field in random.sample(list(FIELDS), 3)]
    parts += random.choices(words, k=random.randrange(3))
    if random.random() < 0.3:
        parts.append(f'"{" ".join(random.choices(words, k=3))}"')
    if random.random() < 0.3:
        parts.append(f"-{random.choice(words)}")
    random.shuffle(parts)
    return " ".join(parts)


def _condition(field: str, random: Random, words: Sequence[str]) -> str:
    values = [random.choice(random.choice((_VALUES, words))) for _ in range(random.randrange(1, 4))]
    values = [f'"{each}"' if random.random() < 0.2 else each for each in values]
    sign = random.choice((":", ":", ":", ">=", "<", "=", ":>="))
    return f"{random.choice(('', '', '-'))}{field}{sign}{','.join(values)}"


def _typed(random: Random, words: Sequence[str]) -> str:
    some = random.choices(words, k=random.choice((1, 1, 2, 3, 6)))
    return " ".join(_mistyped(word, random) for word in some)


def _mistyped(word: str, random: Random) -> str:
    word = word[: random.randrange(1, len(word) + 1)] if random.random() < 0.3 else word
    for _ in range(random.choice((0, 1, 1, 2, 3))):
        word = _spoiled(word, random)
    return word


def _spoiled(text: str, random: Random) -> str:
    """Return `text` with one place cut, doubled, or given a sign."""
    at = random.randrange(len(text) + 1)
    to = min(len(text), at + random.choice((0, 1, 1, 5)))
    into = random.choice(
        ("", "", text[at:to] * 2, random.choice(_SIGNS), chr(random.randrange(97, 123)))
    )
    return text[:at] + into + text[to:]


Maker = Callable[[Random, Sequence[str]], str]
_KINDS: tuple[tuple[Maker, int], ...] = (
    (_bytes, 10),
    (_any_script, 10),
    (_unseen, 10),
    (_endless, 3),
    (_crowd, 5),
    (_soup, 15),
    (_deep, 7),
    (_sound, 20),
    (_typed, 20),
)
"""Each kind with its share in a hundred."""
