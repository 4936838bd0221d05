"""Processing instructions behind a schedule: ours complete it, whatever else stands there."""

import pytest

from summit_tui.catalogue.levels import DEFAULT_SCALE, Level
from summit_tui.catalogue.writing import write
from summit_tui.formats.instruction import instruction, understood
from tests.formats.readers.documents import event, imported, schedule_xml

PLAIN = schedule_xml(event())


def behind(*instructions: str) -> bytes:
    return PLAIN + "".join(instructions).encode()


def test_an_instruction_gives_back_what_it_was_given() -> None:
    values = {"event": {"note": "?> <b> ]]> é \\ \u2028"}, "n": [1, None, True]}
    written = instruction(values)
    assert written.isascii()
    assert written.count("?>") == 1
    content = written.removeprefix("<?summit-tui ").removesuffix("?>")
    assert list(understood([("summit-tui", content)])) == [values]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "nonsense",
        "[1]",
        pytest.param("[" * 5000, id="deep"),
        '{"guid": "g-7", "tags": ["not for an event of others"]}',
        '{"event": []}',
        '{"event": {}}',
    ],
)
def test_what_is_none_of_ours_changes_nothing(content: str) -> None:
    found = imported(behind(f"<?summit-tui {content}?>")).catalogue
    assert write(found) == write(imported(PLAIN).catalogue)
    other = behind('<?other {"event": {"note": "x"}}?>')
    assert imported(other).catalogue.event == imported(PLAIN).catalogue.event


@pytest.mark.parametrize(
    "values",
    [
        {"level": {"a": 1}, "tags": 7, "speakers": [1, ["a"], [1, 2, 3]], "recorded": "yes"},
        {"duration": "soon", "capacity": -1, "status": "odd", "level": "nobody", "tracks": [[]]},
        {"id": [], "title": {}, "code": "\u001b[31m", "run": ["x"]},
    ],
)
def test_wrong_values_are_left_out_and_no_session_is_lost(values: dict[str, object]) -> None:
    found = imported(
        behind(instruction({"event": {"rooms": 1}}), instruction({"guid": "g-7"} | values))
    )
    (session,) = found.catalogue.sessions
    assert session.title == "Sleeping tables"


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ([[1, "One"], ["two", "\u001b[31mTwo"]], (Level(1, "One"), Level("two", "Two"))),
        ([[10**20, "Many"]], DEFAULT_SCALE.levels),
        ([["", "None"]], DEFAULT_SCALE.levels),
        ([[1], "x", [1, 2, 3]], DEFAULT_SCALE.levels),
    ],
)
def test_levels_are_cleaned(levels: list[object], expected: tuple[Level, ...]) -> None:
    found = imported(behind(instruction({"event": {"levels": levels}}))).catalogue
    assert found.scale.levels == expected
