"""Words that decide little, and other spellings that are the same word."""

_FRENCH = (
    "de des du en et la le les un une au aux pour sur dans par avec comment pourquoi quand est "
    "que qui ou ce ces son sa ses votre vos notre nos mon ma mes ne pas plus"
)
_ENGLISH = (
    "a about an and are at be by can do for from how i if in into is it its my of on or our "
    "session sessions so talk talks that the their this to we what when why will with you your"
)
_GERMAN = "der die das den dem ein eine und im mit fur von zu zum zur wie was ist auf"
STOP_WORDS = frozenset(f"{_FRENCH} {_ENGLISH} {_GERMAN}".split())
"""Words that only decide between sessions that have the others, unless there are no others."""

_UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"))
_ENGLISHES = (("isa", "iza"), ("ise", "ize"), ("isi", "izi"))
_LONG = 5
"""A shorter word that ends in s is one of its own: `css`, `dns`, `bias`."""


def spellings(word: str) -> tuple[str, ...]:
    """Return what folded `word` may also be written like; most of it is no word at all.

    Umlauts as they are typed without them (`ueber`), British and American endings, and the
    singular of a plural.
    """
    found = [word.replace(typed, meant) for typed, meant in _UMLAUTS]
    found += [word.replace(one, other) for one, other in _ENGLISHES]
    found += [word.replace(other, one) for one, other in _ENGLISHES]
    if len(word) >= _LONG and word[-1] == "s" and word[-2] not in "suiao":
        found.append(word[:-1])
    return tuple(each for each in dict.fromkeys(found) if each != word)
