"""How many there are of something, in words."""


def counted(number: int, one: str, many: str = "") -> str:
    """Return `1 session`, `2 sessions`, `2 clashes`."""
    return f"{number} {one if number == 1 else many or one + 's'}"
