"""What apps and sites of conferences add to Sessionize's sessions when they pass them on.

DroidKaigi's app is the model: a language and levels in capitals, one category apart, slides and
video, and whether the speaker came.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from summit_tui.formats.readers import words
from summit_tui.formats.readers.values import first, is_true, items, mapping, text

KEYS = frozenset(("i18nDesc", "levels", "lengthInMinutes", "asset", "videoUrl", "slideUrl", "tags"))
"""The keys that are always taken over; `language` and `noShow` where they say something."""
CATEGORY = "sessionCategoryItemId"


class Added(NamedTuple):
    """What a session says beyond Sessionize's own fields."""

    levels: tuple[str, ...]
    language: str
    description: str
    minutes: str
    cancelled: bool
    tags: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    known: frozenset[str]
    """The keys that are taken over."""


def added(each: Mapping[str, Any]) -> Added:
    """Return what `each` says besides; nothing for a session as Sessionize gives it."""
    codes, rest = words.languages(text(each.get("language")).lower())
    away = is_true(each.get("noShow"))
    known = {"language"} if codes and not rest else set()
    return Added(
        levels=tuple(filter(None, (text(one).lower() for one in items(each.get("levels"))))),
        language=codes[0] if known else "",
        description=text(each.get("i18nDesc")),
        minutes=first(each, "lengthInMinutes") if not first(each, "endsAt") else "",
        cancelled=away,
        tags=tuple(filter(None, (text(one) for one in items(each.get("tags"))))),
        links=tuple(_links(each)),
        known=KEYS | known | ({"noShow"} if away else set()),
    )


def _links(each: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    asset = mapping(each.get("asset"))
    for name in ("slide", "video"):
        if url := first(each, f"{name}Url") or first(asset, f"{name}Url"):
            yield ("slides" if name == "slide" else name), url
