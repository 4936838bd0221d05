"""The small screens over a screen: note, links, help, palette."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import pytest
from textual import events
from textual.command import CommandList
from textual.widgets import OptionList, TextArea

from summit_tui.agenda.store import AgendaStore
from summit_tui.tui.app import SummitApp
from summit_tui.tui.screens.agenda import AgendaScreen
from summit_tui.tui.screens.note import NoteEditor
from summit_tui.tui.screens.open_link import LinkChooser
from summit_tui.tui.screens.programme import ProgrammeScreen
from summit_tui.tui.themes import THEMES
from tests.tui.harness import (
    agenda_file,
    lines_of,
    made_on_disk,
    on_disk,
    on_screen,
    picked,
    press,
    programme_screen,
    running,
    said,
    sample,
    settle,
    under_cursor,
)


def note_of(folder: Path) -> str | None:
    pick = AgendaStore(agenda_file(folder), "demo").read().get("lambda")
    return None if pick is None else pick.note


@pytest.mark.parametrize("size", [(40, 14), (60, 20), (80, 24), (120, 36), (160, 48)])
async def test_what_the_keys_do_stands_in_sight(size: tuple[int, int], tmp_path: Path) -> None:
    picked(tmp_path, *sample().sessions[:3])
    async with running(tmp_path, size=size) as (app, pilot):
        await press(pilot, "j")
        for key, name in (("p", ""), ("s", ""), ("e", "demo.ics"), ("E", "")):
            await press(pilot, key)
            left, top, width, height = app.screen.query_one("#frame").region
            inside = [line[left + 1 : left + width - 1] for line in on_screen(app)]
            said = " ".join(" ".join(inside[top : top + height]).split())
            assert "helps" in said, key
            assert size[1] < 16 or "escape goes back" in said, key
            assert name in said, key
            await press(pilot, "escape")


async def test_what_was_told_before_does_not_lie_over_it(tmp_path: Path) -> None:
    async with running(tmp_path, size=(80, 24)) as (app, pilot):
        await press(pilot, "space", "u", "e")
        assert not said(app)
        assert "Undone" not in "\n".join(on_screen(app))


@pytest.mark.parametrize("key", ["escape", "ctrl+s"])
async def test_a_note_is_kept_however_one_leaves(key: str, tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "n", *"Ask [x]", "enter", *"two", key)
        assert isinstance(app.screen, ProgrammeScreen)
        assert note_of(tmp_path) == "Ask [x]\ntwo"
        assert "Ask [x]" in "\n".join(on_screen(app))
        await press(pilot, "u")
        assert note_of(tmp_path) is None


async def test_leaving_an_unchanged_note_changes_nothing(tmp_path: Path) -> None:
    async with running(tmp_path) as (_, pilot):
        await press(pilot, "n", "escape")
        assert not agenda_file(tmp_path).exists()


async def test_a_note_is_kept_when_one_quits_from_it(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "n", *"half a thought", "ctrl+c")
        assert app._exit
    assert note_of(tmp_path) == "half a thought"


async def test_a_note_that_cannot_be_written_stays_open(tmp_path: Path) -> None:
    agenda_file(tmp_path).mkdir()
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "n", *"precious", "escape")
        assert isinstance(app.screen, NoteEditor)
        assert app.screen.query_one(TextArea).text == "precious"
        await press(pilot, "ctrl+c")
        assert not app._exit
        agenda_file(tmp_path).rmdir()
        await press(pilot, "escape")
        assert note_of(tmp_path) == "precious"


async def test_a_smaller_terminal_leaves_the_text_of_a_note_in_sight(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "n", *"*one*")
        read = app.screen.query_one("#read")
        assert read.display
        await pilot.resize_terminal(60, 20)
        await press(pilot, *" two")
        assert not read.display
        assert "*one* two" in lines_of(app)
        await press(pilot, "ctrl+o")
        assert read.display
        assert not app.screen.query_one(TextArea).display
        await pilot.resize_terminal(100, 30)
        await press(pilot, "ctrl+o", *" three")
        assert "*one* two three" in lines_of(app)


async def test_a_note_typed_faster_than_it_can_be_shown_is_shown_and_kept(tmp_path: Path) -> None:
    text = "- *one* **two** with [link](https://example.org)\n" * 4
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "n")
        area = app.screen.query_one(TextArea)
        for rounds, letter in enumerate(text):
            area.insert(letter)
            for _ in range(rounds % 30):
                await asyncio.sleep(0)
        await settle(pilot)
        assert app.is_running
        assert lines_of(app).count("• one two with link") == 4
        await press(pilot, "end", *"!", "escape")
    assert note_of(tmp_path) == text + "!"


async def test_a_note_begins_with_what_it_was(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "n", *"one", "escape", "n")
        assert app.screen.query_one(TextArea).text == "one"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    urls: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda url, **_: urls.append(url))
    return urls


async def test_a_link_shows_its_host_before_it_is_opened(tmp_path: Path, opened: list[str]) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "o")
        shown = "\n".join(on_screen(app))
        assert "slides  example.org" in shown
        assert "https://example.org/slides" in shown
        assert opened == []
        await press(pilot, "escape")
        assert opened == []
        await press(pilot, "o", "enter")
        assert opened == ["https://example.org/slides"]


async def test_a_link_in_the_abstract_asks_first(tmp_path: Path, opened: list[str]) -> None:
    async with running(tmp_path) as (app, pilot):
        from textual.widgets import Markdown

        markdown = app.screen.query_one(Markdown)
        markdown.post_message(Markdown.LinkClicked(markdown, "https://example.org/more"))
        await settle(pilot)
        assert isinstance(app.screen, LinkChooser)
        assert opened == []


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "vscode://x"])
async def test_other_schemes_are_never_opened(url: str, tmp_path: Path, opened: list[str]) -> None:
    async with running(tmp_path) as (app, pilot):
        app.open_url(url)
        await settle(pilot)
        assert opened == []
        assert said(app)[-1].startswith("Not opened: only http and https")


async def test_a_session_without_links_says_so(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "home", "o")
        assert said(app) == ["This session has no links."]


async def test_help_knows_where_one_is(tmp_path: Path) -> None:
    async with running(tmp_path, size=(100, 180)) as (app, pilot):
        await press(pilot, "question_mark")
        shown = "\n".join(on_screen(app))
        for expected in ("1–9", "pick the session", "speaker:", "say how much", "cancelled"):
            assert expected in shown
        await press(pilot, "escape", "A", "question_mark")
        assert "1–9" not in "\n".join(on_screen(app))


def options(app: SummitApp) -> list[str]:
    found = app.screen.query_one(CommandList)
    return [str(found.get_option_at_index(n).prompt) for n in range(found.option_count)]


async def test_the_palette_finds_sessions_as_the_search_does(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "4", "ctrl+p", *"comandes")
        assert any(option.startswith("Sécurité des commandes") for option in options(app))
        await press(pilot, "enter")
        assert under_cursor(app) == "orders"
        assert not programme_screen(app).view.narrowed  # the filter hid it


async def test_the_palette_finds_speakers(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "A", "ctrl+p", *"quill")
        assert options(app)[0].startswith("Ada Quill  speaker · Northwind")
        await press(pilot, "enter")
        assert programme_screen(app).view.text == 'speaker:"Ada Quill"'
        assert len(programme_screen(app).list.rows) == 2


async def test_the_palette_runs_commands(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "ctrl+p")
        assert len(options(app)) > 10
        await press(pilot, *"write a note", "enter")
        assert isinstance(app.screen, NoteEditor)


async def test_escape_leaves_every_modal(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        for key in ("n", "o", "e", "question_mark", "ctrl+p"):
            await press(pilot, key)
            assert not isinstance(app.screen, ProgrammeScreen), key
            await press(pilot, "escape")
            assert isinstance(app.screen, ProgrammeScreen), key
        assert on_disk(tmp_path) == {}


async def test_the_last_toast_is_the_only_one(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "space", "u", "ctrl+r", "u")
        assert len(app._notifications) == 1


@pytest.mark.parametrize("height", [1, 3, 5, 12])
async def test_a_page_of_the_palette_is_nothing_where_it_has_no_line(
    height: int, tmp_path: Path
) -> None:
    async with running(tmp_path, size=(40, height)) as (app, pilot):
        for key in ("pagedown", "pageup", "down", "pagedown"):
            await pilot.press("ctrl+p", key)
            await press(pilot, "escape")
        assert isinstance(app.screen, ProgrammeScreen)


@pytest.mark.parametrize("keys", ["o", "e", "yy"])
async def test_enter_that_comes_twice_closes_one_screen(
    keys: str, tmp_path: Path, here: Path, opened: list[str]
) -> None:
    picked(tmp_path, sample().sessions[1])
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "A", *keys)
        for _ in range(2):
            app.post_message(events.Key("enter", None))
        await settle(pilot)
        assert isinstance(app.screen, AgendaScreen)
        assert len(opened) == (keys == "o")
        await press(pilot, "P", "A")
        assert isinstance(app.screen, AgendaScreen)


async def test_enter_that_comes_again_closes_the_palette_only(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "A", "ctrl+p", *"change the colours")
        before = app.theme
        for _ in range(4):
            app.post_message(events.Key("enter", None))
        await settle(pilot)
        assert isinstance(app.screen, AgendaScreen)
        assert THEMES.index(app.theme) - THEMES.index(before) == 1


@pytest.mark.parametrize(("times", "screen"), [(1, AgendaScreen), (2, ProgrammeScreen)])
async def test_each_escape_out_of_the_palette_is_one_step(
    times: int, screen: type, tmp_path: Path
) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "A", "ctrl+p")
        for _ in range(times):
            app.post_message(events.Key("escape", None))
        await settle(pilot)
        assert isinstance(app.screen, screen)


async def test_a_command_that_is_chosen_twice_is_done_once(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "A", "ctrl+p", *"change the colours", "down")
        options, before = app.screen.query_one(CommandList), app.theme
        for _ in range(3):
            options.action_select()
        await settle(pilot)
        assert isinstance(app.screen, AgendaScreen)
        assert THEMES.index(app.theme) - THEMES.index(before) == 1


@pytest.mark.parametrize("keys", ["s", ("r", "up"), "p"])
async def test_enter_that_comes_twice_changes_once(
    keys: Sequence[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picked(tmp_path, *sample().sessions[1:3])  # which clash, so that a plan leaves one out
    async with running(tmp_path) as (app, pilot):
        changes: list[object] = []
        monkeypatch.setattr(app, "change", lambda intent, said="": changes.append(intent))
        await press(pilot, *keys)
        for _ in range(2):
            app.post_message(events.Key("enter", None))
        await settle(pilot)
        assert len(changes) == 1
        assert isinstance(app.screen, ProgrammeScreen)


@pytest.mark.parametrize(
    ("keys", "rating"),
    [
        (["4"], 4),
        (["0"], None),
        (["home", "enter"], 5),
        (["escape"], None),
        (["4", "r", "enter"], 4),
        (["4", "r", "0"], None),
        (["4", "u"], None),
    ],
)
async def test_a_digit_rates(keys: list[str], rating: int | None, tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "r", *keys)
        assert isinstance(app.screen, ProgrammeScreen)
        assert made_on_disk(tmp_path) == (None, rating)
        assert ("rated 4" in "\n".join(on_screen(app))) == (rating == 4)


async def test_the_present_rating_is_under_the_cursor(tmp_path: Path) -> None:
    async with running(tmp_path) as (_, pilot):
        await press(pilot, "r", "2", "r", "up", "enter")
        assert made_on_disk(tmp_path) == (None, 3)


async def test_no_rating_of_what_is_not_picked_picks_nothing(tmp_path: Path) -> None:
    async with running(tmp_path) as (_, pilot):
        await press(pilot, "r", "0")
        assert on_disk(tmp_path) == {}


@pytest.mark.parametrize("key", ["p", "s", "r", "E"])
async def test_vi_keys_go_through_every_list_of_options(key: str, tmp_path: Path) -> None:
    picked(tmp_path, *sample().sessions[:3])
    async with running(tmp_path) as (app, pilot):
        await press(pilot, key, "home")
        options = app.screen.query_one(OptionList)
        before = options.highlighted
        await press(pilot, "j")
        there = options.highlighted
        await press(pilot, "k")
        assert options.option_count == 1 or there != before
        assert options.highlighted == before


async def test_a_note_left_before_it_is_shown_is_left(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        for key in ("n", "ctrl+o", "escape", "escape"):
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await settle(pilot)
        assert isinstance(app.screen, ProgrammeScreen)
        assert not agenda_file(tmp_path).exists()


async def test_a_search_that_is_refused_after_one_left_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*_: str) -> None:
        raise ValueError("the disk is full")

    monkeypatch.setattr("summit_tui.tui.screens.searches.save", refuses)
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "slash", *"data", "ctrl+s", *"deep")
        for key in ("enter", "escape"):
            app.post_message(events.Key(key, None))
        await settle(pilot)
        assert isinstance(app.screen, ProgrammeScreen)
        assert said(app) == ["the disk is full"]


async def test_the_mouse_selects_no_text_that_could_not_be_copied(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await pilot.mouse_down(offset=(125, 4))
        await pilot.hover(offset=(140, 8))
        await pilot.mouse_up(offset=(140, 8))
        assert not app.screen.selections


async def test_a_note_has_what_was_typed_before_it_was_shown(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        for key in "nxwhi":
            app.post_message(events.Key(key, key))
        await settle(pilot)
        await press(pilot, "escape")
        assert on_disk(tmp_path) == {"lambda": "want"}
        assert note_of(tmp_path) == "xwhi"


async def test_without_colour_the_option_under_the_cursor_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "r", "home", "down")
        options = app.screen.query_one(OptionList)
        lines = [options.render_line(y) for y in range(options.option_count)]
        words = [[segment for segment in line if segment.text.strip()][-1] for line in lines]
        assert [bool(each.style and each.style.underline) for each in words] == [
            number == 1 for number in range(len(words))
        ]
