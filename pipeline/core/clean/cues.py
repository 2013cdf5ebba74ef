"""What a removed line most likely was: reason codes by the words that give such lines away.

The words explain a cut, they do not decide it: which lines go is the business of `model` and `decide`.
"""

import re

from pipeline.core.reasons import RemovedReason

# First match wins, so the narrow ones come first. English with the common words of French, German, Spanish.
_CUES: tuple[tuple[RemovedReason, str], ...] = (
    (
        RemovedReason.COPYRIGHT,
        r"©|\(c\) ?\d{4}|copyright|all rights reserved|tous droits réservés|alle rechte vorbehalten"
        r"|(todos los )?derechos reservados|may not be (published|reproduced)|registered (office|trademark)",
    ),
    (
        RemovedReason.COMMENTS,
        r"\bcomments?\b|\breply\b|\brepl(ies|ied)\b|log ?in to post|leave a (reply|comment)|"
        r"join the (discussion|conversation)|commentaires?\b|kommentare?\b|comentarios?\b|دیدگاه",
    ),
    (
        RemovedReason.NEWSLETTER,
        r"newsletter|subscri(be|ption)|sign(ed)? ?up|in your inbox|your e-?mail|e-?mail address|abonnez|abonnieren"
        r"|suscr[ií]b|boletín|push.?notification|daily (briefing|digest)|خبرنامه",
    ),
    (
        RemovedReason.SHARE_OR_FOLLOW,
        r"\bshare\b|\bfollow (us|me|him|her|on)\b|facebook|twitter|whatsapp|linkedin|pinterest|instagram|telegram"
        r"|reddit|\btweet\b|partage[rz]|teilen|compart(ir|e)|síguenos|suivez|folgen sie|e-?mail this|\bprint\b",
    ),
    (
        RemovedReason.ADVERTISEMENT,
        r"\badvert|\bsponsor|\bpromoted\b|ad choices|\bpublicité\b|\banzeige\b|\bpublicidad\b|affiliate|buy now"
        r"|\bdeals?\b|\bcoupons?\b|taboola|outbrain|shop now",
    ),
    (
        RemovedReason.TAGS,
        r"^\W*(tags?|topics?|filed under|categor(y|ies)|keywords?|more on|schlagwörter|themen|mots.clés|etiquetas"
        r"|temas)\b"
        r"|^(#\w+\s*)+$|برچسب",
    ),
    (
        RemovedReason.AUTHOR_BIO,
        r"^(about the author|written by|by the same author|über den autor|sobre el autor|à propos de l.auteur)"
        r"|\bis an? (\w+ ){0,4}(writer|reporter|journalist|editor|author|correspondent|columnist|blogger|contributor)\b"
        r"|(can be )?(reached|contacted) (at|on)|view all posts|more (from|by) (this|the) author",
    ),
    (
        RemovedReason.CAPTION,
        r"^(photo|image|picture|video|file photo|foto|bild|credit)\b|\b(photo|image|credit) ?[:/]|getty images",
    ),
    (
        RemovedReason.RELATED_HEADLINE,
        r"\b(related|recommended|popular|trending|latest|most (read|viewed|popular|shared)|read (more|next|also)"
        r"|see also|you (may|might) (also )?(like|be)|more (stories|news|articles|from|in)|also read"
        r"|editor.?s.? picks?|up next|don.t miss|à lire|lire aussi|mehr zum thema|lesen sie auch|más (noticias|leíd)|lea también|te puede interesar)\b",
    ),
    (
        RemovedReason.NAVIGATION,
        r"privacy|terms (of|and)|cookie|contact us|about us|advertise|site ?map|\bhome\b|skip to|back to top|previous"
        r"|\bnext\b|log ?in|my account|impressum|datenschutz|mentions légales|aviso legal|search|menu|accessibility|careers|\bfaq\b"
        r"|\brss\b",
    ),
)
_COMPILED = tuple((reason, re.compile(pattern, re.IGNORECASE)) for reason, pattern in _CUES)
# A sign of what a line is stands at its start; the limit keeps a 10 MB line cheap.
_LOOKED_AT = 300
_HEADLINE_WORDS = 4


def reason_for(line: str) -> RemovedReason:
    """Say what a line that goes most likely was."""
    head = line[:_LOOKED_AT]
    for reason, cue in _COMPILED:
        if cue.search(head):
            return reason
    words = len(head.split())
    if words < _HEADLINE_WORDS:
        return RemovedReason.NAVIGATION
    if line.rstrip().endswith((".", "؟", "。", ":", ";")):
        return RemovedReason.OTHER
    return RemovedReason.RELATED_HEADLINE
