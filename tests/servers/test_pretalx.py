"""A real pretalx over HTTP: what each of its addresses gives is the same event."""

import socket
from collections.abc import Iterator

import pytest

from summit_tui.catalogue.model import Catalogue
from summit_tui.formats.readers.draft import Hints
from summit_tui.formats.sources import arrive, origin_of
from tests.servers import pretalx

pytestmark = pytest.mark.server


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with pretalx.running(free_port(), free_port()) as url:
        yield url


def imported(address: str) -> Catalogue:
    return arrive(origin_of(address, Hints(), allow_private=True)).imported.catalogue


def placed(catalogue: Catalogue) -> set[tuple[object, ...]]:
    """Return what every format of one event has to agree on; each orders speakers its own way."""
    return {
        (one.title, one.start, one.duration, one.room, frozenset(s.name for s in one.speakers))
        for one in catalogue.sessions
    }


def test_every_address_gives_the_same_event(server: str) -> None:
    event = f"{server}/{pretalx.EVENT}"
    export = imported(f"{event}/schedule/export/schedule.json")
    assert len(export.sessions) > 20
    for address in (
        f"{event}/",
        f"{event}/schedule/",
        f"{server}/api/events/{pretalx.EVENT}/",
        f"{event}/schedule/export/schedule.xml",
        f"{event}/schedule/widgets/schedule.json",
    ):
        found = imported(address)
        assert placed(found) == placed(export), address
        assert found.event.timezone == export.event.timezone
    calendar = imported(f"{event}/schedule.ics")
    assert {(one.title, one.start) for one in calendar.sessions} == {
        (one.title, one.start) for one in export.sessions
    }
