"""What lay at an address the last time, for when the network is away, and to ask only for news.

One file per address in the cache folder, whole or absent, bounded in number and size: deletable at
any time. A copy that is damaged, or of another version, counts as absent. What is made of a copy,
and the versions of a programme, are the library's to keep.
"""

import json
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Unpack

from summit_tui.catalogue import clock
from summit_tui.catalogue.places import cache_folder
from summit_tui.catalogue.sections import DamagedError, Sections, open_sections, pack, save
from summit_tui.formats.fetching import Fetched, FetchError, NotModified, Options, Validators, fetch
from summit_tui.formats.web.address import read_address

MOST_COPIES = 50
MOST_BYTES = 100 * 1024 * 1024
_STEPS = ((86_400, "day"), (3_600, "hour"), (60, "minute"))


@dataclass(frozen=True, slots=True)
class Copy:
    """What lay at an address, and when."""

    fetched: Fetched
    at: datetime
    """When the server last gave it, or said that it is still the same."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What there is for an address now."""

    copy: Copy
    changed: bool
    """Whether the body is another one than that kept before; a first one is."""
    trouble: FetchError | None = None
    """Why the server was not heard, so that this is the copy kept before: to be told."""


class KeptCopies:
    """The copies in one folder."""

    def __init__(
        self,
        folder: Path | None = None,
        most_copies: int = MOST_COPIES,
        most_bytes: int = MOST_BYTES,
    ) -> None:
        self._folder = folder or cache_folder() / "copies"
        self._most_copies = most_copies
        self._most_bytes = most_bytes

    def get(self, url: str) -> Copy | None:
        """Return the copy of what lay at `url`; ValueError when that is no address."""
        url = read_address(url).url
        sections = open_sections(self._place(url), _key(url), _nothing)
        if sections is None:
            return None
        try:
            return _read(sections)
        except (DamagedError, OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, url: str, copy: Copy) -> bool:
        """Keep `copy` for `url`, in place of the one before; return whether that was possible.

        The oldest others go when there are too many. ValueError when `url` is no address.
        """
        url = read_address(url).url
        fetched = copy.fetched
        known = fetched.validators
        head = {
            "url": fetched.url,
            "media_type": fetched.media_type,
            "charset": fetched.charset,
            "validators": [known.etag, known.last_modified, known.url],
            "at": copy.at.isoformat(),
        }
        data = pack(_key(url), {"head": json.dumps(head).encode(), "body": fetched.body})
        kept = save(self._place(url), data)
        self._make_room(self._place(url))
        return kept

    def take(self, url: str, **how: Unpack[Options]) -> Taken:
        """Fetch `url` if it changed, with `how` as `fetch` has it, and keep what came.

        Where the network or the server is away, the copy kept before serves, and the trouble is
        in the answer. FetchError as `fetch`, when there is none, or for what will not pass.
        """
        try:
            before = self.get(url)
        except ValueError:
            before = None  # `fetch` says what is wrong with it
        try:
            answer = fetch(url, known=before.fetched.validators if before else None, **how)
        except FetchError as trouble:
            if before is None or not trouble.passing:
                raise
            return Taken(before, changed=False, trouble=trouble)
        if not isinstance(answer, NotModified):
            fetched = answer
        elif before is not None:
            fetched = replace(before.fetched, url=answer.url, validators=answer.validators)
        else:
            raise AssertionError("only a copy makes a server answer that nothing changed")
        copy = Copy(fetched, clock.now())
        self.keep(url, copy)
        return Taken(copy, before is None or before.fetched.body != fetched.body)

    def _place(self, url: str) -> Path:
        return self._folder / sha256(url.encode()).hexdigest()[:32]

    def _make_room(self, newest: Path) -> None:
        """Delete the oldest files, what a killed process left among them, but not `newest`."""
        with suppress(OSError):
            files = [(path.stat(), path) for path in self._folder.iterdir() if path != newest]
            files.sort(key=lambda one: one[0].st_mtime_ns, reverse=True)
            room = self._most_bytes - newest.stat().st_size
            for number, (stat, path) in enumerate(files, 2):
                room -= stat.st_size
                if room < 0 or number > self._most_copies:
                    path.unlink(missing_ok=True)


def age(at: datetime) -> str:
    """Return how long ago `at` was, in the largest unit that fits: `3 hours ago`."""
    seconds = (clock.now() - at).total_seconds()
    for length, word in _STEPS:
        if seconds >= length:
            count = int(seconds // length)
            return f"{count} {word}{'' if count == 1 else 's'} ago"
    return "just now"


def _key(url: str) -> bytes:
    return f"copy\n{url}".encode()


def _nothing() -> dict[str, bytes]:
    raise DamagedError("a copy is not derived from anything")


def _read(sections: Sections) -> Copy:
    head = json.loads(sections.whole("head"))
    validators = Validators(*(str(text) for text in head["validators"]))
    fetched = Fetched(
        str(head["url"]),
        sections.whole("body"),
        str(head["media_type"]),
        str(head["charset"]),
        validators,
    )
    at = datetime.fromisoformat(head["at"])
    if at.tzinfo is None:
        raise ValueError(f"{head['at']} lacks its zone")
    return Copy(fetched, at)
