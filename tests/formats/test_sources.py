"""Having a programme from where it is published, and having it again as it was asked for."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from summit_tui.catalogue import clock
from summit_tui.catalogue.provenance import Origin
from summit_tui.formats import sources
from summit_tui.formats.readers.draft import Hints
from summit_tui.formats.sources import SourceError, Watch, arrive, origin_of
from tests.formats.readers.documents import event, schedule_json
from tests.formats.web.serving import page, serving

_AT = datetime(2019, 4, 2, 7, 30, tzinfo=UTC)


@pytest.fixture
def schedule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "schedule.json"
    path.write_bytes(schedule_json(event(), time_zone_name=None))
    return path


def test_what_was_said_is_in_the_origin_but_not_what_the_source_is_called() -> None:
    origin = origin_of("x", Hints("Asia/Tokyo", "x"), "frab-json", allow_private=True)
    assert origin == Origin("x", "frab-json", True, (("timezone", "Asia/Tokyo"),))


def test_the_same_can_be_had_again_from_anywhere(
    schedule: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock.pretend(_AT)
    first = arrive(origin_of("schedule.json", Hints("Asia/Tokyo")))
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    again = arrive(first.origin)
    assert again.imported.catalogue.event.timezone == "Asia/Tokyo"
    assert list(again.imported.catalogue.sessions) == list(first.imported.catalogue.sessions)
    assert (again.origin, again.at) == (first.origin, _AT)


def test_a_hint_of_a_newer_version_is_kept_and_not_used(schedule: Path) -> None:
    origin = Origin(str(schedule), hints=(("timezone", "Asia/Tokyo"), ("weather", "rain")))
    found = arrive(origin)
    assert found.origin == origin
    assert found.imported.catalogue.event.timezone == "Asia/Tokyo"


def test_whoever_waits_is_told_and_may_stop() -> None:
    told: list[int] = []
    with serving({"/": page(schedule_json(event()))}) as site:
        origin = Origin(site.url(), allow_private=True)
        found = arrive(origin, Watch(lambda read, _: told.append(read)))
        with pytest.raises(SourceError, match="cancelled"):
            arrive(origin, Watch(cancelled=lambda: True))
    assert found.origin == origin
    assert not found.trouble
    assert told
    away = arrive(origin)
    assert away.trouble
    assert (away.imported.report, away.at) == (found.imported.report, found.at)


@pytest.mark.parametrize(
    ("origin", "reason"),
    [
        (Origin("page.html"), "page.html is no programme: this is a web page"),
        (Origin("folder"), "folder is a folder without a sessions file: name a file in it"),
        (Origin("schedule.json", "frab"), "there is no format 'frab': did you mean frab-xml?"),
        (Origin("http://127.0.0.1:1/"), "127.0.0.1"),
        (Origin("ftp://x/y"), "only http and https are opened, not ftp"),
        (Origin("webcal://x/y.ics"), "not webcal: write https:// in its place"),
    ],
)
def test_what_is_wrong_is_one_sentence(schedule: Path, origin: Origin, reason: str) -> None:
    Path("folder").mkdir()
    Path("page.html").write_text("<!doctype html><title>Sign in</title>")
    with pytest.raises(SourceError) as caught:
        arrive(origin)
    assert reason in str(caught.value)


def test_a_file_that_is_not_there_is_the_systems_own_error(schedule: Path) -> None:
    with pytest.raises(FileNotFoundError):
        arrive(Origin("nowhere.xml"))


@pytest.mark.parametrize("address", ["http://x/y", "HTTPS://x/y", "webcal://x/y.ics"])
def test_an_address_is_told_from_a_file(address: str, schedule: Path) -> None:
    assert sources.is_address(address)
    assert sources.absolute(address) == address
    assert sources.absolute("schedule.json") == str(schedule)
