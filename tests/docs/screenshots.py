"""The pictures in `docs/`: drawn by the application itself, of the sample programme."""

from pathlib import Path
from tempfile import TemporaryDirectory

from summit_tui.agenda import change
from summit_tui.agenda.store import AgendaStore
from summit_tui.catalogue import clock, library
from summit_tui.catalogue.times import parse_moment
from summit_tui.search.programme import derive

MOMENT = "2019-04-02 10:12"
PICKS = {"opening-keynote": "want", "serverless-frontend": "must", "inside-lambda": "maybe"}

SHOWN = ("programme", "agenda", "grid", "moment")
"""The screens that there is a picture of."""


async def draw(folder: Path) -> None:
    """Write a picture of each of these screens into `folder`."""
    from summit_tui.tui.app import SummitApp

    programme = derive(library.shipped())
    catalogue = programme.catalogue
    clock.pretend(parse_moment(MOMENT, catalogue.event.zone))
    with TemporaryDirectory() as place:
        store = AgendaStore(Path(place, "agenda.yaml"), catalogue.event.id)
        for session_id, want in PICKS.items():
            session = catalogue.get(session_id)
            if session is not None:
                store.apply(change.add([session], want))
        app = SummitApp(programme, store)
        async with app.run_test(size=(120, 36)) as pilot:
            for name in SHOWN:
                await app.navigation.go(name)
                await pilot.pause()
                await app.workers.wait_for_complete()
                await pilot.pause()
                drawn = app.export_screenshot()
                (folder / f"{name}.svg").write_text(drawn, encoding="utf-8")
    clock.pretend(None)
