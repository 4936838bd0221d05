"""`summit import`: into a file, the library, standard output; refusals, and what is told."""

from pathlib import Path

import pytest

from tests.cli.runner import Outcome, spawn, summit
from tests.formats.readers.documents import event, schedule_json, schedule_xml
from tests.formats.web.serving import page, serving

SUMMARY = "imported 1 sessions, 1 speakers, 1 rooms, 1 days"


def last(ended: Outcome) -> str:
    return ended.err.splitlines()[-1]


@pytest.fixture(autouse=True)
def source(here: Path) -> Path:
    path = here / "schedule.xml"
    path.write_bytes(schedule_xml(event()))
    return path


def test_into_a_file_that_then_works(here: Path) -> None:
    ended = summit("import", "schedule.xml", "-o", "out.yaml")
    assert (ended.code, ended.out, last(ended)) == (0, "", SUMMARY)
    assert ended.err.splitlines()[0] == (
        "Vacuum Days, version 1, from schedule.xml (frab, pentabarf, pretalx), in out.yaml"
    )
    assert summit("check", "out.yaml").lines == ["no problems"]
    shown = summit("--catalogue", "out.yaml", "search", "lullaby", "--format", "ids")
    assert shown.lines == ["7"]


def test_into_the_library_under_its_id_or_a_name(isolated: Path) -> None:
    ended = summit("import", "schedule.xml")
    library = isolated / "data" / "summit-tui" / "catalogues"
    assert (ended.code, last(ended)) == (0, SUMMARY)
    assert "summit use vacuum24 opens it" in ended.err
    assert summit("import", "schedule.xml", "--as", "My Days").code == 0
    assert sorted(path.name for path in library.iterdir()) == ["my-days.yaml", "vacuum24.yaml"]
    assert summit("use", "vacuum24").code == 0
    assert summit("--catalogue", "my-days", "show", "7").code == 0


def test_nothing_is_overwritten_unasked(here: Path) -> None:
    (here / "out.yaml").write_text("mine")
    ended = summit("import", "schedule.xml", "-o", "out.yaml")
    assert (ended.code, ended.err) == (2, "error: out.yaml exists: --force overwrites it\n")
    assert summit("import", "nowhere.xml", "-o", "out.yaml").err == ended.err  # before it is read
    assert (here / "out.yaml").read_text() == "mine"
    assert summit("import", "schedule.xml", "-o", "out.yaml", "--force").code == 0
    assert summit("import", "schedule.xml").code == 0
    again = summit("import", "schedule.xml")
    assert again.code == 2
    assert "--as NAME keeps both" in again.err
    assert summit("import", "schedule.xml", "--force").code == 0


def test_what_is_overwritten_is_kept_and_its_ids_hold(here: Path) -> None:
    assert summit("import", "schedule.xml").code == 0
    (here / "schedule.xml").write_bytes(schedule_xml(event(id=8, room="Birch")))
    ended = summit("import", "schedule.xml", "--force")
    kept = "what it was before is kept: summit diff vacuum24@1 vacuum24 shows what changed"
    assert kept in ended.err.splitlines()
    shown = summit("diff", "vacuum24@1", "vacuum24")
    assert shown.out.startswith("Another room  1\n  » Amber → Birch  Sleeping tables\n")
    assert "Gone" not in shown.out
    assert summit("--catalogue", "vacuum24", "show", "7").code == 0


def test_standard_input_to_standard_output() -> None:
    data = schedule_json(event(title="Été"), time_zone_name=None)
    for ended in (
        summit("import", "-", "-o", "-", "--timezone", "Asia/Tokyo", stdin=data),
        spawn("import", "-", "-o", "-", "--timezone", "Asia/Tokyo", stdin=data),
    ):
        assert (ended.code, ended.err) == (0, f"{SUMMARY}\n")
        assert "timezone: Asia/Tokyo" in ended.out
        assert "start: 2024-05-04 17:00\n" in ended.out
        assert "title: Été\n" in ended.out


def test_what_the_source_lacks_can_be_said(here: Path) -> None:
    (here / "sheet.csv").write_text("Title,Time,Audience\nOwls,09:30,Experts\n")
    said = ("--name", "Owl Days", "--date", "2026-05-04", "--timezone", "Europe/Paris")
    ended = summit("import", "sheet.csv", "-o", "-", *said, "--level-from", "question:audience")
    assert (ended.code, ended.err) == (0, "imported 1 sessions, 0 speakers, 0 rooms, 1 days\n")
    for line in ("  name: Owl Days\n", "start: 2026-05-04 09:30\n", "level: 400\n"):
        assert line in ended.out


