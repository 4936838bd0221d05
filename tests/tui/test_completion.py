"""What the search box offers: texts with the cursor at `|`, and what could stand there."""

import pytest

from summit_tui.search.context import Context
from summit_tui.search.programme import programme_of
from summit_tui.tui.completion import offered, offers, rest_of_field
from summit_tui.tui.state import View
from tests.factories import at, make_catalogue, make_session
from tests.tui.harness import sample

PROGRAMME = programme_of(
    make_catalogue(
        *sample().sessions,
        make_session("ml", "15:00", tracks=("Machine Learning",), room="Blue Hall"),
    )
)
TEAM = (("Ada", ("data", "lambda")), ("Bo Lark", ("orders",)))
NOW = Context(at("11:20"), wants=(("data", "must"),), team=TEAM)
EVERYTHING = PROGRAMME.index.facets.everything
SAVED = {"ai": "track:ai", "Mine": "is:picked"}


def texts(text: str) -> list[str]:
    """Return the texts that taking each offer would make."""
    cursor = text.index("|")
    text = text.replace("|", "")
    found = offers(PROGRAMME, text, cursor, NOW, EVERYTHING, SAVED)
    return [found.taken(text, n)[0] for n in range(len(found.choices))] if found else []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("words|", []),
        ("track|", []),
        ("nofield:x|", []),
        ("track:|", ["Data", '"Machine Learning"', "Security", "Serverless"]),
        ("track:s|", ["Security", "Serverless"]),
        ("-track:SÉR|", ["Serverless"]),
        ("track:learn|", ['"Machine Learning"']),
        ('track:"mach|', ['"Machine Learning"']),
        ('track:"mach|"', ['"Machine Learning"']),
        ("track:data|", []),  # complete
        ("track:zzz|", ["Data", '"Machine Learning"', "Security", "Serverless"]),  # all there are
        ("track:sevrerless|", []),  # read as Serverless
        ("room:blue|", []),
        ("room:ha|", ['"Blue Hall"']),
        ("level:3|", ["300", "300+"]),
        ("level:adv|", ["300"]),
        ("level:300|", []),
        ("level>=3|", ["300"]),
        ("kind:p|", ["panel"]),
        ("lang:|", ["en", "fr"]),
        ("lang:fren|", ["fr"]),
        ("day:|", ["tue", "wed"]),
        ("day:wedn|", ["wed"]),
        ("day:tod|", ["tue"]),
        ("with:|", ["anyone", "Ada", '"Bo Lark"']),
        ("with:a|", ["anyone", "Ada"]),
        ("with:la|", ['"Bo Lark"']),
        ("with:ada|", []),
        ("with:zzz|", ["anyone", "Ada", '"Bo Lark"']),
        ("speaker:|", []),
        ("speaker:la|", ['"Bo Lark"']),
        ("speaker:ada|", ['"Ada Quill"']),
        ("company:north|", ["Northwind"]),
        ("tag:l|", ["lambda"]),
        ("is:mu|", ["must"]),
        ("is:un|", ["unscheduled", "unrecorded"]),
        ("free:|", ["me"]),
        ("at:|", ["now"]),
        ("after:1|", []),
        ("@|", ["@ai", "@Mine"]),
        ("@m|", ["@Mine"]),
        ("@ai|", []),
    ],
)
def test_values_are_offered_behind_their_field(text: str, expected: list[str]) -> None:
    before = text.partition("|")[0]
    start = before if before.endswith(":") else before.rpartition(":")[0] + ":"
    for sign in (">=", "@"):
        if sign in before:
            start = before.partition(sign)[0] + sign * (sign == ">=")
    assert texts(text) == [start + value for value in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a track:data,s| b", ["a track:data,Security b", "a track:data,Serverless b"]),
        ("track:s|,data", ["track:Security,data", "track:Serverless,data"]),
        ('track:"Machine Learning",da|', ['track:"Machine Learning",Data']),
        ("kind:pa| x", ["kind:panel x"]),
    ],
)
def test_a_value_takes_the_place_of_what_was_begun(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_the_cursor_goes_behind_what_was_taken() -> None:
    found = offers(PROGRAMME, "track:s b", 7, NOW, EVERYTHING, {})
    assert found is not None
    assert found.taken("track:s b", 1) == ("track:Serverless b", 16)


def test_counts_are_of_what_the_rest_of_the_query_leaves() -> None:
    def counts(view: View, *, exactly: bool) -> dict[str, int | None]:
        found = offered(PROGRAMME, view, len(view.text), NOW, exactly=exactly)
        return {each.shown: each.count for each in found.choices} if found else {}

    assert counts(View("serverless track:"), exactly=True) == {
        "Serverless": 1,
        "Data": 0,
        "Machine Learning": 0,
        "Security": 0,
    }
    assert counts(View("serverless track:"), exactly=False)["Data"] == 1
    narrowed = View("track:", {"level": frozenset({300})})
    assert counts(narrowed, exactly=True)["Data"] == 1
    assert counts(narrowed, exactly=True)["Security"] == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tr", "ack:"),
        ("data tr", "ack:"),
        ("-ki", "nd:"),
        ("LEV", "el:"),
        ("level", ":"),
        ("niv", "eau:"),
        ("t", ""),
        ("data", ""),
        ("track:tr", ""),
        ('"tr', ""),
        ("tr ", ""),
        ("", ""),
    ],
)
def test_a_field_is_offered_faintly_and_only_where_one_may_begin(text: str, expected: str) -> None:
    assert rest_of_field(text) == expected
