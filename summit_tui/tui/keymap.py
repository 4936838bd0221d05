"""Keys that a person moved: `keys.json` in the configuration folder, key by id.

    {"pick": "p", "plan": "ctrl+n", "search": "/, ctrl+f"}

The ids are those of the table in `keys`; a key is written as one reads it, or as Textual calls it.
Only read, never written. What means nothing, or would take another key away, is told.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from textual.keys import Keys, format_key

from summit_tui.catalogue.places import config_folder
from summit_tui.tui.key import Key
from summit_tui.tui.keys import KEYS, SIGNS, names_of, sign_of
from summit_tui.tui.screens.table import ENTRIES, SCREENS

_HELD = {"ctrl", "shift", "alt"}
_NAMED = {each.value for each in Keys}
_READ = {sign.lower(): name for name, sign in SIGNS.items()}


def read_keymap() -> tuple[Mapping[str, str], tuple[str, ...]]:
    """Return the keys that were moved, and what is wrong with the file, one sentence each."""
    path = config_folder() / "keys.json"
    try:
        given = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}, ()
    except OSError as error:
        return {}, (f"{path}: {error.strerror}; the keys are as they come",)
    except (ValueError, RecursionError) as error:
        return {}, (f"{path}: {error}; the keys are as they come",)
    if not isinstance(given, dict):
        return {}, (f'{path}: write {{"pick": "p"}}; the keys are as they come',)
    return _read(path, given)


def _read(path: Path, given: Mapping[str, object]) -> tuple[Mapping[str, str], tuple[str, ...]]:
    known = {key.id: key for key in KEYS if "{key}" not in key.action}
    moved: dict[str, str] = {}
    wrong = []
    for name, said in given.items():
        found = [_key(part) for part in said.split(",")] if isinstance(said, str) else []
        names = [each for each in found if each]
        if name not in known:
            wrong.append(f"{path}: {name!r}: {_no_such(name, known)}")
        elif not found or len(names) < len(found):
            wrong.append(f"{path}: {name!r}: {said!r} is no key; write p, ctrl+f, / or page down")
        else:
            moved[name] = ",".join(names)
    lost = (f"{path}: {each}" for name in moved for each in _lost(known[name], moved))
    return moved, (*wrong, *lost)


def _key(written: str) -> str:
    """Return what Textual calls a key that is written so; empty where there is none."""
    *held, name = written.strip().split("+") if len(written.strip()) > 1 else [written.strip()]
    if len(name) > 1 or held:
        name = name.lower()
    name = _READ.get(name, name)
    held = [each.strip().lower() for each in held]
    exists = len(name) == 1 or name in _NAMED or len(format_key(name)) == 1
    return "+".join([*held, name]) if name and exists and _HELD.issuperset(held) else ""


def _no_such(name: str, known: Mapping[str, Key]) -> str:
    from summit_tui.catalogue.problems import did_you_mean

    hint = did_you_mean(name, known)
    return f"there is no such key{hint and f'; {hint}'}"


def _lost(key: Key, moved: Mapping[str, str]) -> Iterator[str]:
    """Yield what does not work any more because of where `key` was moved."""
    here = set(map(sign_of, names_of(key, moved)))
    for other in KEYS:
        beside = _reach(key) & _reach(other) or "app" in (*key.places, *other.places)
        both = here & set(map(sign_of, names_of(other, moved)))
        if other is not key and beside and both and (other.id not in moved or other.id > key.id):
            names = " ".join(sorted(both))
            yield f"{key.id!r}: {names} is the key of {other.id!r}: give that another one"


def _reach(key: Key) -> set[str]:
    """Return the places where it works; a list of sessions is on every screen."""
    return set(key.places) | set(SCREENS if set(key.places) & set(ENTRIES) else ())
