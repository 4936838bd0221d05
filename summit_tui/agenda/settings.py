"""What a person always wants counted: `settings.json` in the configuration folder.

    {"busy": ["~/calendar.ics"], "walk": [5, "Amber,Slate=6"]}

Only read, never written. `SETTINGS` names what there is to say; what means nothing is told and left
out, and the rest counts. An option of a command line comes after what stands here.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from summit_tui.agenda.planning.days import read_lunch
from summit_tui.agenda.walking import read_walk
from summit_tui.catalogue import own_files
from summit_tui.catalogue.disk import Stamp, stamp_of
from summit_tui.catalogue.places import config_folder, expanded
from summit_tui.catalogue.text import clean_line
from summit_tui.catalogue.times import parse_time


class Setting(NamedTuple):
    """One thing that can be said once and for all."""

    name: str
    doc: str
    """One sentence, for the documentation."""
    example: Any
    read: Callable[[Any], Any]
    """Returns the value; ValueError, with what to write, for one that means nothing."""


class Settings(NamedTuple):
    """What the file says."""

    values: Mapping[str, Any] = MappingProxyType({})
    """By the name of the setting."""
    wrong: tuple[str, ...] = ()
    """What is wrong with the file, one sentence each."""

    def get(self, name: str) -> Any:
        """Return the value of the setting `name`; an empty tuple when it is not there."""
        return self.values.get(name, ())


def _texts(given: Any) -> list[str]:
    listed = given if isinstance(given, list) else [given]
    if not all(isinstance(each, str | int) and not isinstance(each, bool) for each in listed):
        raise ValueError("write a text, or a list of texts")
    return [clean_line(str(each)) for each in listed]


def _files(given: Any) -> tuple[Path, ...]:
    return tuple(expanded(each) for each in _texts(given))


def _one(read: Callable[[str], Any]) -> Callable[[Any], Any]:
    """Return what reads a single text with `read`."""

    def read_one(given: Any) -> Any:
        texts = _texts(given)
        if isinstance(given, list):
            raise ValueError("write one text")
        return read(texts[0])

    return read_one


SETTINGS = (
    Setting("busy", "Calendars whose appointments take my time.", ["~/calendar.ics"], _files),
    Setting(
        "walk",
        "Minutes on foot, between any two rooms or between those named.",
        [5, "Amber,Slate=6"],
        lambda given: tuple(map(read_walk, _texts(given))),
    ),
    Setting("lunch", "When a plan leaves time to eat.", "12:00-14:00/45", _one(read_lunch)),
    Setting("day_start", "Before that a plan has nothing begin.", "09:00", _one(parse_time)),
    Setting("day_end", "After that a plan has nothing go on.", "18:00", _one(parse_time)),
    Setting(
        "team",
        "Colleagues: the files of their agendas, with a name where the file's does not say it.",
        ["~/team/ana.yaml", "Bo=~/team/agenda.yaml"],
        lambda given: tuple(_texts(given)),
    ),
)
"""What can be said."""


def read_settings() -> Settings:
    """Return what the file says; nothing when there is none."""
    try:
        path = config_folder() / "settings.json"
        return _read(path, stamp_of(path))
    except OSError:  # no home folder, so no settings
        return Settings()


@lru_cache(maxsize=1)
def _read(path: Path, _: Stamp | None) -> Settings:
    """Return what the file says, once for each state of it: a watch goes on while it changes."""
    where = clean_line(str(path))
    try:
        text = own_files.read(path).decode("utf-8-sig")
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        return Settings(wrong=(f"{where}: it cannot be read ({error.strerror})",))
    except UnicodeDecodeError:
        return Settings(wrong=(f"{where}: this is not UTF-8; save it as UTF-8",))

    import json  # most people have no such file

    try:
        given = json.loads(text)
    except (ValueError, RecursionError) as error:
        return Settings(wrong=(f"{where}: this is not JSON ({error}); nothing of it counts",))
    if not isinstance(given, dict):
        return Settings(wrong=(f'{where}: write {{"walk": 5}}; nothing of it counts',))
    values, wrong = {}, []
    for name, value in given.items():
        try:
            values[name] = _known(name).read(value)
        except ValueError as error:
            wrong.append(f"{where}: {clean_line(name)!r}: {error}; it does not count")
    if "day_start" in values and "day_end" in values and values["day_end"] <= values["day_start"]:
        del values["day_end"]
        wrong.append(f"{where}: 'day_end': it is not after 'day_start'; it does not count")
    return Settings(MappingProxyType(values), tuple(wrong))


def _known(name: str) -> Setting:
    for setting in SETTINGS:
        if setting.name == name:
            return setting
    from summit_tui.catalogue.problems import did_you_mean

    names = [setting.name for setting in SETTINGS]
    raise ValueError(did_you_mean(name, names) or f"there are {', '.join(names)}")
