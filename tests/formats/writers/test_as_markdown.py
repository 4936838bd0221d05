"""Markdown out, read by a Markdown parser: the structure is ours, the text the programme's."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from summit_tui.agenda.model import Pick
from summit_tui.agenda.walking import Walking
from summit_tui.catalogue.model import Event, Room, Session, Speaker, Walk
from summit_tui.catalogue.text import clean_line
from summit_tui.formats.markdown import escape
from summit_tui.formats.table import render
from tests.factories import at, make_catalogue, make_session
from tests.formats.exports import make_export

PARSERS = (MarkdownIt("commonmark"), MarkdownIt("gfm-like", {"linkify": False}))
"""The standard, and what code forges read."""


def text(*sessions: Session, picks: tuple[Pick, ...] = (), **given: object) -> str:
    return render("md", make_export(*sessions, picks=picks, **given)).decode()


def lines(*sessions: Session, picks: tuple[Pick, ...] = (), **given: object) -> list[str]:
    return text(*sessions, picks=picks, **given).splitlines()


def test_a_whole_agenda() -> None:
    sessions = (
        make_session("b", "2019-04-03 09:00", title="Second day", duration=None),
        make_session("open", "09:30", title="Opening", duration=60, room="Grand amphi"),
        make_session(
            "a",
            "10:15",
            title="Under the hood",
            code="SVS301",
            level=300,
            room="Bleu",
            speakers=(Speaker("Ada Example", "CTO", "Engines"), Speaker("Bo Sample")),
        ),
        make_session("later", None, title="Some time"),
    )
    picks = (
        Pick("open", "want"),
        Pick("a", "must", note="Ask about\n\n- cost"),
        Pick("gone", "maybe", title="Dropped", start="2019-04-02T14:00:00+02:00", note="Why?"),
    )
    assert text(*sessions, picks=picks, missing=picks[2:]) == (
        "# Demo Summit\n\nPalais · times in Europe/Paris\n\n★ must · ● want · ○ maybe\n\n"
        "## Tuesday 2 April 2019\n\n"
        "- **09:30–10:30** ● Opening — Grand amphi\n"
        "  - clashes with Under the hood by 15 min\n"
        "- **10:15–11:00** ★ Under the hood (SVS301, 300)"
        " — Ada Example, CTO, Engines; Bo Sample · Bleu\n"
        "  - clashes with Opening by 15 min\n"
        "  > Ask about\n  >\n  > - cost\n\n"
        "## Wednesday 3 April 2019\n\n- **09:00** Second day\n\n"
        "## No time yet\n\n- Some time\n\n"
        "## No longer in the programme\n\n- **2019-04-02 14:00** ○ Dropped\n  > Why?\n"
    )


def test_midnight_and_a_conference_day_of_its_own() -> None:
    late = make_session("late", "23:30", title="Late", duration=90)
    after = make_session("after", "2019-04-03 01:30", title="Night", day=at("09:00").date())
    found = lines(late, after)
    assert "## Wednesday 3 April 2019" not in found
    assert "- **23:30–01:00 +1** Late" in found
    assert "- **01:30 +1–02:15 +1** Night" in found


def test_only_picks_clash() -> None:
    sessions = (make_session("a"), make_session("b"))
    assert "clashes" not in text(*sessions, picks=(Pick("a"),))
    assert "clashes with Title of b by 45 min" in text(*sessions, picks=(Pick("a"), Pick("b")))


def test_a_way_that_takes_too_long_is_told() -> None:
    sessions = (
        make_session("a", "09:30", title="A", room="Red"),
        make_session("b", "10:20", title="B", room="Blue_1"),
    )
    walking = Walking([Walk((), 8)])
    export = make_export(*sessions, picks=(Pick("a"), Pick("b")), walking=walking)
    found = render("md", export).decode()
    assert "  - 5 min to walk 8 to Blue\\_1 (B)\n" in found
    assert "  - 5 min to walk 8 from Red (A)\n" in found
    page = render("html", export).decode()
    assert '▲ 5 min to walk 8 to Blue_1 (<a href="#session-b">B</a>)' in page


def test_status_and_a_venue_elsewhere_are_told() -> None:
    catalogue = make_catalogue(rooms=(Room("Here", "Palais"), Room("There", "Annexe")))
    cancelled = make_session("a", title="Off", status="cancelled", room="Here")
    away = make_session("b", title="Away", room="There")
    found = lines(cancelled, away, catalogue=catalogue)
    assert "- **09:30–10:15** Off (cancelled) — Here" in found
    assert "- **09:30–10:15** Away — There, Annexe" in found


def test_the_note_and_address_of_the_event_stand_at_the_top() -> None:
    event = Event("demo", "Demo", url="https://example.org/", note="A **sample**.\n\nNot real.")
    found = lines(catalogue=make_catalogue(event=event))
    assert found == [
        "# Demo",
        "",
        "times in UTC · <https://example.org/>",
        "",
        "> A **sample**.",
        ">",
        "> Not real.",
    ]


HOSTILE = [
    "# heading",
    "trailing ##",
    "1. one",
    "2) two",
    "- item",
    "+ item",
    "* item",
    "> quote",
    "*soft* **bold** _soft_ __bold__ ~~gone~~",
    "`code` ``more``",
    "```fence",
    "[link](https://example.org) ![image](x) [ref] [ref]: x",
    "<b>bold</b> <script>alert(1)</script> <!-- gone <https://example.org>",
    "&amp; &lt; &#35;",
    "| a | b |",
    "---",
    "===",
    r"back\slash \* and \\",
    "ends in \\",
    "[x] task",
    "[ ] task",
    "two\nlines\n\n# heading",
    "C# and F#, snake_case, a*b, 3 < 4 > 2, $x$",
]


def inline_text(node: SyntaxTreeNode) -> str:
    if node.type in ("text", "code_inline", "text_special"):
        return node.content
    assert node.type not in ("link", "image", "html_inline", "s", "em"), node.pretty()
    return "".join(inline_text(child) for child in node.children)


def blocks(document: str, parser: MarkdownIt) -> Iterator[tuple[str, str]]:
    """Yield each block that holds text as its type and the text a reader sees."""
    for node in SyntaxTreeNode(parser.parse(document)).walk():
        assert node.type not in ("code_block", "fence", "html_block", "hr", "table"), node.pretty()
        if node.type == "inline" and node.parent is not None:
            yield node.parent.type, inline_text(node)


@pytest.mark.parametrize("parser", PARSERS, ids=["commonmark", "gfm"])
@pytest.mark.parametrize("hostile", HOSTILE)
def test_text_from_the_programme_is_shown_and_breaks_nothing(
    hostile: str, parser: MarkdownIt
) -> None:
    sessions = (
        make_session("timed", title=hostile, room=hostile, speakers=(Speaker(hostile),)),
        make_session("timeless", None, title=hostile),
    )
    event = Event("demo", hostile, venue=hostile)
    catalogue = make_catalogue(*sessions, event=event)
    gone = Pick("gone", "", title=hostile)
    shown = clean_line(hostile)
    document = text(*sessions, catalogue=catalogue, missing=(gone,))
    assert list(blocks(document, parser)) == [
        ("heading", shown),
        ("paragraph", f"{shown} · times in UTC"),
        ("heading", "Tuesday 2 April 2019"),
        (
            "paragraph",
            f"07:30–08:15 {shown} — {shown} · {shown}".replace("07:30–08:15", "09:30–10:15"),
        ),
        ("heading", "No time yet"),
        ("paragraph", shown),
        ("heading", "No longer in the programme"),
        ("paragraph", shown),
    ]


@given(st.text(st.sampled_from(r"\`*_[]<>|~#&!()-+=.1 a:;"), min_size=1, max_size=12))
def test_escaped_text_reads_as_it_was_at_the_start_of_a_list_item(title: str) -> None:
    shown = clean_line(title)
    for parser in PARSERS:
        if shown:
            assert list(blocks(f"- {escape(title)}\n", parser)) == [("paragraph", shown)]


NOTES = [
    "```\nnever closed",
    "<!-- never closed",
    "<div>",
    "# heading",
    "> deeper\n\ntext",
    "- a\n\n  - b",
]


@pytest.mark.parametrize("parser", PARSERS, ids=["commonmark", "gfm"])
@pytest.mark.parametrize("note", NOTES)
def test_a_note_stays_in_its_quote(note: str, parser: MarkdownIt) -> None:
    sessions = (make_session("a", title="First"), make_session("b", "10:30", title="Second"))
    event = Event("demo", "Demo", timezone="Europe/Paris", note=note)
    catalogue = make_catalogue(*sessions, event=event)
    tree = SyntaxTreeNode(
        parser.parse(text(*sessions, catalogue=catalogue, picks=(Pick("a", note=note),)))
    )
    outline = [node.type for node in tree.children]
    assert outline == ["heading", "paragraph", "blockquote", "paragraph", "heading", "bullet_list"]
    first, second = tree.children[-1].children
    assert [node.type for node in first.children] == ["paragraph", "blockquote"]
    assert [node.type for node in second.children] == ["paragraph"]
    assert not [node for node in tree.walk() if node.type.startswith("html")]
