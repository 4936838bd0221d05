"""What the categories of Sessionize mean: each organiser names groups of them as they like.

A group is told by the words of its title, in the languages programmes are written in; a group whose
title says nothing gives tags, so that no category is lost.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, NamedTuple

from summit_tui.catalogue.text import fold

Role = Literal["level", "language", "kind", "track", "tag"]

_WORDS: dict[Role, str] = {
    "level": "level levels niveau niveaux stufe schwierigkeit schwierigkeitsgrad difficulty "
    "difficulte difficultes dificultad nivel livello complexity 難易度 レベル 레벨 난이도 수준",
    "language": "language languages langue langues sprache sprachen vortragssprache idioma idiomas "
    "lingua taal 言語 언어",
    "kind": "format formats type types kind kinds typ formato tipo sessionstyp vortragsart "
    "sessionformat 形式 형식 유형",
    "track": "track tracks theme themes thematique thematiques thema themen themenbereich topic "
    "topics subject subjects sujet sujets category categories categorie kategorie kategorien "
    "stream streams parcours domaine tema temas pista bereich トラック テーマ 트랙 주제",
}
"""What a title says about its group; of several words the first role here holds."""
_NO_LANGUAGE = ("programming", "programmation", "coding", "programmiersprache")
"""A programming language is not the one that a session is held in."""


class Meaning(NamedTuple):
    """The categories of one session by what they are."""

    level: str
    language: str
    kind: str
    tracks: tuple[str, ...]
    tags: tuple[str, ...]


@lru_cache(maxsize=256)
def role(title: str) -> Role:
    """Return what a group called `title` is about; `tag` when its title does not say."""
    folded = fold(title)
    words = set(re.findall(r"[^\W\d_]+", folded))
    for each, known in _WORDS.items():
        if each == "language" and any(word in folded for word in _NO_LANGUAGE):
            continue
        for word in known.split():
            found = fold(word)
            # Korean and Japanese glue words together.
            if found in words or (not word.isascii() and found in folded):
                return each
    return "tag"


def meaning(pairs: Iterable[tuple[str, str]]) -> Meaning:
    """Return what categories mean; `pairs` are the title of the group and the category's name.

    A session has one kind and one level: further ones are tags.
    """
    found: dict[Role, list[str]] = {"tag": []}
    for title, name in pairs:
        found.setdefault(role(title), []).append(name)
    levels, kinds = found.get("level", []), found.get("kind", [])
    return Meaning(
        level=levels[0] if levels else "",
        language=", ".join(found.get("language", [])),
        kind=kinds[0] if kinds else "",
        tracks=tuple(found.get("track", [])),
        tags=(*levels[1:], *kinds[1:], *found["tag"]),
    )
