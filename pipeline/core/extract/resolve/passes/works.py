"""Works of art by what speaks for them: models call so what they know no other type for, as laws and ships."""

import re

from pipeline.core.extract.resolve.article import Article, Found, without_overlaps
from pipeline.core.extract.resolve.passes.vocabulary import EVENT_END, FACILITY_END, LOCATION_END

_OPENING, _CLOSING = "“\"‘'«", "”\"’'»"
# A mark that ends what it quotes, where one begins it: it may be an apostrophe too ("Singles’ Day").
_END_OF_QUOTE = re.compile(r"[”»]|(?<=\w)[’'](?=[ \u2013\u2014-])")
_OPEN = {"”": "“", "»": "«", "’": "‘", "'": "'"}
_WORK = re.compile(
    r"\b(?:films?|movies?|books?|novels?|albums?|songs?|tracks?|singles?|series|shows?|sitcom|plays?|musicals?|opera|"
    r"poems?|magazine|podcasts?|documentary|documentaries|episodes?|essays?|memoirs?|paintings?|articles?|columns?|"
    r"piece|story|reports?|papers?|titled|entitled|called|starring|stars? (?:of|in)|author of|host of|hosts|on|"
    r"bestseller|best-seller|hymn|ballet|comics?|cartoon|game|games|hit|sketch|editorial|blog|newsletter|website)\b"
    r"[^.\n]{0,25}$",
    re.IGNORECASE,
)
_KIND_BEHIND = re.compile(
    rf"[{_CLOSING}]?,? (?:film|movie|book|novel|album|song|series|show|sitcom|play|musical|opera|poem|magazine|podcast|"
    r"documentary|franchise|trilogy|soundtrack|remake|star|anchor|host|\((?:19|20)\d\d\))\b"
)
_READ = 45  # characters before a name that are looked at
# "the ferry Hilde", "the destroyer Narvik": what has a crew or flies has a name, and is nobody's work of art.
_VESSELS = frozenset(
    "ship carrier destroyer frigate warship battleship submarine ferry "
    "tanker freighter trawler yacht vessel icebreaker "
    "cruiser liner steamer spacecraft rover satellite probe rocket lander robot aircraft airliner drone locomotive "
    "horse racehorse".split()
)
# Of the navy: named after persons.
_WARSHIPS = frozenset("carrier destroyer frigate warship battleship submarine".split())
_BETWEEN = re.compile(r",? (?:called |named )?(?:the )?$")
_VESSEL_BEHIND = re.compile(r" (?:container|cruise|cargo|merchant) ship\b")
_VESSELS_END = frozenset(
    {"he ", "ed ", *(f"{kind[-2:]} " for kind in _VESSELS)}
)  # "the" and "called" may stand between
_SHIPS_BEGIN = frozenset({" co", " cr", " ca", " me"})
# What a model calls a vessel that it does not know.
_DOUBTED = frozenset({"WORK_OF_ART", "GPE", "LOC", "EVENT", "LAW", "NORP", "PERSON"})
_SURE_EVENT_END = frozenset(
    "Awards Championship Championships Convention Festival Olympics Prize Summit Tournament".split()
)
_EVENT_END = (EVENT_END | {"Fair", "Fest", "Fry", "Parade", "Expo", "Derby", "Scandal", "Trial"}) - {"Series"}
_DAYS = frozenset("Day Week Month Friday Saturday Sunday Monday Tuesday Wednesday Thursday".split())
_HOLIDAYS = frozenset(
    "Christmas Easter Hajj Ramadan Eid Hanukkah Diwali Passover Thanksgiving Halloween Holocaust Watergate "
    "Brexit".split()
)
_LAW_END = frozenset("Act Amendment Treaty Accord Accords Agreement Constitution Doctrine".split())
# Unless in quotes, or something says that it is a work.
_PLAN_END = frozenset("Bill Deal Plan Program Programme Protocol Protocols List Order Rule".split())
_BODY_END = frozenset("Campaign Coalition Initiative League Movement Network Project Democrats Republicans".split())
_ENDS = {
    **dict.fromkeys(FACILITY_END, "FAC"),
    **dict.fromkeys(LOCATION_END, "LOC"),
    **dict.fromkeys(_EVENT_END, "EVENT"),
    **dict.fromkeys(_BODY_END, "ORG"),
    **dict.fromkeys(_PLAN_END, "LAW"),
}
_EVENT_BEHIND = re.compile(r" (?:summit|rally|march|conference|festival|gala|expo|parade)\b")
_ASKING = re.compile(r" (?:poll|survey)\b")
_COLOURS = frozenset({"Black", "White", "Brown"})  # of people: "two Black men"
_LARGE_LETTERS = 4  # letters of a word that is not an acronym


def apply(article: Article, spans: list[Found]) -> list[Found]:
    """Cut works at the quotation mark that ends them, and give another type to those that their words speak against."""
    doubted = _doubted(article, spans)
    if not doubted:
        return spans
    read = [_read(article, span) if span in doubted else span for span in spans]
    if read == spans:
        return spans
    vessels = {
        article.surface(span)
        for given, span in zip(spans, read, strict=True)
        if span is not None and span[2] == "PRODUCT" != given[2]
    }
    if vessels:
        read = [
            Found(span.start, span.end, "PRODUCT")
            if span is not None and span.label in _DOUBTED and article.surface(span) in vessels
            else span
            for span in read
        ]
    return without_overlaps(span for span in read if span is not None)


