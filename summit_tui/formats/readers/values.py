"""Foreign JSON values as what was expected of them: a wrong type counts as absent.

Programmes are written by many programs: a number stands where text was, a mapping of languages
where one was, null anywhere.
"""

import re
from collections.abc import Mapping
from typing import Any

LANGUAGE = re.compile(r"[a-z]{2}(?:[-_][A-Za-z]{2,4})?")
"""What a text in several languages is kept under."""


def text(value: Any, languages: tuple[str, ...] = ("en",)) -> str:
    """Return a text, number or mapping of languages (`{de: …, en: …}`) as text, else nothing.

    Of several languages the first of `languages` is taken, else the first that has a text.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int):
        return str(value) if abs(value) < 10**18 else ""
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, dict):
        found = [value.get(language) for language in languages] + list(value.values())
        return next((each for each in found if isinstance(each, str) and each), "")
    return ""


def mapping(value: Any) -> Mapping[str, Any]:
    """Return a mapping, empty where `value` is none."""
    return value if isinstance(value, dict) else {}


def items(value: Any) -> list[Any]:
    """Return a list, empty where `value` is none; a mapping by numbers or names is its values."""
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def mappings(value: Any) -> list[Mapping[str, Any]]:
    """Return the mappings in a list."""
    return [each for each in items(value) if isinstance(each, dict)]


def first(value: Mapping[str, Any], *names: str) -> str:
    """Return the first text that stands under one of `names`."""
    for name in names:
        given = value.get(name)
        if given is not None and given != "" and (found := text(given).strip()):
            return found
    return ""


def is_true(value: Any) -> bool:
    """Return whether a value says yes, also as a text or number."""
    return value is True or text(value).strip().lower() in ("true", "1", "yes")


def lowered(value: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a mapping whose keys are in one spelling: `full_name`, `FullName` are `fullname`."""
    return {str(key).lower().replace("_", "").replace("-", ""): each for key, each in value.items()}
