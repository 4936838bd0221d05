"""The agenda file: what is read from it, what is wrong with it, what is written."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_tui.agenda.errors import AgendaError, DamagedAgendaError
from summit_tui.agenda.file import parse, to_text
from summit_tui.agenda.model import VERSION, WANTS, Agenda, Pick
from summit_tui.agenda.plain import PICK_FIELDS, ROOT_FIELDS
from summit_tui.catalogue.text import clean, clean_line

PATH = Path("agenda.yaml")

FULL = """\
# My agenda, kept by summit: comments and layout are not kept, unknown fields are.
version: 1
event: demo
picks:
  - id: closing
    want: maybe
  - id: keynote
    want: must
    title: "Opening: the keynote"
    start: 2019-04-02T09:30:00+02:00
    note: |-
      Ask about prices.

      - and dates
    rating: 4
    attended: false
    seat:
      row: 12
      taken: true
      why: null
      written: "12"
"""
FULL_AGENDA = Agenda(
    "demo",
    {
        "closing": Pick("closing", "maybe"),
        "keynote": Pick(
            "keynote",
            "must",
            "Ask about prices.\n\n- and dates",
            4,
            False,
            "Opening: the keynote",
            "2019-04-02T09:30:00+02:00",
            (("seat", {"row": 12, "taken": True, "why": None, "written": "12"}),),
        ),
    },
)


def read(text: str) -> Agenda:
    return parse(text, PATH, "demo")


def test_it_is_written_for_people_and_for_diff() -> None:
    assert to_text(FULL_AGENDA) == FULL


def test_it_reads_back_what_it_writes() -> None:
    assert read(FULL) == FULL_AGENDA


def test_an_empty_agenda_is_written_out_too() -> None:
    text = to_text(Agenda("demo"))
    assert text.endswith("event: demo\npicks: []\n")
    assert read(text) == Agenda("demo")


@pytest.mark.parametrize(
    ("text", "picks"),
    [
        ("", []),
        ("# nothing yet\n", []),
        ("event: demo\n", []),
        ("picks:\n", []),
        ("picks: [a, b]\n", [Pick("a"), Pick("b")]),
        ("picks:\n- id: 0123\n", [Pick("0123")]),
        (
            "picks: [{id: a, want: MUST, rating: '3', attended: yes}]",
            [Pick("a", "must", None, 3, True)],
        ),
        ("picks: [{id: a, want: , note: ~, rating: null, attended: }]", [Pick("a")]),
        (
            'picks: [{id: a, note: "x\\e[2Jy\\u202e", title: "t\\n u"}]',
            [Pick("a", note="xy", title="t u")],
        ),
        ("picks: [{id: a, start: tomorrow}]", [Pick("a", start="tomorrow")]),
        (
            'picks: [{id: a, want: " must ", attended: " no ", rating: " 2 ", title: ""}]',
            [Pick("a", "must", None, 2, False)],
        ),
    ],
)
def test_what_people_write_by_hand(text: str, picks: list[Pick]) -> None:
    agenda = read(text)
    assert agenda.event == "demo"
    assert list(agenda) == picks


def test_the_event_of_the_file_is_kept() -> None:
    assert read("event: other\n").event == "other"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "picks:\n- id: a\n  rating: 9\n",
            "agenda.yaml:3:11: error: rating '9' is not one of 1, 2",
        ),
        ("picks:\n- id: a\n  rating: 2.5\n", "agenda.yaml:3:11: error: rating '2.5'"),
        (
            "picks:\n- id: a\n  want: maybee\n",
            "want 'maybee' is not one of must, want, maybe (did you mean maybe?)",
        ),
        ("picks:\n- id: a\n  attended: perhaps\n", "attended 'perhaps' is neither true nor false"),
        ("picks:\n- id: a\n- want: must\n", "agenda.yaml:3:3: error: a pick has no id (add id:)"),
        (
            "picks:\n- id: a\n- id: a\n",
            "agenda.yaml:3:3: error: pick 'a' is given twice, first on line 2",
        ),
        ("picks:\n- id: a\n  id: b\n", "key 'id' is given twice"),
        ("picks: []\npicks: []\n", "agenda.yaml:2:1: error: key 'picks' is given twice"),
        ("picks: all\n", "picks must be a list"),
        ("picks: [[a]]\n", "a pick must be a mapping, not a list"),
        ("picks: [{id: [a]}]\n", "id must be text"),
        ("version: new\n", "version is not a whole number"),
        ("version: true\n", "version is not a whole number"),
        ("picks: [&a x, *a]\n", "alias *a"),
        (
            "<<<<<<< ours\npicks: []\n=======\npicks: [a]\n>>>>>>> theirs\n",
            "agenda.yaml:1:1: error: two versions are merged",
        ),
    ],
)
def test_a_mistake_is_told_with_place_and_way_out(text: str, message: str) -> None:
    with pytest.raises(AgendaError) as caught:
        read(text)
    assert not isinstance(caught.value, DamagedAgendaError)
    assert message in str(caught.value)
    assert caught.value.problems


def test_all_mistakes_are_told_at_once() -> None:
    with pytest.raises(AgendaError) as caught:
        read("picks:\n- {id: a, rating: 9}\n- {id: b, want: no}\n- {}\n")
    assert [problem.line for problem in caught.value.problems] == [2, 3, 4]


@pytest.mark.parametrize(
    "text",
    [
        "\0" * 300,
        "picks:\n  - id: a\n    tit",
        "{" * 60,
        "picks: [a\n",
        'picks: ["a\n',
        "# x\nversi",
    ],
)
def test_what_no_person_writes_is_damage(text: str) -> None:
    with pytest.raises(DamagedAgendaError, match=r"agenda\.yaml:\d+:\d+: error:"):
        read(text)


def test_a_newer_file_is_read_as_far_as_it_is_understood() -> None:
    pick = "{id: a, want: dearly, rating: 10, note: kept, note: and once more}"
    text = f"version: 7\nmood: [good]\npicks:\n- {pick}\n"
    agenda = read(text)
    assert agenda.version == 7 > VERSION
    assert list(agenda) == [Pick("a", note="kept")]
    assert agenda.extra == (("mood", ["good"]),)


LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-(10**17), 10**17)
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30)
)
PLAIN = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text("abc:# -", max_size=4), inner, max_size=3)
    ),
    max_leaves=8,
)


def extras(known: tuple[str, ...]) -> st.SearchStrategy[tuple[tuple[str, Any], ...]]:
    names = st.text(min_size=1, max_size=8).filter(lambda name: name not in known)
    names = names.filter(lambda name: name.isprintable())
    return st.dictionaries(names, PLAIN, max_size=3).map(lambda found: tuple(found.items()))


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
LINES = TEXT.map(clean_line).map(lambda line: line or None)
PICKS = st.builds(
    Pick,
    id=TEXT.map(clean_line).filter(bool),
    want=st.sampled_from(WANTS),
    note=TEXT.map(clean).map(lambda note: note or None),
    rating=st.none() | st.integers(1, 5),
    attended=st.none() | st.booleans(),
    title=LINES,
    start=LINES,
    extra=extras(PICK_FIELDS),
)


@given(st.lists(PICKS, max_size=4), extras(ROOT_FIELDS))
def test_any_agenda_survives_the_file(
    picks: list[Pick], extra: tuple[tuple[str, Any], ...]
) -> None:
    agenda = Agenda("demo", {pick.id: pick for pick in picks}, extra)
    text = to_text(agenda)
    found = read(text)
    assert found == agenda
    assert to_text(found) == text


def test_what_stood_unquoted_in_an_unknown_field_stays_so() -> None:
    rest = 'weight: 0.5\n    at: 2019-04-02\n    flag: yes\n    code: "0123"\n    many: [1.0, "1"]'
    text = f"version: 1\nevent: e\npicks:\n  - id: a\n    want: must\n    {rest}\n"
    file = Path("agenda.yaml")
    written = to_text(parse(text, file, "e"))
    for line in ("weight: 0.5", "at: 2019-04-02", "flag: yes", 'code: "0123"', "- 1.0", '- "1"'):
        assert f" {line}\n" in written
    assert to_text(parse(written, file, "e")) == written
