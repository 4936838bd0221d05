"""Keys that a person moved: `keys.json` in the configuration folder, key by id.

    {"pick": "p", "search": "slash,ctrl+f"}

The ids are those of the table in `keys`, the key names Textual's. Only read, never written. What
means nothing is told and left out.
"""

import json
from collections.abc import Mapping

from summit_tui.catalogue.places import config_folder
from summit_tui.tui.keys import KEYS


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
    known = {key.id for key in KEYS if "{key}" not in key.action}
    wrong = tuple(
        f"{path}: {name!r}: {_what_is_wrong(name, keys, known)}"
        for name, keys in given.items()
        if _what_is_wrong(name, keys, known)
    )
    return {name: keys for name, keys in given.items() if name in known and _is_keys(keys)}, wrong


def _is_keys(keys: object) -> bool:
    return isinstance(keys, str) and all(part.strip() for part in keys.split(","))


def _what_is_wrong(name: str, keys: object, known: set[str]) -> str:
    if name not in known:
        from summit_tui.catalogue.problems import did_you_mean

        hint = did_you_mean(name, known)
        return f"there is no such key{hint and f'; {hint}'}"
    return "" if _is_keys(keys) else "write the names of keys, separated by commas"
