"""The help: about what has the focus first, over every screen, and nothing is lost under it."""

from pathlib import Path

import pytest
from textual.content import Content

from summit_tui.agenda.store import AgendaStore
from summit_tui.tui.app import SummitApp
from summit_tui.tui.parts import PARTS
from summit_tui.tui.screens.help import HelpScreen, Page
from summit_tui.tui.screens.note import NoteEditor
from summit_tui.tui.screens.programme import ProgrammeScreen
from summit_tui.tui.screens.rating import RatingForm
from summit_tui.tui.screens.table import DESTINATIONS
from summit_tui.tui.widgets.search_box import SearchBox
from tests.factories import make_catalogue, make_session
from tests.tui.harness import (
    agenda_file,
    listed,
    on_screen,
    picked,
    press,
    programme_screen,
    running,
    sample,
    settle,
)

WAYS = {
    "ProgrammeList": ("P",),
    "FacetList": ("f",),
    "Detail": ("escape", "enter"),
    "SearchBox": ("escape", "slash"),
    "ChipLine": ("escape", "3", "c"),
    "Jumper": ("x", "semicolon"),
    "AgendaList": ("escape", "A"),
    "TeamList": ("T",),
    "Proposal": ("p",),
    "SessionGrid": ("escape", "G"),
    "NameBox": ("S", "slash"),
    "SpeakerList": ("enter",),
    "NowList": ("N",),
    "ChangeList": ("C",),
    "EventsScreen": ("E",),
    "ImportForm": ("i",),
    "SavedSearches": ("escape", "escape", "P", "ctrl+s"),
    "SwapChooser": ("escape", "s"),
    "RatingForm": ("escape", "r"),
    "LinkChooser": ("escape", "0", "t", "o"),
    "NoteEditor": ("escape", "n"),
    "ExportForm": ("escape", "e"),
    "SaveForm": ("escape", "y", "y"),
    "Palette": ("escape", "ctrl+p"),
}
"""By what has the focus then, the keys that lead there from the one before."""


def page(app: SummitApp) -> str:
    return str(app.screen.query_one(Page).content)


async def test_the_help_begins_with_what_has_the_focus(tmp_path: Path) -> None:
    assert sorted(WAYS) == sorted(part.widget for part in PARTS)
    titles = {part.widget: part.title for part in PARTS}
    picked(tmp_path, *sample().sessions[1:3])
    async with running(tmp_path) as (app, pilot):
        for widget, keys in WAYS.items():
            await press(pilot, *keys)
            screen, focused = app.screen, app.focused
            await press(pilot, "f1")
            assert isinstance(app.screen, HelpScreen), widget
            assert app.screen.part is not None
            assert app.screen.part.widget == widget
            assert page(app).startswith(f"{titles[widget]}\n")
            await press(pilot, "f1")
            assert (app.screen, app.focused) == (screen, focused), widget


async def test_the_keys_of_the_part_come_before_all_others(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "f", "question_mark")
        text = " ".join(page(app).split())
        told = ["The filters", "filter that is ticked", "choose the filter", "Screens", "Session"]
        assert [text.index(each) for each in told] == sorted(text.index(each) for each in told)
        assert text.count("choose the filter, or no longer") == 1
        assert all(text.count(each.help) == 1 for each in DESTINATIONS)
        assert "overlaps" not in text


async def test_over_a_small_screen_nothing_is_told_that_does_not_work_there(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "r", "question_mark")
        text = page(app)
        assert "rate the session so; 0 takes the rating away" in text
        assert "pick the session" not in text


async def test_the_help_of_my_agenda_says_how_free_time_is_filled(tmp_path: Path) -> None:
    times = {"a": "09:00", "fits": "10:00", "clashes": "10:30", "b": "11:00"}
    day = [make_session(name, time) for name, time in times.items()]
    picked(tmp_path, day[0], day[3])
    async with running(tmp_path, make_catalogue(*day)) as (app, pilot):
        await press(pilot, "A")
        assert "1 h 15 free" in "\n".join(on_screen(app))
        await press(pilot, "question_mark")
        assert "free:me in the search box finds what fits there" in " ".join(page(app).split())
        await press(pilot, "escape", "P", "slash", *"free:me")
        assert listed(app) == ["fits"]


@pytest.mark.parametrize("box", ["slash", "n"])
async def test_in_a_box_a_question_mark_is_text(box: str, tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, box, "question_mark")
        assert not isinstance(app.screen, HelpScreen)
        assert "?" in getattr(app.focused, "text", "") + getattr(app.focused, "value", "")


async def test_what_is_typed_under_the_help_stays(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "slash", *"data", "f1", "a", "escape")
        assert isinstance(app.focused, SearchBox)
        assert programme_screen(app).view.text == "data"


async def test_a_note_under_the_help_is_kept_when_one_quits(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "n", *"thought", "f1", "ctrl+c")
        assert app._exit
    pick = AgendaStore(agenda_file(tmp_path), "demo").read().get("lambda")
    assert pick is not None
    assert pick.note == "thought"


async def test_a_note_that_cannot_be_written_keeps_one_here_under_the_help(tmp_path: Path) -> None:
    agenda_file(tmp_path).mkdir()
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "n", *"thought", "f1", "ctrl+c", "escape")
        assert not app._exit
        assert isinstance(app.screen, NoteEditor)


async def test_a_small_screen_that_is_done_goes_with_the_help_over_it(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "r")
        form = app.screen
        assert isinstance(form, RatingForm)
        await press(pilot, "f1")
        form.action_rate(5)
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, ProgrammeScreen)


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (77, 24), (100, 30), (160, 48)], ids=str)
async def test_the_page_is_written_once_for_the_width_it_gets(
    size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    widths: list[int] = []
    write = HelpScreen._page

    def written(self: HelpScreen, width: int) -> Content:
        widths.append(width)
        return write(self, width)

    monkeypatch.setattr(HelpScreen, "_page", written)
    async with running(tmp_path, size=size) as (app, pilot):
        await press(pilot, "question_mark")
        assert widths == [app.screen.query_one(Page).size.width]
        await pilot.resize_terminal(50, 20)
        await settle(pilot)
        assert widths[1:] == [app.screen.query_one(Page).size.width]
