"""The trip report in Markdown."""

from typing import Any

import pytest

from summit_tui.agenda.model import Agenda, Pick
from summit_tui.agenda.report import report_on
from summit_tui.catalogue.model import Catalogue, Event, Link, Session, Speaker
from summit_tui.catalogue.text import clean_line
from summit_tui.formats.reports.trip import trip_report
from tests.factories import at, make_catalogue, make_session
from tests.formats.reports.reading import HOSTILE, html_comments, outline

ADA, BO = Speaker("Ada Example", "CTO", "Engines"), Speaker("Bo Sample")
LINKS = (Link("slides", "https://example.org/s"), Link("video", "https://example.org/v"))
EVENT = Event(
    "demo",
    "Demo",
    timezone="Europe/Paris",
    venue="Palais",
    url="https://example.org/",
    note="A sample.",
)


def report(
    *picks: Pick, sessions: tuple[Session, ...], event: Event = EVENT, now: str = "18:00"
) -> str:
    agenda = Agenda("demo", {pick.id: pick for pick in picks})
    catalogue: Catalogue = make_catalogue(*sessions, event=event)
    return trip_report(report_on(agenda, catalogue, at(now)), event.name)


def test_a_whole_report() -> None:
    sessions = (
        make_session(
            "a",
            title="Under the hood",
            code="SVS301",
            level=300,
            tracks=("Serverless", "Data"),
            room="Bleu",
            speakers=(ADA, BO),
            links=LINKS,
            abstract="Not shown beside a note.",
        ),
        make_session("b", "11:00", title="Second", speakers=(BO,), abstract="First *part*.\n\nNo."),
        make_session("lunch", "12:00", kind="meal"),
        make_session("c", "13:00", title="Noted", speakers=(ADA,)),
        make_session("d", "14:00", title="Unclear"),
        make_session("e", "15:00", title="Not there", links=LINKS, speakers=(BO,)),
        make_session("f", "16:00", title="Off", status="cancelled"),
        make_session("g", "19:00", title="Evening"),
    )
    picks = (
        Pick("a", rating=5, attended=True, note="# Numbers\n- 40 functions"),
        Pick("b", rating=4, attended=True),
        Pick("lunch", attended=True),
        Pick("c", note="What of it?"),
        Pick("d"),
        Pick("e", attended=False, note="Ask Bo"),
        Pick("f"),
        Pick("g"),
    )
    assert report(*picks, sessions=sessions) == (
        "# Demo\n\nPalais · Tuesday 2 April 2019 · <https://example.org/>\n\n> A sample.\n\n"
        "I attended 2 sessions: 1h30 in all, 2 speakers.\n\n"
        "| Track | Sessions | Time |\n| --- | ---: | ---: |\n"
        "| Serverless | 1 | 45m |\n| none | 1 | 45m |\n\n"
        "| Level | Sessions | Time |\n| --- | ---: | ---: |\n"
        "| 300 Advanced | 1 | 45m |\n| none | 1 | 45m |\n\n"
        "## The best of it\n\n"
        "- 5 of 5: Under the hood — Ada Example, Bo Sample\n- 4 of 5: Second — Bo Sample\n\n"
        "## Tuesday 2 April 2019\n\n"
        "### Under the hood\n\nAda Example, CTO, Engines; Bo Sample\\\n"
        "09:30–10:15 · SVS301 · 300 Advanced · Serverless, Data · Bleu\\\n**5 of 5**\n\n"
        "#### Numbers\n- 40 functions\n\n"
        "[slides](https://example.org/s) · [video](https://example.org/v)\n\n"
        "### Second\n\nBo Sample\\\n11:00–11:45\\\n**4 of 5**\n\n> First part.\n\n"
        "## On my agenda, not said whether I was there\n\n"
        "- Unclear — Tuesday 2 April 14:00–14:45\n\n"
        "### Noted\n\nAda Example, CTO, Engines\\\n13:00–13:45\n\nWhat of it?\n\n"
        "## Missed\n\n- Not there — Bo Sample — Tuesday 2 April 15:00–15:45\n  > Ask Bo\n\n"
        "## To watch later\n\n"
        "- [Not there](https://example.org/v) — Bo Sample — Tuesday 2 April 15:00–15:45\n\n"
        "## Cancelled\n\n- Off — Tuesday 2 April 16:00–16:45\n\n"
        "## Still to come\n\n- Evening — Tuesday 2 April 19:00–19:45\n\n"
        "## Who I heard\n\n- Ada Example, CTO, Engines\n- Bo Sample\n"
    )


