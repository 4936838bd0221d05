"""The lines above a post."""

from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from summit_tui.catalogue.text import clean_line
from summit_tui.formats.reports.front_matter import as_post

DAY = date(2019, 4, 16)


def test_the_heading_goes_into_the_front_matter() -> None:
    assert as_post("# Demo\n\nPalais\n\n# x\n", "Demo", DAY, ["Data", "AI, ML", "Data", ""]) == (
        '---\ntitle: Demo\ndate: 2019-04-16\ntags: [Data, "AI, ML"]\n---\n\nPalais\n\n# x\n'
    )


def test_no_tags_no_line() -> None:
    assert "tags" not in as_post("# Demo\n\n", "Demo", DAY, [])


@pytest.mark.parametrize(
    "title", ["a: b", "- x", '"quoted" \\', "2019-04-02", "yes", "# x", "---", "{a}", "a\n---\nb"]
)
def test_any_title_is_read_back(title: str) -> None:
    assert read(as_post("# x\n\nbody", title, DAY, [title]))["title"] == clean_line(title)


@given(st.text(max_size=30), st.lists(st.text(max_size=10), max_size=3))
def test_what_is_written_is_read_back(title: str, tags: list[str]) -> None:
    expected = {"title": clean_line(title), "date": DAY}
    known = list(dict.fromkeys(filter(None, map(clean_line, tags))))
    found = read(as_post("# x\n\nbody", title, DAY, tags))
    assert found == expected | ({"tags": known} if known else {})


def read(post: str) -> dict[str, object]:
    """Return the front matter as a blog reads it."""
    empty, front, body = post.split("---\n", 2)
    assert (empty, body) == ("", "\nbody")
    found: dict[str, object] = yaml.safe_load(front)
    return found
