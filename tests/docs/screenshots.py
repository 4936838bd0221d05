"""The pictures in `docs/`: drawn by the application itself, of the sample programme.

They are the same wherever they are drawn: the time is pretended, and nobody's settings count.
`main` of `make`, and the tests, see to the folders of their own and the zone.
"""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.pilot import Pilot
from textual.widgets import Markdown

from summit_tui.agenda import change
from summit_tui.agenda.store import AgendaStore
from summit_tui.catalogue import clock, library
from summit_tui.catalogue.times import parse_moment
from summit_tui.search.programme import derive
from summit_tui.tui.app import SummitApp
from summit_tui.tui.themes import THEMES
from summit_tui.tui.widgets.detail import Detail
from tests.tui.harness import settle, until
from tests.tui.teams import name_in_settings, picks_of_colleague

SIZE = (120, 36)
MOMENT = "2019-04-02 10:12"
PICKS = {"opening-keynote": "want", "serverless-frontend": "must", "inside-lambda": "maybe"}
TEAM = {
    "Ada": {"opening-keynote": "want", "inside-lambda": "must", "cloud-economics": "want"},
    "Grace": {
        "serverless-frontend": "want",
        "iam-evaluation": "must",
        "hybrid-dns": "maybe",
    },
}
"""Colleagues, who are made up, with what they picked."""
ALONE, TOGETHER = ("programme", "agenda", "grid", "moment"), ("team",)
"""The screens that there is a picture of, without colleagues and with them."""

WITHOUT = ("grid",)
"""Those that do not show the session in full unasked."""


async def drawn() -> dict[str, str]:
    """Return the picture of each of these screens, by the name of its file."""
    pictures: dict[str, str] = {}
    for names, team in ((ALONE, {}), (TOGETHER, TEAM)):
        async with _running(team) as (app, pilot):
            for name in names:
                await app.navigation.go(name)
                await _complete(app, pilot)
                pictures[f"{name}.svg"] = app.export_screenshot()
    return pictures


@asynccontextmanager
async def _running(
    team: Mapping[str, Mapping[str, str]],
) -> AsyncIterator[tuple[SummitApp, Pilot[None]]]:
    programme = derive(library.shipped())
    catalogue = programme.catalogue
    clock.pretend(parse_moment(MOMENT, catalogue.event.zone))
    with TemporaryDirectory() as place:
        event = catalogue.event.id
        name_in_settings(
            *(picks_of_colleague(Path(place), name, each, event) for name, each in team.items())
        )
        store = AgendaStore(Path(place, "agenda.yaml"), event)
        for session in filter(None, map(catalogue.get, PICKS)):
            store.apply(change.add([session], PICKS[session.id]))
        app = SummitApp(programme, store)
        async with app.run_test(size=SIZE) as pilot:
            app.theme = THEMES[0]  # whatever this terminal can do
            await settle(pilot)
            await until(lambda: not team or (app.picks and app.picks.team))
            yield app, pilot
    clock.pretend(None)


async def _complete(app: SummitApp, pilot: Pilot[None]) -> None:
    """Return when the session under the cursor is shown in full, where the screen does so."""

    def shown() -> bool:
        details = app.screen.query(Detail)
        if not details or not details.first().region:
            return app.navigation.place in WITHOUT
        session = details.first().session
        abstracts = details.first().query("#abstract").results(Markdown)
        return any(session and each.source == (session.abstract or "") for each in abstracts)

    await until(shown)
    await settle(pilot)
