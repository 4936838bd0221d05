"""Finding on the screen: mistakes, letters typed ahead, typed ticks, the best, the way out."""

from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input

from summit_tui.catalogue.model import Catalogue
from summit_tui.search.saved import saved
from summit_tui.tui.screens.searches import SavedSearches
from summit_tui.tui.state import View
from summit_tui.tui.widgets.chips import ChipLine
from summit_tui.tui.widgets.facet_list import FacetList
from summit_tui.tui.widgets.search_box import SearchBox
from tests.factories import make_catalogue, make_session
from tests.tui.harness import (
    MIDDLE,
    NARROW,
    listed,
    on_disk,
    on_screen,
    picked,
    press,
    programme_screen,
    running,
    said,
    sample,
    settle,
    told,
    under_cursor,
)
from tests.tui.test_searching import found, offered, texts_of_chips, type_in


async def test_what_is_right_is_applied_beside_a_mistake(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await type_in(pilot, "/level:300 -track:zzzqx")
        assert listed(app) == ["gone", "data"]
        assert found(app) == "2 of 7 · level 300"
        assert "no track is like" in told(app)
        await type_in(pilot, " day:wed")
        assert listed(app) == ["data"]
        assert texts_of_chips(app) == ["wrong: -track:zzzqx ×", "level 300 ×", "Wed 3 Apr ×"]
        await press(pilot, "enter", "c", "x")
        assert programme_screen(app).view.text == "level:300 day:wed"
        assert told(app) == ""


async def test_a_text_that_means_nothing_at_all_keeps_the_list_and_dims_it(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await type_in(pilot, "/data")
        box = app.screen.query_one(SearchBox)
        box.value = "data " + "x" * 2000
        await settle(pilot)
        assert listed(app) == ["data"]
        assert found(app).startswith("before: 1 of 7")
        assert programme_screen(app).list.has_class("-before")
        box.value = "data"
        await settle(pilot)
        assert not programme_screen(app).list.has_class("-before")


@pytest.mark.parametrize("how", ["help", "leave"])
async def test_what_is_offered_goes_with_the_focus(how: str, tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await pilot.press("slash", *"track", "colon", "s", "enter" if how == "leave" else "ctrl+p")
        await settle(pilot)
        if how == "help":
            await press(pilot, "escape")
            programme_screen(app).set_focus(programme_screen(app).list)
            await settle(pilot)
        assert offered(app) == []


async def test_letters_typed_ahead_are_all_kept(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        for key in "éux":  # of which u and x are keys of the list
            app.post_message(events.Key(key, key))
        await settle(pilot)
        assert app.screen.query_one(SearchBox).value == "éux"


async def test_a_letter_is_not_glued_to_what_is_there(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await type_in(pilot, "/level:300")
        await press(pilot, "home", "enter", "é")
        assert app.screen.query_one(SearchBox).value == "level:300 é"


async def test_what_is_pasted_into_the_list_goes_to_the_box(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        app.post_message(events.Paste("da\x1b[31mta"))
        await settle(pilot)
        assert app.screen.query_one(SearchBox).value == "data"
        assert listed(app) == ["data"]


async def test_tab_makes_conditions_of_names(tmp_path: Path) -> None:
    async with running(tmp_path, size=NARROW) as (app, pilot):
        await press(pilot, "slash", *"serverless english")
        assert "no session has english · tab makes it serverless" in told(app)
        await press(pilot, "tab")
        assert programme_screen(app).view.text == "serverless lang:english"
        assert listed(app) == ["lambda"]


async def test_tab_makes_a_field_of_a_word(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await type_in(pilot, "/data trak")
        assert listed(app) == ["data"]
        await press(pilot, "tab")
        assert app.screen.query_one(SearchBox).value == "data track:"
        assert "Data" in offered(app)


async def test_x_only_ever_takes_back(tmp_path: Path) -> None:
    async with running(tmp_path, size=NARROW) as (app, pilot):
        screen = programme_screen(app)
        await type_in(pilot, "/lang:fr")
        await press(pilot, "enter", "c", "x")
        assert screen.view == View()
        assert screen.list.has_focus
        await press(pilot, "c", "x", "delete")
        assert screen.view == View()
        assert isinstance(app.focused, ChipLine)
        await press(pilot, "space")
        assert screen.view.of("level") == {100}


async def test_a_mistake_is_not_saved(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await type_in(pilot, "/level:300 track:zzzqx")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, SavedSearches)
        assert "cannot be saved: no track is like" in " ".join("\n".join(on_screen(app)).split())
        assert not app.screen.query_one(Input).display
        await press(pilot, "enter")
        assert saved() == {}


async def test_nothing_saved_yet_is_said(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await type_in(pilot, "/@")
        assert told(app) == "nothing saved yet · ctrl+s saves a search"


async def test_a_typed_condition_is_ticked_and_unticked(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await type_in(pilot, "/level:300 track:data")
        lines = on_screen(app)
        assert any("[·] Data" in line for line in lines)
        assert any("Track 1 typed" in line for line in lines)
        await press(pilot, "enter", "4")
        assert programme_screen(app).view == View("level:300,400 track:data")
        facets = app.screen.query_one(FacetList)
        app.screen.set_focus(facets)
        facets.cursor = facets.entries.index(("track", "Data", 1))
        await press(pilot, "space")
        assert programme_screen(app).view == View("level:300,400")


async def test_values_with_sessions_stand_first_while_something_narrows(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        facets = app.screen.query_one(FacetList)

        def tracks() -> list[str]:
            return [str(each[1]) for each in facets.entries if each[0] == "track"][1:]

        assert tracks() == ["Data", "Security", "Serverless"]
        await type_in(pilot, "/functions")
        assert tracks() == ["Serverless", "Data", "Security"]


async def test_x_in_an_empty_list_takes_back_what_hides_most(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await type_in(pilot, "/data room:green")
        await press(pilot, "enter")
        assert "1 without Green · x takes it back." in "\n".join(on_screen(app))
        await press(pilot, "x")
        assert listed(app) == ["data"]


@pytest.mark.parametrize("where", ["box", "list"])
async def test_what_was_meant_is_taken_where_nothing_was_found(
    where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from summit_tui.search.query import Query

    meant = "summit_tui.search.suggestion.suggestion"
    monkeypatch.setattr(meant, lambda programme, query, context: Query(("data",)))
    async with running(tmp_path) as (app, pilot):
        await type_in(pilot, "/zzzqx")
        assert "Did you mean “data”? · tab takes it" in "\n".join(on_screen(app))
        await press(pilot, *(["enter"] if where == "list" else []), "tab")
        assert programme_screen(app).view.text == "data"
        assert listed(app) == ["data"]


def talks() -> Catalogue:
    """Return sessions of which the later ones answer better."""
    return make_catalogue(
        make_session("far", "09:00", title="Far", abstract="all about queues and more"),
        make_session("near", "10:00", title="Near queues"),
        make_session("other", "11:00", title="Other"),
        make_session("best", "12:00", title="Queues"),
    )


async def test_letters_of_a_filter_lead_nowhere(tmp_path: Path) -> None:
    catalogue = make_catalogue(
        make_session("now", "09:00", title="Kites"),
        make_session("mine", "10:00", title="Bees"),
        make_session("word", "12:00", title="Free software", abstract="free"),
    )
    async with running(tmp_path, catalogue, now="2019-04-02 09:10") as (app, pilot):
        await press(pilot, "down", "slash", *"free")
        assert under_cursor(app) == "word"
        await press(pilot, *":me")
        assert under_cursor(app) == "mine"
        await press(pilot, "ctrl+u", *"free", "escape")
        assert under_cursor(app) == "word"  # what was found is looked at among the others
        await press(pilot, "home", "slash", *"level:")
        assert under_cursor(app) == "now"


async def test_one_comes_back_from_an_empty_list_to_where_one_was(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "home", "down", "down")
        was = under_cursor(app)
        await press(pilot, "slash", *"laxyzzy")
        assert listed(app) == []
        await press(pilot, "escape")
        assert under_cursor(app) == was
        await press(pilot, "escape", "1")
        assert listed(app) == []
        await press(pilot, "1")
        assert under_cursor(app) == was


async def test_one_goes_through_the_best(tmp_path: Path) -> None:
    async with running(tmp_path, talks()) as (app, pilot):
        await type_in(pilot, "/queues")
        await press(pilot, "enter")
        assert under_cursor(app) == "near"
        await press(pilot, "b")
        assert under_cursor(app) == "best"
        assert found(app) == "best 2 of 3"
        await press(pilot, "b", "b", "v")
        assert under_cursor(app) == "far"
        assert found(app) == "best 3 of 3"
        await press(pilot, "end")
        assert found(app) == "3 of 4"


async def test_a_programme_without_levels_says_so(tmp_path: Path) -> None:
    async with running(tmp_path, make_catalogue(make_session())) as (app, pilot):
        await press(pilot, "3")
        assert said(app) == ["This programme has no levels."]
        assert not programme_screen(app).view.narrowed
        assert "level" not in on_screen(app)[-1]


async def test_keys_behind_c_are_for_the_chips(tmp_path: Path) -> None:
    picked(tmp_path, sample().sessions[1])
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "3", "home", "down")
        for key in "cx":
            app.post_message(events.Key(key, key))
        await settle(pilot)
        assert not programme_screen(app).view.narrowed
        assert on_disk(tmp_path) == {"lambda": "want"}
        await press(pilot, "slash", "c")
        assert app.screen.query_one(SearchBox).value == "c"


async def test_values_offered_are_numbered_counted_and_below_what_is_told(tmp_path: Path) -> None:
    rooms = [make_session(f"s{n}", "10:00", room=f"Room {n:02}") for n in range(12)]
    late = make_session("late", "2020-04-03 10:00", room="Room 03")
    async with running(tmp_path, make_catalogue(*rooms, late), size=NARROW) as (app, pilot):
        await type_in(pilot, "/room:")
        assert offered(app)[:2] == ["Room 03", "Room 00"]
        lines = "\n".join(on_screen(app))
        assert "1–8 of 12" in lines
        assert "2 sessions" in lines
        assert "a room, or part of its name" in lines
        await type_in(pilot, "zzzqx")
        assert len(offered(app)) == 12
        assert "no room is like" in "\n".join(on_screen(app)[2:4])
        assert "↓ chooses one" in "\n".join(on_screen(app))


async def test_days_that_read_alike_have_a_year(tmp_path: Path) -> None:
    days = [make_session("a", "2013-12-27 10:00"), make_session("b", "2019-12-27 10:00")]
    async with running(tmp_path, make_catalogue(*days)) as (app, pilot):
        assert any("Fri 27 Dec 2019" in line for line in on_screen(app))
        await type_in(pilot, "/day:")
        assert offered(app) == ["Fri 27 Dec 2013", "Fri 27 Dec 2019"]
        assert any("2  Fri 27 Dec 2019" in line for line in on_screen(app))


async def test_the_count_stays_where_there_is_little_room(tmp_path: Path) -> None:
    async with running(tmp_path, size=MIDDLE) as (app, pilot):
        await type_in(pilot, "/" + "level>=200 -kind:meal -kind:panel before:18:00 lang:fr,en")
        assert found(app) == "2 of 7 · 5 filters"


async def test_of_what_was_copied_the_first_line_is_pasted(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        app.copy_to_clipboard("owls\nbats")
        await press(pilot, "slash", "ctrl+v")
        assert programme_screen(app).line.box.value == "owls"
