"""A person's own template."""

import sys
from typing import Any

import pytest

from summit_tui.formats.reports import own_template
from summit_tui.formats.reports.own_template import TemplateError, fill_in

VALUES: dict[str, Any] = {
    "title": "A *day* <b>",
    "attended": [{"title": "{{ 1 + 1 }}", "start": "2019-04-02T11:30:00+02:00", "note": None}],
}


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("{{ title }}\n", "A *day* <b>\n"),
        ("{{ title | md }}", r"A \*day\* \<b\>"),
        ("{{ none | md }}{{ none | note }}{{ none | time }}", ""),
        (
            "{% for one in attended %}\n- {{ one.start | time }} {{ one.title }}\n{% endfor %}\n",
            "- 11:30 {{ 1 + 1 }}\n",
        ),
        ("{{ attended[0].start | time('%d/%m') }}", "02/04"),
        (
            "{{ 'x' | link('https://example.org') }} {{ 'y' | link(none) }}",
            "[x](https://example.org) y",
        ),
        ("{{ '# x' | note }} {{ '# x' | note(1) }}", "#### x ## x"),
    ],
)
def test_what_a_template_makes(source: str, made: str) -> None:
    assert fill_in(source, VALUES | {"none": None}, "mine.md") == made


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("a.html", "&lt;b&gt;"),
        ("a.HTM", "&lt;b&gt;"),
        ("a.html.j2", "&lt;b&gt;"),
        ("a.md.j2", "<b>"),
    ],
)
def test_markup_is_escaped_for(name: str, made: str) -> None:
    assert fill_in("{{ x }}", {"x": "<b>"}, name) == made


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("a\n\n{{ titel }}", "mine.md:3: there is no 'titel': did you mean title?"),
        ("{{ zzz }}", "mine.md:1: there is no 'zzz': there are title, attended"),
        ("a\n{{ attended[0].nowhere }}", "mine.md:2: 'dict object' has no attribute 'nowhere'"),
        ("a\n{{ (", "mine.md:2: unexpected 'end of template'"),
        ("a\n{{ title | shout }}", "mine.md:2: No filter named 'shout'."),
        ("{% include '/etc/passwd' %}", "mine.md:1: /etc/passwd"),
        ("\n{{ 1 / 0 }}", "mine.md:2: division by zero"),
        ("{{ ''.__class__ }}", "mine.md:1: access to attribute '__class__'"),
        ("{{ attended.append(1) }}", "mine.md:1: access to attribute 'append'"),
        ("{% for i in range(10 ** 9) %}{% endfor %}", "mine.md:1: Range too big"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "mine.md:1: maximum recursion depth"),
        ("{{ 'x' | time }}", "mine.md:1: Invalid isoformat string: 'x'"),
    ],
)
def test_what_cannot_be_filled_in_says_where(source: str, told: str) -> None:
    with pytest.raises(TemplateError) as raised:
        fill_in(source, VALUES, "mine.md")
    assert str(raised.value).startswith(told)


def test_what_a_template_makes_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_template, "MAX_LETTERS", 1000)
    assert len(fill_in("{% for i in range(500) %}ab{% endfor %}", {}, "mine.md")) == 1000
    with pytest.raises(TemplateError, match="longer than 1000 letters"):
        fill_in("{% for i in range(501) %}ab{% endfor %}", {}, "mine.md")


def test_without_jinja_the_way_to_get_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(TemplateError, match=r"pip install 'summit-tui\[template\]'"):
        fill_in("x", {}, "mine.md")
