"""What the columns of a sheet mean, by their headings in English, French and German.

A heading is folded, freed of what stands in brackets (`Track (optional)`) and of words that say
only whose column it is (`Session Title`, `Your company`), and looked up.
"""

import re
from collections.abc import Sequence

from summit_tui.catalogue.text import clean_line, fold

_ALIASES = {
    "title": "title titel titre name bezeichnung intitule subject betreff objet session talk",
    "subtitle": "subtitle untertitel soustitre",
    "id": "id identifier uid guid key number nummer numero kennung reference",
    "code": "code slug shortcode kurzel kennzeichen",
    "abstract": "abstract description beschreibung descriptif resume summary zusammenfassung "
    "details inhalt contenu text texte longdescription shortdescription synopsis",
    "speakers": "speakers speaker speakernames speakername speakersnames presenters presenter "
    "authors author autoren autor auteurs auteur intervenants intervenant intervenante "
    "intervenantes intervenantse orateurs orateur oratrice oratrices conferenciers conferencier "
    "referenten referent referentin referentinnen sprecher sprecherin sprecherinnen vortragende "
    "vortragender facilitator hosts host",
    "start": "start starttime startsat startdatetime timestart starts begin begins begintime from "
    "beginn anfang startzeit von debut heurededebut heuredebut timestamp datetime datetimestart",
    "date": "date datum day jour startdate startdatum datededebut datedebut begindate konferenztag "
    "jahrtag dateofsession",
    "end": "end endtime endsat enddatetime timeend ends finish until to ende endzeit bis fin "
    "heuredefin heurefin datetimeend",
    "enddate": "enddate enddatum datedefin datefin",
    "time": "time uhrzeit zeit heure horaire timeslot slot times zeitraum creneau",
    "duration": "duration length dauer duree minutes durationminutes lengthminutes lange",
    "room": "room raum salle saal location ort lieu place hall stage buhne scene zimmer roomname "
    "amphi",
    "venue": "venue building gebaude batiment hotel site veranstaltungsort",
    "track": "track tracks stream topic thema theme thematique category kategorie categorie "
    "parcours strang trackname",
    "level": "level niveau stufe schwierigkeit schwierigkeitsgrad difficulty difficulte "
    "experiencelevel audiencelevel complexity",
    "language": "language lang sprache langue",
    "kind": "kind type format art typ genre sessiontype sessionformat submissiontype",
    "tags": "tags keywords keyword schlagworte schlagworter stichworte motscles etiquettes labels",
    "url": "url link website webpage webseite lien weblink page",
    "slides": "slides slidesurl presentation folien diapositives diapos",
    "video": "video videourl recording aufzeichnung youtube enregistrement",
    "status": "status state zustand statut etat",
    "capacity": "capacity kapazitat capacite seats platze places",
    "repeat": "repeat repeats wiederholung repetition",
    "company": "company organisation organization firma unternehmen entreprise societe",
    "role": "role jobtitle position funktion rolle fonction poste tagline",
}
_FIELD_OF = {
    alias: (field, rank)
    for field, aliases in _ALIASES.items()
    for rank, alias in enumerate(aliases.split())
}
_NO_MEANING = (
    "session sessions proposal talk event events submission schedule vortrag vortrags beitrag "
    "conference presentation your the der die das du de la le des"
)
_WHOSE = frozenset(_NO_MEANING.split())
_TELLING = "abstract speakers start date end time duration room track kind level"
_OF_A_PROGRAMME = frozenset(_TELLING.split())
_MANY = frozenset(("abstract", "speakers", "track", "tags"))
"""What several columns may hold."""
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_MOST = 200
"""So many columns are looked at."""

Columns = dict[str, list[int]]
"""The columns of each field, the surest first."""


def meaning(heading: str) -> tuple[str, int]:
    """Return the field that a heading means and how sure it is, 0 the surest; empty for none."""
    heading = heading[:_MOST]
    for text in (heading, _ASIDE.sub(" ", heading), re.split(r"[/|]", heading)[0]):
        words = re.findall(r"\w+", fold(text).replace("_", " "))
        while words:
            if found := _FIELD_OF.get("".join(words)):
                return found
            if words[0] not in _WHOSE:
                break
            del words[0]
    return "", 0


def columns(header: Sequence[str]) -> Columns:
    """Return which columns hold which field."""
    ranked: dict[str, list[tuple[int, int]]] = {}
    for at, heading in enumerate(header[:_MOST]):
        field, rank = meaning(heading)
        if field:
            ranked.setdefault(field, []).append((rank, at))
    found = {}
    for field, places in ranked.items():
        order = [at for _, at in (places if field in _MANY else sorted(places))]
        found[field] = order if field in _MANY else order[:1]
    return found


def is_programme(found: Columns) -> bool:
    """Return whether sessions are listed: there are titles, and what only sessions have."""
    return "title" in found and not _OF_A_PROGRAMME.isdisjoint(found)


def unread(header: Sequence[str], found: Columns) -> dict[int, str]:
    """Return the headings that mean nothing to us, by their place."""
    known = {at for places in found.values() for at in places}
    return {
        at: clean_line(heading)[:60] or f"number {at + 1}"
        for at, heading in enumerate(header)
        if at not in known
    }
