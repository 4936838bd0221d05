"""Pages to take notes in, and the way home."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_tui.agenda.model import Agenda, Pick
from summit_tui.catalogue.model import Session, Speaker
from summit_tui.catalogue.text import clean, clean_line
from summit_tui.formats.reports.skeleton import NotesError, Taken, read_notes, skeleton
from tests.factories import make_catalogue, make_session
from tests.formats.reports.reading import HOSTILE, html_comments, outline


def page(*picks: Pick, sessions: tuple[Session, ...] = (), event: str = "demo") -> str:
    sessions = sessions or tuple(make_session(pick.id) for pick in picks)
    catalogue = make_catalogue(*sessions)
    catalogue = catalogue._replace(event=catalogue.event._replace(id=event))
    return skeleton(Agenda(event, {pick.id: pick for pick in picks}), catalogue, "My notes")


def test_a_whole_page() -> None:
    sessions = (
        make_session(
            "a",
            title="Under the hood",
            code="SVS301",
            level=300,
            room="Bleu",
            speakers=(Speaker("Ada", "CTO"),),
            abstract="We look inside.",
        ),
        make_session("later", None, title="Some time"),
        make_session("off", status="cancelled"),
    )
    picks = (
        Pick("a", "must", note="Ask about\ncost"),
        Pick("off"),
        Pick("later"),
        Pick("gone", "maybe", title="Dropped", start="2019-04-03T10:00:00+02:00"),
    )
    assert page(*picks, sessions=sessions) == (
        "# My notes\n\nPalais · Tuesday 2 April 2019\n\n"
        "<!-- summit notes on demo: summit note --from THIS-FILE takes them home -->\n\n"
        "## Tuesday 2 April 2019\n\n"
        "### 09:30 Under the hood\n\n"
        "★ must · 09:30–10:15 · SVS301 · 300 Advanced · Bleu\\\nAda, CTO\n\n> We look inside.\n\n"
        "My note until now:\n\n> Ask about\n> cost\n\n"
        "<!-- notes on a -->\n\n- \n\n<!-- end of notes -->\n\n"
        "## Wednesday 3 April 2019\n\n"
        "### 10:00 Dropped\n\n○ maybe · no longer in the programme\n\n"
        "<!-- notes on gone -->\n\n- \n\n<!-- end of notes -->\n\n"
        "## No time yet\n\n"
        "### Some time\n\n● want\n\n"
        "<!-- notes on later -->\n\n- \n\n<!-- end of notes -->\n"
    )


def test_an_untouched_page_holds_no_notes() -> None:
    assert read_notes(page(Pick("a"), Pick("b"))) == ("demo", ())


def a_note(text: str) -> bool:
    """Return whether all of `text` is a note: no empty bullet, no mark of ours."""
    return (
        bool(text)
        and "<!--" not in text
        and not {"-", "*", "+"} & set(map(str.strip, text.split("\n")))
    )


IDS = st.text(min_size=1, max_size=12).map(clean_line).filter(bool)


@given(st.dictionaries(IDS, st.text(max_size=40).map(clean).filter(a_note), min_size=1, max_size=4))
def test_what_is_written_comes_back(notes: dict[str, str]) -> None:
    sessions = tuple(make_session(each, None) for each in notes)
    written = page(*map(Pick, notes), sessions=sessions)
    for session_id in sorted(notes):  # as a page orders picks without a time
        written = written.replace("\n- \n", f"\n{notes[session_id]}\n", 1)
    event, taken = read_notes(written)
    assert (event, {one.id: one.text for one in taken}) == ("demo", notes)


def test_empty_bullets_and_windows_line_ends_are_no_notes() -> None:
    written = page(Pick("a"), Pick("b")).replace("\n- \n", "\n- one\n- \n*\n- two\n-\n", 1)
    first = written.replace("\n", "\r\n")
    assert read_notes(first)[1] == (Taken("a", 13, "- one\n- two"),)


@pytest.mark.parametrize("event", ["a b", "é%", "--> x"])
def test_any_id_of_an_event_and_a_session_is_understood(event: str) -> None:
    written = page(Pick("--> <!-- x %41"), event=event).replace("\n- \n", "\n- one\n")
    assert read_notes(written)[0] == event
    assert [one.id for one in read_notes(written)[1]] == ["--> <!-- x %41"]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_text_from_the_programme_makes_no_section(hostile: str) -> None:
    session = make_session(
        "a", title=hostile, abstract=hostile, room=hostile, speakers=(Speaker(hostile),)
    )
    written = page(Pick("a", note=f"{hostile}\n<!-- notes on b -->\nx"), sessions=(session,))
    assert outline(written)[:3] == [
        ("h1", "My notes"),
        ("h2", "Tuesday 2 April 2019"),
        ("h3", f"09:30 {clean_line(hostile)}"),
    ]
    assert html_comments(written) == [
        "<!-- summit notes on demo: summit note --from THIS-FILE takes them home -->",
        "<!-- notes on a -->",
        "<!-- end of notes -->",
    ]
    assert read_notes(written) == ("demo", ())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# Notes\n\n- one", "this is no page of summit report --skeleton: its mark is missing"),
        (
            page(Pick("a")).replace("<!-- end of notes -->", ""),
            "line 13: the notes on a do not end",
        ),
        (
            page(Pick("a"), Pick("b")).replace("<!-- end of notes -->", "", 1),
            "line 13: the notes on a do not end: put <!-- end of notes --> on a line below them",
        ),
        (
            page(Pick("a"), Pick("b")).replace("<!-- notes on a -->", "<!--notes on a-->"),
            "line 17: the notes that end here do not begin: put <!-- notes on ID --> on a line",
        ),
    ],
)
def test_a_page_that_is_not_whole_is_refused(text: str, message: str) -> None:
    with pytest.raises(NotesError, match=message):
        read_notes(text)
