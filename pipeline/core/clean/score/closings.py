"""Lines that hardly ever stand above the end of an article: "0 Comments", "Leave a reply", "All rights reserved".

Below an article stands much that could be one: comments in paragraphs, questions and answers, teasers. What tells is
what stands above it: whoever has read "Leave a reply" knows that the article is over, however well the rest is written.
Too few pages have such tails for the forests to learn it from them. So it is told to them: each kind of closing line
above a place speaks against that place, and the forests that weigh the ends are trained on top of it.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from pipeline.core.clean.lines import Line
from pipeline.core.clean.measure.fixed import Flags, Integers
from pipeline.core.clean.measure.spans import Spans, sums
from pipeline.core.clean.score.trees import UNIT


class _Kind(NamedTuple):
    """A kind's lines in full, what others begin with, what others hold.

    In small letters, parted by commas. The lines and their beginnings are words alone, and every number is 0; what a
    line may hold is looked for in it as it is written.
    """

    whole: str = ""
    begin: str = ""
    hold: str = ""


_COMMENTS = _Kind(
    """
    comments, comment, 0 comments, 0 comment, comments 0, no comments, view comments, show comments, see comments,
    all comments, view all comments, show all comments, view 0 comments, view all 0 comments, recent comments,
    top comments, top rated comments, latest comments, most recent comments, reader comments, facebook comments,
    0 replies, 0 responses, commentaires, 0 commentaires, kommentare, kommentar, 0 kommentare, comentarios, comentario,
    0 comentarios, commenti, 0 commenti, دیدگاه, دیدگاه ها, نظرات
    """,
    """
    0 thoughts on, 0 thought on, one thought on, two thoughts on, 0 responses to, 0 response to, one response to,
    0 replies to, 0 comments on, 0 comment on, comments on, comments are, comments have been closed, no comments yet,
    there are no comments, les commentaires sont
    """,
)
_FORM = _Kind(
    """
    reply, cancel reply, name, your name, email, e mail, email address, your email, website, submit, submit comment,
    laisser un commentaire, deja un comentario, deja una respuesta, lascia un commento, kommentar schreiben,
    schreibe einen kommentar, schreiben sie einen kommentar
    """,
    """
    leave a reply, leave a comment, post a comment, post a reply, post comment, add a comment, add your comment,
    write a comment, join the discussion, join the conversation, your email address will not be, required fields are,
    log in to comment, log in to reply, login to comment, please log in to, sign in to comment, you must be logged in,
    save my name, votre adresse e mail ne, tu dirección de correo electrónico no, ihre e mail adresse wird,
    deine e mail adresse wird
    """,
)
_ONWARD = _Kind(
    "post navigation, beitragsnavigation, recent posts, latest posts, recent articles, latest news, latest articles",
    """
    previous post, next post, previous article, next article, previous story, next story, previous entry, next entry,
    older posts, newer posts, older post, newer post, article précédent, article suivant, entrada anterior,
    entrada siguiente, articolo precedente, articolo successivo
    """,
)
_AUTHOR = _Kind(
    "about me, sobre el autor, sobre la autora, über den autor, über die autorin, zum autor, à propos de l auteur",
    """
    about the author, about author, view all posts by, see all posts by, read all posts by, all posts by,
    view all articles by, see all articles by, more by, more posts by, more posts from, more articles by,
    more articles from, more stories by, more stories from
    """,
)
_FOOT = _Kind(
    """
    terms, terms of use, terms of service, terms and conditions, terms conditions, conditions of use, privacy, contact,
    contact us, advertise, advertise with us, advertising, careers, jobs, sitemap, site map, back to top, quick links,
    accessibility, legal, about, about us, help, support, services, mentions légales, impressum, datenschutz,
    datenschutzerklärung, aviso legal, política de privacidad, politique de confidentialité
    """,
    """
    copyright 0, privacy policy, privacy notice, privacy statement, privacy settings, your privacy, cookie policy,
    cookies policy, cookie settings, cookie preferences, terms of use, terms of service, terms and conditions
    """,
    """
    all rights reserved, tous droits réservés, todos los derechos reservados, alle rechte vorbehalten,
    tutti i diritti riservati
    """,
)
_MENU = _Kind(
    """
    home, search, search for, log in, login, sign in, my account, rss, categories, archives, products, newsroom, blog,
    events, news, topics, tags, skip to content, accueil, startseite, inicio, buscar, suche, recherche
    """,
)
# Newsletters and networks are no kinds: they stand inside articles, with more of the article below them.
_KINDS = (_COMMENTS, _FORM, _ONWARD, _AUTHOR, _FOOT, _MENU)
# What a kind weighs, in log-odds, once an article. Three leave no doubt, and what stands below need not be read.
_WEIGHT, _ENOUGH = 5, 3
_LONGEST = 160
# So many paragraphs stand above the end of an article that has such lines below it; above them "Home" and "Search"
# may be the head of the page.
_PARAGRAPHS = 3
_COPYRIGHT = re.compile(r"(?:©|ⓒ|\(c\))\s*\d{4}|copyright\s*[©ⓒ(]")
_COPYRIGHT_SIGNS = ("©", "ⓒ", "(c)")
_WORDS = re.compile(r"\w+(?:[,.]\d+)*")


def _listed(expressions: str) -> tuple[str, ...]:
    return tuple(" ".join(expression.split()) for expression in expressions.split(",") if expression.strip())


_WHOLE = {whole: kind for kind in _KINDS for whole in _listed(kind.whole)}
_BEGIN = tuple((kind, _listed(kind.begin)) for kind in _KINDS if kind.begin)
_HOLD = tuple((hold, kind) for kind in _KINDS for hold in _listed(kind.hold))
# Most lines need no closer look than at their first word.
_FIRST_WORDS = frozenset(
    expression.split()[0] for expression in (*_WHOLE, *(begin for _, begins in _BEGIN for begin in begins))
)


def _kind_of(text: str) -> _Kind | None:
    if len(text) >= _LONGEST:
        return None
    said = text.lower()
    first = _WORDS.search(said)
    if first is not None and _number(first[0]) in _FIRST_WORDS:
        words = " ".join(map(_number, _WORDS.findall(said)))
        kind = _WHOLE.get(words)
        if kind is not None:
            return kind
        for kind, begins in _BEGIN:
            if words.startswith(begins):
                return kind
    for hold, kind in _HOLD:
        if hold in said:
            return kind
    return _FOOT if any(map(said.__contains__, _COPYRIGHT_SIGNS)) and _COPYRIGHT.search(said) else None


def is_of_comments(text: str) -> bool:
    """Whether a line stands above, between or below comments: "3 comments", "Reply"."""
    return _kind_of(text) in {_COMMENTS, _FORM}


def _number(word: str) -> str:
    return "0" if word[0].isdigit() else word


def against(articles: Sequence[Sequence[Line]], likely: Flags, prose: Flags, spans: Spans) -> Integers:
    """What the closing lines above each place speak against it, in 4096ths of log-odds: 0 or less, one a place.

    Only lines that are `likely` boilerplate count, below the first three paragraphs (`prose`) of their article.
    """
    so_far = sums(prose)[:-1]
    asked = likely & (so_far - so_far[spans.first] >= _PARAGRAPHS)
    steps = np.zeros(spans.lines + len(articles), dtype=np.int64)
    for number, (lines, start) in enumerate(zip(articles, spans.starts.tolist(), strict=True)):
        for at in _closings(lines, np.flatnonzero(asked[start : start + len(lines)]).tolist()):
            steps[start + number + at + 1] = -_WEIGHT * UNIT
    total = np.cumsum(steps)
    before: Integers = total[spans.starts + np.arange(len(articles))]
    return total - before.repeat(spans.sizes + 1)


def _closings(lines: Sequence[Line], asked: Sequence[int]) -> list[int]:
    """The first line of each kind, of those asked about; up to where there are enough."""
    found: dict[_Kind, int] = {}
    for at in asked:
        kind = _kind_of(lines[at].text)
        if kind is not None and kind not in found:
            found[kind] = at
            if len(found) == _ENOUGH:
                break
    return list(found.values())
