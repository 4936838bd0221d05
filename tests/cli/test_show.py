"""`summit show`: everything on a session."""

from pathlib import Path
from typing import Any

import pytest

from summit_tui.catalogue.model import Link, Speaker
from tests.cli.programmes import SESSIONS, programme
from tests.cli.runner import summit
from tests.factories import make_session

OWLS = make_session(
    "owls",
    "10:00",
    title="Owls at night",
    subtitle="A field report",
    code="OWL301",
    kind="workshop",
    level=300,
    tracks=("Birds", "Night"),
    room="Room B",
    language="fr",
    recorded=False,
    speakers=(Speaker("Ada Alder", "Host", "Acme"), Speaker("Basil Birch")),
    tags=("feathers",),
    links=(Link("slides", "https://example.org/slides"),),
    abstract="They **see** in the dark.",
)
PAGE = """\
Owls at night
A field report
OWL301 · 300 Advanced · Birds · Night
Workshop · French · feathers
Tue 2 Apr 10:00–10:45 · Room B, Annex
21:00–21:45 here
not recorded
id: owls
  Ada Alder, Host, Acme
  Basil Birch

They see in the dark.

slides: https://example.org/slides
"""


def test_all_that_is_known_of_a_session(here: Path) -> None:
    programme(here, OWLS)
    shown = summit("show", "owl301")
    assert (shown.code, shown.err) == (0, "")
    assert shown.out == PAGE


@pytest.mark.parametrize(
    ("given", "line", "there"),
    [
        ({"recorded": False}, "not recorded", True),
        ({"recorded": True}, "not recorded", False),
        ({"recorded": None}, "not recorded", False),
        ({"status": "cancelled"}, "× cancelled", True),
        ({"status": None}, "× cancelled", False),
    ],
)
def test_what_is_special_of_it(here: Path, given: dict[str, Any], line: str, there: bool) -> None:
    programme(here, OWLS._replace(**given))
    assert (line in summit("show", "owls").lines) is there


def test_what_i_made_of_it_and_what_clashes() -> None:
    summit("add", "functions", "queues")
    summit("want", "must", "functions")
    summit("rate", "functions", "4")
    summit("attended", "functions")
    summit("note", "functions", "Ask about queues.\nTwice.")
    lines = summit("show", "functions").lines
    at = lines.index("★ must · 4 of 5 · attended")
    assert lines[at + 1 : at + 3] == ["  Ask about queues.", "  Twice."]
    assert lines[at + 3] == "! 30 min with Queues and topics (11:45–12:30)"
    summit("attended", "--no", "queues")
    assert "● want · missed" in summit("show", "queues").lines


def test_several_are_parted_and_each_is_shown_once() -> None:
    lines = summit("show", "opening", "SVS301", "functions").lines
    titles = [line for line in lines if line in {session.title for session in SESSIONS}]
    assert titles == ["Opening keynote", "Functions in anger"]
    assert lines[lines.index("Functions in anger") - 1] == ""


def test_a_pick_that_is_gone_is_shown_as_the_agenda_has_it(here: Path) -> None:
    summit("add", "functions")
    summit("note", "functions", "Why was it dropped?")
    programme(here, SESSIONS[0])
    assert summit("show", "functions").lines == [
        "Functions in anger",
        "? no longer in the programme (id functions)",
        "● want",
        "  Why was it dropped?",
    ]
    ids = summit("show", "functions", "opening", "--format", "ids")
    assert ids.lines == ["opening"]
    assert ids.err == "no longer in the programme: Functions in anger (functions)\n"
