"""Who speaks, with all their sessions, and found by name."""

import pytest

from summit_tui.catalogue.model import Speaker
from summit_tui.catalogue.sections import DamagedError, Sections
from summit_tui.search.programme import programme_of
from summit_tui.search.speakers import SECTION, named, read_speakers, sections_of
from tests.factories import make_catalogue, make_session

ADA = Speaker("Ada Quill", "Engineer", "Northwind")
ELOISE = Speaker("Éloïse d'Orme", "Baker")
PLAIN = Speaker("夜 フクロウ")
SIGN = Speaker("🦉")
CATALOGUE = make_catalogue(
    make_session("a", "09:00", speakers=(ELOISE, ADA)),
    make_session("b", "10:00", speakers=(ADA, ADA)),
    make_session("c", "11:00", speakers=(Speaker("Ada Quill", None, "Southwind"),)),
    make_session("d", "12:00", speakers=(PLAIN, SIGN)),
    make_session("e", "13:00"),
    make_session("f", "14:00", speakers=(Speaker("Bo Lark", None, "Northwind"),)),
)
EVERYONE = programme_of(CATALOGUE).index.speakers


def test_everyone_is_there_once_by_name_with_all_their_sessions() -> None:
    assert [(each.name, each.about, each.rows) for each in EVERYONE] == [
        ("Ada Quill", "Northwind, Southwind", [0, 1, 2]),
        ("Bo Lark", "Northwind", [5]),
        ("Éloïse d'Orme", "Baker", [0]),
        ("夜 フクロウ", "", [3]),
        ("🦉", "", [3]),
    ]


def test_a_company_too_many_is_left_out() -> None:
    many = [Speaker("Ada", None, f"Company {number}") for number in range(4)]
    catalogue = make_catalogue(
        *(make_session(str(n), f"1{n}:00", speakers=(each,)) for n, each in enumerate(many))
    )
    assert [each.about for each in programme_of(catalogue).index.speakers] == [
        "Company 0, Company 1"
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", ["Ada Quill", "Bo Lark", "Éloïse d'Orme", "夜 フクロウ", "🦉"]),
        ("   ", ["Ada Quill", "Bo Lark", "Éloïse d'Orme", "夜 フクロウ", "🦉"]),
        ("q", ["Ada Quill"]),
        ("QUILL ada", ["Ada Quill"]),
        ("northw", ["Ada Quill", "Bo Lark"]),
        ("north bo", ["Bo Lark"]),
        ("ada bo", []),
        ("eloise", ["Éloïse d'Orme"]),
        ("orme", ["Éloïse d'Orme"]),
        ("uill", []),
        ("フクロウ", ["夜 フクロウ"]),
        ("🦉", ["🦉"]),
        ("🐝", []),
        ("xyzzy", []),
    ],
)
def test_who_is_found_by_beginnings(text: str, names: list[str]) -> None:
    assert [each.name for each in named(EVERYONE, text).speakers] == names


@pytest.mark.parametrize(
    ("text", "name", "readings"),
    [
        ("qiull", "Ada Quill", (("qiull", "quill"),)),
        ("eloisse", "Éloïse d'Orme", (("eloisse", "eloise"),)),
        ("ada nortwhind", "Ada Quill", (("nortwhind", "northwind"),)),
    ],
)
def test_a_mistyped_word_is_read_as_what_it_resembles(
    text: str, name: str, readings: tuple[tuple[str, str], ...]
) -> None:
    found = named(EVERYONE, text)
    assert [each.name for each in found.speakers] == [name]
    assert found.readings == readings


def test_what_was_typed_is_marked_in_the_name() -> None:
    assert named(EVERYONE, "qu").evidence.spans("Ada Quill") == ((4, 6),)
    assert not named(EVERYONE, "").evidence


def test_the_section_is_read_back_and_a_damaged_one_is_told() -> None:
    assert read_speakers(Sections(sections_of(CATALOGUE))) == EVERYONE
    for content in (b"", b"{", b"[1]", b'[["a"]]'):
        with pytest.raises(DamagedError):
            read_speakers(Sections({SECTION: content}))
