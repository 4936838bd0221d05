"""What the columns of a sheet mean, by their headings.

They are read in English, French and German, Korean and Japanese.

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
_KOREAN_AND_JAPANESE = {
    "title": "제목 발표제목 세션제목 세션명 タイトル 題名 題目 講演名",
    "subtitle": "부제 부제목 副題 サブタイトル",
    "id": "번호 番号",
    "code": "코드 コード",
    "abstract": "내용 설명 요약 초록 概要 内容 説明 要旨",
    "speakers": "발표자 연사 강연자 진행자 登壇者 発表者 講演者 スピーカー 講師",
    "start": "시작 시작시간 시작시각 開始 開始時間 開始時刻",
    "date": "날짜 일자 日付 日程 開催日",
    "end": "종료 종료시간 종료시각 終了 終了時間 終了時刻",
    "time": "시간 시각 時間 時刻",
    "duration": "소요시간 진행시간 所要時間",
    "room": "장소 강의실 会場 部屋 場所 ルーム",
    "venue": "건물 建物",
    "track": "트랙 분야 주제 トラック テーマ 分野",
    "level": "난이도 수준 레벨 難易度 レベル",
    "language": "언어 言語",
    "kind": "유형 형식 종류 구분 種別 種類 形式",
    "tags": "태그 키워드 タグ キーワード",
    "url": "링크 リンク",
    "slides": "발표자료 슬라이드 資料 スライド",
    "video": "영상 동영상 動画",
    "status": "상태 状態",
    "capacity": "정원 定員",
    "company": "소속 회사 所属 会社",
    "role": "직책 직함 役職 肩書",
}
_FIELD_OF = {
    alias: (field, rank)
    for table in (_ALIASES, _KOREAN_AND_JAPANESE)
    for field, aliases in table.items()
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
