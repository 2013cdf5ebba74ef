"""Reports of sport: a city that wins is a club, a name with its country is a player, tables name clubs."""

import re
from itertools import pairwise

from pipeline.core.extract.resolve.article import Article, Found, Taken, without_overlaps
from pipeline.core.extract.resolve.passes.repeats import last_name
from pipeline.core.extract.resolve.passes.tables import (
    clubs,
    divisions,
    employers,
    is_country,
    players,
    scorers,
    teams,
    winners,
)
from pipeline.core.extract.resolve.passes.vocabulary import PLACES

_WORDS = frozenset(
    "match matches league season goal goals coach scored innings striker midfielder defender goalkeeper standings "
    "wicket wickets homer playoff playoffs quarterback touchdown touchdowns pitcher tournament seeded semifinal "
    "semifinals quarterfinal semi-final quarter-final finals championship champions championships points set sets "
    "team teams club clubs game games win wins won beat beaten defeat defeated draw drew lost lead player players "
    "cup football soccer basketball baseball hockey rugby cricket tennis golf overs round rounds fixture fixtures "
    "stadium referee halftime half-time kick penalty cyclist race lap laps SOCCER BASKETBALL BASEBALL HOCKEY RUGBY "
    "CRICKET TENNIS GOLF NBA NFL NHL MLB UEFA FIFA hit hits homers homered runs inning rookie bullpen strikeouts "
    "shutout rebounds ejected seconds minutes minute medal Open Masters champion title runner-up heats".split()
)
# "CYCLING - …", "NBA BASKETBALL - …"
_HEADED = re.compile(
    r"(?:[A-Z-]+ ){0,2}(?:SOCCER|BASKETBALL|BASEBALL|HOCKEY|RUGBY|CRICKET|TENNIS|GOLF|CYCLING|ATHLETICS|SKIING|BOXING|"
    r"SWIMMING|SQUASH|BADMINTON|FOOTBALL|NFL|NHL|NBA|RACING|MOTORCYCLING|ROWING|SKATING|VOLLEYBALL|HANDBALL|"
    r"GYMNASTICS|WRESTLING|JUDO|CHESS|SNOOKER)\b[^\n]{0,30}? ?[-:–] "
)
# "Pacific Division", "Champions League"
_COMPETITION = re.compile(r" (?:Division|Conference|(?:Champions|Europa|National|American|Ireland|Nations) League)$")
_FIRST_WORDS = 300
_FEWEST = 6  # different words of sport ...
_SHARE = 0.03  # ... and of all words at the beginning

_AFTER = re.compile(
    r" \(\d{1,2}-\d{1,2}(?:-\d{1,2})?\)|"
    r",? ?(?:who )?['’]?s? ?(?:\([^)\n]{1,20}\) )?"
    r"(?:pounded|shocked|blanked|stunned|thrashed|hammered|swept|tied|nipped|outscored|overcame|sacked|sack|recalled|"
    r"traded|dismissed|boss|goalie|catcher|guard|shortstop|prop|lock|beat|defeated|won|win|wins|lost|lose|loses|scored|drew|draw|crushed|routed|"
    r"downed|edged|led|leads|lead|trailed|trail|moved|play|plays|played|host|hosts|hosted|face|faces|faced|improved|"
    r"signed|coach|manager|striker|midfielder|defender|goalkeeper|captain|forward|winger|skipper|players?|fans|"
    r"side|squad|quarterback|pitcher|snapped|rallied|clinched|stayed|slipped|finished|advanced|qualified|"
    r"took the lead|has|had|went ahead|equalised|remain|are|have|were)\b"
)
_BEFORE = re.compile(
    r"\b(?:beat|beating|defeated|defeating|over|against|versus|v|vs|downed|edged|routed|crushed|lost to|losing to|"
    r"win at|won at|loss to|loss at|defeat by|defeat at|beaten by|drew with|draw with|draw at|played for|plays for|"
    r"joined|signed for|points for|ahead of|behind|visiting|visitors|hosts|leaders|champions|rivals|neighbours|"
    r"coach of|leading|\d-\d+ (?:(?:win|victory|draw|defeat|loss) )?(?:at|over|against|with|to|by)) $"
)
_LISTED = frozenset((", ", " and ", ", and "))
_LOCATIVE = re.compile(r"\b(?:in|In|near|from|outside|around|to|into|of|At|the|born in|city of|through) $")


