"""Which catalogue is meant, and the commands about that: events, use, demo, doctor, schema."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from summit_tui.catalogue import versions
from summit_tui.catalogue.library import library_file, shipped
from summit_tui.catalogue.provenance import provenance_file
from tests.cli.programmes import BROKEN, SESSIONS, programme, saved
from tests.cli.runner import spawn, summit
from tests.factories import make_session


def only(folder: Path, name: str) -> Path:
    """Write a programme whose one session is called `name`, and return its file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = programme(folder, make_session(name))
    return path.rename(folder / f"{name}.yaml")


def ids(*arguments: str | Path) -> list[str]:
    return summit(*arguments, "search", "--format", "ids").lines


def test_the_order_in_which_catalogues_come(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named, variable, used = (only(here / "more", name) for name in ("named", "variable", "used"))
    assert summit("use", used).code == 0
    monkeypatch.setenv("SUMMIT_CATALOGUE", str(variable))
    assert ids("--catalogue", named) == ["named"]
    assert summit("search", "--format", "ids", "--catalogue", named).lines == ["named"]
    nearer = summit("--catalogue", variable, "search", "--catalogue", named, "--format", "ids")
    assert nearer.lines == ["named"]
    assert ids() == ["variable"]
    monkeypatch.delenv("SUMMIT_CATALOGUE")
    assert ids() == [session.id for session in SESSIONS]
    (here / "sessions.yaml").unlink()
    assert ids() == ["used"]
    assert summit("use", "--clear").code == 0
    assert ids() == ids("--catalogue", shipped())
    assert len(ids()) > 20


def test_names_of_the_library(here: Path) -> None:
    only(library_file("x").parent, "fosdem")
    assert ids("--catalogue", "fosdem") == ["fosdem"]
    assert len(ids("--catalogue", "sample")) > 20


@pytest.mark.parametrize("named", ["fosdm", "nowhere/x.yaml", "x.yaml"])
@pytest.mark.parametrize("command", ["search", "agenda", "export", "check", "use", "show x"])
def test_a_catalogue_that_is_not_there(named: str, command: str) -> None:
    only(library_file("x").parent, "fosdem")
    arguments = [command, named] if command in ("check", "use") else command.split()
    ended = summit("--catalogue", named, *arguments)
    assert ended.code == 2
    said = ended.out if command == "check" else ended.err
    assert said.startswith(f"{named}: error: there is no such catalogue (")
    hint = "did you mean fosdem?" if named == "fosdm" else "summit events lists the catalogues"
    assert hint in said


def test_a_folder_is_no_catalogue(here: Path) -> None:
    ended = summit("--catalogue", here, "search")
    assert (ended.code, ended.err) == (2, f"{here}: error: this is a folder, not a file\n")


def test_events_lists_each_once_and_marks_the_one_in_use(here: Path) -> None:
    only(library_file("x").parent, "fosdem")
    ended = summit("events")
    assert (ended.code, ended.err) == (0, "")
    heads = [line for line in ended.lines if not line.startswith("   ")]
    assert heads[:2] == [
        "> sessions  Demo Summit · 2019-04-02 to 2019-04-03 · 6 sessions",
        "  fosdem    Demo Summit · 2019-04-02 · 1 session",
    ]
    assert heads[2].startswith("  sample    ")
    assert len(heads) == 3
    assert summit("--catalogue", "fosdem", "events").lines[0].startswith("> fosdem")


def test_a_long_name_has_a_line_of_its_own(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    name = "international-days-of-vacuum-and-other-emptiness-2019"
    only(library_file("x").parent, name)
    lines = summit("events").lines
    at = lines.index(f"  {name}")
    assert lines[at + 1] == f"{' ' * 24}Demo Summit · 2019-04-02 · 1 session"
    assert lines[at + 2].startswith(f"{' ' * 24}library: ")


def test_events_as_json(here: Path) -> None:
    saved(here / "bad.yaml", BROKEN)
    document = summit("events", "--format", "json", "--catalogue", "bad.yaml").json
    assert document["version"] == 1
    bad, sessions, _ = document["events"]
    keys = {"name", "origin", "path", "current", "error", "title", "days", "sessions"}
    keys |= {"source", "fetched", "release", "versions", "edited"}
    assert [set(row) for row in document["events"]] == [keys] * 3
    assert bad["current"]
    assert bad["error"].startswith("bad.yaml:5:12: error: ")
    assert bad["title"] is bad["days"] is bad["sessions"] is None
    assert (sessions["days"], sessions["sessions"]) == (["2019-04-02", "2019-04-03"], 6)


def test_events_says_where_a_programme_came_from_and_when(here: Path) -> None:
    for _ in range(2):
        at = ("--at", "2019-04-01T08:00Z")
        summit("import", "sessions.yaml", "--as", "days", "--force", *at)
        (here / "sessions.yaml").write_text((here / "sessions.yaml").read_text() + "\n# x\n")
        text = (here / "sessions.yaml").read_text().replace("Room B", "Room Z")
        (here / "sessions.yaml").write_text(text)
    origin = f"from {here / 'sessions.yaml'}, 2 hours ago · 2 versions"
    assert origin in summit("events", "--at", "2019-04-01T10:00Z").out
    document = summit("events", "--format", "json").json
    (days,) = (row for row in document["events"] if row["name"] == "days")
    assert days["source"] == str(here / "sessions.yaml")
    assert days["fetched"] == "2019-04-01T08:00:00+00:00"
    assert (days["versions"], days["edited"]) == ([1, 2], False)
    library_file("days").write_text(library_file("days").read_text() + "# mine\n")
    assert "2 versions · edited by hand\n" in summit("events").out


def test_a_programme_from_a_pipe_says_so(here: Path) -> None:
    summit("import", "-", "--as", "days", stdin=(here / "sessions.yaml").read_bytes())
    assert "from standard input, just now" in summit("events").out


def test_events_still_lists_when_what_is_meant_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMIT_CATALOGUE", "gone.yaml")
    ended = summit("events")
    assert ended.code == 2
    assert ended.err.startswith("gone.yaml: error: there is no such catalogue")
    assert "sample" in ended.out


def test_use_says_which_and_what_comes_first(here: Path) -> None:
    fosdem = only(here / "more", "fosdem")
    assert summit("use").out == "sessions.yaml (here)\n"
    ended = summit("use", fosdem)
    assert ended.err == f"using Demo Summit ({fosdem})\nbut here sessions.yaml comes first\n"
    (here / "sessions.yaml").unlink()
    assert summit("use").out == f"{fosdem} (chosen)\n"
    fosdem.unlink()
    gone = summit("search")
    assert gone.code == 2
    assert "summit use NAME chooses another, summit use --clear none" in gone.err
    assert summit("use", "--clear").err == "no programme is chosen any more\n"
    assert summit("search").code == 0


def test_a_broken_catalogue_is_not_chosen(here: Path) -> None:
    saved(here / "bad.yaml", BROKEN)
    assert summit("use", "bad.yaml").code == 2
    (here / "sessions.yaml").unlink()
    assert "(shipped)" in summit("use").out


def test_demo_goes_into_the_library_and_may_be_made_again() -> None:
    for count in ("40", "1"):
        ended = summit("demo", "--sessions", count)
        assert (ended.code, ended.out) == (0, "")
        plural = "" if count == "1" else "s"
        assert ended.err.splitlines() == [
            f"{count} fictional session{plural} in {library_file('demo')}",
            "summit use demo opens it; summit diff demo says what changed since yesterday",
        ]
        assert len(ids("--catalogue", "demo")) == int(count)


def test_demo_has_changed_since_yesterday() -> None:
    for _ in "12":  # the second changes nothing
        assert summit("demo", "--at", "2019-04-02T09:00").code == 0
        for asked in ([], ["--since", "yesterday"], ["--new"]):
            ended = summit("diff", "demo", *asked, "--at", "2019-04-02T10:00", "--fail-on", "any")
            assert ended.code == 1, asked
            assert "2 moved, 1 cancelled, 2 new" in ended.err, asked
            assert "demo@1" in ended.err
        summit("demo", "--at", "2019-04-02T09:00")
    refused = summit("update", "demo")
    assert refused.code == 2
    assert "demo was made by summit demo" in refused.err


def test_demo_on_standard_output_is_a_clean_catalogue(here: Path) -> None:
    ended = summit("demo", "--sessions", "50", "--seed", "7", "-o", "-")
    assert (ended.code, ended.err) == (0, "")
    saved(here / "demo.yaml", ended.out)
    assert summit("check", "demo.yaml").out == "no problems\n"
    assert summit("demo", "--sessions", "50", "--seed", "7", "-o", "-").out == ended.out
    assert summit("demo", "--sessions", "50", "--seed", "8", "-o", "-").out != ended.out


def test_demo_is_dated_around_the_time_pretended() -> None:
    out = summit("demo", "--sessions", "40", "-o", "-", "--at", "2031-05-06T10:00").out
    assert yaml.safe_load(out)["sessions"][0]["start"].startswith("2031-05-05 ")


def test_demo_overwrites_no_file_unasked(here: Path) -> None:
    before = (here / "sessions.yaml").read_text()
    refused = summit("demo", "-o", "sessions.yaml")
    assert (refused.code, refused.err) == (
        2,
        "error: sessions.yaml exists: --force overwrites it\n",
    )
    assert (here / "sessions.yaml").read_text() == before
    assert summit("demo", "--sessions", "5", "-o", "sessions.yaml", "--force").code == 0
    assert len(ids()) == 5
    assert summit("demo", "-o", "missing/x.yaml").code == 2


@pytest.mark.parametrize("count", ["0", "-3", "100001", "many"])
def test_demo_of_an_impossible_size(count: str) -> None:
    ended = summit("demo", "--sessions", count, "-o", "-")
    assert (ended.code, ended.out) == (2, "")
    assert "Invalid value for '--sessions'" in ended.err


def test_the_schema_accepts_the_sample_and_refuses_a_slip(here: Path) -> None:
    schema = json.loads(spawn("schema").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    judge = jsonschema.Draft202012Validator(schema)
    good = yaml.safe_load((here / "sessions.yaml").read_text())
    assert not [error.message for error in judge.iter_errors(good)]
    assert list(judge.iter_errors(yaml.safe_load(BROKEN)))


def test_doctor_says_what_is_where(isolated: Path) -> None:
    summit("add", "functions")
    ended = summit("doctor")
    assert (ended.code, ended.err) == (0, "")
    assert not [line for line in ended.lines if line.startswith("!")]
    for expected in ("summit     ", "libyaml     there", "sessions.yaml (here): 6 sessions"):
        assert expected in ended.out
    agenda = next(line for line in ended.lines if "agenda" in line.split()[0])
    assert agenda.endswith("demo.yaml: 1 pick")
    assert str(isolated) in agenda


def test_doctor_finds_what_is_wrong(here: Path, isolated: Path) -> None:
    (isolated / "config").write_text("a file where a folder should be")
    ended = summit("doctor")
    assert ended.code == 2
    assert "! config" in ended.out
    assert "is a file; move it away" in ended.out


def test_doctor_reads_the_settings(isolated: Path) -> None:
    file = isolated / "config" / "summit-tui" / "settings.json"
    file.parent.mkdir(parents=True)
    file.write_text('{"walk": 5, "bussy": "x.ics"}')
    ended = summit("doctor")
    assert ended.code == 2
    assert f"! settings    {file}: walk" in ended.lines
    assert "'bussy': did you mean busy?" in ended.out


def test_doctor_on_a_broken_catalogue_and_agenda(here: Path) -> None:
    (here / "mine.yaml").write_text("picks: [}")
    ended = summit("doctor", "--agenda", here / "mine.yaml")
    assert ended.code == 2
    assert "! agenda" in ended.out
    saved(here / "sessions.yaml", BROKEN)
    ended = summit("doctor")
    assert ended.code == 2
    assert "sessions.yaml:5:12: error: level 'expret'" in ended.out


def test_doctor_finds_what_a_file_synchroniser_left(here: Path) -> None:
    summit("add", "functions", "--agenda", "mine.yaml")
    (here / "mine.sync-conflict-20190402.yaml").write_text("")
    (here / "mine (Bo's conflicted copy).yaml").write_text("")
    ended = summit("doctor", "--agenda", "mine.yaml")
    assert ended.code == 2
    assert "summit merge mine.sync-conflict-20190402.yaml takes it into your agenda" in ended.out
    assert """summit merge 'mine (Bo'"'"'s conflicted copy).yaml' takes""" in ended.out


def test_doctor_finds_what_is_damaged_in_the_library(here: Path) -> None:
    summit("import", "sessions.yaml", "--as", "days")
    assert summit("doctor").code == 0
    (version,) = versions.kept("days")
    version.path.write_bytes(b"damaged")
    provenance_file("days").write_text("{")
    ended = summit("doctor")
    assert ended.code == 2
    assert "! library     days" in ended.out
    assert "summit import SOURCE --as days --force writes it anew" in ended.out
    assert "days@1 is damaged and cannot be read; the other versions are not: delete it" in (
        ended.out
    )


def test_doctor_clears_the_cache(isolated: Path) -> None:
    summit("search")
    assert [path for path in (isolated / "cache").rglob("*") if path.is_file()]
    ended = summit("doctor", "--clear-cache")
    assert (ended.code, ended.out) == (0, "")
    assert "deleted from" in ended.err
    assert not [path for path in (isolated / "cache").rglob("*") if path.is_file()]
    assert summit("search").code == 0
