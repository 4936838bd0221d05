"""Who belongs to the team, and what each of them picked."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from summit_tui.agenda.foreign import check_event, read_foreign
from summit_tui.agenda.model import Agenda
from summit_tui.catalogue.text import clean_line, fold, slug

ME = "me"
"""What I am called among my colleagues."""


class Person(NamedTuple):
    """One of the team with an agenda of the event."""

    name: str
    agenda: Agenda


class Member(NamedTuple):
    """One of the team by the file of the agenda."""

    name: str
    """Empty where it is to be taken from the file."""
    path: Path
    """The agenda; or a folder with one for each event, called as summit calls them."""

    def file(self, event_id: str) -> Path:
        """Return where the agenda of the event is."""
        return self.path / f"{slug(event_id)}.yaml" if self.path.is_dir() else self.path

    def called(self, event_id: str) -> str:
        """Return the name: the one given, else what the file's adds to the event's."""
        if self.name:
            return clean_line(self.name)
        if self.path.is_dir():
            return clean_line(self.path.name)
        event, stem = slug(event_id), clean_line(self.path.stem)
        own = stem.replace(event, "").strip(" -_.")
        return own or clean_line(self.path.absolute().parent.name) or stem

    def agenda(self, event_id: str) -> Agenda:
        """Return the agenda; AgendaError when it cannot be used or is of another event."""
        path = self.file(event_id)
        agenda = read_foreign(path, event_id)
        check_event(agenda, path, event_id)
        return agenda


def member(text: str) -> Member:
    """Return who is meant by `ana.yaml`, or by `Ana=agenda.yaml`."""
    name, sign, file = text.partition("=")
    if sign and file and not Path(text).exists():
        return Member(name.strip(), Path(file).expanduser())
    return Member("", Path(text).expanduser())


def names(members: Iterable[Member], event_id: str) -> Iterator[str]:
    """Yield what each is called, numbered where two are called the same, or like me."""
    taken = {ME}
    for each in members:
        called = each.called(event_id)
        name, number = called, 2
        while fold(name) in taken:
            name, number = f"{called} {number}", number + 1
        taken.add(fold(name))
        yield name
