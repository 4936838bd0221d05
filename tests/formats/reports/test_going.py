"""The case for going in Markdown."""

from typing import Any

import pytest

from summit_tui.agenda.case import case_for
from summit_tui.agenda.model import Agenda, Pick
from summit_tui.catalogue.model import Session, Speaker
from summit_tui.catalogue.text import clean_line
from summit_tui.formats.reports.going import case_page
from tests.factories import make_catalogue, make_session
from tests.formats.reports.reading import HOSTILE, html_comments, outline


def case(*picks: Pick, sessions: tuple[Session, ...], title: str = "Why") -> str:
    agenda = Agenda("demo", {pick.id: pick for pick in picks})
    return case_page(case_for(agenda, make_catalogue(*sessions)), title)


def test_a_whole_case() -> None:
    ada, bo = Speaker("Ada", "CTO", "Engines"), Speaker("Bo")
    sessions = (
        make_session(
            "a",
            title="Under the hood",
            code="SVS301",
            level=300,
            tracks=("Serverless",),
            room="Bleu",
            speakers=(ada,),
            abstract="We look inside.",
        ),
        make_session("b", "2019-04-03 23:30", title="Late", speakers=(bo, ada)),
        make_session("c", title="At once"),
        make_session("d", None, title="Some time"),
        make_session("lunch", "12:00", kind="meal"),
    )
    picks = (
        Pick("a", "must", note="What we need for **billing**."),
        Pick("b", note="Ask Bo"),
        Pick("c", "maybe"),
        Pick("d"),
        Pick("lunch"),
    )
    assert case(*picks, sessions=sessions) == (
        "# Why\n\nPalais · Tuesday 2 April 2019 to Wednesday 3 April 2019\n\n"
        "I would attend 3 sessions on 2 days: 2h15 in all, 2 speakers.\n\n"
        "| Track | Sessions | Time |\n| --- | ---: | ---: |\n"
        "| Serverless | 1 | 45m |\n| none | 2 | 1h30 |\n\n"
        "| Level | Sessions | Time |\n| --- | ---: | ---: |\n"
        "| 300 Advanced | 1 | 45m |\n| none | 2 | 1h30 |\n\n"
        "## What I must not miss\n\n### Under the hood\n\n"
        "Ada, CTO, Engines\\\nTuesday 2 April 09:30–10:15\\\n"
        "SVS301 · 300 Advanced · Serverless · Bleu\n\n"
        "> We look inside.\n\nWhat we need for **billing**.\n\n"
        "## Also on my list\n\n"
        "- Late — Bo, Ada — Wednesday 3 April 23:30–00:15 +1\n  > Ask Bo\n"
        "- Some time — no time yet\n\n"
        "## At the same time as one of these\n\n- At once — Tuesday 2 April 09:30–10:15\n\n"
        "## Who speaks\n\n- Ada, CTO, Engines\n- Bo\n\n"
        "## What it takes\n\n- Tuesday 2 April 2019, 09:30 to 10:15\n"
        "- Wednesday 3 April 2019, 23:30 to 00:15 +1\n"
    )


def test_without_times_there_is_no_cost_and_without_musts_one_list() -> None:
    found = case(Pick("a"), sessions=(make_session("a", None, duration=None),))
    assert found == (
        "# Why\n\nPalais\n\nI would attend 1 session.\n\n"
        "## On my list\n\n- Title of a — no time yet\n"
    )


@pytest.mark.parametrize("hostile", HOSTILE)
def test_text_from_the_programme_is_shown_and_breaks_nothing(hostile: str) -> None:
    given: dict[str, Any] = {"title": hostile, "speakers": (Speaker(hostile),), "room": hostile}
    sessions = (
        make_session("a", abstract=hostile, tracks=(hostile,), code=hostile, **given),
        make_session("b", "11:00", **given),
    )
    found = case(Pick("a", "must"), Pick("b", note=hostile), sessions=sessions, title=hostile)
    ours = [pair for pair in outline(found) if pair != ("h1", "heading")]
    assert ours == [
        ("h1", clean_line(hostile)),
        ("h2", "What I must not miss"),
        ("h3", clean_line(hostile)),
        ("h2", "Also on my list"),
        ("h2", "Who speaks"),
        ("h2", "What it takes"),
    ]
    assert html_comments(found) == []
