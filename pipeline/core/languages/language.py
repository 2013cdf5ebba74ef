"""What a language brings along: the words that cleaning and extraction know in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.core.languages.speech import Speech
from pipeline.core.reasons import RemovedReason


@dataclass(frozen=True, slots=True)
class Closing:
    """Lines that hardly ever stand above the end of an article: in full, by how they begin, by what they hold.

    The lines in full and their beginnings are words alone, and every number is 0; what a line may hold is looked for in
    it as it is written.
    """

    whole: frozenset[str] = frozenset()
    begin: frozenset[str] = frozenset()
    hold: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Language:
    """One language's words, in small letters. A field that is empty says nothing is known, not that there is nothing.

    `code` is the ISO 639-1 code. `stop_words` are what prose is full of and headlines and menus lack; `page_words` what
    menus, forms, footers and lists of other articles are full of (in scripts without spaces between words, and in
    Korean, pairs of characters, see `clean.measure.characters`). `furniture_words` are those by which lines around an
    article speak to its reader and headings inside one do not; a "*" stands for any ending. Common words only: no
    names, no sites.

    Of dates: `months` and `weekdays`, in full and short, without stops. `abbreviations` end with a stop that ends no
    sentence, and stand here without it.

    Of the front of an article: `byline_openings` introduce authors ("written by"), `name_joins` stand between two of
    them, `roles` behind a name ("staff writer"), `biography_words` behind an author's name in a line about them
    ("writes"); `date_openings` introduce the time of publication, `date_leads` stand before a date, `place_leads`
    between an author and a place or a paper ("Ada Byron in Rome"), `credit_openings` before whom a story is from
    ("source"); `sections` are what the parts of a site are called; `labels` stand before a dash or a colon and are no
    place ("file", "video"). `questions` and `answers` stand before a colon in an interview ("q", "a").
    `furniture_lines` are whole lines that are no part of an article, and `furniture_openings` what such lines begin
    with: neither is ever a headline or an author. `agencies` are news agencies as they are written, capitals and all.

    `furniture` holds what stands alone in a line that is never an article's, by the reason it goes for. A phrase is the
    whole line; one that ends in " *" is how a line begins, one that ends in ":*" the same where a colon, an arrow or a
    dash follows, one that begins with "* " how a line ends. Signs and case do not count, and 0 is any number.

    `cues` and `short_cues` are one or two words by which a removed line tells its reason: in a line of any length, and
    in a short one. `closings` are the lines that close an article, by their kind: `comments`, the `form` to write one,
    what leads `onward`, the `author`, the `foot` and the `menu` of the page.

    `speech` is what tells whose words stand in quotation marks.
    """

    code: str
    name: str
    furniture_words: frozenset[str] = frozenset()
    stop_words: frozenset[str] = frozenset()
    page_words: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    weekdays: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    byline_openings: frozenset[str] = frozenset()
    name_joins: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    date_openings: frozenset[str] = frozenset()
    biography_words: frozenset[str] = frozenset()
    date_leads: frozenset[str] = frozenset()
    place_leads: frozenset[str] = frozenset()
    credit_openings: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    questions: frozenset[str] = frozenset()
    answers: frozenset[str] = frozenset()
    furniture_lines: frozenset[str] = frozenset()
    furniture_openings: frozenset[str] = frozenset()
    agencies: frozenset[str] = frozenset()
    furniture: Mapping[RemovedReason, frozenset[str]] = field(default_factory=dict)
    cues: Mapping[RemovedReason, frozenset[str]] = field(default_factory=dict)
    short_cues: Mapping[RemovedReason, frozenset[str]] = field(default_factory=dict)
    closings: Mapping[str, Closing] = field(default_factory=dict)
    speech: Speech = field(default_factory=Speech)


def words(text: str) -> frozenset[str]:
    """The words of a text, parted by spaces, as a set."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """The phrases of a text, parted by commas, as a set; of spaces and breaks in one, one space is left."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split(",") if phrase.strip())
