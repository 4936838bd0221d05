"""What every command is given: which catalogue, which agenda, what time it is.

Without click, so that the application opens without it.
"""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Given:
    """The options every command takes."""

    catalogue: str | None = None
    agenda: str | None = None
    at: str | None = None

    def filled(self, outer: "Given") -> "Given":
        """Return these options, with those of the group where they are not given."""
        return replace(
            self,
            catalogue=self.catalogue or outer.catalogue,
            agenda=self.agenda or outer.agenda,
            at=self.at or outer.at,
        )
