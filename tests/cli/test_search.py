"""`summit search`: the contract of its JSON, the filters, what it says when it finds nothing."""

from typing import Any

import jsonschema
import pytest

from summit_tui.search.query import FIELDS
from tests.cli.programmes import IDS
from tests.cli.runner import summit

_TEXT = {"type": ["string", "null"]}
_COUNT = {"type": ["integer", "null"]}
_INSTANT = {
    "type": ["string", "null"],
    "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$",
}
_SPEAKER = {
    "type": "object",
    "properties": {"name": {"type": "string"}, "role": _TEXT, "company": _TEXT},
    "required": ["name", "role", "company"],
}
SESSION: dict[str, Any] = {
    "id": {"type": "string"},
    "code": _TEXT,
    "title": {"type": "string"},
    "kind": {"type": "string"},
    "level": {"type": ["integer", "string", "null"]},
    "track": _TEXT,
    "tracks": {"type": "array", "items": {"type": "string"}},
    "room": _TEXT,
    "start": _INSTANT,
    "end": _INSTANT,
    "duration": _COUNT,
    "language": _TEXT,
    "speakers": {"type": "array", "items": _SPEAKER},
    "tags": {"type": "array", "items": {"type": "string"}},
    "status": {"type": "string"},
    "picked": {"type": "boolean"},
}
"""Each key of a session that scripts may rely on, with what it can be."""
DOCUMENT = {
    "type": "object",
    "properties": {
        "version": {"const": 1},
        "event": {
            "type": "object",
            "properties": {"id": {"type": "string"}, "timezone": {"type": "string"}},
            "required": ["id", "name", "timezone", "venue", "url"],
        },
        "sessions": {
            "type": "array",
            "items": {"type": "object", "properties": SESSION, "required": list(SESSION)},
        },
    },
    "required": ["version", "event", "sessions"],
}


def test_json_is_the_document_that_scripts_rely_on() -> None:
    ended = summit("search", "--format", "json", "--limit", "0", "--", "")
    jsonschema.validate(ended.json, DOCUMENT)
    assert [each["id"] for each in ended.json["sessions"]] == IDS
    assert (ended.code, ended.err) == (0, "")


def test_json_gives_values_as_the_programme_has_them() -> None:
    _, functions, _, _, _, later = summit("search", "--format", "json").json["sessions"]
    assert functions["level"] == 300
    assert functions["start"] == "2019-04-02T11:30:00+02:00"
    assert functions["end"] == "2019-04-02T12:15:00+02:00"
    speaker = {"name": "Basil Birch", "role": None, "company": "Acme"}
    assert functions["speakers"] == [speaker]
    nothing = ("code", "room", "start", "end", "language")
    assert {later[key] for key in nothing} == {None}
    assert later["speakers"] == later["tags"] == []


def test_json_of_nothing_is_still_a_document() -> None:
    ended = summit("search", "--format", "json", "--", "xylophone")
    jsonschema.validate(ended.json, DOCUMENT)
    assert ended.json["sessions"] == []
    assert (ended.code, ended.err) == (1, "nothing found among 6 sessions\n")


def test_picked_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    summit("add", "queues", "--want", "must")
    sessions = summit("search", "--format", "json").json["sessions"]
    assert [each["id"] for each in sessions if each["picked"]] == ["queues"]
    assert [each["want"] for each in sessions if each["picked"]] == ["must"]


@pytest.mark.parametrize("words", [[], [""], [" "], ["", ""]])
def test_an_empty_query_lists_everything_in_time_order(words: list[str]) -> None:
    ended = summit("search", "--format", "ids", "--", *words)
    assert (ended.code, ended.lines, ended.err) == (0, IDS, "")


@pytest.mark.parametrize(("limit", "shown"), [("2", 2), ("0", 6), ("100", 6)])
def test_limit(limit: str, shown: int) -> None:
    assert summit("search", "--format", "ids", "--limit", limit).lines == IDS[:shown]


ALONE = [
    ("--level", "300", "functions later"),
    ("--level", "300+", "functions models later"),
    ("--level", "200-300", "functions queues later"),
    ("--level", "300-200", "functions queues later"),
    ("--level", ">=300", "functions models later"),
    ("--level", "<300", "queues lakes"),
    ("--level", "advanced", "functions later"),
    ("--level", "L400", "models"),
    ("--level", "100,400", "models lakes"),
    ("--level", "expert,300", "functions models later"),
    ("--track", "Serverless", "functions queues"),
    ("--track", "serverles", "functions queues"),
    ("--track", "learn", "models"),
    ("--track", "data", "queues later"),
    ("--track", "data,machine", "queues models later"),
    ("--track", "Data, Analytics", "lakes"),
    ("--track", "data, analytics", "lakes"),
    ("--day", "tue", "opening functions queues"),
    ("--day", "mercredi", "models lakes"),
    ("--day", "1", "opening functions queues"),
    ("--day", "2", "models lakes"),
    ("--day", "2019-04-03", "models lakes"),
    ("--day", "tue,wed", "opening functions queues models lakes"),
    ("--day", ">2019-04-02", "models lakes"),
    ("--room", "grand", "opening"),
    ("--room", "Hall 1, Level 2", "functions"),
    ("--room", "room b,room c", "queues models lakes"),
    ("--speaker", "birch", "functions models"),
    ("--speaker", "cora ce", "queues"),
    ("--speaker", "alder,dogwood", "opening models"),
    ("--kind", "keynote", "opening"),
    ("--kind", "Workshops", "models"),
    ("--kind", "keynote,workshop", "opening models"),
    ("--lang", "fr", "queues"),
    ("--lang", "French", "queues"),
    ("--lang", "en,de", "opening functions lakes"),
    ("--after", "11:45", "queues lakes"),
    ("--after", "2019-04-03 09:00", "models lakes"),
    ("--before", "10:30", "opening models"),
]


