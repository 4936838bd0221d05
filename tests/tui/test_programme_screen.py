"""The programme screen: what is listed, what is said, what the mouse does."""

from datetime import date, datetime
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Markdown

from summit_tui.agenda.change import set_note
from summit_tui.agenda.model import Agenda
from summit_tui.agenda.store import AgendaStore
from summit_tui.catalogue import clock
from summit_tui.search.programme import programme_of
from summit_tui.tui.app import SummitApp
from summit_tui.tui.describe import about, more
from summit_tui.tui.picks import Picks
from summit_tui.tui.state import View
from summit_tui.tui.widgets.chips import ChipLine
from summit_tui.tui.widgets.detail import Detail
from summit_tui.tui.widgets.facet_list import FacetList
from summit_tui.tui.widgets.search_box import SearchBox
from tests.factories import at, make_catalogue, make_session
from tests.tui.harness import (
    MIDDLE,
    NARROW,
    SIZES,
    WIDE,
    agenda_file,
    head,
    listed,
    on_disk,
    on_screen,
    picked,
    press,
    programme_screen,
    running,
    sample,
    settle,
    told,
    under_cursor,
)


@pytest.mark.parametrize("size", [*SIZES, (40, 12), (80, 24), (120, 40), (200, 60), (20, 5)])
async def test_every_size_shows_the_sessions(size: tuple[int, int], tmp_path: Path) -> None:
    async with running(tmp_path, size=size) as (app, pilot):
        assert under_cursor(app) == "lambda"
        await press(pilot, "A", "P", "f", "escape", "enter", "escape", "question_mark", "escape")
        assert programme_screen(app).list.rows
        on_screen(app)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2019-04-02 08:00", "keynote"),  # not begun: the top
        ("2019-04-02 09:35", "keynote"),  # just begun
        ("2019-04-02 11:20", "lambda"),  # soon
        ("2019-04-02 11:40", "lambda"),  # on
        ("2019-04-03 09:00", "data"),  # the second day
        ("2019-04-05 09:00", "keynote"),  # over: the top
    ],
)
async def test_it_opens_on_what_one_can_go_to_now(now: str, expected: str, tmp_path: Path) -> None:
    async with running(tmp_path, now=now) as (app, _):
        assert under_cursor(app) == expected


