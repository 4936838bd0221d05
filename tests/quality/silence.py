"""What should find nothing: letters at random, words nobody has coined, words of other matters."""

from random import Random

_CONSONANTS = "bcdfghjklmnpqrstvwxz"
_ONSETS = (*"bdfgjklmnprstvwz", "gl", "tr", "qu", "st", "pl")
_CODAS = "bdgklmnprstvxz"
_EVERYDAY = (
    "apricot asparagus avalanche baguette balcony bagpipe bicycle blanket blueberry bracelet "
    "bridegroom broccoli butcher butterfly cabbage canoe caterpillar cathedral cauliflower "
    "celery chandelier christening cinnamon clarinet crocodile cucumber custard dentist divorce "
    "doughnut earring escargot fireplace flamingo florist funeral gardener giraffe gondola "
    "grandmother hairdresser hedgehog helicopter hippopotamus honeymoon horoscope juggler "
    "kangaroo lemonade lipstick lobster marmalade mattress midwife monastery mortgage mosquito "
    "mushroom necklace orthodontist ostrich oyster pancake parsley peacock penguin perfume "
    "pharmacy pineapple plumber pregnancy pudding raincoat raspberry ravioli refrigerator "
    "rhinoceros saxophone shampoo slipper squirrel staircase strawberry surgeon tambourine "
    "toothbrush tortoise trombone trousers trumpet umbrella vanilla violin volleyball "
    "watermelon wedding xylophone "
    "abeille araignee armoire aubergine baignoire baleine betterave boulangerie brouillard "
    "chaussette chevreuil citrouille coiffeur confiture couverture cravate ecureuil fauteuil "
    "framboise fromage grenouille herisson hirondelle infirmiere menuisier moutarde oreiller "
    "parapluie pasteque perroquet plombier poireau rideau robinet sanglier tempete tonnerre "
    "tournesol tracteur trottoir"
)
EVERYDAY = tuple(_EVERYDAY.split())
"""Words of kitchen, wardrobe, garden and church, in English and French."""


def mashed(random: Random) -> str:
    """Return six to ten consonants."""
    return "".join(random.choice(_CONSONANTS) for _ in range(random.randrange(6, 11)))


def coined(random: Random) -> str:
    """Return two or three syllables that make no word."""
    syllables = (
        random.choice(_ONSETS) + random.choice("aeiou") + random.choice(_CODAS)
        for _ in range(random.choice((2, 3, 3)))
    )
    return "".join(syllables)
