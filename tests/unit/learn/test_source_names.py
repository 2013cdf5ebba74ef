import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.core.learn.sources import candidates, source_of


@pytest.mark.parametrize(
    ("source", "url", "name"),
    [
        ("Coastal  Courier ", "https://www.bbc.co.uk/a", "Coastal Courier"),
        (None, "https://www.bbc.co.uk/news/1", "bbc.co.uk"),
        ("", "https://news.example.com/1", "example.com"),
        ("  ", "//m.lemonde.fr/a", "lemonde.fr"),
        (None, "http://127.0.0.1/a", None),
        (None, "http://[broken", None),
        (None, "no address", None),
        (None, None, None),
        ("x" * 201, None, None),
    ],
)
def test_the_source_goes_before_the_urls_registered_domain(
    source: str | None, url: str | None, name: str | None
) -> None:
    assert source_of(source, url) == name


@given(st.text(max_size=60), st.text(max_size=60) | st.none(), st.text(max_size=20))
def test_the_articles_own_source_is_among_the_candidates(source: str, url: str | None, text: str) -> None:
    message = orjson.dumps({"id": "a", "text": text, "source": source, "url": url})
    found = source_of(source, url)
    assert found is None or found in candidates(message)


@given(st.binary(max_size=300))
def test_any_bytes_will_do(message: bytes) -> None:
    assert isinstance(candidates(message), tuple)


def test_a_message_full_of_sources_has_few() -> None:
    assert len(candidates(b",".join(b'"source": "s%d"' % n for n in range(1000)))) == 8
