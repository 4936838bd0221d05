import pytest

from summit_tui.catalogue.problems import CatalogueError, Problem, did_you_mean


def test_a_problem_is_one_line_with_its_place_and_way_out() -> None:
    problem = Problem(
        "error", "unknown-key", "no key 'titel'", "f.yaml", 4, 7, hint="did you mean?"
    )
    assert str(problem) == "f.yaml:4:7: error: no key 'titel' (did you mean?)"
    assert str(Problem("warning", "x", "odd", "f.yaml")) == "f.yaml: warning: odd"


def test_the_name_of_a_file_is_foreign_text_too() -> None:
    assert Problem("error", "x", "odd", "a\x1b[31m\nb.yaml").file == "a b.yaml"


def test_an_error_holds_every_problem() -> None:
    problems = [Problem("error", "a", "one", "f"), Problem("error", "b", "two", "f")]
    assert CatalogueError(problems).problems == tuple(problems)
    assert str(CatalogueError(problems)) == "f: error: one\nf: error: two"


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("titel", "did you mean title?"),
        ("TITEL", "did you mean title?"),
        ("romo", "did you mean Room?"),
        ("zzz", ""),
        ("", ""),
    ],
)
def test_the_closest_word_is_suggested(typed: str, hint: str) -> None:
    assert did_you_mean(typed, ["title", "track", "Room"]) == hint