def test_a_section_with_nothing_in_it_is_left_out() -> None:
    bare = Event("demo", "Demo", timezone="Europe/Paris")
    found = report(
        Pick("a", attended=True), sessions=(make_session("a", duration=None),), event=bare
    )
    assert found == (
        "# Demo\n\nTuesday 2 April 2019\n\nI attended 1 session.\n\n"
        "## Tuesday 2 April 2019\n\n### Title of a\n\n09:30\n"
    )


def test_days_and_what_is_gone() -> None:
    night = make_session("n", "2019-04-03 00:30", day=at("09:00").date(), title="Night")
    gone = Pick("gone", title="Dropped", start="2019-04-03T10:00:00+02:00", attended=True, note="x")
    lost = Pick("lost", title="Lost", attended=True)
    found = report(Pick("n", attended=True), gone, lost, sessions=(night,), now="2019-04-04 10:00")
    assert "I attended 3 sessions: 45m in all.\n" in found
    assert "00:30 +1–01:15 +1" in found
    assert outline(found) == [
        ("h1", "Demo"),
        ("h2", "Tuesday 2 April 2019"),
        ("h3", "Night"),
        ("h2", "Wednesday 3 April 2019"),
        ("h3", "Dropped"),
        ("h2", "Without a time"),
        ("h3", "Lost"),
    ]
    assert "### Dropped\n\nno longer in the programme\n\nx\n" in found


@pytest.mark.parametrize("recorded", [True, None])
def test_what_is_known_of_a_recording(recorded: bool | None) -> None:
    session = make_session("a", recorded=recorded)
    told = "recorded" if recorded else "no recording known yet"
    found = report(Pick("a", attended=False), sessions=(session,))
    assert f"## To watch later\n\n- Title of a — Tuesday 2 April 09:30–10:15 — {told}\n" in found


@pytest.mark.parametrize("hostile", HOSTILE)
def test_text_from_the_programme_is_shown_and_breaks_nothing(hostile: str) -> None:
    speaker = (Speaker(hostile, hostile, hostile),)
    given: dict[str, Any] = {
        "title": hostile,
        "speakers": speaker,
        "room": hostile,
        "tracks": (hostile,),
    }
    links = (Link(hostile, "https://example.org/"), Link(hostile, f"https://{hostile}"))
    sessions = (
        make_session("a", code=hostile, abstract=hostile, links=links, **given),
        make_session("b", "10:30", **given),
        make_session("c", "12:00", **given),
        make_session("d", "14:00", links=(Link("video", hostile),), **given),
    )
    picks = (
        Pick("a", attended=True, rating=4),
        Pick("b", note=hostile),
        Pick("c"),
        Pick("d", attended=False, note=hostile),
    )
    event = EVENT._replace(name=hostile, venue=hostile, url=hostile)
    found = report(*picks, sessions=sessions, event=event)
    shown = clean_line(hostile)
    ours = [(tag, text) for tag, text in outline(found) if tag < "h4"]
    assert [pair for pair in ours if pair != ("h1", "heading")] == [
        ("h1", shown),
        ("h2", "The best of it"),
        ("h2", "Tuesday 2 April 2019"),
        ("h3", shown),
        ("h2", "On my agenda, not said whether I was there"),
        ("h3", shown),
        ("h2", "Missed"),
        ("h2", "To watch later"),
        ("h2", "Who I heard"),
    ]
    assert html_comments(found) == []
