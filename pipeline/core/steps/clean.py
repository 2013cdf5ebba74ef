"""The clean step: raw articles in, clean articles out."""

from collections import Counter
from collections.abc import Mapping, Sequence

from pipeline.core.clean import Caution, Cleaned, Cleaner
from pipeline.core.codec import BadInputError, decode_raw, encode
from pipeline.core.flow import Channel, Stage
from pipeline.core.learn.known import Evidence, unpack
from pipeline.core.learn.removing import without_recurring
from pipeline.core.learn.sightings import sighting
from pipeline.core.learn.sources import source_of
from pipeline.core.outcome import Known, Message, Outcome, Output
from pipeline.core.reasons import DeadReason
from pipeline.core.records import CleanArticle, RawArticle, Sighting
from pipeline.core.steps.records import clean_record
from pipeline.core.steps.settings import Loaded, StepSettings
from pipeline.core.steps.step import Step

_MOST_KNOWN = 500  # sources kept unpacked; what is unpacked depends on nothing but the bytes


class CleanStep(Step):
    """Cuts what is not the article."""

    stage = Stage.CLEAN

    def __init__(self, settings: StepSettings) -> None:
        """Load the cleaner."""
        super().__init__(settings)
        self._learn = settings.learn
        self._max_cut_share = settings.max_cut_share
        self._known: dict[str, tuple[str, Mapping[str, Evidence]]] = {}
        self.cleaner = Cleaner(caution=Caution(settings.caution), max_cut_share=settings.max_cut_share)

    def loaded(self) -> Loaded:
        """The cleaner."""
        return Loaded(cleaner=f"{self.cleaner.component.name} {self.cleaner.component.version}")

    def run(self, messages: Sequence[Message]) -> list[Outcome]:
        """Clean a batch: pages one by one, texts together."""
        outcomes, articles = self.decode(messages, self._read)
        plain = [article for article, page in articles.values() if page is None]
        texts = iter(self.cleaner.clean_many([(article.text or "", article.title) for article in plain]))
        for number, (article, page) in articles.items():
            outcomes[number] = self._cleaned(messages[number], article, page or next(texts))
        return [outcomes[number] for number in range(len(messages))]

    def _read(self, value: bytes) -> tuple[RawArticle, Cleaned | None]:
        article = decode_raw(value, self.limits)
        return article, None if article.html is None else self._clean_page(article, article.html)

    def _clean_page(self, article: RawArticle, html: str) -> Cleaned:
        cleaned = self.cleaner.clean_html(html, url=article.url, title=article.title)
        if cleaned is None or not cleaned.text.strip():
            why = self.cleaner.why_no_article(html)
            raise BadInputError(
                DeadReason.NO_ARTICLE_IN_HTML, f"no article was found in the page: {why}", id=article.id
            )
        return cleaned

    def _cleaned(self, message: Message, article: RawArticle, cleaned: Cleaned) -> Outcome:
        record = clean_record(article, cleaned, self.cleaner.component)
        told = self._told(record, cleaned)
        if told is not None:
            for known in message.known:
                if known.source == told.source:
                    lines = self._lines(known)
                    record = without_recurring(record, told, known.version, lines, self._max_cut_share)
        outputs = [Output(Channel.CLEAN, record.id.encode(), encode(record))]
        if told is not None:
            outputs.append(Output(Channel.SIGHTINGS, told.source.encode(), encode(told)))
        counts = {
            "removed_lines": Counter(line.reason.value for line in record.removed),
            "marks": Counter(mark.value for mark in record.marks),
            "sources": {record.source or "": 1},
        }
        return self.done(message, record.id, tuple(outputs), counts)

    def _lines(self, known: Known) -> Mapping[str, Evidence]:
        """What is known of a source, unpacked once for many articles."""
        last = self._known.get(known.source)
        if last is None or last[0] != known.version:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            last = self._known[known.source] = (known.version, unpack(known))
        return last[1]

    def _told(self, record: CleanArticle, cleaned: Cleaned) -> Sighting | None:
        """What the article tells of its source's lines; nothing where learning is off or no source is known."""
        source = source_of(record.source, record.url) if self._learn else None
        return None if source is None else sighting(source, record.id, cleaned)
