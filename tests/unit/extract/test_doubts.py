"""Names that the model has by a hair: what becomes of them, and where the leads come from."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.core.extract.document.describing import describe
from pipeline.core.extract.document.grouping import group
from pipeline.core.extract.model import choice as models
from pipeline.core.extract.model.fast import FastNer, Lead
from pipeline.core.extract.model.fast.layout import Layout
from pipeline.core.extract.model.reading import Reader
from pipeline.core.extract.resolve.article import Found
from tests.unit.extract.marked import read

_HAIR, _UNSURE, _CLEAR = 0.2, 1.5, 4.0


def names(marked: str, leads: dict[str, Lead]) -> dict[str, float]:
    """The entities of a marked text and their salience, with the leads that its names have."""
    article, spans = read(marked)
    known = {span: leads[article.surface(span)] for span in spans if article.surface(span) in leads}
    return {one.name: one.salience for one in describe(article, group(article, spans), leads=known)}


@pytest.mark.parametrize(
    ("marked", "name", "lead", "kept"),
    [
        ("It was [PERSON:Taunts] that they heard.", "Taunts", Lead(_HAIR, True), False),
        ("It was [PERSON:Taunts] that they heard.", "Taunts", Lead(_HAIR, False), True),
        ("It was [PERSON:Taunts] that they heard.", "Taunts", Lead(_UNSURE, True), True),
        ("It was [ORG:Bandgap] that they built.", "Bandgap", Lead(_HAIR, False), False),
        ("It was [ORG:Bandgap] that they built. So [ORG:Bandgap] grew.", "Bandgap", Lead(_HAIR, False), True),
        ("It was [ORG:Reuters] that they read.", "Reuters", Lead(_HAIR, True), True),
        ("It was [GPE:Oslo] that they saw.", "Oslo", Lead(_HAIR, True), True),
        ("[ORG:Bandgap] said on Monday that it grew.", "Bandgap", Lead(_HAIR, True), True),
    ],
    ids="nothing type unsure organisation twice known place acts".split(),
)
def test_what_is_named_once_by_a_hair_goes(marked: str, name: str, lead: Lead, kept: bool) -> None:
    assert (name in names(marked, {name: lead})) is kept


def test_an_organisation_on_the_map_stays() -> None:
    assert "Manchester" in names("They beat [ORG:Manchester] on Monday.", {"Manchester": Lead(_HAIR, False)})


def test_an_unsure_name_counts_less() -> None:
    marked = "They spoke of [ORG:Bandgap] and of [ORG:Nexpo]."
    sure = names(marked, {"Bandgap": Lead(_CLEAR, True)})
    unsure = names(marked, {"Bandgap": Lead(_UNSURE, True)})
    assert unsure["Bandgap"] == pytest.approx(0.3 * sure["Bandgap"], abs=0.001)
    assert unsure["Nexpo"] == sure["Nexpo"]


@settings(max_examples=25, deadline=None)
@given(score=st.floats(min_value=0, max_value=20), over_none=st.booleans())
def test_a_lead_never_adds_anything(score: float, over_none: bool) -> None:
    marked = "They spoke of [ORG:Bandgap], of [PERSON:Taunts] and of [ORG:Nexpo]."
    plain = names(marked, {})
    found = names(marked, dict.fromkeys(plain, Lead(score, over_none)))
    assert all(found[name] <= plain[name] for name in found)


def test_the_engine_tells_its_leads_for_what_it_finds() -> None:
    nlp = models.load("md", tuned=True).nlp
    text = "Maria Keller, who runs Nordwind Energy in Hamburg, met the Danish minister in May."
    ((spans, leads),) = FastNer(nlp).read([nlp.make_doc(text)])
    assert spans
    assert all(leads[start].score > 0 for start, _, _ in spans)
    assert np.isfinite([lead.score for lead in leads.values()]).all()


def test_a_lead_is_what_the_best_label_has_over_the_next() -> None:
    """By whichever move of theirs, and none at all is a label too."""
    nlp = models.load("md", tuned=True).nlp
    engine = FastNer(nlp)
    doc = nlp.make_doc("Maria Keller of Nordwind Energy met Danish ministers and Reykjavik's mayor on Tuesday. Taunts")
    parser = engine._weights.parser
    layout = Layout.of([len(doc)], engine._encoder.padding)
    words = engine._encoder.encode(layout.spread(engine._types.rows([doc])), engine._types.vectors)
    ((_, leads),) = engine.read([doc])
    assert len(leads) > 3
    for start, lead in leads.items():
        pieces = (words[layout.starts[0] + start] @ parser.lower[0] + parser.outside).reshape(-1, parser.hidden)
        scores = dict.fromkeys(parser.labels, -np.inf)
        for move, label, score in zip(
            parser.moves, parser.labels, pieces.max(axis=0) @ parser.closed + parser.closed_bias, strict=True
        ):
            if start < len(doc) - 1 or move != "B":
                scores[label] = max(scores[label], score)
        (_, best), (second, next_best) = sorted(scores.items(), key=lambda item: -item[1])[:2]
        assert lead.score == pytest.approx(best - next_best, abs=1e-4)
        assert lead.over_none == (second == "")


def test_a_reader_hands_leads_on_by_name() -> None:
    nlp = models.load("md", tuned=True).nlp
    texts = ["", "Oslo is cold.\n\nMaria Keller met Anna Lind of Nordwind Energy."]
    empty, reading = Reader(nlp).read_with_leads(texts)
    assert empty.spans == []
    assert empty.leads == {}
    assert reading.spans == Reader(nlp).read(texts)[1]
    assert reading.leads.keys() == set(reading.spans)
    assert Reader(nlp, "spacy").read_with_leads(texts)[1] == (reading.spans, {})


def test_long_texts_have_their_leads_at_the_right_place() -> None:
    """Parts of a long text are read one by one."""
    nlp = models.load("md", tuned=True).nlp
    line = "Maria Keller of Nordwind Energy met the Danish minister in Hamburg on Tuesday.\n"
    (reading,) = Reader(nlp).read_with_leads([line * 600])
    last = max(reading.spans)
    assert last.start > len(line) * 590
    assert isinstance(last, Found)
    assert reading.leads[last].score > 0


def test_a_model_whose_leads_were_not_measured_is_told_apart() -> None:
    assert "tuned" not in models.load("md", tuned=False).component.settings
