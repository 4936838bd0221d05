"""What came of an update, in sentences."""

from datetime import timedelta

import pytest

from summit_tui.agenda.affected import affected
from summit_tui.agenda.model import Agenda, Pick
from summit_tui.catalogue import clock
from summit_tui.catalogue.changes import changes
from summit_tui.catalogue.model import Session
from summit_tui.catalogue.problems import CatalogueError, Problem
from summit_tui.catalogue.provenance import Origin
from summit_tui.formats import update_words
from summit_tui.formats.readers.importing import take_in
from summit_tui.formats.sources import Arrived, SourceError
from tests.catalogue.kept import MONDAY, placed
from tests.factories import at, make_catalogue, make_session

OWLS = make_session("owls", "10:00")
GOATS = make_session("goats", "11:00")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (SourceError("nobody knows"), "nobody knows"),
        (FileNotFoundError(2, "No such file", "gone.csv"), "gone.csv: no such file"),
        (OSError("Odd"), "odd"),
        (
            CatalogueError([Problem("error", "x", f"wrong {n}", "a.yaml") for n in range(1, 6)]),
            "a.yaml: error: wrong 1; a.yaml: error: wrong 2; a.yaml: error: wrong 3",
        ),
    ],
)
def test_what_went_wrong_is_one_sentence(error: Exception, said: str) -> None:
    assert update_words.reason(error) == said


def test_a_copy_that_had_to_serve_is_told_with_its_age() -> None:
    imported = take_in(b"Title,Date\nOwls,2024-05-04\n")
    clock.pretend(MONDAY)
    arrived = Arrived(imported, Origin("x"), MONDAY - timedelta(hours=3))
    assert update_words.trouble(None) == update_words.trouble(arrived) == ""
    away = arrived._replace(trouble="x: nobody answers")
    assert update_words.trouble(away) == "x: nobody answers; this is the copy of 3 hours ago"
    assert update_words.taken_in(imported).endswith(", from CSV or TSV with headings")


@pytest.mark.parametrize(
    ("new", "picked", "only_mine", "said"),
    [
        ([OWLS, GOATS], "owls", False, "nothing differs: 2 sessions as before"),
        ([OWLS._replace(start=at("12:00")), GOATS], "", False, "1 moved; 0 on my agenda"),
        ([OWLS._replace(start=at("12:00"))], "", True, "1 moved, 1 gone; nothing on my agenda"),
        (
            [OWLS._replace(start=at("11:00")), GOATS],
            "owls goats",
            True,
            "1 moved; 1 on my agenda, 1 new clash",
        ),
        ([make_session("x", title="Else")], "", False, "the two share no session: are they"),
    ],
)
def test_how_much_changed(new: list[Session], picked: str, only_mine: bool, said: str) -> None:
    found = changes(make_catalogue(OWLS, GOATS), make_catalogue(*new))
    mine = affected(found, Agenda("demo", {name: Pick(name) for name in picked.split()}))
    told = update_words.summary(found, mine, only_mine=only_mine)
    assert told.startswith(said)


def test_versions_are_told_by_the_names_one_types() -> None:
    assert update_words.kept(placed("owls", "One")) == "kept as owls@1"
    assert update_words.kept(placed("owls", "Two")) == (
        "kept as owls@2; owls@1 is what it was before"
    )
