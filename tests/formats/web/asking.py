"""Fetching for a test: what must come, and what must be refused; private addresses allowed."""

from typing import Unpack

import pytest

from summit_tui.formats.fetching import Fetched, FetchError, Options, fetch
from tests.formats.web.serving import Answer, serving


def fetched(url: str, **how: Unpack[Options]) -> Fetched:
    """Return what comes."""
    how.setdefault("allow_private", True)
    answer = fetch(url, **how)
    assert isinstance(answer, Fetched)
    return answer


def refused(url: str, **how: Unpack[Options]) -> FetchError:
    """Return why nothing comes."""
    how.setdefault("allow_private", True)
    with pytest.raises(FetchError) as told:
        fetch(url, **how)
    return told.value


def at_once(answer: Answer, **how: Unpack[Options]) -> FetchError:
    """Return why nothing comes from a server that answers so."""
    with serving({"*": answer}) as site:
        return refused(site.url(), **how)