def _doubted(article: Article, spans: list[Found]) -> set[Found]:
    """Works, vessels and colours, as far as can be told without looking closer.

    What stands a space before a name is a word of the text, so that it is no vessel where the text has none, nor where
    the characters right before tell of another word.
    """
    text, vessels = article.text, not _VESSELS.isdisjoint(article.vocabulary)
    return {
        span
        for span in spans
        if (label := span[2]) in _DOUBTED
        and (
            label == "WORK_OF_ART"
            or (last := text[max(0, span[0] - 3) : span[0]])[-1:] != " "
            or (vessels and (last in _VESSELS_END or last[-2:] == ", "))
            or text[span[1] : span[1] + 3] in _SHIPS_BEGIN
            or text[span[0] : span[1]] in _COLOURS
        )
    }


def _read(article: Article, span: Found) -> Found | None:
    if _is_vessel(article, span):
        return Found(span.start, span.end, "PRODUCT")
    if _is_colour(article, span):
        return None
    if span.label != "WORK_OF_ART":
        return span
    cut = _within_quotes(article.text, span)
    if cut is None or not article.surface(cut).strip() or _is_shout(article, cut):
        return None
    return Found(cut.start, cut.end, _label(article, cut))


def _is_vessel(article: Article, span: Found) -> bool:
    text = article.text
    if text[span.end : span.end + 3] in _SHIPS_BEGIN and _VESSEL_BEHIND.match(text, span.end):
        return True
    before = text[max(0, span.start - _READ) : span.start]
    if before[-4:] in ("the ", "led ", "med "):
        before = _BETWEEN.sub(" ", before)
    kinds = _WARSHIPS if span.label == "PERSON" else _VESSELS
    return before[:-1].rstrip(",").rpartition(" ")[2] in kinds


def _within_quotes(text: str, span: Found) -> Found | None:
    """Up to the mark that ends the quotation; None for what begins inside one and goes on behind it."""
    end = _END_OF_QUOTE.search(text, span.start, span.end)
    if end is None:
        return span
    if text[max(0, span.start - 1) : span.start] in tuple(_OPENING):
        return Found(span.start, end.start(), span.label) if end.start() > span.start else None
    line = text.rfind("\n", 0, span.start) + 1
    opened = text.rfind(_OPEN[end[0]], line, span.start)
    return None if opened >= 0 and _END_OF_QUOTE.search(text, opened + 1, span.start) is None else span


def is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a quotation mark opens right before `start` and one closes right behind `end`, a comma between aside."""
    opens = text[max(0, start - 1) : start] in tuple(_OPENING)
    return opens and text[end : end + 2].lstrip(",.!?")[:1] in tuple(_CLOSING)


def _speaks_for_work(article: Article, span: Found) -> bool:
    before = article.text[max(0, span.start - _READ) : span.start]
    return bool(_WORK.search(before) or _KIND_BEHIND.match(article.text, span.end))


def _is_shout(article: Article, span: Found) -> bool:
    """Whether common words were put in quotes or in capitals for what they say: “Very Weak”, “NEVER”."""
    name = article.surface(span)
    if not article.gazetteer.is_common(name) or _speaks_for_work(article, span):
        return False
    if name.isupper() and len(name) >= _LARGE_LETTERS:
        return True
    return is_quoted(article.text, span.start, span.end) and (" " not in name or _in_headline(article, span))


def _is_colour(article: Article, span: Found) -> bool:
    named = span.label == "PERSON"
    return not named and article.surface(span) in _COLOURS and not is_quoted(article.text, span.start, span.end)


def _in_headline(article: Article, span: Found) -> bool:
    """Whether the word before the quotation is a common one with a capital."""
    number = article.first_word(span.start) - 1
    if number < 1 or article.text[article.words[number].end : span.start - 1] != " ":
        return False
    before, further = article.words[number], article.words[number - 1]
    inside = article.text[further.end : before.start] == " "
    return inside and before.text[0].isupper() and before.text.lower() in article.gazetteer.common_words


def _label(article: Article, span: Found) -> str:
    words = article.surface(span).split()
    last, several = words[-1], len(words) > 1
    if last in _HOLIDAYS or (several and last in _SURE_EVENT_END):
        return "EVENT"
    if several and last in _LAW_END:
        return "LAW"
    quoted = is_quoted(article.text, span.start, span.end)
    if quoted or not several:
        named = several and last == "Deal" and words[0] != "The" and words[-2][0].isupper()
        return "LAW" if named else span.label if quoted else _beside(article, span) or span.label
    return _beside(article, span) or _by_last_word(article, span, words)


def _beside(article: Article, span: Found) -> str | None:
    """The type that the word behind a name tells of."""
    if _EVENT_BEHIND.match(article.text, span.end):
        return "EVENT"
    return "ORG" if _ASKING.match(article.text, span.end) else None


def _by_last_word(article: Article, span: Found, words: list[str]) -> str:
    if _speaks_for_work(article, span):
        return span.label
    if words[-1] in _DAYS:
        first = words[0].rstrip("’'s")
        return "EVENT" if first != words[0] or article.gazetteer.is_common(first) else span.label
    return _ENDS.get(words[-1], span.label)
