"""Who belongs to the team, and what each of them picked."""

from collections.abc import Iterable, Iterator
from os.path import isdir
from pathlib import Path
from typing import NamedTuple

from summit_tui.agenda.errors import NotOfThisEventError
from summit_tui.agenda.foreign import check_event, read_foreign
from summit_tui.agenda.model import Agenda
from summit_tui.catalogue.disk import stamp_of
from summit_tui.catalogue.places import expanded
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
        return self.path / f"{slug(event_id)}.yaml" if self._is_folder else self.path

    @property
    def _is_folder(self) -> bool:
        return isdir(self.path)  # noqa: PTH112  Path's fails where a folder may not be entered

    def called(self, event_id: str) -> str:
        """Return the name: the one given, else what the file's adds to the event's."""
        if given := clean_line(self.name):
            return given
        if self._is_folder:
            return clean_line(self.path.name)
        event, stem = slug(event_id), clean_line(self.path.stem)
        own = stem.replace(event, "").strip(" -_.")
        return own or clean_line(self._folder) or stem

    @property
    def _folder(self) -> str:
        """The name of the folder the file is in; empty where that is gone."""
        try:
            return self.path.absolute().parent.name
        except OSError:
            return ""

    def agenda(self, event_id: str) -> Agenda:
        """Return the agenda; AgendaError when it cannot be used.

        NotOfThisEventError where it is of another event, or a folder has none of this one.
        """
        path = self.file(event_id)
        if path != self.path and stamp_of(path) is None:
            raise NotOfThisEventError(f"{path}: there is no such file")
        agenda = read_foreign(path, event_id)
        check_event(agenda, path, event_id)
        return agenda


def member(text: str) -> Member:
    """Return who is meant by `ana.yaml`, or by `Ana=agenda.yaml`."""
    name, sign, file = text.partition("=")
    if sign and file and stamp_of(Path(text)) is None:
        return Member(name.strip(), expanded(file))
    return Member("", expanded(text))


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
