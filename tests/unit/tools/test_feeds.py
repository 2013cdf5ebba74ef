"""What is read of feeds, lists of feeds and robots.txt, and which addresses are asked."""

import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.core.codec import record_id
from pipeline.tools.errors import UsageError
from pipeline.tools.feed.entries import NoFeedError, read_feed
from pipeline.tools.feed.guard import PrivateAddressError, is_public, public_socket
from pipeline.tools.feed.opml import feeds_of
from pipeline.tools.feed.robots import read_rules

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Coastal  Courier</title><link>https://courier.example/</link>
<item><title>New &amp; late</title><link>/b#top</link><guid>2</guid><pubDate>Tue, 03 Mar 2026 10:00:00 +0100</pubDate>
<description>Short.</description><content:encoded><![CDATA[<p>The whole text.</p>]]></content:encoded></item>
<item><title>Old</title><link>https://courier.example/a</link></item>
<item><title>Old again</title><link>https://courier.example/a</link></item>
<item><link>javascript:alert(1)</link><title>No page</title></item></channel></rss>"""


def test_items_come_the_oldest_first_with_absolute_links_and_each_once() -> None:
    title, found = read_feed(RSS.encode(), "https://courier.example/feed")
    assert title == "Coastal Courier"
    assert [(entry.url, entry.title) for entry in found] == [
        (None, "No page"),
        ("https://courier.example/a", "Old"),
        ("https://courier.example/b", "New & late"),
    ]
    assert found[2].published_at == "2026-03-03T09:00:00Z"
    assert found[2].html == "<p>The whole text.</p>"
    assert found[2].key == record_id(b"https://courier.example/b")


def test_atom_is_a_feed_too() -> None:
    atom = """<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><title>One</title><id>urn:1</id>
      <link rel="alternate" href="https://a.example/1"/><updated>2026-03-03T09:00:00Z</updated>
      <content type="html">&lt;p&gt;Text&lt;/p&gt;</content></entry></feed>"""
    _, (entry,) = read_feed(atom.encode(), "https://a.example/feed")
    assert (entry.url, entry.html, entry.published_at) == ("https://a.example/1", "<p>Text</p>", "2026-03-03T09:00:00Z")


def test_what_is_no_feed_and_what_names_a_file_is_none(tmp_path: Path) -> None:
    secret = tmp_path / "secret.rss"
    secret.write_text(RSS, encoding="utf-8")
    for content in (b"", b"<html><p>Not found</p></html>", str(secret).encode(), secret.as_uri().encode()):
        with pytest.raises(NoFeedError):
            read_feed(content, "https://a.example/feed")


def test_hostile_feeds_are_read_or_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("TOP SECRET", encoding="utf-8")
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    item = "<rss version='2.0'><channel><item><link>https://a.example/1</link><title>{}</title></item></channel></rss>"
    hostile = [
        f'<!DOCTYPE rss [<!ENTITY e0 "ha">{bomb}]>' + item.format("&e11;"),
        f'<!DOCTYPE rss [<!ENTITY f SYSTEM "{(tmp_path / "secret").as_uri()}">]>' + item.format("&f;"),
        item.format("&#xD800;" + "x" * 100_000),
        "<rss version='2.0'><channel>" + "<item>" * 3000,
        "<rss version='2.0'><channel><item>" + "<b>" * 20_000,
    ]
    for content in hostile:
        try:
            _, found = read_feed(content.encode(), "https://a.example/feed")
        except NoFeedError:
            continue
        assert len(found) <= 1000
        for entry in found:
            assert len(entry.title or "") <= 2000
            assert "SECRET" not in (entry.title or "")
            (entry.title or "").encode()


@given(st.binary(max_size=200))
def test_no_bytes_are_more_than_no_feed(content: bytes) -> None:
    try:
        read_feed(b"<rss version='2.0'><channel>" + content, "https://a.example/feed")
    except NoFeedError as error:
        assert str(error)


@pytest.mark.parametrize(
    "address",
    "127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255 "
    "::1 :: fe80::1%eth0 fc00::1 ::ffff:127.0.0.1 64:ff9b::7f00:1 2002:7f00:1:: ff02::1".split(),
)
def test_private_addresses_are_not_asked_however_they_are_wrapped(address: str) -> None:
    assert not is_public(address)
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with pytest.raises(PrivateAddressError, match="--allow-private"):
        public_socket((family, socket.SOCK_STREAM, 6, "", (address, 80)))


@pytest.mark.parametrize("address", ["8.8.8.8", "2001:4860:4860::8888", "::ffff:8.8.8.8"])
def test_public_ones_are(address: str) -> None:
    assert is_public(address)


def test_feeds_are_named_or_listed_each_once(tmp_path: Path) -> None:
    file = tmp_path / "a.opml"
    file.write_text(
        """<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY x "y">]><opml><body><outline text="News"><outline type="rss"
        xmlUrl="https://a.example/feed"/><outline xmlUrl="file:///etc/passwd"/></outline></body></opml>""",
        encoding="utf-8",
    )
    assert feeds_of(["http://b.example/", str(file), "http://b.example/"]) == [
        "http://b.example/",
        "https://a.example/feed",
    ]
    for wrong, why in {"ftp://a.example/": "neither", "a.txt": "neither"}.items():
        with pytest.raises(UsageError, match=why):
            feeds_of([wrong])
    for content, why in {"<opml/>": "names no feed", "<opml": "is no OPML"}.items():
        file.write_text(content, encoding="utf-8")
        with pytest.raises(UsageError, match=why):
            feeds_of([str(file)])


def test_robots_txt_is_obeyed_and_a_wild_pause_is_not_waited_for() -> None:
    rules = read_rules(b"User-agent: *\nDisallow: /private/\nCrawl-delay: 9999\n\xff\n")
    assert rules.allows("https://a.example/a", "dateline/1")
    assert not rules.allows("https://a.example/private/a", "dateline/1")
    assert rules.pause("dateline/1") == 60.0
