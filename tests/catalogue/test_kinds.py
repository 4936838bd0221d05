import pytest

from summit_tui.catalogue.kinds import KINDS, language_name, read_kind, read_language


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("talk", "talk"),
        ("Breakout session", "talk"),
        ("Conférence", "talk"),
        ("Keynote", "keynote"),
        ("Plénière", "keynote"),
        ("Atelier", "workshop"),
        ("Chalk talk", "workshop"),
        ("Lightning Talks", "lightning"),
        ("table ronde", "panel"),
        ("Déjeuner", "meal"),
        ("coffee_break", "break"),
        ("Builders' session", "workshop"),
    ],
)
def test_kinds_are_read_as_people_write_them(text: str, kind: str) -> None:
    assert read_kind(text) == kind


def test_a_kind_that_is_none_names_them_all() -> None:
    with pytest.raises(ValueError, match="keynote, talk, workshop") as caught:
        read_kind("tlak")
    assert all(kind in str(caught.value) for kind in KINDS)


@pytest.mark.parametrize(
    ("text", "code"),
    [("fr", "fr"), ("Français", "fr"), ("FRENCH", "fr"), ("pt-BR", "pt"), ("日本語", "ja")],
)
def test_languages_are_read_by_code_and_name(text: str, code: str) -> None:
    assert read_language(text) == code


def test_an_unknown_language_says_how_to_write_one() -> None:
    with pytest.raises(ValueError, match="ISO 639-1"):
        read_language("klingon")
    assert language_name("fr") == "French"
    assert language_name("xx") == "xx"
