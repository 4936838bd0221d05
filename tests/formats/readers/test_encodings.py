"""What the bytes of a text tell of its encoding."""

import pytest

from summit_tui.formats.readers.encodings import old_encoding, unmarked_utf16


@pytest.mark.parametrize(
    ("text", "codec", "found"),
    [
        ("Title,Date", "utf-16-le", "utf-16-le"),
        ("제목,날짜,시작 시간\r\n", "utf-16-be", "utf-16-be"),
        ("Title,Date", "utf-8", ""),
        ("\0Title,Date,Room,Speakers,Abstract", "utf-8", ""),
        ("\0" * 60, "utf-8", ""),
        ("", "utf-8", ""),
    ],
)
def test_utf16_without_a_mark(text: str, codec: str, found: str) -> None:
    assert unmarked_utf16(text.encode(codec)) == found


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("안녕하세요, 잠자는 표", "cp949"),
        ("眠るテーブルの夜", "cp932"),
        ("Été à Nîmes, Größe", "cp1252"),
        ("Titre,Salle\nPrésentation,Bleue", "cp1252"),
        ("Titel,Raum\nÄrger mit Ämtern,Saal", "cp1252"),
        ("Title,Room\n표,A\n자료 표,B", "cp949"),
        ("plain", "cp1252"),
    ],
)
def test_old_encodings(text: str, codec: str) -> None:
    name, found = old_encoding(text.encode(codec))
    assert (found, name != "") == (codec, True)
