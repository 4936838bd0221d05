"""Names for the same thing: `k8s` and `kubernetes`, `ml` and `machine learning`.

Three sources, each adding to the one before: the table in `alias_words`, the catalogue's own
`aliases`, and the user's `aliases.json` in the configuration folder:

    {"k8s": "kubernetes", "sec": ["security", "sécurité"], "pg": []}

A name with an empty list is taken away from the sources before. A name is told apart by its folded
words, one expression per name; what another name for a word is worth is for the ranking to say.
Nothing is guessed: an `x12y` that nobody listed stays a word like any other. The user's file is
only read, never written, and once per process.
"""

import os
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path

from summit_tui.catalogue import own_files
from summit_tui.catalogue.model import LONGEST_ALIAS, Catalogue
from summit_tui.catalogue.places import config_folder
from summit_tui.catalogue.text import clean_line
from summit_tui.search.tokens import words

Expression = tuple[str, ...]
"""One or more folded words, as `words` makes them."""
Groups = tuple[tuple[str, ...], ...]
"""Names for one thing each, as folded words with a blank between; a group of one takes it away."""


class Aliases:
    """Which names mean the same; immutable, and quick to ask."""

    __slots__ = ("_groups", "_named", "longest")

    longest: int
    """How many words the longest name has; 0 when there is none."""

    def __init__(self, groups: Iterable[Sequence[str]] = ()) -> None:
        self._groups = tuple(map(tuple, groups))
        self._named = named = dict[str, tuple[str, ...]]()  # each name with all of its groups
        for group in self._groups:
            for name in group:
                named[name] = named[name] + group if name in named else group
        self.longest = 1 + max([name.count(" ") for name in named], default=-1)

    def others(self, expression: Expression) -> tuple[Expression, ...]:
        """Return the other names of what `expression` names, in the order of the sources."""
        name = " ".join(expression)
        found = self._named.get(name)
        if found is None:
            return ()
        return tuple([tuple(other.split()) for other in dict.fromkeys(found) if other != name])

    def merged(self, groups: Groups) -> "Aliases":
        """Return these with `groups` besides, without the names that stand in them alone."""
        alone = {group[0] for group in groups if len(group) == 1}
        kept = self._groups
        if alone:
            kept = tuple([tuple([one for one in group if one not in alone]) for group in kept])
        return Aliases([group for group in (*kept, *groups) if len(group) > 1])


@cache
def built_in() -> Aliases:
    """Return the names that technical conferences have in common."""
    from summit_tui.search.alias_words import TABLE

    return Aliases([line.split(", ") for line in TABLE.splitlines()])


def aliases_for(catalogue: Catalogue) -> Aliases:
    """Return the built-in names, the catalogue's, and those of the user's file."""
    # The folder depends on these, and takes longer to find than the answer for every keystroke.
    home = os.environ.get("XDG_CONFIG_HOME"), os.environ.get("HOME")
    return _together(catalogue.aliases, home)


@lru_cache(maxsize=8)
def _together(
    own: tuple[tuple[str, tuple[str, ...]], ...], home: tuple[str | None, ...]
) -> Aliases:
    groups = tuple([group for name, others in own if (group := _group(name, others))])
    found = built_in()
    for more in (groups, user_aliases()[0]):
        found = found.merged(more) if more else found
    return found


def _group(name: str, others: Sequence[str]) -> tuple[str, ...]:
    """Return what an entry says as a group; empty when it says nothing."""
    first = _name(name)
    names = dict.fromkeys([first, *filter(None, map(_name, others))])
    return tuple(names) if first and (len(names) > 1 or not others) else ()


def _name(text: str) -> str:
    """Return the folded words of `text`; empty when there are none or too many."""
    found = words(text)
    return " ".join(found) if len(found) <= LONGEST_ALIAS else ""


def user_aliases() -> tuple[Groups, tuple[str, ...]]:
    """Return what the user's file says, and what is wrong with it, one sentence each.

    What is wrong is left out; the rest counts.
    """
    return _read(_user_file())


def _user_file() -> Path | None:
    try:
        return config_folder() / "aliases.json"
    except OSError:  # no home folder, so no settings
        return None


@lru_cache(maxsize=8)
def _read(path: Path | None) -> tuple[Groups, tuple[str, ...]]:
    if path is None:
        return (), ()
    where = clean_line(str(path))
    example = 'write {"k8s": "kubernetes"}'
    try:
        text = own_files.read(path).decode("utf-8-sig")
    except FileNotFoundError:
        return (), ()
    except OSError as error:
        return (), (f"{where}: it cannot be read ({error.strerror}); make it a readable file.",)
    except UnicodeDecodeError:
        return (), (f"{where}: this is not UTF-8; save it as UTF-8.",)

    import json  # most people have no such file

    try:
        given = json.loads(text, object_pairs_hook=tuple)  # so that no name hides another
    except (ValueError, RecursionError) as error:
        return (), (f"{where}: this is not JSON ({error}); {example}.",)
    if not isinstance(given, tuple):
        return (), (f"{where}: this is no mapping of names; {example}.",)
    faults = [(name, _fault(name, others)) for name, others in given]
    wrong = tuple(f"{where}: {clean_line(name)!r} {fault}." for name, fault in faults if fault)
    pairs = [pair for pair, (_, fault) in zip(given, faults, strict=True) if not fault]
    return tuple(_group(name, _listed(others)) for name, others in pairs), wrong


def _listed(others: str | list[str]) -> list[str]:
    return [clean_line(each) for each in ([others] if isinstance(others, str) else others)]


def _fault(name: str, others: object) -> str:
    """Return what is wrong with an entry, as the rest of a sentence; empty when nothing is."""
    if isinstance(others, str):
        others = [others]
    if not isinstance(others, list) or not all(isinstance(each, str) for each in others):
        return 'stands for no text; write a name such as "kubernetes", or a list of names'
    for each in (name, *others):
        if not _name(clean_line(each)):
            return f"names {clean_line(each)!r}; write one to {LONGEST_ALIAS} words"
    return "" if _group(clean_line(name), _listed(others)) else "stands for itself; leave it out"
