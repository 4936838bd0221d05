"""The scenes: each screen in a state worth seeing, by the steps that lead there."""

from dataclasses import dataclass
from typing import Any

from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from tests.tui.harness import press, settle

FUNCTIONS = ("home", "down", "down")
"""To a session with a long title, a note, links, and two speakers."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A screen, and how one comes there from the first one."""

    name: str
    steps: tuple[str, ...] = ()
    """Keys; what begins with `=` is pasted."""
    agenda: bool = True
    """Whether anything is picked."""
    team: bool = False
    """Whether colleagues go there as well."""
    first_run: bool = False
    environment: tuple[tuple[str, str], ...] = ()

    @property
    def given(self) -> dict[str, bool]:
        """What is there before the first screen is."""
        return {"agenda": self.agenda, "team": self.team, "welcome": self.first_run}


async def go(pilot: Pilot[Any], scene: Scene) -> None:
    """Take the steps, each to its end; no cursor blinks afterwards."""
    for step in scene.steps:
        if step.startswith("="):
            pilot.app.post_message(events.Paste(step[1:]))
            await settle(pilot)
        else:
            await press(pilot, step)
    for screen in pilot.app.screen_stack:
        for box in (*screen.query(Input), *screen.query(TextArea)):
            box.cursor_blink = False


LIGHT, CONTRAST = ("ctrl+t",), ("ctrl+t", "ctrl+t")
PLAIN = (("NO_COLOR", "1"),)

MAIN = (
    Scene("programme"),
    Scene("agenda", ("A",)),
    Scene("grid", ("G",)),
    Scene("speakers", ("S",)),
    Scene("now", ("N",)),
    Scene("changes", ("C",)),
)
"""The main screens, as one comes there."""
LOOKS = (
    Scene("programme-light", LIGHT),
    Scene("programme-contrast", CONTRAST),
    Scene("programme-plain", environment=PLAIN),
    Scene("agenda-light", ("A", *LIGHT)),
    Scene("agenda-contrast", ("A", *CONTRAST)),
    Scene("agenda-plain", ("A",), environment=PLAIN),
    Scene("grid-plain", ("G",), environment=PLAIN),
)
"""The screens one looks at most, in other colours, and without."""
STATES = (
    Scene("programme-searched", ("slash", "=serverles level>=300 -kind:meal", "enter")),
    Scene("programme-offers", ("slash", "=kind", ":")),
    Scene("programme-mistake", ("slash", "=levl:300")),
    Scene("programme-nothing", ("slash", "=kites level:400", "enter")),
    Scene("programme-filtering", ("2", "f")),
    Scene("programme-reading", (*FUNCTIONS, "enter")),
    Scene("programme-selected", (*FUNCTIONS, "m", "m")),
    Scene("agenda-empty", ("A",), agenda=False),
    Scene("agenda-reading", ("A", "end", "enter")),
    Scene("grid-reading", ("G", "enter")),
    Scene("speakers-searched", ("S", "slash", "=northwnd")),
    Scene("programme-team", team=True),
    Scene("agenda-team", ("A",), team=True),
    Scene("grid-team", ("G",), team=True),
    Scene("team", ("T",), team=True),
    Scene("team-reading", ("T", "end", "enter"), team=True),
    Scene("now-empty", ("N",), agenda=False),
)
"""The main screens in other states: searched, read, empty."""
SMALL = (
    Scene("events", ("E",)),
    Scene("import", ("E", "i")),
    Scene("note", (*FUNCTIONS, "n")),
    Scene("rating", (*FUNCTIONS, "r")),
    Scene("export", ("e",)),
    Scene("report", ("e", "down")),
    Scene("plan", ("A", "p")),
    Scene("swap", (*FUNCTIONS, "s")),
    Scene("help", ("question_mark",)),
    Scene("save", (*FUNCTIONS, "y", "y")),
    Scene("links", (*FUNCTIONS, "o")),
    Scene("jump", ("home", "semicolon")),
    Scene("palette", ("ctrl+p", "=kites")),
    Scene("searches", ("slash", "=level:300", "ctrl+s")),
    Scene("welcome", first_run=True),
)
"""What is laid over a main screen."""
SCENES = (*MAIN, *LOOKS, *STATES, *SMALL)
