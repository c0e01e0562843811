"""Every page stands complete without script, and says where what it shows is written."""

import html
import re
from html.parser import HTMLParser

import pytest

from rashomon import api
from rashomon.pages.workbench import paging, searching, sections
from rashomon.web.reading import PAGES
from tests.web.conftest import Served


def addresses(served: Served) -> list[str]:
    """An address for every page there is."""
    index = served.bench.holding.known().index
    keys = {
        "/points/{key}": index.points[0].id,
        "/accounts/{key}": index.case.documents[0].id,
        "/claims/{key}": index.case.claims[0].id,
        "/entities/{key}": index.case.mentions[0].entity or "",
    }
    left, right = (d.id for d in index.case.documents[:2])
    more = [f"/beside?left={left}&right={right}", "/search?q=fire", "/points?status=disputed&decided=no&speaker=al"]
    more += [f"/accounts/{left}?layer={name}" for name in ("names", "figures", "times", "shared", "plain")]
    return [path.replace("{key}", keys.get(path, "")) for path, _ in PAGES] + more


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.heads = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.heads += tag == "h1"
        if tag == "a" and found.get("href"):
            self.links.append(found["href"] or "")
        if found.get("id"):
            self.ids.add(found["id"] or "")


def test_every_page_stands_and_every_link_on_it_leads_to_something(served: Served) -> None:
    client = served.browser()
    pages: dict[str, _Links] = {}

    def parsed(path: str) -> _Links:
        if path not in pages:
            reply = client.get(path)
            assert reply.status_code == 200, path
            pages[path] = _Links()
            if "html" in reply.headers["content-type"]:
                pages[path].feed(reply.text)
        return pages[path]

    for address in addresses(served):
        page = parsed(address)
        assert page.heads == 1, address
        for link in dict.fromkeys(page.links):
            path, _, fragment = link.partition("#")
            assert not re.match(r"\w+:|//", link)
            target = parsed(path or address)
            assert not fragment or fragment in target.ids, (address, link)


def test_a_long_list_leads_on_to_its_end(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging.paged, "__defaults__", (2, "page"))
    monkeypatch.setattr(sections, "_SILENT", 2)
    monkeypatch.setattr(sections, "_PLOTS", 1)
    monkeypatch.setattr(searching, "SIZE", 2)
    claims = served.bench.holding.known().index.case.claims
    for claim in claims[:3]:
        api.decide(served.bench.holding.path, "note", [claim.id], "seen", "Ada")
    client = served.browser()
    for path in ("points", "accounts", "people", "lineage", "figures", "timeline", "names", "silence", "search?q=fire", "log"):
        seen, address = 0, f"/{path}"
        while address:
            page = client.get(address).text
            found = re.search(r'<a href="([^"]+)" rel="next"', page)
            address, seen = html.unescape(found[1]) if found else "", seen + 1
        assert seen > 1, path
        assert path == "lineage" or f"Page {seen} of {seen}" in page  # which has two lists


@pytest.mark.parametrize("query", ["page=0", "page=-3", "page=999999999999", "page=x", "kind=%00&q=%22%3B", "status=none"])
def test_a_list_that_is_asked_for_oddly_still_stands(served: Served, query: str) -> None:
    client = served.browser()
    for path in ("/points", "/people", "/log", "/timeline", "/lineage", "/names", "/wording", "/figures", "/silence", "/search"):
        assert client.get(f"{path}?{query}").status_code == 200


@pytest.mark.parametrize("words", ['"', "NEAR(", "a AND", "*", "x" * 5000, "-", '"a b" c', "\x00", "‮", "الميناء"])
def test_any_words_can_be_searched_for(served: Served, words: str) -> None:
    assert served.browser().get("/search", params={"q": words}).status_code == 200


def test_search_marks_words_in_texts_and_claims_and_leads_to_them(served: Served) -> None:
    client = served.browser()
    page = client.get("/search", params={"q": "“grain warehouse”"}).text
    assert "<mark>grain warehouse</mark>" in page
    text = client.get("/search", params={"q": "grain", "in": "text"}).text
    assert "?find=" in text
    assert ">claim</span>" not in text


def test_files_are_sent_as_files(served: Served) -> None:
    client = served.browser()
    for path in ("/report", "/log.jsonl"):
        assert client.get(path).headers["content-disposition"].startswith("attachment")


def test_a_case_that_goes_away_is_said_on_every_page(served: Served) -> None:
    client = served.browser()
    served.bench.holding.path.rename(served.bench.holding.path.with_suffix(".moved"))
    page = client.get("/points")
    assert page.status_code == 200
    assert "No such file" in page.text
