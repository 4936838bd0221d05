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
    from summit_tui.agenda.errors import AgendaError
    from summit_tui.agenda.settings import read_settings
    from summit_tui.agenda.team.colleagues import Person, member, names

    settings = read_settings()
    members = [member(each) for each in given or settings.get("team")]
    for wrong in () if given else settings.wrong:
        talk.say(wrong)
    if not members:
        talk.fail(
            "whose agenda? Name files, such as ana.yaml or Ana=agenda.yaml, "
            'or set {"team": ["ana.yaml"]} in settings.json'
        )
    event_id = desk.catalogue.event.id
    found, whole = [], True
    for each, name in zip(members, names(members, event_id), strict=True):
        try:
            found.append(Person(name, each.agenda(event_id)))
        except AgendaError as error:
            whole = not given
            (talk.error if given else talk.say)(str(error))
    if not found:
        talk.fail("nobody's agenda of this event can be used")
    return found, whole
