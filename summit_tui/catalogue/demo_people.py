"""Who speaks at the demo summit: people and companies that do not exist.

Given names are glued from invented syllables and surnames are stars, minerals, winds and woods, so
that no person is meant; companies are two invented halves.
"""

from random import Random

from summit_tui.catalogue.model import Speaker

GIVEN_STARTS = (
    "Al Bre Cor Da El Fen Gal Hes Il Jor Kel Lo Mir Ne Or Pel Quo Ri Sol Tam Ul Ver Wil Ys Zan"
)
GIVEN_ENDS = (
    "adu briel cassu dris enko fara giso hale innu jara kessi linde mori neth ossa phie runo"
)
SURNAMES = (
    "Altair Antares Basalt Bellatrix Beryl Boreas Calcite Canopus Capella Castor Cedar Chalk Deneb "
    "Dolomite Feldspar Flint Fomalhaut Gabbro Galena Garnet Gneiss Halite Hazel Hematite Hornbeam "
    "Jasper Kyanite Larch Lazuli Linden Malachite Marble Mica Mimosa Mistral Mizar Nickel Obsidian "
    "Olivine Onyx Opal Peridot Polaris Procyon Pumice Pyrite Quartz Regulus Rigel Rowan Rutile "
    "Sapphire Schist Selenite Shale Sirius Sirocco Slate Spica Spruce Talc Topaz Tourmaline "
    "Tramontane Travertine Vega Zenith Zephyrus Zircon"
)
COMPANY_STARTS = (
    "Quillmoor Brightfen Norvane Oakmere Tallowby Fernwick Dunmarrow Elmsedge Greyhaven Pinecombe "
    "Rookmere Saltmarch Thornbeck Ulverdale Wexmoor Yarrowgate Zellbrook Ashgrove Driftholm"
)
COMPANY_ENDS = "Labs|Systems|Works|Cloud|Analytics|Collective|Instruments|Logistics"
ROLES = (
    "Staff engineer|Solutions architect|Principal engineer|Site reliability engineer|Data engineer|"
    "Head of platform|Security analyst|Engineering manager|Developer advocate|Database "
    "administrator|Researcher|Product manager|Technical writer|Network engineer|Founder"
)


def cast(random: Random, wanted: int) -> list[Speaker]:
    """Return `wanted` speakers, no name twice; fewer when there are not so many names."""
    given = [start + end for start in GIVEN_STARTS.split() for end in GIVEN_ENDS.split()]
    surnames, roles = SURNAMES.split(), ROLES.split("|")
    firms, ends = COMPANY_STARTS.split(), COMPANY_ENDS.split("|")
    names = range(len(given) * len(surnames))
    return [
        Speaker(
            f"{given[number // len(surnames)]} {surnames[number % len(surnames)]}",
            random.choice(roles),
            f"{random.choice(firms)} {random.choice(ends)}",
        )
        for number in random.sample(names, min(wanted, len(names)))
    ]
