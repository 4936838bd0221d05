import pytest

from summit_tui.catalogue.levels import DEFAULT_SCALE, Level, LevelValue, Scale

WORDS = Scale((Level("beginner", "Beginner"), Level("pro", "Professionals, advanced")))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("300", 300),
        ("L300", 300),
        ("Level 300", 300),
        ("300 - Advanced", 300),
        ("300 – advanced", 300),
        ("300 (Advanced)", 300),
        ("Advanced", 300),
        ("ADVANCED", 300),
        ("intermédiaire", 200),
        ("Intermediate level", 200),
        ("débutant", 100),
        ("Beginner", 100),
        ("Einsteiger", 100),
        ("fortgeschritten", 200),
        ("confirmé", 200),
        ("expert", 400),
        ("Deep-dive", 400),
    ],
)
def test_what_people_write_is_read_against_the_scale(text: str, value: LevelValue) -> None:
    assert DEFAULT_SCALE.read(text) == value


@pytest.mark.parametrize("text", ["expret", "500", "L7", "", "3", "30"])
def test_what_is_no_level_names_the_scale(text: str) -> None:
    with pytest.raises(ValueError, match="is not one of 100, 200, 300, 400"):
        DEFAULT_SCALE.read(text)


def test_an_event_has_its_own_scale() -> None:
    assert WORDS.read("Débutants") == "beginner"
    assert WORDS.read("advanced") == "pro"
    assert WORDS.rank("pro") == 1
    assert WORDS.rank(None) == WORDS.rank(300) == -1
    assert str(WORDS) == "beginner, pro"
    assert WORDS.get("nothing") is None


def test_the_synonyms_of_a_scale_are_those_it_reads() -> None:
    for scale in (DEFAULT_SCALE, WORDS):
        synonyms = scale.synonyms()
        assert "debutant" in synonyms
        assert all(scale.read(word) in scale._ranks for word in synonyms)
    assert "expert" in DEFAULT_SCALE.synonyms()
    assert "intermediaire" not in WORDS.synonyms()


def test_a_level_is_shown_once() -> None:
    assert str(Level(300, "Advanced")) == "300 Advanced"
    assert str(Level("beginner", "Beginner")) == "Beginner"
    assert DEFAULT_SCALE.words()[:2] == ("100", "Introductory")
