"""The ordered scale of levels, and what people write for them.

The report this project grew out of praised one thing: talks sorted by level. Every event names
its levels its own way, so a scale is data (`levels:` in the catalogue) and a level is compared by
its rank in it. What people write (`Advanced`, `300 - Advanced`, `L300`, `intermédiaire`) is read
against the scale.
"""

import re
from typing import Final, NamedTuple

from summit_tui.catalogue.text import fold

LevelValue = int | str
"""What the scale calls a level: a number (300) or a word (advanced)."""

_SYNONYMS = (
    "introductory introduction intro beginner beginners novice basic basics foundational "
    "foundation fundamental fundamentals easy entry starter debutant debutants introductif "
    "initiation einsteiger anfanger grundlagen principiante all everyone tous "
    "basico basica iniciante iniciantes principiantes elementare "
    "초급 입문 기초 初級 入門 初级 入门",
    "intermediate medium mid moyen intermediaire confirme fortgeschritten fortgeschrittene "
    "mittel intermedio intermediario gemiddeld 중급 中級 中级",
    "advanced hard avance profi avanzado avancado avanzato gevorderd difficile 고급 상급 上級 高级",
    "expert experts deep-dive deepdive experte experto especialista 전문가 エキスパート 专家 專家",
)
_GROUPS = {word: group for group, words in enumerate(_SYNONYMS) for word in words.split()}
_LEADING_NUMBER = r"(?:level|niveau|stufe|l|lvl)?\s*(\d+)\b\s*[-–:—(]?\s*(.*)"
_WORD = r"[^\W\d_]+(?:-[^\W\d_]+)*"


class Level(NamedTuple):
    """One step of a scale."""

    value: LevelValue
    name: str

    def __str__(self) -> str:
        """Return value and name as a person reads them: `300 Advanced`, `Beginner`."""
        same = fold(str(self.value)) == fold(self.name)
        return self.name if same or not self.name else f"{self.value} {self.name}"


class Scale:
    """Levels in ascending order; immutable, and quick to ask."""

    def __init__(self, levels: tuple[Level, ...]) -> None:
        self.levels: Final = levels
        self._known: dict[str, LevelValue] = {}
        for level in levels:
            self._known.setdefault(fold(str(level.value)), level.value)
            self._known.setdefault(fold(level.name), level.value)
        self._ranks = {level.value: rank for rank, level in enumerate(levels)}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Scale) and self.levels == other.levels

    def __hash__(self) -> int:
        return hash(self.levels)

    def __repr__(self) -> str:
        return f"Scale({self.levels!r})"

    def read(self, text: str) -> LevelValue:
        """Return the level that `text` means; ValueError, with the scale, when it means none."""
        known = self._known.get(text)
        return self._interpret(text) if known is None else known

    def _interpret(self, text: str) -> LevelValue:
        folded = fold(text).strip()
        if folded in self._known:
            return self._known[folded]
        if match := re.fullmatch(_LEADING_NUMBER, folded):
            if match[1] in self._known:
                return self._known[match[1]]
        elif (value := self._by_synonym(folded)) is not None:
            return value
        raise ValueError(f"level {text!r} is not one of {self}")

    def _by_synonym(self, folded: str) -> LevelValue | None:
        words = re.findall(_WORD, folded)
        for word in words:
            if word in self._known:
                return self._known[word]
        groups = {_GROUPS[word] for word in words if word in _GROUPS}
        for level in self.levels:
            if groups & {
                _GROUPS[word] for word in re.findall(_WORD, fold(level.name)) if word in _GROUPS
            }:
                return level.value
        return None

    def named(self, text: str) -> LevelValue | None:
        """Return the level whose value or name is `text`, or None; synonyms do not count."""
        return self._known.get(fold(text).strip())

    def rank(self, value: LevelValue | None) -> int:
        """Return the position of `value` in the scale from 0; -1 for no level or an unknown one."""
        return -1 if value is None else self._ranks.get(value, -1)

    def get(self, value: LevelValue | None) -> Level | None:
        """Return the level called `value`, or None."""
        rank = self.rank(value)
        return None if rank < 0 else self.levels[rank]

    def words(self) -> tuple[str, ...]:
        """Return every value and name of the scale, for suggestions and completion."""
        return tuple(str(word) for level in self.levels for word in (level.value, level.name))

    def synonyms(self) -> tuple[str, ...]:
        """Return the further words that `read` understands in this scale, folded."""
        return tuple(word for word in _GROUPS if self._by_synonym(word) is not None)

    def __str__(self) -> str:
        """Return the values as an error lists them: `100, 200, 300, 400`."""
        return ", ".join(str(level.value) for level in self.levels)


DEFAULT_SCALE = Scale(
    (
        Level(100, "Introductory"),
        Level(200, "Intermediate"),
        Level(300, "Advanced"),
        Level(400, "Expert"),
    )
)
"""The scale of cloud summits, used by a catalogue that names none."""
