"""What the columns of a programme are called, language by language: folded, in one word.

The surest of a field stands first: where a sheet has several columns for it, that one is taken.
"""

_ENGLISH_GERMAN_FRENCH = {
    "title": "title titel titre name bezeichnung intitule subject betreff objet session talk "
    "vortragstitel vortrag event events veranstaltung programmpunkt activity activite agenda "
    "agendaitem item lecture presentation paper what was quoi",
    "subtitle": "subtitle untertitel soustitre",
    "id": "id identifier uid guid key number nummer numero kennung reference",
    "code": "code slug shortcode kurzel kennzeichen abbreviation",
    "abstract": "abstract description beschreibung kurzbeschreibung descriptif resume summary body "
    "zusammenfassung details inhalt contenu text texte longdescription shortdescription synopsis "
    "extract excerpt extrait content desc fulldetail longdescription summaryashtml",
    "speakers": "speakers speaker speakernames speakername speakersnames presenters presenter "
    "authors author autoren autor auteurs auteur intervenants intervenant intervenante "
    "intervenantes intervenantse orateurs orateur oratrice oratrices conferenciers conferencier "
    "redner rednerin referierende referierenden vortragenden "
    "referenten referent referentin referentinnen sprecher sprecherin sprecherinnen vortragende "
    "vortragender facilitator facilitators hosts host instructor instructors trainer "
    "panelists panellists cofacilitator cofacilitators cospeaker cospeakers copresenter "
    "copresenters coauthor coauthors cohost cohosts presentingauthor presentingauthors people "
    "persons performer performers contributors artist artists speakerfullname who wer qui",
    "firstname": "firstname givenname vorname prenom",
    "lastname": "lastname surname familyname nachname",
    "start": "start starttime startsat startat startdatetime datestart timestart starts begin "
    "begins begintime from beginn anfang anfangszeit startzeit von uhrzeitvon debut "
    "heurededebut heuredebut timestamp datetime dateandtime datetimestart dtstart "
    "scheduledat fromdate fromtimemillis starttimestamp eventstart startts fromtime "
    "sessionstart when wann quand",
    "date": "date datum day jour startdate startday startdatum datededebut datedebut begindate "
    "konferenztag jahrtag dateofsession",
    "end": "end endtime endsat endat enddatetime dateend timeend ends finish until to ende endzeit "
    "todate totimemillis endtimestamp eventend totime bis uhrzeitbis fin heuredefin heurefin "
    "datetimeend dtend",
    "enddate": "enddate endday enddatum datedefin datefin",
    "time": "time uhrzeit zeit heure horaire timeslot slot times zeitraum creneau",
    "timezone": "timezone timezonename tz zeitzone fuseauhoraire fuseau zonahoraria fusoorario "
    "tijdzone fusohorario",
    "duration": "duration length dauer duree minutes durationminutes durationmin lengthminutes "
    "lange mins min",
    "room": "room raum salle saal location ort lieu place hall stage buhne scene zimmer roomname "
    "amphi where wo loc space microlocation",
    "venue": "venue building gebaude batiment hotel site veranstaltungsort",
    "track": "track tracks stream topic topics thema theme thematique category kategorie categorie "
    "parcours strang trackname",
    "level": "level niveau stufe schwierigkeit schwierigkeitsgrad difficulty difficultylevel "
    "difficulte experiencelevel audiencelevel complexity",
    "language": "spokenlanguage languagespoken langoftalk languageoftalk talklanguage language "
    "lang sprache langue",
    "kind": "kind contenttype type format art typ genre sessiontype sessionformat submissiontype",
    "tags": "tags categories keywords keyword schlagworte schlagworter stichworte motscles "
    "etiquettes labels services industries areasofinterest features",
    "url": "url link weburl htmlurl permalink website webpage webseite lien weblink page livelink",
    "slides": "slides slidesurl presentation folien diapositives diapos slide",
    "video": "video videourl youtubeurl recording aufzeichnung youtube enregistrement",
    "status": "status state zustand statut etat",
    "capacity": "capacity kapazitat capacite seats platze places maxattendees roomcapacity",
    "repeat": "repeat repeats wiederholung repetition",
    "company": "company companies organisation organisations organization organizations firma "
    "unternehmen entreprise societe affiliation affiliations institution institutions "
    "speakercompany speakercompanies speakerorganization speakeraffiliation",
    "role": "role jobtitle position funktion rolle fonction poste tagline speakertitle "
    "speakertitles speakerrole jobtitles titles",
}
_SPANISH_PORTUGUESE_ITALIAN_DUTCH = {
    "title": "titulo titolo charla palestra actividad atividade evento",
    "subtitle": "subtitulo sottotitolo ondertitel",
    "abstract": "descripcion resumen descricao resumo descrizione riassunto omschrijving sinopse "
    "beschrijving samenvatting sinopsis sinossi",
    "speakers": "ponentes ponente oradores orador palestrantes palestrante relatori relatore "
    "sprekers spreker autores autori autore",
    "start": "inicio inizio horadeinicio horainicio orainizio oradiinizio begintijd starttijd "
    "aanvang",
    "date": "fecha dia giorno dag data",
    "end": "fim termino horadefin horadefim horafin oradifine orafine eindtijd einde eind fine",
    "time": "hora horario ora orario tijd",
    "duration": "duracion duracao durata duur",
    "room": "sala lugar luogo zaal ruimte locatie aula auditorio local",
    "track": "tematica tema trilha categoria onderwerp",
    "level": "nivel livello",
    "language": "idioma lingua taal lengua",
    "kind": "tipo formato soort",
    "status": "estado stato",
    "tags": "etiquetas palabrasclave palavraschave",
    "url": "enlace sitio",
    "company": "empresa azienda bedrijf",
    "role": "cargo ruolo functie",
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
    "time": "시간 시각 시간대 時間 時刻",
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
_CHINESE = {
    "title": "标题 题目 议题 标題 標題 題目 議題 議程名稱 议程名称",
    "abstract": "摘要 简介 描述 簡介 內容",
    "speakers": "演讲者 讲者 讲师 嘉宾 演讲人 講者 講師 演講者",
    "start": "开始时间 开始 開始時間",
    "date": "日期",
    "end": "结束时间 结束 結束時間 結束",
    "time": "时间 時段",
    "duration": "时长 時長",
    "room": "地点 会场 教室 会议室 地點 會場 會議室",
    "track": "主题 分类 主題 分類 議程軌",
    "level": "难度 難度",
    "language": "语言 語言",
    "kind": "类型 類型",
    "tags": "标签 標籤",
    "company": "公司 单位 單位",
    "role": "职位 職稱",
}
LANGUAGES = (
    _ENGLISH_GERMAN_FRENCH,
    _SPANISH_PORTUGUESE_ITALIAN_DUTCH,
    _KOREAN_AND_JAPANESE,
    _CHINESE,
)
"""The names of each field, in the languages that are read."""

_NO_MEANING = (
    "session sessions proposal talk event events submission schedule vortrag vortrags beitrag "
    "secondary second additional other entry "
    "conference presentation lecture paper workshop your the der die das du de la le des l "
    "assigned scheduled planned primary main lead co programme program sesion charla"
)
_OF = "of de des del della do da du der in en im per von fur to for"
_GERMAN = "titel uhrzeit zeit beginn raum thema referent vortrag dauer von bis ende saal ort"

WHOSE = frozenset(_NO_MEANING.split())
"""Words that say only whose column it is: `Session Title`, `Your company`."""
SOFT = frozenset(("short", "full", "long", "public", "final", "extended", "brief"))
"""The same, but the column without them is the surer one."""
ADDRESSES = frozenset(("link", "links", "url", "urls"))
LINKS = frozenset(("url", "slides", "video", "title"))
"""What an address is one of; that of a speaker or room is neither."""
FORMS = ADDRESSES | {"name", "names", "number", "nummer", "이름", "氏名"}
"""Words at the end that say only in which form: `Venue name`, `Slides link`."""
OF = frozenset(_OF.split())
"""What joins a field to whose it is: `Titre de la session`, `Duration in minutes`."""
CALLED = frozenset(("name", "nom", "nombre", "nome", "naam", "link", "lien", "enlace", "url"))
"""Of what these are is what the column holds: `Name of speaker`, `Link to slides`."""
COUNTS = frozenset(("number", "anzahl", "numero"))
"""Of what these are is counted and not told: `Number of seats`."""
GERMAN = frozenset(_GERMAN.split())
"""Where one of these stands, `Tag` is a day."""
NAMES = frozenset(("name", "fullname", "nom", "nome", "nombre", "naam", "이름", "氏名", "姓名"))
"""Who speaks, in a sheet that has titles besides and no other column of speakers."""
_ENGLISH = "english german french spanish portuguese italian dutch japanese korean chinese farsi"
_CODES = "en de fr es pt it nl ja jp jpn ko kr kor zh cn eng deu ger fra fre"
IN_A_LANGUAGE = frozenset(f"{_ENGLISH} {_CODES}".split())
"""The same, for a column that says again in another language what one has said."""
