"""schedule.xml before xmllint, with the XSD of the format where it lies beside the checkout.

The XSD has a licence of its own and is not part of the product. Without it the file is at least
judged well formed.
"""

import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from summit_tui.catalogue.demo import generate
from summit_tui.catalogue.model import Catalogue, Event
from summit_tui.catalogue.reading import load
from summit_tui.formats.export import Export
from summit_tui.formats.readers.importing import take_in
from summit_tui.formats.table import render
from tests.factories import make_catalogue, make_session
from tests.formats.exports import HOSTILE, full_catalogue, full_session, nasty_sessions
from tests.judges.installed import ROOT, judge

pytestmark = pytest.mark.judge

SHARED = ROOT.parent / "shared"
XSD = SHARED / "schemas" / "schedule.xml.xsd"
REAL = (
    "frab-xml/36c3-everything.xml",
    "frab-xml/fosdem-2024.xml",
    "frab-xml/debconf23.xml",
    "pretalx-server/schedule.xml",
    "sessionize/droidcon-touchlab-schedule.json",
    "aws/summit-johannesburg-2025.jsonl",
    "csv/aws-reinvent-interests.csv",
    "ics/emfcamp-2018.ics",
)


def hostile() -> Catalogue:
    """Return what attacks the reader in every text, as no cleaned catalogue holds it."""
    session = full_session(
        "h", title=HOSTILE, room=HOSTILE, abstract=HOSTILE, tracks=(HOSTILE, "9")
    )
    event = Event("x", HOSTILE, "Pacific/Chatham", HOSTILE, f'https://[{HOSTILE}]/{{"|}}', HOSTILE)
    return make_catalogue(session, event=event, tracks=("1", "9", HOSTILE))


CASES: dict[str, Callable[[], Catalogue]] = {
    "nasty": lambda: make_catalogue(*nasty_sessions()),
    "full": lambda: full_catalogue(full_session(), full_session("twin", code="ABC123")),
    "hostile": hostile,
    "empty": lambda: make_catalogue(make_session("later", None)),
    "shipped": lambda: load(ROOT / "sessions.yaml"),
    "demo": lambda: generate(300, first_day=date(2026, 10, 24)),
}


def faults(catalogue: Catalogue, folder: Path) -> str:
    """Return what xmllint has to say against the schedule of `catalogue`."""
    path = folder / "schedule.xml"
    path.write_bytes(render("xml", Export(catalogue, tuple(catalogue.sessions), {})))
    return complaints(path)


def complaints(path: Path) -> str:
    schema = ("--schema", str(XSD)) if XSD.is_file() else ()
    command = (judge("xmllint"), "--nonet", "--noout", *schema, str(path))
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    return "" if done.returncode == 0 else done.stderr


@pytest.mark.parametrize("name", CASES)
def test_it_is_valid(name: str, tmp_path: Path) -> None:
    assert faults(CASES[name](), tmp_path) == ""


@pytest.mark.parametrize("name", REAL)
def test_what_real_programmes_become_is_valid(name: str, tmp_path: Path) -> None:
    path = SHARED / "corpus" / name
    if path.is_file():
        assert faults(take_in(path.read_bytes()).catalogue, tmp_path) == ""


@pytest.mark.parametrize("part", ["</schedule>", "</conference>", "<version>"])
def test_what_is_wrong_is_found(part: str, tmp_path: Path) -> None:
    assert faults(make_catalogue(make_session()), tmp_path) == ""
    path = tmp_path / "schedule.xml"
    path.write_text(path.read_text().replace(part, "", 1))
    assert complaints(path) != ""


def test_the_schema_is_asked_where_it_is(tmp_path: Path) -> None:
    assert faults(make_catalogue(make_session()), tmp_path) == ""
    path = tmp_path / "schedule.xml"
    path.write_text(path.read_text().replace("<duration>00:45", "<duration>long"))
    assert ("duration" in complaints(path)) is XSD.is_file()
