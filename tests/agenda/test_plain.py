from summit_tui.agenda.plain import from_json, to_json
from summit_tui.catalogue.spelling import Unquoted


def test_what_stood_unquoted_comes_back_so() -> None:
    value = {"a": [Unquoted("1.10"), "1.10", {"b": Unquoted("2019-04-02")}], "c": None, "d": 1}
    back = from_json(to_json(value))
    assert back == value
    assert isinstance(back["a"][0], Unquoted)
    assert not isinstance(back["a"][1], Unquoted)
    assert isinstance(back["a"][2]["b"], Unquoted)
