"""How the commands about a team name colleagues and read their agendas."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from summit_tui.cli import talk

if TYPE_CHECKING:
    from summit_tui.agenda.team.colleagues import Person
    from summit_tui.cli.desk import Desk


def people(desk: "Desk", given: Sequence[str]) -> "tuple[list[Person], bool]":
    """Return my colleagues with their agendas, and whether every file `given` could be used.

    Those `given`, else those of the settings, which need not have an agenda of every event. A file
    that cannot be used is named and the others go on; ends with 2 when there is none that can.
    """
    from summit_tui.agenda.settings import read_settings
    from summit_tui.agenda.team.reading import people as readable
    from summit_tui.agenda.team.reading import read_team

    settings = read_settings()
    named = given or settings.get("team")
    for wrong in () if given else settings.wrong:
        talk.say(wrong)
    if not named:
        talk.fail(
            "whose agenda? Name files, such as ana.yaml or Ana=agenda.yaml, "
            'or set {"team": ["ana.yaml"]} in settings.json'
        )
    team = read_team(named, desk.catalogue.event.id)
    for each in team:
        if each.trouble:
            (talk.error if given else talk.say)(each.trouble)
    found = list(readable(team))
    if not found:
        talk.fail("nobody's agenda of this event can be used")
    return found, not given or len(found) == len(team)
