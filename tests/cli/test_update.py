"""`summit update`: what changed, what is kept, what is refused, and how it ends."""

import errno
import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from summit_tui.agenda import journal
from summit_tui.agenda.store import default_path
from summit_tui.catalogue import versions
from summit_tui.catalogue.library import library_file
from summit_tui.catalogue.provenance import provenance_file
from tests.cli.runner import Outcome, spawn, summit
from tests.cli.test_diff import DOCUMENT
from tests.formats.readers.documents import event, schedule_json
from tests.formats.web.serving import Answer, page, serving

HEAD = "Title,Speaker,Room,Date,Start,Duration\n"
OWLS, LUNCH, GOATS = (
    "Owls at night,Ada Alder,Amber,2019-04-02,10:00,45\n",
    "Lunch,,Hall,2019-04-02,10:45,60\n",
    "Gardening with goats,Basil Birch,Amber,2019-04-02,14:00,45\n",
)
LATER = OWLS.replace("10:00", "10:15")
UPDATED = {
    "allOf": [
        DOCUMENT,
        {
            "properties": {
                "name": {"type": "string"},
                "status": {"enum": ["updated", "unchanged", "available"]},
                "offline": {"type": "boolean"},
                "from": {"type": ["integer", "null"]},
                "to": {"type": ["integer", "null"]},
                "error": {"type": "null"},
            },
            "required": ["name", "status", "offline", "from", "to", "error"],
        },
    ]
}
Published = Callable[..., None]


@pytest.fixture
def published(here: Path) -> Published:
    """Return what publishes lines as the source of `owls`, which has three to begin with."""
    (here / "sessions.yaml").unlink()

    def publish(*lines: str, name: str = "owls") -> None:
        (here / f"{name}.csv").write_text(HEAD + "".join(lines))

    publish(OWLS, LUNCH, GOATS)
    assert summit("import", "owls.csv", "--timezone", "Europe/Paris").code == 0
    assert summit("use", "owls").code == 0
    return publish


def said(ended: Outcome) -> list[str]:
    return ended.err.splitlines()


TABLE = """\
My agenda  1
  » Tue 10:00 → 10:15  ● Owls at night
      ! 15 min with Lunch (Tue 10:45)

Gone  1
  - gone Tue 14:00, Amber  Gardening with goats
"""


def test_what_changed_is_told_my_agenda_first(published: Published) -> None:
    summit("add", "owls-at-night", "lunch")
    published(LATER, LUNCH)
    ended = summit("update")
    assert (ended.code, ended.out) == (0, TABLE)
    assert said(ended) == [
        "1 moved, 1 gone; 1 on my agenda, 1 new clash",
        "kept as owls@2; owls@1 is what it was before",
        "summit plan says what fits best now",
    ]
    assert summit("show", "owls-at-night").code == 0
    assert summit("update", "owls").err == "owls: nothing new, 2 sessions as before\n"


def test_an_unchanged_source_writes_nothing(published: Published, isolated: Path) -> None:
    def files() -> dict[Path, int]:
        data = isolated / "data"
        return {path: path.stat().st_mtime_ns for path in data.rglob("*") if path.is_file()}

    before = files()
    for arguments in ((), ("--format", "json"), ("--dry-run",), ("--force",)):
        ended = summit("update", *arguments, "--fail-on", "any")
        assert (ended.code, ended.err) == (0, "owls: nothing new, 3 sessions as before\n")
    assert files() == before


def test_a_dry_run_tells_and_writes_nothing(published: Published) -> None:
    before = library_file("owls").read_bytes()
    published(LATER, LUNCH)
    ended = summit("update", "--dry-run")
    assert "» Tue 10:00 → 10:15  Owls at night" in ended.out
    assert said(ended)[-1] == "nothing was written"
    assert library_file("owls").read_bytes() == before
    document = summit("update", "--dry-run", "--format", "json").json
    assert (document["status"], document["from"], document["to"]) == ("available", 1, None)


@pytest.mark.parametrize(
    ("picked", "arguments", "code"),
    [
        (None, ["--fail-on", "mine"], 0),
        (None, ["--fail-on", "any"], 1),
        ("owls-at-night", ["--fail-on", "mine"], 1),
        ("lunch", ["--fail-on", "mine"], 0),
        ("owls-at-night", [], 0),
    ],
)
def test_how_it_ends(
    published: Published, picked: str | None, arguments: list[str], code: int
) -> None:
    if picked is not None:
        summit("add", picked)
    published(LATER, LUNCH, GOATS)
    assert summit("update", *arguments).code == code


