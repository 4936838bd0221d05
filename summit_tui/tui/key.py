"""What is declared of a key."""

from dataclasses import dataclass

_FIRST = 4
"""The need of what a screen is about: less than to leave it, more than to go to another."""


@dataclass(frozen=True, slots=True)
class Key:
    """One thing a key does."""

    id: str
    """Stable: what a keymap names."""
    keys: str
    """The keys, separated by commas, as Textual calls them; the first is the one shown."""
    action: str
    """The action it runs; `{key}` stands for the key that was pressed."""
    label: str
    """One or two words, for the foot."""
    help: str
    """What it does, as a sentence without a subject."""
    group: str
    """The heading it stands under in the help."""
    places: tuple[str, ...]
    """Where it works: `app`, a main screen, or a part of one (`screens.table`)."""
    need: int = 0
    """How much it is needed at the foot, 1 the most; 0 for a key that is only in the help."""
    typing: int = 0
    """The same for a key that works on while text is typed, where the part's own stand else."""
    aside: bool = False
    """Whether the foot has it only where another part than the screen's list has the focus."""
    first: tuple[str, ...] = ()
    """The main screens that are about it: there it stands at the foot before other screens."""
    priority: bool = False
    """Whether it works even while text is typed."""

    def needed(self, place: str) -> int:
        """Return how much it is needed at the foot of the screen `place`."""
        return min(self.need, _FIRST) if place in self.first else self.need
