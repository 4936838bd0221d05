"""Words that were found, marked: in the list, in the detail, in the abstract."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.widgets import Markdown, Static

from summit_tui.catalogue.model import Speaker
from summit_tui.search.evidence import Evidence
from summit_tui.tui.app import SummitApp
from summit_tui.tui.marks import marked, parted, passage, plain
from summit_tui.tui.words import fill
from tests.factories import make_catalogue, make_session
from tests.tui.harness import on_screen, press, running, settle

FOUND = Evidence(words={"match": "match"}, beginnings={"unfin": "unfin"})
SESSION = make_session(
    "s",
    title="A talk",
    code="ABC1",
    tags=("first", "second"),
    speakers=(Speaker("Ada Quill", "Engineer", "Northwind"),),
)


@given(st.text("ab é日本 match", max_size=60), st.integers(0, 40))
def test_marks_never_change_the_text(text: str, width: int) -> None:
    shown = fill(text, width)
    spans = marked(FOUND, shown, text)
    assert all(0 <= start < end <= len(shown) for start, end in spans)
    assert list(spans) == sorted(spans)
    assert "".join(part for part, _ in parted(shown, spans)) == shown


@pytest.mark.parametrize(
    ("text", "whole", "expected"),
    [
        ("one match more", "", ["match"]),
        ("Match, match", "", ["Match", "match"]),
        ("the mat…", "the match of it", ["mat"]),
        ("the match   ", "the match", ["match"]),
        ("nothing", "", []),
        ("unfinished", "", ["unfin"]),
    ],
)
def test_a_word_cut_in_two_is_still_marked(text: str, whole: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in marked(FOUND, text, whole)] == expected
    assert marked(None, text, whole) == ()
    assert marked(Evidence(), text, whole) == ()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"abstract": "No *match* in [it](https://x.example/match)."}, "No match in it."),
        ({"abstract": "# Head\n\n- one\n- a match"}, "Head one a match"),
        ({"tags": ("other", "match")}, "#other #match"),
        ({"code": "MATCH 1", "abstract": "match"}, "MATCH 1"),
        ({"speakers": (Speaker("Bo", None, "Match Ltd"),)}, "Bo, Match Ltd"),
        ({"title": "A long title with a match"}, "A long title with a match"),
        ({"abstract": "elsewhere"}, ""),
    ],
)
def test_a_passage_is_of_what_the_list_does_not_show(given: dict[str, Any], expected: str) -> None:
    session = make_session("s", **{"title": "A talk", **given})
    text, spans = passage(FOUND, session, 60)
    assert text == expected
    assert bool(spans) == bool(text)


@given(
    st.text("abc é日本\n*", max_size=120),
    st.text("abc é日本\n*", max_size=120),
    st.integers(12, 70),
)
def test_a_passage_fits_and_has_the_word_in_it(before: str, after: str, width: int) -> None:
    session = make_session("s", title="x", abstract=f"{before} match {after}")
    text, spans = passage(FOUND, session, width)
    assert cell_len(text) <= width
    assert [text[start:end] for start, end in spans][:1] == ["match"]


def test_a_long_abstract_is_cut_at_a_word() -> None:
    session = make_session("s", abstract="word " * 40 + "the match itself " + "word " * 40)
    text, _ = passage(FOUND, session, 40)
    assert text.startswith("… word the match itself word")
    end = make_session("s", abstract="word " * 40 + "match")
    assert passage(FOUND, end, 40)[0] == "… " + "word " * 6 + "match"


def test_markdown_is_read_without_its_signs() -> None:
    assert plain("## A *b* `c`\n> [d](https://e.example)  \n1 - 2") == "A b c d 1 - 2"


def marked_on(app: SummitApp, kind: str = "#sessions") -> list[str]:
    """Return what is bold and underlined in a part of the screen."""
    region = app.screen.query_one(kind).region
    strips = app.screen._compositor.render_strips(app.size)[region.y : region.bottom]
    return [
        segment.text
        for strip in strips
        for segment in strip.crop(region.x, region.right)
        if segment.style and segment.style.bold and segment.style.underline
    ]


async def test_words_are_marked_in_the_list_and_in_the_detail(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        assert marked_on(app) == []
        await press(pilot, "slash", *"serverless", "enter")
        assert marked_on(app) == ["serverless", "Serverless"]
        assert marked_on(app, "#detail") == ["serverless", "Serverless"]
        await press(pilot, "escape")
        assert marked_on(app) == marked_on(app, "#detail") == []


async def test_what_the_title_does_not_say_stands_below_it(tmp_path: Path) -> None:
    catalogue = make_catalogue(
        make_session("a", title="Talk", room="Blue", abstract="Long before the *widget* came."),
        make_session("b", title="Widget", room="Green", abstract="A widget."),
    )
    async with running(tmp_path, catalogue) as (app, pilot):
        await press(pilot, "slash", *"widget", "enter", "home")
        lines = "\n".join(on_screen(app))
        assert "Long before the widget came. · Blue" in lines
        assert marked_on(app) == ["widget", "Widget"]
        assert marked_on(app, "#detail") == ["widget"]


async def test_the_speaker_who_was_looked_for_is_in_sight(tmp_path: Path) -> None:
    names = [Speaker(f"Somebody Else {n}") for n in range(9)] + [Speaker("Zoe Quartz")]
    catalogue = make_catalogue(make_session("a", speakers=tuple(names), room="Blue"))
    async with running(tmp_path, catalogue, size=(100, 30)) as (app, pilot):
        assert "Zoe" not in on_screen(app)[4]
        await press(pilot, "slash", *"quartz", "enter")
        assert any("Zoe Quartz +9 · Blue" in line for line in on_screen(app))
        assert marked_on(app) == ["Quartz"]


async def test_a_cancelled_session_stays_struck_where_it_is_marked(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "slash", *"cancelled", "enter")
        assert "Cancelled" in marked_on(app)
        assert "cancelled" in "\n".join(on_screen(app))


@pytest.mark.parametrize("theme", ["summit-light", "summit-contrast", "summit-ansi", "ansi-dark"])
async def test_marks_do_not_rest_on_colour(theme: str, tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        app.theme = theme
        await press(pilot, "slash", *"serverless", "enter")
        assert marked_on(app) == ["serverless", "Serverless"]


async def test_marks_do_not_rest_on_colour_without_any(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "slash", *"serverless", "enter")
        assert marked_on(app) == ["serverless", "Serverless"]


async def test_the_abstract_is_marked_whatever_it_is_made_of(tmp_path: Path) -> None:
    abstract = (
        "# Widget\n\nA *widget* and a `widget`.\n\n- the widget\n\n| widget |\n|---|\n| b |\n\n"
        "```\nwidget()\n```\n\n> widget"
    )
    catalogue = make_catalogue(
        make_session("a", title="Other", abstract=abstract), make_session("b", "11:00")
    )
    async with running(tmp_path, catalogue, size=(160, 60)) as (app, pilot):
        await press(pilot, "home")
        before = [str(each.content) for each in app.screen.query_one(Markdown).query(Static)]
        await press(pilot, "slash", *"widget", "enter")
        await settle(pilot)
        assert [word.lower() for word in marked_on(app, "#detail")] == ["widget"] * 7
        await press(pilot, "escape", "home")
        assert marked_on(app, "#detail") == []
        after = [str(each.content) for each in app.screen.query_one(Markdown).query(Static)]
        assert before == after


@pytest.mark.parametrize("width", [60, 61, 62, 63])
async def test_wide_characters_are_never_cut(width: int, tmp_path: Path) -> None:
    title = "日本語 " * 20 + "widget"
    catalogue = make_catalogue(make_session("a", title=title, abstract="日本 widget 語" * 30))
    async with running(tmp_path, catalogue, size=(width, 20)) as (app, pilot):
        await press(pilot, "slash", *"widget", "enter")
        on_screen(app)  # which sees to it that every line is as wide as the screen
        assert marked_on(app) == ["widget"]