def test_the_formats_are_those_of_diff(published: Published) -> None:
    jsonschema.validate(summit("update", "--format", "json").json, UPDATED)
    published(LATER, LUNCH)
    ended = summit("update", "--format", "json", "--dry-run")
    jsonschema.validate(ended.json, UPDATED)
    assert (ended.json["removed"], ended.json["mine"]["changed"]) == (["gardening-with-goats"], [])
    mine = summit("update", "--format", "json", "--dry-run", "--mine").json
    assert mine["removed"] == []
    lines = summit("update", "--format", "jsonl", "--dry-run").lines
    assert [json.loads(line)["name"] for line in lines] == ["owls", "owls"]
    assert summit("update", "--format", "ids").lines == ["owls-at-night"]


def test_a_broken_export_is_refused_unless_forced(published: Published) -> None:
    before = library_file("owls").read_bytes()
    published()
    ended = summit("update")
    assert (ended.code, ended.out) == (2, "")
    assert "none of 3 sessions is left, which looks like a broken export" in ended.err
    assert library_file("owls").read_bytes() == before
    assert summit("update", "--force").code == 0
    assert library_file("owls").read_bytes() != before


def test_an_edit_is_refused_unless_forced_and_then_kept(published: Published) -> None:
    text = library_file("owls").read_text().replace("Lunch", "A long lunch")
    library_file("owls").write_text(text)
    assert summit("update").err == "owls: nothing new, 3 sessions as before, your edits kept\n"
    published(LATER, LUNCH, GOATS)
    ended = summit("update")
    assert ended.code == 2
    assert "owls was edited by hand" in ended.err
    assert library_file("owls").read_text() == text
    shown = summit("diff", "owls@1", "owls")
    assert "was “Lunch”" in shown.out
    assert summit("update", "--force").code == 0
    assert [versions.text_of(each).decode() for each in versions.kept("owls")][1] == text
    assert summit("update", "--to", "2").code == 0
    assert library_file("owls").read_text() == text