async def test_the_head_says_event_time_and_how_my_agenda_stands(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        assert "Demo Summit" in head(app)
        assert "Tue 2 Apr 11:20 Paris · 0 picks" in head(app)
        await press(pilot, "space", "down", "space")
        assert "2 picks, 1 clash" in head(app)


async def test_a_time_that_comes_closer_is_said(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, _):
        assert any("11:30  in 10 min" in line for line in on_screen(app))
        clock.pretend(at("11:31"))
        programme_screen(app).follow_clock()
        assert any("11:30  on now" in line for line in on_screen(app))
        assert "11:31" in head(app)


async def test_nothing_is_painted_before_the_minute_is_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(tmp_path) as (app, _):
        screen, ticks = programme_screen(app), list[str]()
        monkeypatch.setattr(screen, "tick", lambda: ticks.append("tick"))
        for time, seen in (("11:20:59", 0), ("11:21:00", 1), ("11:21:59", 1), ("11:22:30", 2)):
            clock.pretend(datetime.fromisoformat(f"2019-04-02T{time}+02:00"))
            screen.follow_clock()
            assert len(ticks) == seen


async def test_search_as_one_types(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "slash", *"commande")
        assert listed(app) == ["orders"]
        assert under_cursor(app) == "orders"
        assert "1 of 7" in on_screen(app)[1]
        await press(pilot, "escape")
        assert len(listed(app)) == 7
        assert programme_screen(app).list.has_focus


@pytest.mark.parametrize("key", ["down", "enter"])
async def test_one_goes_from_the_box_to_the_list(key: str, tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "slash", *"data", key, "space")
        assert on_disk(tmp_path) == {"data": "want"}
        assert programme_screen(app).view.text == "data"


async def test_a_letter_that_means_nothing_else_begins_a_search(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, *"incident")
        assert programme_screen(app).view.text == "incident"
        assert on_disk(tmp_path) == {}


async def test_the_best_answer_gets_the_cursor(tmp_path: Path) -> None:
    catalogue = make_catalogue(
        make_session("weak", "09:00", title="Other", abstract="about kubernetes"),
        make_session("strong", "10:00", title="Kubernetes"),
    )
    async with running(tmp_path, catalogue) as (app, pilot):
        await press(pilot, "slash", *"kubernetes")
        assert listed(app) == ["weak", "strong"]
        assert under_cursor(app) == "strong"


async def test_a_wrong_query_is_told_and_the_last_good_result_stays(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "slash", *"data")
        app.screen.query_one(SearchBox).value = "data levl:3"
        await settle(pilot)
        assert listed(app) == ["data"]
        assert "there is no field 'levl' (did you mean level?" in told(app)
        assert any("     ^^^^ there is no field" in line for line in on_screen(app))
        await press(pilot, "end", *["backspace"] * 7)
        assert told(app) == ""
        assert listed(app) == ["data"]


async def test_how_words_were_read_is_told(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "slash", *"servreless")
        assert told(app) == '"servreless" read as serverless'
        await press(pilot, "escape")
        assert told(app) == ""


async def test_facets_do_not_touch_the_words(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "slash", *"e", "down", "2", "3")
        assert app.screen.query_one(SearchBox).value == "e"
        assert "level 200–300" in on_screen(app)[1]
        await press(pilot, "escape")
        assert programme_screen(app).view.of("level") == {200, 300}


async def test_the_cursor_stays_on_its_session_when_filters_change(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "end", "2")
        assert under_cursor(app) == "panel"
        await press(pilot, "2")
        assert under_cursor(app) == "panel"


async def test_an_empty_list_says_where_there_is_more(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "f", "down", "space", "escape", "1")
        lines = "\n".join(on_screen(app))
        assert "Nothing at level 100 on Tuesday 2 April." in lines
        assert "5 without level 100 · x takes it back." in lines
        assert "escape goes back to everything" in lines
        await press(pilot, "0")
        assert "Nothing" not in "\n".join(on_screen(app))


async def test_an_empty_list_says_how_escape_goes_back(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "2", "slash", *"data", "enter")
        assert "escape takes back the words, then the filters" in "\n".join(on_screen(app))
        await press(pilot, "escape")
        assert programme_screen(app).view == View().choosing("level", frozenset({200}))
        await press(pilot, "escape")
        assert not programme_screen(app).view.narrowed


async def test_an_empty_programme_speaks(tmp_path: Path) -> None:
    async with running(tmp_path, make_catalogue()) as (app, _):
        assert "This programme has no sessions yet." in "\n".join(on_screen(app))


async def test_d_goes_through_the_chosen_days(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "f", "down", "space", "escape", "d")
        assert programme_screen(app).view.of("day") == {"2019-04-03"}
        assert listed(app) == ["data"]
        await press(pilot, "d")
        assert programme_screen(app).view.of("day") == {"2019-04-02"}


async def test_every_mark_is_also_a_word(tmp_path: Path) -> None:
    everything = sample().sessions
    picked(tmp_path, everything[1], everything[2])
    async with running(tmp_path, size=(160, 60)) as (app, pilot):
        lines = "\n".join(on_screen(app))
        assert "● 400 Inside serverless functions" in lines
        assert "! 15 min with SEC204 Sécurité des commandes" in lines
        assert "! 15 min with SVS401 Inside serverless functions" in lines
        assert "× 300 Cancelled talk" in lines
        assert "cancelled" in lines
        assert "? 200 Panel without a time" in lines
        assert "no time yet" in lines
        await press(pilot, "w")
        assert "★ 400 Inside serverless functions" in "\n".join(on_screen(app))
        await press(pilot, "w")
        assert "○ 400 Inside serverless functions" in "\n".join(on_screen(app))


async def test_the_next_day_stands_on_top(tmp_path: Path) -> None:
    days = [make_session(f"{d}{n:02}", f"2019-04-0{d} 10:00") for d in (2, 3) for n in range(20)]
    at_nine = "2019-04-02 09:00"
    async with running(tmp_path, make_catalogue(*days), size=NARROW, now=at_nine) as (app, pilot):
        assert "Tuesday 2 April" in on_screen(app)[3]
        await press(pilot, "d")
        assert "Wednesday 3 April" in on_screen(app)[3]


async def test_an_event_of_one_day_says_which(tmp_path: Path) -> None:
    async with running(tmp_path, make_catalogue(make_session())) as (app, _):
        assert any("── Tuesday 2 April ──" in line for line in on_screen(app))


async def test_the_heading_of_the_slot_on_top_stays_in_sight(tmp_path: Path) -> None:
    talks = [make_session(f"s{n:02}", "10:00") for n in range(20)]
    async with running(tmp_path, make_catalogue(*talks), size=NARROW, now=None) as (app, pilot):
        await press(pilot, "end")
        assert programme_screen(app).list.scroll_offset.y > 0
        assert any(line.startswith(" Tuesday 2 April  10:00") for line in on_screen(app))
        assert any("Title of s19" in line for line in on_screen(app))
        await press(pilot, "pageup", "up", "up", "up")
        cursor = under_cursor(app)
        assert any(f"Title of {cursor}" in line for line in on_screen(app))


async def test_the_detail_tells_everything(tmp_path: Path) -> None:
    picked(tmp_path, sample().sessions[2])
    async with running(tmp_path) as (app, _):
        detail = "\n".join(line[90:] for line in on_screen(app))
        for expected in (
            "Inside serverless functions",
            "SVS401 · 400 Expert · Serverless",
            "Talk · English · lambda",
            "Tue 2 Apr 11:30 – 12:15 (45m) · Blue, Palais",
            "! would clash 15 min with SEC204",
            "Ada Quill, Engineer, Northwind",
            "How functions start, with more.",
            "slides  example.org",
            "Also by them",
            "Tue 12:00  SEC204 Sécurité des commandes",
        ):
            assert expected in detail, expected


def test_a_note_and_a_rating_are_in_the_detail() -> None:
    from summit_tui.agenda.model import Pick

    session = make_session("s1")
    pick = Pick("s1", "must", note="bring [b]paper[/b]", rating=4, attended=True)
    text = about(session, make_catalogue(session), Picks(Agenda("demo", {"s1": pick}))).plain
    assert "★ must · rated 4 of 5 · attended" in text
    assert text.endswith("\n\nMy note")  # it is Markdown, and has a widget


def test_what_begins_after_midnight_says_the_day_of_the_calendar() -> None:
    party = make_session("party", "2019-04-03 00:30", day=date(2019, 4, 2), duration=90)
    text = about(party, make_catalogue(party), Picks(Agenda("demo", {}))).plain
    assert "Wed 3 Apr 00:30 – 02:00" in text
    assert "Tue" not in text


def test_speakers_of_the_same_name_are_not_confused_with_parts_of_it() -> None:
    from summit_tui.catalogue.model import Speaker
    from summit_tui.search.context import Context

    ada, other = Speaker("Ada Quill"), Speaker("Ada Quillon")
    catalogue = make_catalogue(
        make_session("a", speakers=(ada,)),
        make_session("b", "11:00", speakers=(ada,)),
        make_session("c", "12:00", speakers=(other,)),
    )
    text = more(catalogue.sessions[0], programme_of(catalogue), Context(at("09:00"))).plain
    assert "Title of b" in text
    assert "Title of c" not in text


async def test_the_abstract_follows_the_cursor(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        markdown = app.screen.query_one(Markdown)
        assert markdown.display
        await press(pilot, "down")
        assert not markdown.display
        await press(pilot, "up")
        assert markdown.source.startswith("How *functions* start")


async def test_what_stands_in_pointed_brackets_is_shown(tmp_path: Path) -> None:
    AgendaStore(agenda_file(tmp_path), "demo").apply(
        set_note(sample().sessions[1], "Vec<u8> in <b>bold</b>\n\n<div>")
    )
    async with running(tmp_path, size=MIDDLE) as (app, pilot):
        detail = "\n".join(on_screen(app))
        assert "Vec<u8> in <b>bold</b>" in detail
        assert "<div>" in detail
        await press(pilot, "n", "ctrl+o")
        assert "Vec<u8> in <b>bold</b>" in "\n".join(on_screen(app))


async def test_my_note_reads_as_the_abstract_does(tmp_path: Path) -> None:
    AgendaStore(agenda_file(tmp_path), "demo").apply(
        set_note(sample().sessions[1], "- ask **Ada**\n- [a/b] stays")
    )
    async with running(tmp_path, size=MIDDLE) as (app, pilot):

        def said() -> list[str]:
            return [line.partition("▕")[2].strip(" ▇▆▅▄▃▂▁") for line in on_screen(app)]

        at = said().index("My note")
        assert said()[at + 1 : at + 4] == ["• ask Ada", "• [a/b] stays", ""]
        assert said()[at + 4].startswith("How functions start")
        await press(pilot, "n", "!", "escape")
        assert said()[at + 2] == "• [a/b] stays!"
        await press(pilot, "down")
        assert "My note" not in said()
        assert "• ask Ada" not in said()
        await press(pilot, "A")
        assert said()[said().index("My note") + 1] == "• ask Ada"


async def test_wide_shows_three_columns(tmp_path: Path) -> None:
    async with running(tmp_path, size=WIDE) as (app, _):
        assert app.screen.query_one(FacetList).display
        assert app.screen.query_one(Detail).display
        assert not app.screen.query_one(ChipLine).display


async def test_the_middle_folds_the_facets_into_chips(tmp_path: Path) -> None:
    async with running(tmp_path, size=MIDDLE) as (app, pilot):
        assert not app.screen.query_one(FacetList).display
        assert app.screen.query_one(Detail).display
        assert "[ ] 400 (1)" in on_screen(app)[2]
        await press(pilot, "4")
        assert "[x] 400 (1)" in on_screen(app)[2]
        await press(pilot, "f")
        assert app.screen.query_one(FacetList).display
        await press(pilot, "escape")
        assert not app.screen.query_one(FacetList).display


@pytest.mark.parametrize(("there", "back"), [("enter", "escape"), ("l", "h"), ("right", "left")])
async def test_narrow_shows_one_column_at_a_time(there: str, back: str, tmp_path: Path) -> None:
    async with running(tmp_path, size=NARROW) as (app, pilot):
        assert not app.screen.query_one(Detail).display
        await press(pilot, there)
        assert app.screen.query_one(Detail).display
        assert not programme_screen(app).list.display
        await press(pilot, "space", back)
        assert programme_screen(app).list.display
        assert on_disk(tmp_path) == {"lambda": "want"}


async def test_the_columns_follow_the_width(tmp_path: Path) -> None:
    async with running(tmp_path, size=WIDE) as (app, pilot):
        await pilot.resize_terminal(*MIDDLE)
        await settle(pilot)
        assert app.screen.query_one(ChipLine).display
        assert not app.screen.query_one(FacetList).display
        await pilot.resize_terminal(*WIDE)
        await settle(pilot)
        assert not app.screen.query_one(ChipLine).display
        assert app.screen.query_one(FacetList).display
        assert under_cursor(app) == "lambda"


def line_of(app: SummitApp, text: str) -> int:
    return next(y for y, line in enumerate(on_screen(app)) if text in line)


async def test_a_click_selects_and_a_click_on_the_mark_picks(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        x, y = programme_screen(app).list.region.x, line_of(app, "200 Sécurité")
        await pilot.click(offset=(x + 12, y))
        await settle(pilot)
        assert under_cursor(app) == "orders"
        assert on_disk(tmp_path) == {}
        await pilot.click(offset=(x + 1, y))
        await settle(pilot)
        assert on_disk(tmp_path) == {"orders": "want"}


async def test_a_second_click_reads(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        x, y = programme_screen(app).list.region.x, line_of(app, "200 Sécurité")
        await pilot.click(offset=(x + 12, y), times=2)
        await settle(pilot)
        assert isinstance(app.focused, Detail)


async def test_a_click_on_a_heading_is_nothing(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        x = programme_screen(app).list.region.x
        await pilot.click(offset=(x + 1, line_of(app, " 12:00")))
        await settle(pilot)
        assert under_cursor(app) == "lambda"
        assert on_disk(tmp_path) == {}


async def test_a_click_toggles_a_facet_and_folds_it(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await pilot.click(offset=(4, line_of(app, "[ ] 400")))
        await settle(pilot)
        assert programme_screen(app).view.of("level") == {400}
        await pilot.click(offset=(4, line_of(app, "▾ Level")))
        await settle(pilot)
        assert any("▸ Level 1 chosen" in line for line in on_screen(app))


async def test_a_click_toggles_a_chip(tmp_path: Path) -> None:
    async with running(tmp_path, size=MIDDLE) as (app, pilot):
        await pilot.click(offset=(on_screen(app)[2].index("400"), 2))
        await settle(pilot)
        assert programme_screen(app).view.of("level") == {400}


async def test_the_foot_can_be_clicked(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        foot = on_screen(app)[-1]
        await pilot.click(offset=(foot.index("pick"), len(on_screen(app)) - 1))
        await settle(pilot)
        assert on_disk(tmp_path) == {"lambda": "want"}


async def test_the_wheel_scrolls(tmp_path: Path) -> None:
    talks = [make_session(f"s{n:02}", "10:00") for n in range(40)]
    async with running(tmp_path, make_catalogue(*talks), now=None) as (app, _):
        entries = programme_screen(app).list
        entries._scroll_down_for_pointer(animate=False)
        assert entries.scroll_offset.y > 0


async def test_what_is_typed_ahead_goes_where_it_would_have_gone(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        box = programme_screen(app).query_one(SearchBox)
        for sign in "/ldw/q":  # faster than the loop turns, as over a slow line
            app.post_message(events.Key("slash" if sign == "/" else sign, sign))
        await settle(pilot)
        assert box.value == "ldw/q"
        await press(pilot, "escape")
        under = under_cursor(app)
        app.post_message(events.Key("enter", None))
        app.post_message(events.Key("space", " "))
        await settle(pilot)
        assert box.value == ""
        assert list(on_disk(tmp_path)) == [under]


async def test_no_session_is_cut_under_the_heading_when_a_clash_appears(tmp_path: Path) -> None:
    sessions = [make_session(f"s{n:02}", "10:00", title=f"Title {n:02}") for n in range(30)]
    async with running(tmp_path, make_catalogue(*sessions), size=(100, 20)) as (app, pilot):
        for _ in range(6):
            await press(pilot, *("down",) * 3, "space")
            lines = programme_screen(app).list
            first = lines.render_line(1).text
            assert ("Title" in first) == bool(lines.scroll_offset.y)


async def test_the_detail_has_my_own_clock_where_it_is_another(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, _):
        assert any("22:30 – 23:15 here" in line for line in on_screen(app))


@pytest.mark.usefixtures("in_paris")
async def test_the_detail_has_one_clock_where_they_agree(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, _):
        assert not any(" here" in line for line in on_screen(app))
