"""What every command is given: which catalogue, which agenda, what time it is.

Without click, so that the application opens without it.
"""

from typing import NamedTuple


class Given(NamedTuple):
    """The options every command takes."""

    catalogue: str | None = None
    agenda: str | None = None
    at: str | None = None

    def filled(self, outer: "Given") -> "Given":
        """Return these options, with those of the group where they are not given."""
        return Given(
            self.catalogue or outer.catalogue, self.agenda or outer.agenda, self.at or outer.at
        )