def test_an_edit_can_be_dropped_by_force_alone(published: Published) -> None:
    before = library_file("owls").read_text()
    library_file("owls").write_text(before.replace("Lunch", "A long lunch"))
    assert summit("update", "--force").code == 0
    assert library_file("owls").read_text() == before


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["nowhere"], "there is no such catalogue"),
        (["sample"], "the sample stays as it is: summit demo makes a programme"),
        (["./owls.csv"], "is no programme of the library"),
        (["owls", "--all"], "leave the rest out"),
        (["--all", "--to", "1"], "leave the rest out"),
        (["--all", "--agenda", "x.yaml"], "leave the rest out"),
        (["--to", "7"], "there is no version '7' of owls (there are 1;"),
        (["--format", "yaml"], "'yaml' is not one of table, json, jsonl, ids"),
    ],
)
def test_what_is_wrong_is_said(published: Published, arguments: list[str], reason: str) -> None:
    ended = summit("update", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert reason in ended.err


@pytest.mark.parametrize("damage", [None, b"damaged"])
def test_what_nobody_remembers_loses_no_catalogue(published: Published, damage: bytes) -> None:
    provenance_file("owls").unlink()
    if damage is not None:
        provenance_file("owls").write_bytes(damage)
    ended = summit("update")
    assert ended.code == 2
    assert "nobody knows where owls came from: summit import SOURCE --as owls --force" in ended.err
    assert summit("search", "--format", "ids").code == 0
    assert summit("import", "owls.csv", "--force").code == 0
    assert summit("update").code == 0


def test_a_source_that_went_away_changes_nothing(published: Published, here: Path) -> None:
    (here / "owls.csv").unlink()
    ended = summit("update")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == f"error: {here / 'owls.csv'}: no such file or directory\n"
    assert summit("search", "--format", "ids").lines[0] == "owls-at-night"


def test_all_go_on_when_one_fails(published: Published, here: Path) -> None:
    for name in ("bees", "crows"):
        published(OWLS, name=name)
        assert summit("import", f"{name}.csv").code == 0
    (here / "bees.csv").unlink()
    published(LATER, LUNCH, GOATS)
    published(LATER, name="crows")
    dry = summit("update", "--all", "--dry-run", "--format", "json")
    bees, crows, owls = dry.json["updates"]
    assert (bees["status"], crows["status"], owls["status"]) == ("failed", "available", "available")
    assert bees["error"].endswith("bees.csv: no such file or directory")
    jsonschema.validate(owls, UPDATED)
    ended = summit("update", "--all")
    assert ended.code == 2
    assert ended.lines == [
        "crows",
        "Moved  1",
        "  » Tue 10:00 → 10:15  Owls at night",
        "owls",
        "Moved  1",
        "  » Tue 10:00 → 10:15  Owls at night",
    ]
    assert said(ended) == [
        f"error: bees: {here / 'bees.csv'}: no such file or directory",
        "crows: 1 moved; 0 on my agenda",
        "crows: kept as crows@2; crows@1 is what it was before",
        "owls: 1 moved; 0 on my agenda",
        "owls: kept as owls@2; owls@1 is what it was before",
    ]


def test_of_all_those_without_a_source_are_passed_over(published: Published) -> None:
    summit("demo", "--sessions", "10")
    summit("import", "-", "--as", "piped", stdin=HEAD + OWLS)
    ended = summit("update", "--all")
    assert (ended.code, ended.out) == (0, "")
    assert [line.partition(": ")[0] for line in said(ended)] == ["demo", "owls", "piped"]
    assert "passed over: demo was made by summit demo" in ended.err
    assert "passed over: piped came through a pipe" in ended.err
    told = summit("update", "--all", "--format", "json").json["updates"]
    assert [each["status"] for each in told] == ["sourceless", "unchanged", "sourceless"]
    assert summit("update", "demo").code == 2


def test_all_of_nothing() -> None:
    ended = summit("update", "--all")
    assert (ended.code, ended.err.startswith("the library is empty")) == (1, True)


@pytest.mark.parametrize("to", ["1", "-1"])
def test_going_back(published: Published, to: str) -> None:
    first = library_file("owls").read_bytes()
    published(LATER, LUNCH)
    summit("update")
    ended = summit("update", "--to", to)
    assert ended.code == 0
    assert "» Tue 10:15 → 10:00  Owls at night" in ended.out
    assert library_file("owls").read_bytes() == first
    again = summit("update", "--to", "1")
    assert again.err == "owls: nothing new, 3 sessions as before\n"


def test_what_was_removed_comes_back_as_it_is_said(published: Published) -> None:
    summit("add", "lunch")
    ended = summit("remove", "--event", "owls")
    assert ended.code == 0
    way, agenda, chosen = said(ended)
    assert way == "owls is out of the library; summit update owls --to 1 brings it back"
    assert agenda.startswith("your agenda of it stays in ")
    assert Path(agenda.split()[-1]).is_file()
    assert chosen == "it was the one chosen with summit use: none is any more"
    assert not library_file("owls").exists()
    back = summit("update", "owls", "--to", "1")
    assert (back.code, back.out) == (0, "")
    assert said(back) == ["owls is back in the library, with 3 sessions"]
    assert summit("--catalogue", "owls", "agenda", "--format", "ids").lines == ["lunch"]
    assert summit("update", "owls").err == "owls: nothing new, 3 sessions as before\n"


def test_what_was_removed_is_not_chosen_any_more_however_broken(published: Published) -> None:
    library_file("owls").write_text("sessions: [")
    assert summit("remove", "--event", "owls").code == 0
    assert summit("use").out.endswith(" (shipped)\n")


@pytest.mark.parametrize("asked", [["update", "ours"], ["import", "ours.yaml", "--force"]])
def test_picks_that_cannot_follow_stop_it_before_anything_is_written(
    here: Path, asked: list[str]
) -> None:
    programme = here / "ours.yaml"
    programme.write_text("event: {name: Ours}\nsessions: [{id: a, title: Owls at night}]\n")
    summit("import", "ours.yaml")
    summit("--catalogue", "ours", "add", "a")
    agenda, before = default_path("ours"), library_file("ours").read_bytes()
    agenda.write_text(f"{agenda.read_text()}want: [\n")
    programme.write_text(programme.read_text().replace("id: a", "id: owls"))
    ended = summit(*asked)
    assert (ended.code, library_file("ours").read_bytes()) == (2, before)
    assert str(agenda) in ended.err


@pytest.mark.parametrize("asked", [["update", "ours"], ["import", "ours.yaml", "--force"]])
def test_what_is_to_be_told_of_carried_picks_is_told(
    here: Path, monkeypatch: pytest.MonkeyPatch, asked: list[str]
) -> None:
    programme = here / "ours.yaml"
    programme.write_text("event: {name: Ours}\nsessions: [{id: a, title: Owls at night}]\n")
    summit("import", "ours.yaml")
    summit("--catalogue", "ours", "add", "a")
    programme.write_text(programme.read_text().replace("id: a", "id: owls"))

    def full(path: Path, entries: object) -> None:
        raise OSError(errno.ENOSPC, "no space left on device")

    monkeypatch.setattr(journal, "save", full)
    ended = summit(*asked)
    assert ended.code == 0
    notice = (
        "undo will not know this change: its journal cannot be written (no space left on device)"
    )
    assert notice in said(ended)
    assert summit("--catalogue", "ours", "agenda", "--format", "ids").lines == ["owls"]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--event", "owl"], "the library has no 'owl': did you mean owls?"),
        (["--event", "owls", "lunch"], "one thing at a time"),
        ([], "name a session by its id or code, or a programme with --event NAME"),
    ],
)
def test_what_cannot_be_removed(published: Published, arguments: list[str], reason: str) -> None:
    ended = summit("remove", *arguments)
    assert ended.code == 2
    assert reason in ended.err
    assert library_file("owls").exists()


