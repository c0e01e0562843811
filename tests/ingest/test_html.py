"""What the reading of saved web pages promises."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.ingest import piles
from rashomon.model import Document

PAGE = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Fire in Selby | The Selby Post</title>
<meta property="og:site_name" content="The Selby Post">{head}
<link rel="canonical" href="https://selby.example/fire"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<article><h1>Fire destroys the old fish market of Selby</h1>
<p>SELBY (Reuters) - A fire destroyed the old fish market of Selby on Monday night, the harbour master said on the radio.</p>
<h2>What the watchman saw</h2>
<p>Two hundred people watched from the pier as the roof of the market came down into the water with a great noise.</p>
<blockquote><p>We ran to the boats, and there was no water in any of the hoses that night.</p></blockquote>
<p>Nobody knows yet how the fire began, and the police have not spoken to the watchman.</p>
<p>ALSO READ: Storm closes schools</p></article>
<footer><p>Copyright 2019 The Selby Post. All rights reserved.</p></footer></body></html>"""


def page(tmp_path: Path, head: str = "", source: str = PAGE) -> Document:
    (tmp_path / "a.html").write_text(source.replace("{head}", head), encoding="utf-8")
    return piles.read([tmp_path / "a.html"]).documents[0]


def test_paragraphs_stand_on_lines_with_their_roles(tmp_path: Path) -> None:
    document = page(tmp_path)
    assert [b.role for b in document.blocks] == [
        "headline", "dateline", "paragraph", "subhead", "paragraph", "quote", "paragraph", "related",
    ]  # fmt: skip
    assert "Home" not in document.text


def test_a_page_states_its_own_facts(tmp_path: Path) -> None:
    document = page(tmp_path, '<meta name="author" content="By Mona Kell">')
    assert (document.outlet, document.host, document.agency) == ("The Selby Post", "selby.example", "Reuters")
    assert (document.authors, document.language) == (("Mona Kell",), "en")
    assert document.title is not None
    assert document.title.text == "Fire destroys the old fish market of Selby"


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="2019-05-03T10:00:00Z">', "2019-05-03"),
        ('<meta property="article:modified_time" content="2020-01-01T10:00:00Z">', None),
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2019-05-03", '
            '"dateModified": "2020-01-01", "headline": "Fire"}]}</script>',
            "2019-05-03",
        ),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "datePub</script>', None),
    ],
)
def test_the_day_of_publication_is_never_that_of_the_last_change(tmp_path: Path, head: str, day: str | None) -> None:
    value = page(tmp_path, head).published.value
    assert (value or "")[:10] == (day or "")


JSON_LD = '<script type="application/ld+json">{"@type": "NewsArticle", "isBasedOn": %s}</script>'


@pytest.mark.parametrize(
    ("head", "taken"),
    [
        (JSON_LD % '"https://other.example/1"', [("other.example", "https://other.example/1", "paraphrases")]),
        (JSON_LD % '{"@type": "Movie", "name": "The Crane"}', [("The Crane", None, "paraphrases")]),
        (
            '<meta name="syndication-source" content="https://www.wire.example/a/7">',
            [("wire.example", "https://www.wire.example/a/7", "syndicates")],
        ),
        (
            '<meta name="original-source" content="https://paper.example/scoop">',
            [("paper.example", "https://paper.example/scoop", "cites")],
        ),
        (
            '<meta property="og:url" content="https://lake.example/2"><link rel="canonical" href="https://north.example/1">',
            [("north.example", "https://north.example/1", "reprints")],
        ),
        ('<meta property="og:url" content="https://lake.example/2"><link rel="canonical" href="https://lake.example/2">', []),
        ('<link rel="canonical" href="https://lake.example/2">', []),
        ('<meta name="original-source" content="https://selby.example/1">', []),
        (JSON_LD % '[{"@id": 7}, null, ""]', []),
    ],
)
def test_a_page_says_in_its_metadata_from_which_it_was_taken(tmp_path: Path, head: str, taken: list[tuple[str, ...]]) -> None:
    assert [(t.name, t.url, t.manner) for t in page(tmp_path, head).taken] == taken


def test_a_canonical_address_elsewhere_is_not_the_pages_own(tmp_path: Path) -> None:
    head = '<meta property="og:url" content="https://lake.example/2"><link rel="canonical" href="https://north.example/1">'
    assert page(tmp_path, head).url == "https://lake.example/2"


def test_the_declared_encoding_is_used(tmp_path: Path) -> None:
    source = PAGE.replace("utf-8", "windows-1251").replace("{head}", "").replace("the watchman.", "the watchman Иван.")
    (tmp_path / "a.html").write_bytes(source.encode("cp1251"))
    assert "Иван" in piles.read([tmp_path / "a.html"]).documents[0].text


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.integers(0, len(PAGE)), junk=st.text(max_size=20))
def test_broken_pages_never_raise(tmp_path: Path, cut: int, junk: str) -> None:
    (tmp_path / "b.html").write_text(PAGE[:cut] + junk + PAGE[cut + 40 :], encoding="utf-8", errors="replace")
    pile = piles.read([tmp_path / "b.html"])
    assert len(pile.documents) + len(pile.skipped) == 1
