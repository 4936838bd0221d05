"""`summit search` beyond finding: reasons, saved searches, what is new, every programme at once."""

import json
from pathlib import Path

import pytest

from summit_tui.catalogue.library import library_file
from summit_tui.catalogue.model import Event
from summit_tui.catalogue.places import config_folder, state_folder
from tests.cli.programmes import SESSIONS, programme
from tests.cli.runner import summit
from tests.factories import make_catalogue, make_session

OTHER = (
    make_session("functions", "10:00", title="Functions elsewhere"),
    make_session("owls", "11:00", title="Owls"),
)


@pytest.fixture
def elsewhere(here: Path) -> Path:
    """Put a second programme into the library, and return its file."""
    folder = here / "elsewhere"
    folder.mkdir()
    event = Event("other-2020", "Other Summit", "Europe/Paris")
    file = library_file("other-2020")
    file.parent.mkdir(parents=True)
    return programme(folder, *OTHER, event=event).rename(file)


def test_explain_says_which_words_answer_the_query() -> None:
    ended = summit("search", "functoins first", "--explain")
    assert ended.code == 0
    assert [line.strip() for line in ended.lines[-3:]] == [
        "title: Functions (typed functoins)",
        "abstract: What **breaks** first, and why. - cold",
        "starts - queues",
    ]


def test_explain_is_not_for_programs() -> None:
    ended = summit("search", "functions", "--explain", "--format", "json")
    assert (ended.code, ended.out) == (2, "")
    assert "leave out --format" in ended.err


def test_what_was_found_is_underlined_where_there_is_colour() -> None:
    line = "  11:30–12:15  ●  300  \x1b[4mFunc\x1b[0mtions in anger"
    ended = summit("search", "func", "--format", "table", "--color", "always")
    assert line.split("●")[1].split("  ")[-1] in ended.out
    plain = summit("search", "func", "--format", "table")
    assert "\x1b" not in plain.out


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("queues levl:300", "  queues levl:300\n         ^^^^\n"),
        ("queues day:9 x", "  queues day:9 x\n             ^\n"),
        ("日本 kind:zzz", "  日本 kind:zzz\n            ^^^\n"),
        ("levl:300", "  levl:300\n  ^^^^\n"),
    ],
)
def test_a_caret_stands_under_what_means_nothing(words: str, shown: str) -> None:
    ended = summit("search", words)
    assert ended.code == 2
    assert ended.err.endswith(shown)


def test_a_long_query_is_shown_around_its_fault() -> None:
    ended = summit("search", f"{'queues ' * 40}levl:300 {'topics ' * 40}")
    _, shown, carets = ended.err.splitlines()
    assert len(shown) < 110
    assert shown[carets.index("^") : carets.index("^") + 4] == "levl"


def test_nothing_found_asks_what_was_meant() -> None:
    ended = summit("search", "kueues")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err == "nothing found among 6 sessions; did you mean queues?\n"


def test_a_word_that_is_nowhere_is_named() -> None:
    ended = summit("search", "queues zebra", "--format", "table")
    assert ended.code == 0
    assert 'no session has all the words, "zebra" is nowhere' in ended.err


def test_what_was_read_otherwise_is_said_of_every_format() -> None:
    ended = summit("search", "functoins", "--format", "ids")
    assert (ended.lines, ended.err) == (["functions"], '"functoins" read as functions\n')
    ended = summit("search", "functions zebra", "--format", "ids")
    assert ended.err == 'no session has all the words, "zebra" is nowhere\n'
    assert summit("search", "functions", "--format", "ids").err == ""


def test_words_are_said_as_the_programme_writes_them(here: Path) -> None:
    programme(here, make_session("a", title="Überwachung für alle"))
    ended = summit("search", "uberwahcung", "--format", "ids")
    assert ended.err == '"uberwahcung" read as überwachung\n'


def test_the_best_come_first_where_one_asks_for_it() -> None:
    best = summit("search", "queues", "--format", "table", "--sort", "best").out
    assert best.index("Queues and topics") < best.index("Functions in anger")
    by_time = summit("search", "queues", "--format", "ids", "--sort", "time").lines
    assert by_time == ["functions", "queues"]


