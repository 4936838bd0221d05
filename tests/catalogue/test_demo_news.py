"""What changed since yesterday in a fictional summit."""

from datetime import timedelta
from pathlib import Path

import pytest

from summit_tui.catalogue.changes import changes
from summit_tui.catalogue.checks import check
from summit_tui.catalogue.demo import generate
from summit_tui.catalogue.demo_news import yesterday
from summit_tui.catalogue.reading import read_text
from summit_tui.catalogue.writing import write
from tests.factories import at

NOON = at("2019-04-02 12:00")
DAY = NOON.date() - timedelta(days=1)


@pytest.mark.parametrize("seed", range(1, 6))
@pytest.mark.parametrize("size", [40, 200, 900])
def test_some_of_what_is_to_come_moved_is_cancelled_or_new(size: int, seed: int) -> None:
    summit = generate(size, seed, DAY)
    before, now = yesterday(summit, NOON)
    found = changes(before, now)
    moved = [each for each in found.changed if "start" in each.fields]
    assert len(moved) == 2 or (size == 40 and not moved)
    assert (len(found.cancelled), len(found.added)) == (1, 2)
    assert len(found.changed) == 1 + len(moved)
    assert not found.removed
    touched = [*(each.new for each in found.changed), *found.added]
    assert all(one.start and (one.start > NOON or size == 40) for one in touched)
    assert len(now.sessions) == size
    texts = [write(each) for each in (before, now)]
    assert not any(check(read_text(text, Path("demo.yaml"))) for text in texts)
    assert [write(each) for each in yesterday(summit, NOON)] == texts


def test_where_all_is_over_something_has_changed_all_the_same() -> None:
    before, now = yesterday(generate(40, 1, DAY), NOON + timedelta(days=9))
    assert changes(before, now)


@pytest.mark.parametrize("size", [1, 3])
def test_a_summit_that_can_spare_none_stays_as_it_is(size: int) -> None:
    before, now = yesterday(generate(size, 1, DAY), NOON)
    assert not changes(before, now)
