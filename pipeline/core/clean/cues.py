"""What a removed line most likely was: reason codes by the words that give such lines away.

The words explain a cut, they do not decide it: which lines go is the business of `model` and `decide`.
"""

import re
from itertools import pairwise

from pipeline.core.reasons import RemovedReason

# In order of precedence. A plain expression of one or two words counts in a line of any length, the ones under
# `_IN_SHORT` in a line of at most `_SHORT_WORDS`: a headline may speak of a share price or of Twitter.
_ANYWHERE: tuple[tuple[RemovedReason, str], ...] = (
    (
        RemovedReason.COPYRIGHT,
        "copyright, rights reserved, droits réservés, rechte vorbehalten, derechos reservados, diritti riservati,"
        " be reproduced, be published, registered office, registered trademark, registered trademarks",
    ),
    (
        RemovedReason.COMMENTS,
        "leave a, post a, to comment, comments are, view comments, show comments, write a, join the, commenting,"
        " laisser un, kommentar schreiben, deja un",
    ),
    (
        RemovedReason.NEWSLETTER,
        "newsletter, newsletters, subscribe, sign up, your inbox, your email, email address, subscription, boletín,"
        " abonnez vous, abonnieren, suscríbete, push notifications, خبرنامه",
    ),
    (RemovedReason.SHARE_OR_FOLLOW, "follow us, share this, share on, suivez nous, folgen sie, síguenos, seguici su"),
    (RemovedReason.ADVERTISEMENT, "advertisement, sponsored, promoted, affiliate, ad choices, buy now, shop now"),
    (RemovedReason.TAGS, "filed under, tagged with, posted in, mots clés, more on"),
    (
        RemovedReason.AUTHOR_BIO,
        "the author, is a, is an, be reached, be contacted, written by, all posts, by this, über den, sobre el",
    ),
    (
        RemovedReason.RELATED_HEADLINE,
        "related, recommended, popular, trending, latest news, most read, most viewed, read more, read next, read also,"
        " see also, also like, also read, more stories, more news, more articles, more from, up next, picks,"
        " lire aussi,"
        " à lire, mehr zum, lesen sie, lea también, te puede, leggi anche, previous post, next post, next article",
    ),
    (
        RemovedReason.CONSENT,
        "cookie, cookies, javascript, einwilligung, einverstanden, personenbezogene daten, données personnelles, datos"
        " personales, dati personali, embedded content, this content",
    ),
    (
        RemovedReason.APP_PROMOTION,
        "app store, google play, our app, the app, unsere app, notre application, nuestra app, nostra app, nosso app",
    ),
    (
        RemovedReason.PAYWALL,
        "password, passwort, contraseña, username, your account, unlimited access, free trial, already subscribed,"
        " abonnenten, abonnés, suscriptores, abbonati, assinantes, prenumeranter, 会員限定, 有料会員",
    ),
    (
        RemovedReason.NAVIGATION,
        "privacy, contact us, about us, terms of, terms and, sitemap, site map, back to, skip to,"
        " log in,"
        " my account, impressum, datenschutz, mentions légales, aviso legal",
    ),
)
_IN_SHORT: tuple[tuple[RemovedReason, str], ...] = (
    (RemovedReason.COMMENTS, "comment, comments, reply, replies, commentaires, kommentare, comentarios, دیدگاه"),
    (
        RemovedReason.SHARE_OR_FOLLOW,
        "share, shares, facebook, twitter, whatsapp, linkedin, pinterest, instagram, telegram, reddit, tweet, email,"
        " print, flipboard, youtube, tiktok, partager, teilen, compartir",
    ),
    (RemovedReason.ADVERTISEMENT, "advert, ad, ads, publicité, anzeige, publicidad, pubblicità, deals, coupons"),
    (RemovedReason.TAGS, "tag, tags, topics, categories, category, keywords, schlagwörter, etiquetas, برچسب"),
    (RemovedReason.CAPTION, "photo, photos, image, picture, credit, getty, foto, bild"),
    (RemovedReason.RELATED_HEADLINE, "latest, more, next, previous, مرتبط"),
    (RemovedReason.NAVIGATION, "home, search, menu, login, faq, rss, careers, terms, advertise, contact, about"),
)
_BIO = {"writer", "reporter", "journalist", "editor", "author", "correspondent", "columnist", "blogger", "contributor"}
_WORD = re.compile(r"[^\W_]+")
# A sign of what a line is stands at its start; the limit keeps a 10 MB line cheap.
_LOOKED_AT = 300
_SHORT_WORDS = 7
_HEADLINE_WORDS = 4


def _table(cues: tuple[tuple[RemovedReason, str], ...]) -> dict[str, int]:
    table: dict[str, int] = {}
    for rank, (_, expressions) in enumerate(cues):
        for expression in expressions.split(","):
            table.setdefault(" ".join(expression.split()), rank)
    return table


_RANKS_ANYWHERE, _RANKS_SHORT = _table(_ANYWHERE), _table(_IN_SHORT)
# A line without the longest word of any expression needs no closer look.
_TRIGGERS = frozenset(max(expression.split(), key=len) for expression in _RANKS_ANYWHERE) - {"is"} | _BIO
_NONE = len(_ANYWHERE) + len(_IN_SHORT)


def reason_for(line: str) -> RemovedReason:
    """Say what a line that goes most likely was."""
    head = line[:_LOOKED_AT]
    words = _WORD.findall(head.lower())
    if "©" in head or "ⓒ" in head:
        return RemovedReason.COPYRIGHT
    if not _TRIGGERS.isdisjoint(words):
        pairs = [f"{one} {other}" for one, other in pairwise(words)]
        rank = min((_RANKS_ANYWHERE.get(expression, _NONE) for expression in (*words, *pairs)), default=_NONE)
        if rank < _NONE and (_ANYWHERE[rank][0] is not RemovedReason.AUTHOR_BIO or _is_bio(words)):
            return _ANYWHERE[rank][0]
    if len(words) <= _SHORT_WORDS:
        rank = min((_RANKS_SHORT.get(word, _NONE) for word in words), default=_NONE)
        if rank < _NONE:
            return _IN_SHORT[rank][0]
    if head.startswith("#"):
        return RemovedReason.TAGS
    if len(words) < _HEADLINE_WORDS:
        return RemovedReason.NAVIGATION
    return RemovedReason.OTHER if line.rstrip()[-1:] in ".:;؟。" else RemovedReason.RELATED_HEADLINE


def _is_bio(words: list[str]) -> bool:
    """ "is a" alone is any sentence; with a trade it introduces somebody."""
    return not _BIO.isdisjoint(words)