def test_a_search_is_saved_used_listed_and_forgotten() -> None:
    saved = summit("search", "--save", "deep", "level:300+", "--kind", "talk")
    assert (saved.code, saved.out) == (0, "")
    assert saved.err == "saved as @deep: 2 of 6 sessions now\n"
    assert summit("search", "@deep", "--format", "ids").lines == ["functions", "later"]
    assert summit("search", "@deep functions", "--format", "ids").lines == ["functions"]
    assert summit("search", "--saved").lines == ["@deep\tlevel:300+ kind:talk"]
    assert summit("search", "--forget", "deep").code == 0
    nothing = summit("search", "--saved")
    assert (nothing.code, nothing.out) == (1, "")
    assert "--save NAME" in nothing.err


def test_a_saved_search_may_name_another_and_keeps_the_name() -> None:
    summit("search", "--save", "deep", "level:300+")
    summit("search", "--save", "talks", "@deep kind:talk")
    assert "@talks\tkind:talk @deep" in summit("search", "--saved").lines
    summit("search", "--save", "deep", "level:100")
    assert summit("search", "@talks", "--format", "ids").lines == ["lakes"]


def test_what_a_name_stood_for_is_said() -> None:
    summit("search", "--save", "deep", "level:300+")
    again = summit("search", "--save", "@deep", "level:400")
    assert again.err == "saved as @deep in place of level:300+: 1 of 6 sessions now\n"
    gone = summit("search", "--forget", "@deep")
    assert gone.err == "forgotten: @deep, which was level:400\n"


