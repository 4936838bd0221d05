"""One damaged source taken in and judged: a catalogue that reads back, or a refusal that says why.

What is told must be clean and on one line. Time is the processor's, of the taking in alone: the
machine may be busy with other things.
"""

import signal
import time
import traceback
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from summit_tui.catalogue.reading import read_text
from summit_tui.catalogue.text import clean_line
from summit_tui.catalogue.writing import write
from summit_tui.formats.readers.draft import NotAProgramme
from summit_tui.formats.readers.importing import Imported, take_in

MOST_SECONDS = 20.0
"""When a source is said to hang."""
_LONGEST = 2_000
"""Characters of one thing that is told."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a source."""

    outcome: str
    """`catalogue` or `refusal`; what went wrong where `fault` is true."""
    seconds: float
    fault: bool = False


def take(data: bytes) -> Taken:
    """Return what becomes of `data`."""
    started = time.process_time()
    try:
        with _alarm(MOST_SECONDS):
            found = take_in(data)
    except NotAProgramme as refusal:
        seconds = time.process_time() - started
        wrong = _unfit(str(refusal))
        return Taken(wrong or "refusal", seconds, bool(wrong))
    except BaseException as error:  # whatever it is, it is what we look for
        if isinstance(error, KeyboardInterrupt):
            raise
        seconds = time.process_time() - started
        return Taken("".join(traceback.format_exception(error, limit=-4)), seconds, fault=True)
    seconds = time.process_time() - started
    try:
        wrong = _wrong(found)
    except Exception as error:
        wrong = "".join(traceback.format_exception(error, limit=-4))
    return Taken(wrong or "catalogue", seconds, bool(wrong))


def peak(data: bytes) -> int:
    """Return how many bytes taking `data` in needs at most, as Python counts them."""
    tracemalloc.start()
    try:
        take(data)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def _wrong(found: Imported) -> str:
    """Return what is wrong with an import; empty when nothing is."""
    for note in found.report.notes:
        if unfit := _unfit(str(note)):
            return unfit
    text = write(found.catalogue)
    reading = read_text(text, Path("taken.yaml"))
    if reading.errors:
        return f"its YAML has errors: {reading.errors[:2]}"
    again = reading.catalogue
    if write(again) != text:
        return "its YAML is written otherwise the second time"
    if len(again.sessions) != found.report.sessions:
        return f"{found.report.sessions} sessions became {len(again.sessions)}"
    return ""


def _unfit(told: str) -> str:
    """Return why something told is not fit for a terminal; empty when it is."""
    if not told.strip():
        return "it is refused without a word"
    if told != clean_line(told):
        return f"what is told is not clean: {told[:300]!r}"
    if len(told) > _LONGEST:
        return f"what is told has {len(told):,} characters: {told[:200]!r}"
    return ""


class Hangs(BaseException):
    """It took longer than anything may."""


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    def ring(*_: object) -> None:
        raise Hangs

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
