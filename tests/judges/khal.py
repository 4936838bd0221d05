"""A khal with a calendar of its own, as a judge of what we write for it."""

import subprocess
from pathlib import Path

from tests.judges.installed import judge

KHAL_TIME = "%Y-%m-%d %H:%M"


class Khal:
    """A khal with a calendar of its own."""

    def __init__(self, folder: Path) -> None:
        self.vdir = folder / "vdir"
        self.vdir.mkdir()
        self.config = folder / "config"
        self.config.write_text(
            f"[calendars]\n[[summit]]\npath = {self.vdir}\n"
            f"[sqlite]\npath = {folder / 'khal.db'}\n"
            "[default]\ndefault_calendar = summit\n"
            "[locale]\nlocal_timezone = Europe/Paris\ndefault_timezone = Europe/Paris\n"
            "timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
            f"datetimeformat = {KHAL_TIME}\nlongdatetimeformat = {KHAL_TIME}\n"
        )

    def ask(self, *arguments: str | Path, keys: str = "") -> str:
        """Return what khal prints; fail with what it complained of. `keys` are typed into it."""
        command = (judge("khal"), "--config", self.config, *arguments)
        done = subprocess.run(
            command, input=keys, capture_output=True, text=True, timeout=60, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def take(self, path: Path) -> None:
        """Import a calendar file."""
        self.ask("import", "--batch", path)

    def listed(self, line: str = "{uid}\t{start-long}\t{title}") -> list[str]:
        """Return each event from March to October once, as UID, start and title."""
        span = ("2019-03-01", "2019-11-01")
        found = self.ask("list", "--once", "--day-format", "", "--format", line, *span)
        return sorted(line for line in found.splitlines() if line)

    def files(self) -> int:
        """Return how many files the calendar has."""
        return len(list(self.vdir.glob("*.ics")))
