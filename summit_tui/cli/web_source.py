"""A source on the web: fetched where it changed, or the copy kept before where nobody answers."""

from summit_tui.cli import talk


def is_address(source: str) -> bool:
    """Return whether `source` is meant as an address, not as a file."""
    return source.lower().startswith(("http://", "https://"))


def body_of(address: str, *, allow_private: bool) -> bytes:
    """Return what lies at `address`; ends with 2 and the reason when that cannot be had."""
    from summit_tui.formats.fetching import FetchError
    from summit_tui.formats.kept_copies import KeptCopies, age

    try:
        taken = KeptCopies().take(address, allow_private=allow_private, progress=_show)
    except FetchError as error:
        talk.fail(str(error))
    finally:
        talk.progress("")
    if taken.trouble is not None:
        talk.say(f"{taken.trouble}; this is the copy of {age(taken.copy.at)}")
    return taken.copy.fetched.body


def _show(read: int, total: int | None) -> None:
    of = f" of {total // 1024:,}" if total else ""
    talk.progress(f"{read // 1024:,}{of} kB")