def test_what_is_saved_need_not_mean_anything_here() -> None:
    saved = summit("search", "--save", "ai", "track:zebra")
    assert saved.code == 0
    assert "here it means nothing: no track is like 'zebra'" in saved.err
    used = summit("search", "queues", "@ai")
    assert (used.code, used.out) == (2, "")
    assert used.err.endswith("  queues @ai\n         ^^^\n")


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["@ai"], "there is no saved search @ai"),
        (["--save", "ai"], "--save needs a query"),
        (["--save", "", "x"], "name"),
        (["--forget", ""], ""),
        (["--save", "no name", "x"], "name"),
        (["--save", "ai", "levl:300"], "no field 'levl'"),
        (["--forget", "ai"], "ai"),
        (["--saved", "x"], "take no query"),
        (["--saved", "--forget", "ai"], "one at a time"),
        (["--save", "ai", "x", "--new"], "--new and --everywhere find"),
        (["--save", "ai", "@none"], "there is no saved search @none"),
    ],
)
def test_what_cannot_be_saved_or_forgotten_is_said(arguments: list[str], hint: str) -> None:
    ended = summit("search", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert hint in ended.err
    assert summit("search", "--saved").code == 1


def test_a_damaged_file_of_saved_searches_is_told_and_kept() -> None:
    file = config_folder() / "searches.json"
    file.parent.mkdir(parents=True)
    file.write_text("{]")
    for arguments in (["@ai"], ["--saved"], ["--save", "ai", "x"]):
        ended = summit("search", *arguments)
        assert ended.code == 2
        assert "searches.json" in ended.err
    assert file.read_text() == "{]"
    assert summit("search", "queues").code == 0
    assert "searches.json" in summit("doctor").out


def test_doctor_tells_what_is_wrong_with_ones_own_aliases() -> None:
    file = config_folder() / "aliases.json"
    file.parent.mkdir(parents=True)
    file.write_text('{"pg": 5}')
    ended = summit("doctor")
    assert ended.code == 2
    assert "! aliases" in ended.out


def test_new_shows_what_has_come_since_the_last_look(here: Path) -> None:
    first = summit("search", "--new", "level:300+", "--format", "ids")
    assert first.lines == ["functions", "models", "later"]
    assert first.err == "the first look: all of it is new\n"
    again = summit("search", "--new", "level:300+", "--format", "ids")
    assert (again.code, again.out, again.err) == (1, "", "nothing new\n")
    programme(here, *SESSIONS, make_session("extra", "2019-04-03 16:00", level=400))
    later = summit("search", "--new", "level:300+", "--format", "ids")
    assert (later.code, later.lines, later.err) == (0, ["extra"], "")
    assert summit("search", "level:300+", "--format", "ids").lines[-2:] == ["extra", "later"]


@pytest.mark.parametrize("wrong", [["--format", "{titel}"], ["--format", "tbl"]])
def test_what_was_not_printed_stays_new(wrong: list[str]) -> None:
    assert summit("search", "--new", "level:300+", *wrong).code == 2
    again = summit("search", "--new", "level:300+", "--format", "ids")
    assert again.lines == ["functions", "models", "later"]


def test_what_a_limit_hides_stays_new() -> None:
    first = summit("search", "--new", "level:300+", "--format", "ids", "--limit", "1")
    assert first.lines == ["functions"]
    rest = summit("search", "--new", "LEVEL:300+", "--format", "ids")
    assert (rest.lines, rest.err) == (["models", "later"], "")


def test_each_query_has_looks_of_its_own() -> None:
    summit("search", "--new", "level:300+")
    other = summit("search", "--new", "level:100", "--format", "ids")
    assert other.lines == ["lakes"]
    assert "first look" in other.err


def test_a_look_that_cannot_be_kept_is_said() -> None:
    state_folder().parent.mkdir(parents=True)
    state_folder().write_text("a file where a folder should be")
    ended = summit("search", "--new", "queues", "--format", "ids")
    assert ended.code == 0
    assert "could not be remembered" in ended.err


@pytest.mark.usefixtures("elsewhere")
def test_everywhere_searches_every_programme() -> None:
    lines = summit("search", "--everywhere", "title:functions", "--format", "tsv").lines
    here = make_catalogue().event.id
    events = dict.fromkeys(line.split("\t")[0] for line in lines)
    assert list(events)[:2] == [here, "other-2020"]
    table = summit("search", "--everywhere", "owls", "--format", "table")
    assert table.lines[0] == "Other Summit"
    assert "Owls" in table.out
    assert table.err.splitlines()[-1] == "1 of 2 sessions"
    named = summit("search", "--everywhere", "owls", "--format", "{event}: {title}")
    assert named.lines == ["Other Summit: Owls"]


@pytest.mark.usefixtures("elsewhere")
def test_everywhere_says_in_json_which_programme() -> None:
    ended = summit("search", "--everywhere", "owls", "--format", "json")
    (document,) = ended.json["programmes"]
    assert ended.json["version"] == 1
    assert document["event"]["id"] == "other-2020"
    assert [session["id"] for session in document["sessions"]] == ["owls"]
    both = summit("search", "--everywhere", "title:functions", "--format", "json", "--limit", "1")
    assert {len(each["sessions"]) for each in both.json["programmes"]} == {1}
    (line,) = summit("search", "--everywhere", "owls", "--format", "jsonl").lines
    assert (json.loads(line)["event"], json.loads(line)["id"]) == ("other-2020", "owls")


@pytest.mark.usefixtures("elsewhere")
def test_everywhere_says_what_is_shown_and_how_the_query_was_read() -> None:
    ended = summit("search", "--everywhere", "--format", "table", "--limit", "1", "level:300")
    assert "the first 1 shown (--limit 0 for all)" in ended.err
    ended = summit("search", "--everywhere", "--format", "table", "owsl")
    assert ended.err.splitlines()[-1] == '1 of 2 sessions ("owsl" read as owls)'


@pytest.mark.usefixtures("elsewhere")
def test_everywhere_goes_by_time_where_that_is_asked_for() -> None:
    asked = ("search", "--everywhere", "queues", "--format")
    assert summit(*asked, "{id}").lines[:2] == ["queues", "functions"]
    assert summit(*asked, "{id}", "--sort", "time").lines[:2] == ["functions", "queues"]
    (document, *_) = summit(*asked, "json", "--sort", "time").json["programmes"]
    assert [each["id"] for each in document["sessions"]][:2] == ["functions", "queues"]


@pytest.mark.usefixtures("elsewhere")
def test_everywhere_knows_my_agenda_of_each_programme() -> None:
    summit("--catalogue", "other-2020", "add", "owls")
    lines = summit("search", "--everywhere", "is:picked", "--format", "tsv").lines
    assert [line.split("\t")[:2] for line in lines] == [["other-2020", "owls"]]


def test_everywhere_skips_what_cannot_be_searched(elsewhere: Path) -> None:
    elsewhere.write_text("sessions: [")
    ended = summit("search", "--everywhere", "queues", "--format", "tsv")
    assert ended.code == 0
    assert "not searched" in ended.err


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["zzzqx"], 1, "nothing found in"),
        (["queues", "--new"], 2, "leave out --everywhere"),
        (["queues", "--format", "ids"], 2, "which programme"),
        (["queues", "--agenda", "a.yaml"], 2, "leave out --everywhere"),
        (["levl:300"], 2, "no field"),
        (["track:zebra"], 2, "no track"),
    ],
)
def test_everywhere_that_leads_nowhere_is_said(arguments: list[str], code: int, said: str) -> None:
    ended = summit("search", "--everywhere", *arguments)
    assert (ended.code, ended.out) == (code, "")
    assert said in ended.err