def apply(article: Article, spans: list[Found]) -> list[Found]:
    """In a report of sport, and there only, name clubs and players by the forms of the trade."""
    if not is_sport(article):
        return spans
    persons = Taken(span for span in spans if span.label == "PERSON")
    tables = [*clubs(article), *teams(article), *divisions(article), *winners(article, persons), *scorers(article)]
    spans = _replace(spans, without_overlaps(tables))
    named = Taken(span for span in spans if span.label == "ORG")
    spans = _replace(spans, [found for found in players(article) if named.free(found.start, found.end)])
    spans = _replace(spans, list(employers(article, [span for span in spans if span.label == "PERSON"])))
    return _clubs(article, [_competition(article, span) for span in spans])


def _competition(article: Article, span: Found) -> Found:
    """A league or a division is what is played in, not who plays."""
    competes = span.label == "ORG" and _COMPETITION.search(article.surface(span)) is not None
    return Found(span.start, span.end, "EVENT") if competes else span


def is_sport(article: Article) -> bool:
    """Whether the headline says so, or the beginning has enough different words of sport."""
    if _HEADED.match(article.text):
        return True
    words = article.texts[:_FIRST_WORDS]
    found = [word for word in words if word in _WORDS]
    return len(set(found)) >= min(_FEWEST, 3 + len(words) // 40) and len(found) >= _SHARE * len(words)


def _replace(spans: list[Found], better: list[Found]) -> list[Found]:
    taken = Taken(better)
    return without_overlaps([*better, *(span for span in spans if taken.free(span.start, span.end))])


def _clubs(article: Article, spans: list[Found]) -> list[Found]:
    """A city with a cue of sport is its club, and then everywhere but after a word of place."""
    names = {article.surface(span) for span in spans if span.label == "ORG"}
    names |= {article.surface(span) for span in spans if _is_town(article, span) and _cued(article, span)}
    names |= _beside_clubs(article, spans, names)
    names -= {last_name(article.surface(span)) or "" for span in spans if span.label == "PERSON"}
    return [
        Found(span.start, span.end, "ORG")
        if _is_town(article, span) and article.surface(span) in names and not _is_located(article, span)
        else span
        for span in spans
    ]


def _beside_clubs(article: Article, spans: list[Found], names: set[str]) -> set[str]:
    """Towns in a list with a club."""
    found: set[str] = set()
    for one, other in [*pairwise(spans), *((other, one) for one, other in reversed(list(pairwise(spans))))]:
        gap = article.text[min(one.end, other.end) : max(one.start, other.start)]
        known = one.label == "ORG" or article.surface(one) in names | found
        if gap == ", " and not _goes_on(article, max(one.end, other.end)):
            continue
        if gap in _LISTED and known and _is_town(article, other) and not _is_located(article, other):
            found.add(article.surface(other))
    return found


def _goes_on(article: Article, end: int) -> bool:
    """Whether a list goes on; else what follows a comma is where the club is."""
    return article.text.startswith((", ", " and "), end)


def _is_town(article: Article, span: Found) -> bool:
    name = article.surface(span)
    return (
        span.label in PLACES | {"PERSON", "NORP"}
        and not is_country(article, name)
        and (span.label in ("GPE", "LOC") or name in article.gazetteer.cities)
    )


def _cued(article: Article, span: Found) -> bool:
    if _is_located(article, span):
        return False
    before = article.text[max(0, span.start - 24) : span.start]
    return _AFTER.match(article.text, span.end) is not None or _BEFORE.search(before) is not None


def _is_located(article: Article, span: Found) -> bool:
    before = article.text[max(0, span.start - 12) : span.start]
    line = article.text.rfind("\n", 0, span.start) + 1 == span.start
    dated = line and re.match(r",? \d{4}-|,? \(|[^\n]{0,40} [-–—] ", article.text[span.end : span.end + 50])
    return bool(dated) or (_LOCATIVE.search(before) is not None and _BEFORE.search(before) is None)