def test_what_was_imported_is_imported_again_unchanged(here: Path) -> None:
    assert summit("import", "schedule.xml", "-o", "one.yaml").code == 0
    assert summit("import", "one.yaml", "-o", "two.yaml").code == 0
    assert (here / "one.yaml").read_bytes() == (here / "two.yaml").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["nowhere.xml"], "nowhere.xml: no such file or directory"),
        (["folder"], "folder is a folder without a sessions file: name a file in it"),
        (["page.html"], "page.html is no programme: this is a web page"),
        (["schedule.xml", "--format", "frab-json"], "schedule.xml is no programme: this is not"),
        (["schedule.xml", "--format", "frab"], "there is no format 'frab': did you mean frab-xml?"),
        (["schedule.xml", "--timezone", "Paris"], "--timezone: 'Paris' is not a time zone"),
        (["schedule.xml", "--date", "monday"], "--date: 'monday' is not a date; write 2019-04-02"),
        (["schedule.xml", "--level-from", "tracks"], "--level-from: 'tracks' is no place"),
        (["schedule.xml", "--as", "x", "-o", "y"], "one place at a time"),
        (["schedule.xml", "-o", "no/x.yaml"], "no: there is no such folder"),
    ],
)
def test_a_refusal_ends_with_2_and_leaves_nothing(
    here: Path, arguments: list[str], reason: str
) -> None:
    (here / "folder").mkdir()
    (here / "page.html").write_text("<!doctype html><title>Sign in</title>")
    before = sorted(here.iterdir())
    ended = summit("import", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert reason in ended.err
    assert sorted(here.iterdir()) == before


def test_what_could_not_be_taken_over_is_told_with_where(here: Path) -> None:
    events = (event(type="Normale Länge", logo="/x.png"), event(id=8, guid="g", date="soon"))
    (here / "s.json").write_bytes(schedule_json(*events))
    ended = summit("import", "s.json", "-o", "-")
    assert ended.err.splitlines() == [
        "unread: start: 'soonT10:00' is not a date and time; write 2019-04-02 09:30 (in 8)",
        "unread: the kind 'Normale Länge' is none of ours: kept as a tag (in 7)",
        "left out: logos: a catalogue has no place for them (in 7)",
        "imported 2 sessions, 1 speakers, 1 rooms, 1 days",
    ]


def test_a_folder_is_imported_with_all_its_files(here: Path) -> None:
    folder = here / "devfest"
    folder.mkdir()
    (folder / "sessions.csv").write_text("Title,Speaker,Room\nTables,Solmori Quartz,Amber\n")
    (folder / "speakers.csv").write_text("Name,Company\nSolmori Quartz,Quarry\n")
    ended = summit("import", "devfest", "-o", "out.yaml")
    assert (ended.code, ended.err.splitlines()[-1]) == (
        0,
        "imported 1 sessions, 1 speakers, 1 rooms, 0 days",
    )
    assert "name: devfest" in (here / "out.yaml").read_text()
    assert "company: Quarry" in (here / "out.yaml").read_text()


def test_hostile_names_reach_no_terminal(here: Path) -> None:
    data = schedule_json(event(title="T\x1b]0;x\x07", type="\x1b[2Jk\x9b1m", logo="\x1b[2J"))
    (here / "s\x1b[2J.json").write_bytes(data)
    ended = summit("import", "s\x1b[2J.json", "-o", "out.yaml")
    assert ended.code == 0
    assert not {"\x1b", "\x07", "\x9b"} & set(ended.err + (here / "out.yaml").read_text())
    assert "title: T\n" in (here / "out.yaml").read_text()


_TINY = (
    b"<schedule><conference><title>Tiny Days</title></conference><day date='2024-05-04'>"
    b"<event id='7'><start>10:00</start><title>Owls</title></event></day></schedule>"
)


def test_an_address_is_fetched() -> None:
    with serving({"/schedule.xml": page(_TINY)}) as site:
        ended = summit("import", site.url("/schedule.xml"), "--allow-private", "-o", "-")
    assert ended.code == 0
    assert "title: Owls" in ended.out
    assert ended.err.endswith("imported 1 sessions, 0 speakers, 0 rooms, 1 days\n")


def test_an_address_of_this_machine_is_refused_without_leave() -> None:
    with serving({"/": page(_TINY)}) as site:
        ended = summit("import", site.url("/"), "-o", "-")
        assert site.asked == []
    assert (ended.code, ended.out) == (2, "")
    assert "127.0.0.1" in ended.err


def test_what_the_web_does_not_give_is_said() -> None:
    with serving({"/": page(b"", 404)}) as site:
        ended = summit("import", site.url("/"), "--allow-private")
    assert (ended.code, ended.out) == (2, "")
    assert "nothing at this address" in ended.err


def test_the_copy_kept_before_serves_when_nobody_answers() -> None:
    with serving({"/schedule.xml": page(_TINY)}) as site:
        address = site.url("/schedule.xml")
        assert summit("import", address, "--allow-private", "-o", "-").code == 0
    ended = summit("import", address, "--allow-private", "-o", "-")
    assert ended.code == 0
    assert "this is the copy of" in ended.err
    assert "title: Owls" in ended.out