def test_picks_follow_ids_that_a_person_changed(here: Path) -> None:
    assert summit("import", "sessions.yaml", "--as", "ours").code == 0
    summit("--catalogue", "ours", "add", "functions")
    summit("--catalogue", "ours", "note", "functions", "mind the cold starts")
    text = (here / "sessions.yaml").read_text().replace("id: functions", "id: fun")
    (here / "sessions.yaml").write_text(text)
    ended = summit("update", "ours")
    assert "id functions → fun" in ended.out
    assert "1 pick followed to a new id" in said(ended)
    picked = summit("--catalogue", "ours", "search", "--picked", "--format", "ids")
    assert picked.lines == ["fun"]
    assert "mind the cold starts" in summit("--catalogue", "ours", "show", "fun").out
    summit("--catalogue", "ours", "undo")
    assert "functions" in summit("--catalogue", "ours", "agenda", "--format", "json").out


def test_picks_are_not_left_behind_by_an_agenda_that_cannot_be_read(here: Path) -> None:
    assert summit("import", "sessions.yaml", "--as", "ours").code == 0
    before = library_file("ours").read_bytes()
    (here / "mine.yaml").write_bytes(b"\0" * 100)
    text = (here / "sessions.yaml").read_text().replace("id: functions", "id: fun")
    (here / "sessions.yaml").write_text(text)
    ended = summit("update", "ours", "--agenda", "mine.yaml")
    assert ended.code == 2
    assert "mine.yaml" in ended.err
    assert library_file("ours").read_bytes() == before


def test_an_address_is_asked_for_news_only_and_away_the_copy_serves() -> None:
    body = schedule_json(event())
    pages: dict[str, Answer] = {"/s.json": page(body, ETag='"1"')}
    with serving(pages) as site:
        address = site.url("/s.json")
        assert summit("import", address, "--allow-private", "--as", "days").code == 0
        pages["/s.json"] = page(b"", 304)
        assert summit("update", "days").err == "days: nothing new, 1 session as before\n"
        assert [headers.get("if-none-match") for _, headers in site.asked] == [None, '"1"']
        pages["/s.json"] = page(schedule_json(event(room="Birch")), ETag='"2"')
        ended = summit("update", "days")
        assert (ended.code, "Amber → Birch" in ended.out) == (0, True)
        pages["/s.json"] = page(b"", 404)
        gone = summit("update", "days")
        assert (gone.code, "there is nothing at this address" in gone.err) == (2, True)
    away = summit("update", "days", "--format", "json")
    assert away.code == 2
    assert "this is the copy of just now" in away.err
    assert "days: nothing new, 1 session as before" in away.err
    assert away.json["offline"]
    assert away.json["status"] == "unchanged"
    assert summit("--catalogue", "days", "show", "7").code == 0


def test_as_a_process_of_its_own(published: Published) -> None:
    published(LATER, LUNCH, GOATS)
    ended = spawn("update", "--fail-on", "any")
    assert ended.code == 1
    assert ended.out.startswith("Moved  1\n")
