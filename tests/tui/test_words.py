"""What the screens say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from summit_tui.agenda.circumstances import Circumstances
from summit_tui.agenda.clash_words import APPOINTMENT
from summit_tui.agenda.model import Agenda, Pick
from summit_tui.agenda.walking import Walking
from summit_tui.catalogue.levels import DEFAULT_SCALE
from summit_tui.catalogue.model import Session, Walk
from summit_tui.tui import words
from summit_tui.tui.describe import about
from summit_tui.tui.picks import picks_of
from summit_tui.tui.state import View
from tests.factories import at, make_catalogue, make_session
from tests.tui.harness import sample


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("short", 10, "short"),
        ("exactly", 7, "exactly"),
        ("much too long", 8, "much to…"),
        ("日本語の題", 5, "日本…"),
        ("日本語の題", 6, "日本…"),
        ("word and more", 6, "word…"),
        ("anything", 1, "…"),
        ("anything", 0, ""),
        ("anything", -3, ""),
    ],
)
def test_text_is_cut_in_cells(text: str, width: int, expected: str) -> None:
    assert words.fit(text, width) == expected
    assert cell_len(words.fit(text, width)) <= max(width, 0)
    if width > 0:
        assert cell_len(words.fill(text, width)) == width


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 9, []),
        ("one two three", 8, ["one two", "three"]),
        ("one two three", 7, ["one two", "three"]),
        ("its own\n\nlines stay", 20, ["its own", "", "lines stay"]),
        ("300 夜のフクロウ", 8, ["300 夜の", "フクロウ"]),
        ("300 夜のowls フクロウ", 9, ["300 夜の", "owls フク", "ロウ"]),
        ("how internationalization is", 14, ["how internatio", "nalization is"]),
        ("new object-oriented system", 14, ["new object-", "oriented", "system"]),
        ("new -- old", 5, ["new", "--", "old"]),
        ("as internationally", 15, ["as", "internationally"]),
        ("夜", 1, ["夜"]),
        ("ab", 0, ["a", "b"]),
    ],
)
def test_a_text_goes_on_below(text: str, width: int, expected: list[str]) -> None:
    assert words.wrapped(text, width) == expected


@given(st.text("ab 夜の\n🦉e\u0301", max_size=30), st.integers(2, 12))
def test_no_line_is_too_wide_and_no_sign_is_lost(text: str, width: int) -> None:
    lines = words.wrapped(text, width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ([300], "level 300"),
        ([200, 300, 400], "level 200+"),
        ([100, 200], "level 100–200"),
        ([100, 300], "level 100, 300"),
        ([400], "level 400"),
        ([100, 200, 300, 400], "level 100+"),
    ],
)
def test_levels_are_said_as_a_range(chosen: list[int], expected: str) -> None:
    assert words.levels(chosen, DEFAULT_SCALE) == expected


def test_filters_are_said_in_words() -> None:
    view = View(
        "x",
        {
            "language": frozenset({"fr"}),
            "level": frozenset({300, 400}),
            "day": frozenset({"2019-04-02"}),
            "track": frozenset({"AI", "Data"}),
        },
    )
    assert words.filters(view, DEFAULT_SCALE) == ["Tue 2 Apr", "level 300+", "French", "AI or Data"]


def test_the_time_is_the_events() -> None:
    full, *briefer = words.clock_times(at("10:12"), "Europe/Paris")
    assert full == "Tue 2 Apr 10:12 Paris"
    assert briefer == ["Tue 10:12", "10:12"]
    assert words.clock_times(at("10:12"), "America/New_York")[0] == "Tue 2 Apr 10:12 New York"


@pytest.mark.parametrize(
    ("width", "expected"), [(9, "long word"), (8, "word"), (4, "word"), (1, "")]
)
def test_the_longest_text_that_fits(width: int, expected: str) -> None:
    assert words.longest(("long word", "word", ""), width) == expected


@pytest.mark.parametrize(
    ("session", "expected"),
    [
        (make_session(), "09:30 – 10:15"),
        (make_session(duration=None), "09:30"),
        (make_session(start=None), "no time yet"),
    ],
)
def test_a_session_says_when_it_is(session: Session, expected: str) -> None:
    assert words.span(session) == expected


def test_a_clash_says_with_whom_and_by_how_much() -> None:
    catalogue = sample()
    agenda = Agenda("demo", {each: Pick(each) for each in ("lambda", "orders")})
    dentist = make_session("busy-1", "12:15", title="Dentist", kind=APPOINTMENT)
    picks = picks_of(agenda, catalogue, Circumstances(appointments=(dentist,)))
    orders = catalogue.sessions[2]
    assert words.clash(orders, picks.clashes["orders"], picks) == (
        "! 15 min with SVS401 Inside serverless functions, 30 min with Dentist (my appointment)"
    )


def test_of_many_clashes_the_first_are_named_and_the_others_counted() -> None:
    day = [make_session(f"s{number:02}", "10:00") for number in range(16)]
    picks = picks_of(Agenda("demo", {each.id: Pick(each.id) for each in day}), make_catalogue(*day))
    said = words.clash(day[0], picks.clashes["s00"], picks)
    assert said.startswith("! 45 min with Title of s01, 45 min with Title of s02, ")
    assert said.endswith(", 45 min with Title of s12, and 3 more")
    in_full = about(day[0], make_catalogue(*day), picks).plain
    assert in_full.count("! clashes 45 min with") == 12
    assert in_full.endswith("\n  and 3 more")


def test_a_way_that_is_too_long_has_a_sign_of_its_own() -> None:
    day = make_session("a", "09:00", room="Blue"), make_session("b", "09:50", room="Green")
    agenda = Agenda("demo", {each.id: Pick(each.id) for each in day})
    picks = picks_of(agenda, make_catalogue(*day), Circumstances(Walking([Walk((), 6)])))
    said = "5 min to walk 6"
    assert words.clash(day[0], picks.clashes["a"], picks) == f"~ {said} to Green (Title of b)"
    assert words.clash(day[1], picks.clashes["b"], picks) == f"~ {said} from Blue (Title of a)"


ALL = (("Ada", "must"), ("Grace", "want"), ("Bo", "maybe"))


def test_who_of_the_team_goes_is_said_with_how_much() -> None:
    assert words.with_whom(ALL) == "with Ada (must), Grace, Bo (maybe)"
    assert words.with_whom(()) == words.with_whom_in((), 20) == ""


@pytest.mark.parametrize(
    ("width", "going", "expected"),
    [
        (19, ALL, "with Ada, Grace, Bo"),
        (18, ALL, "with Ada +2"),
        (11, ALL, "with Ada +2"),
        (10, ALL, "with 3"),
        (20, (("Ada Quill-Featherstone", "want"), ALL[1]), "with Ada Quill-F… +1"),
        (12, (("Ada Quill-Featherstone", "want"),), "with Ada Qu…"),
        (7, (("Ada Quill-Featherstone", "want"),), "with 1"),
        (11, (("工業株式会社", "want"),), "with 工業…"),
    ],
)
def test_what_has_no_room_of_who_goes_becomes_a_number(
    width: int, going: words.Going, expected: str
) -> None:
    assert words.with_whom_in(going, width) == expected


def test_a_reading_is_said_once() -> None:
    assert words.readings([("a", "b"), ("a", "b")]) == '"a" read as b'


def test_nothing_found_says_what_was_asked_and_where_there_is_more() -> None:
    view = View("", {"level": frozenset({400}), "day": frozenset({"2019-04-02"})})
    said = words.nothing_found(view, DEFAULT_SCALE, [("on other days", 3), ("elsewhere", 0)])
    assert said == "Nothing at level 400 on Tuesday 2 April.\n3 on other days."
    assert words.nothing_found(View("zz"), DEFAULT_SCALE, []) == "Nothing for “zz”."
    tracks = View("", {"track": frozenset({"AI"})})
    assert words.nothing_found(tracks, DEFAULT_SCALE, []) == "Nothing in AI."
    day = View("", {"day": frozenset({"2019-04-02"})})
    assert words.nothing_found(day, DEFAULT_SCALE, []) == "Nothing on Tuesday 2 April."