@pytest.mark.parametrize(("option", "value", "expected"), ALONE)
def test_each_filter_alone(option: str, value: str, expected: str) -> None:
    ended = summit("search", "--format", "ids", option, value)
    assert (ended.code, ended.err) == (0, "")
    assert ended.lines == expected.split()


TOGETHER = [
    ("--level 300+ --track serverless", "functions"),
    ("--level 100 --level 400", "models lakes"),
    ("--day 1 --after 10:00 --before 11:45", "functions"),
    ("--speaker birch --day 2 --kind workshop --room b", "models"),
    ("--lang fr queue", "queues"),
    ("--level 300 is:unscheduled", "later"),
    ("-- -is:cancelled day:2", "models"),
]


@pytest.mark.parametrize("field", FIELDS)
def test_the_help_names_every_field(field: str) -> None:
    shown = summit("search", "--help").out
    assert f"--{field} " in shown or f"{field}:" in shown


@pytest.mark.parametrize(("line", "expected"), TOGETHER)
def test_filters_together_narrow(line: str, expected: str) -> None:
    ended = summit("search", "--format", "ids", *line.split())
    assert (ended.code, ended.lines) == (0, expected.split())


def test_picked_and_free() -> None:
    summit("add", "functions", "later")
    assert summit("search", "--format", "ids", "--picked").lines == ["functions", "later"]
    free = summit("search", "--format", "ids", "--free", "--day", "1")
    assert free.lines == ["opening"]
    assert summit("search", "--format", "ids", "--free", "--picked").code == 1


@pytest.mark.parametrize(
    ("at", "day", "expected"),
    [
        ("2019-04-02T10:00", "today", "opening functions queues"),
        ("2019-04-02T10:00", "tomorrow", "models lakes"),
        ("2019-04-03T23:30", "yesterday", "opening functions queues"),
        ("2019-04-02T23:00+00:00", "today", "models lakes"),  # past midnight in Paris
    ],
)
def test_days_counted_from_the_time_pretended(at: str, day: str, expected: str) -> None:
    ended = summit("search", "--format", "ids", "--day", day, "--at", at)
    assert ended.lines == expected.split()
    assert summit("--at", at, "search", "--format", "ids", "--day", day).lines == ended.lines


@pytest.mark.parametrize("at", ["noon-ish", "2019-13-01", "25:00", "0001-01-01T00:00"])
def test_a_time_that_is_none_is_refused(at: str) -> None:
    ended = summit("search", "--at", at)
    assert (ended.code, ended.out) == (2, "")
    assert f"--at {at!r} is not a moment: write 2019-04-02T10:00" in ended.err


REFUSED = [
    ("--level 3000", "did you mean 300?"),
    ("--level foo", "by name: Introductory, Intermediate"),
    ("--level >=300,track:data", "level"),
    ("--level 300-9", "level '9' is not one of 100, 200, 300, 400"),
    ("--track zebra", "(there are Data, Data, Analytics, Keynote"),
    ("--day 9", "the event has 2 days"),
    ("--day someday", "write tue, 2, today or 2019-04-02"),
    ("--room attic", "no room is like 'attic' (there are Room B"),
    ("--kind zzz", "no kind is like 'zzz' (there are "),
    ("--lang klingon", "no language is like 'klingon' (there are "),
    ("--after 25:00", "write 14:00"),
    ("--before teatime", "'teatime' is not a time of day (write 14:00"),
    ("--level ,", "--level needs a value"),
    ("--limit -1", "-1 is not in the range"),
    ("--limit few", "'few' is not a valid integer"),
    ("trak:data", "did you mean track?"),
    ("level:", "level: needs a value"),
    ("--format jsn", "did you mean json?"),
]


@pytest.mark.parametrize(("line", "hint"), REFUSED)
def test_what_means_nothing_is_refused_with_a_way_out(line: str, hint: str) -> None:
    ended = summit("search", *line.split())
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("error: ")
    assert hint in ended.err


def test_nothing_found_says_what_the_filters_hide() -> None:
    ended = summit("search", "functions", "--level", "100")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err == "nothing found among 6 sessions; 1 without level:100\n"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("level:100 day:2 lang:fr", "1 without lang:fr"),
        ("functions level:400 lang:de", "1 without the filters"),
        ("functions lang:it", "no session matches lang:it, 1 without lang:it"),
        ("level:300 lang:it", "no session matches lang:it, 2 without lang:it"),
        ("level:100 level:200 level:300", "nothing found among 6 sessions"),
        ("300", "did you mean level:300?"),
        ("german wednesday", "did you mean lang:german day:wednesday?"),
        ("functions xylophone", '"xylophone" is nowhere'),
        ("queues french", '"french" is nowhere; did you mean queues lang:french?'),
    ],
)
def test_the_ways_out_are_told(line: str, said: str) -> None:
    assert summit("search", *line.split()).err.rstrip().endswith(said)


def test_the_table_says_on_standard_error_how_many_and_how_words_were_read() -> None:
    ended = summit("search", "--format", "table", "functoins")
    assert "Functions in anger" in ended.out
    assert ended.err == '1 of 6 sessions ("functoins" read as functions)\n'
    assert "6 sessions" not in ended.out
    cut = summit("search", "--format", "table", "--limit", "2")
    assert cut.err == "6 of 6 sessions, the first 2 shown (--limit 0 for all)\n"


def test_best_match_first_except_in_the_table() -> None:
    ids = summit("search", "queues", "--format", "ids").lines
    assert ids == ["queues", "functions"]  # the latter has it in its abstract
    table = summit("search", "queues", "--format", "table").out
    assert table.index("Functions in anger") < table.index("Queues and topics")
