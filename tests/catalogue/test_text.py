import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_tui.catalogue.text import clean, clean_line, fold, slug

FAMILY = "👩\u200d👩\u200d👧"
HEART = "❤\ufe0f"


@pytest.mark.parametrize(
    ("foreign", "cleaned"),
    [
        ("plain", "plain"),
        ("\x1b]0;PWNED\x07title", "title"),
        ("\x1b]52;c;aGVsbG8=\x1b\\x", "x"),
        ("\x9d52;c;aGVsbG8=\x9cx", "x"),
        ("\x1b]8;;http://evil\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("a\x1b[2Jb\x1b[38;5;1mc", "abc"),
        ("a\x9b31mb", "ab"),
        ("a\x1bP1$tx\x1b\\b", "ab"),
        ("a\x1b(Bb\x1b=c", "abc"),
        ("never ended \x1b]0;x", "never ended 0;x"),
        ("\x1b\x1b[31m[2J", "[2J"),
        ("nul\0 bell\x07 vt\x0b del\x7f", "nul bell vt del"),
        ("\u202egnp.exe\u202c \u2066x\u2069", "gnp.exe x"),
        ("zero\u200bwidth\ufeff\u2060 tag\U000e0041", "zerowidth tag"),
        ("soft\u00adhyphen", "softhyphen"),
        ("lone\ud800surrogate", "lonesurrogate"),
        ("a\r\nb\rc\u2028d\x85e", "a\nb\nc\nd\ne"),
        ("e\u0301te\u0301", "été"),
        (f"{FAMILY} {HEART}", f"{FAMILY} {HEART}"),
        ("a\u200cb", "a\u200cb"),
        ("  edges\n\t", "edges"),
        ("tab\tand\nnewline", "tab\tand\nnewline"),
        ("[/nope] [@click=app.quit]x [bold]", "[/nope] [@click=app.quit]x [bold]"),
        ("日本語 한국어 ไทย", "日本語 한국어 ไทย"),
    ],
)
def test_foreign_text_is_made_harmless_once(foreign: str, cleaned: str) -> None:
    assert clean(foreign) == cleaned


_NASTY = st.text(
    st.sampled_from("\x1b]0;[mJ\x07\x9b\x9d\x9c\\P\u202e\u200d\r\n\t a é\u0301\ud800\U000e0041")
    | st.characters(codec=None, categories=None),
    max_size=30,
)


@given(_NASTY)
def test_what_is_clean_holds_no_code_and_stays_as_it_is(text: str) -> None:
    once = clean(text)
    assert not [c for c in once if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t"]
    assert not set(once) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(_NASTY)
def test_a_line_is_one_line(text: str) -> None:
    line = clean_line(text)
    assert "\n" not in line
    assert "\t" not in line
    assert clean_line(line) == line


def test_a_line_keeps_no_runs_of_blanks() -> None:
    assert clean_line("a \n\t b   c") == "a b c"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Événements", "evenements"),
        ("STRASSE Straße", "strasse strasse"),
        ("Œuvre Æther Łódź", "oeuvre aether lodz"),
        ("Ωμέγα", "ωμεγα"),
        ("ﬁn ①", "fin 1"),
        ("서울", "서울"),
        ("が", "が"),
    ],
)
def test_folding_takes_case_and_accents_away(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("AWS Summit Paris 2019", "aws-summit-paris-2019"),
        ("../../etc/passwd", "etc-passwd"),
        ("Été à l'œuvre", "ete-a-l-oeuvre"),
        ("日本語", "a80b52e5"),
        ("東京サミット 2026", "2026-765ab5c8"),
        ("***", "untitled"),
        ("", "untitled"),
        ("x" * 200, "x" * 80),
    ],
)
def test_a_slug_is_a_safe_name(text: str, expected: str) -> None:
    assert slug(text) == expected


@pytest.mark.parametrize("opening", ["\x9d", "\x90", "\x1b]", "\x1bP"])
def test_codes_that_never_end_cost_no_more_than_their_length(opening: str) -> None:
    assert clean(opening * 20_000 + "end").endswith("end")
