from pathlib import Path

import pytest

from summit_tui.catalogue.model import LONGEST_ALIAS
from summit_tui.catalogue.reading import Reading, read_text

HEAD = "event: {name: X, timezone: UTC}\n"


def reading(aliases: str) -> Reading:
    return read_text(f"{HEAD}aliases: {aliases}\nsessions: []\n", Path("sessions.yaml"))


@pytest.mark.parametrize(
    ("aliases", "expected"),
    [
        ("{re2: re:Invent}", (("re2", ("re:Invent",)),)),
        ("{keda: [a b, Kubernetes]}", (("keda", ("a b", "Kubernetes")),)),
        ("{pg: 'postgres, postgresql'}", (("pg", ("postgres", "postgresql")),)),
        ("{mfa: ['two, really']}", (("mfa", ("two, really",)),)),
        ("{rag: []}", (("rag", ()),)),
        ("{42: [2001, yes]}", (("42", ("2001", "yes")),)),
        ("{a  b: '  c  d '}", (("a b", ("c d",)),)),
        ('{"k\\e[31m8s": "a\\u202eb"}', (("k8s", ("ab",)),)),
        ("{a: , b: ~, c: '', d: [''], e: f}", (("e", ("f",)),)),
        ("", ()),
        ("~", ()),
        ("{}", ()),
        ("\n  b: [c]\n  a: d", (("b", ("c",)), ("a", ("d",)))),
    ],
)
def test_aliases_are_read(aliases: str, expected: object) -> None:
    found = reading(aliases)
    assert found.problems == ()
    assert found.catalogue.aliases == expected


@pytest.mark.parametrize(
    ("levels", "expected", "problem"),
    [
        ("{100: Easy, 300: Hard}", ["100 Easy", "300 Hard"], None),
        ("[Easy, Hard]", ["Easy", "Hard"], None),
        ("{1: , 2: ''}", ["1", "2"], None),
        ("{'01': Easy}", ["01 Easy"], None),
        ("{}", ["100 Introductory"], None),
        ("{100: Easy, 100: Hard}", ["100 Easy"], "key '100' is given twice"),
        ("[Easy, [Hard]]", ["Easy"], "levels must be text, not a list"),
        ("{100: [Easy], 300: Hard}", ["300 Hard"], "levels must be text, not a list"),
        ("Easy", ["100 Introductory"], "levels must be"),
    ],
)
def test_a_scale_is_read(levels: str, expected: list[str], problem: str | None) -> None:
    found = read_text(f"{HEAD}levels: {levels}\nsessions: []\n", Path("sessions.yaml"))
    scale = found.catalogue.scale.levels
    assert [str(level) for level in scale][: len(expected)] == expected
    assert len(scale) == (4 if expected == ["100 Introductory"] else len(expected))
    assert [each.message.startswith(problem or "?") for each in found.problems] == (
        [True] if problem else []
    )


def test_a_file_without_has_none() -> None:
    assert read_text(f"{HEAD}sessions: []\n", Path("x.yaml")).catalogue.aliases == ()


@pytest.mark.parametrize(
    ("aliases", "severity", "code", "column", "message"),
    [
        ("3", "error", "wrong-type", 10, "aliases must be a mapping of name to another name"),
        ("[k8s]", "error", "wrong-type", 10, "aliases must be a mapping of name to another name"),
        ("{a: {b: c}}", "error", "wrong-type", 14, "alias 'a' must be a name, or a list of names"),
        ("{a: [b, [c]]}", "error", "wrong-type", 18, "alias 'a' must be text, not a list"),
        ("{a: b, a: c}", "error", "duplicate-key", 17, "key 'a' is given twice"),
        ("{PG: [x, pg]}", "warning", "no-alias", 19, "alias 'PG' stands for itself"),
        ("{sé: SE}", "warning", "no-alias", 15, "alias 'sé' stands for itself"),
        ("{a: [b, '—']}", "warning", "no-alias", 18, "alias '—' is not a name of one to 8 words"),
        ("{'?': b}", "warning", "no-alias", 11, "alias '?' is not a name of one to 8 words"),
        (f"{{a: {'x ' * 9}}}", "warning", "no-alias", 14, f"alias '{'x ' * 8}x' is not a name"),
    ],
)
def test_a_mistake_is_told_where_it_is(
    aliases: str, severity: str, code: str, column: int, message: str
) -> None:
    (problem,) = reading(aliases).problems
    assert (problem.severity, problem.code, problem.line) == (severity, code, 2)
    assert problem.column == column
    assert problem.message.startswith(message)


def test_a_mistake_leaves_the_other_aliases() -> None:
    assert reading("{a: {b: c}, d: e}").catalogue.aliases == (("d", ("e",)),)


def test_a_misspelled_key_is_told_with_the_right_one() -> None:
    (problem,) = read_text(f"{HEAD}alias: {{}}\nsessions: []\n", Path("x.yaml")).problems
    assert problem.hint == "did you mean aliases?"


def test_the_longest_name_is_a_name() -> None:
    assert reading(f"{{a: {'x ' * LONGEST_ALIAS}}}").problems == ()
