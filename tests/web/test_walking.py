"""In a real browser, with and without script: each page is reached as a reader reaches it, and shows what it is there for."""

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from rashomon.pages.index import Index
from rashomon.web.reading import PAGES
from tests.web.conftest import Served, serve, windows

sync_api = pytest.importorskip("playwright.sync_api")


@dataclass(frozen=True, slots=True)
class Walk:
    """A browser in an open workbench."""

    page: Any
    served: Served

    @property
    def index(self) -> Index:
        return self.served.bench.holding.known().index

    def menu(self, name: str) -> None:
        self.page.locator("nav.contents a", has_text=re.compile(rf"^{name}$")).click()
        self.page.wait_for_load_state()

    def head(self) -> str:
        return str(self.page.locator("h1").inner_text())

    def all(self, selector: str) -> Any:
        self.page.wait_for_load_state()  # a click returns when the next page begins to come
        return self.page.locator(selector)

    def texts(self, selector: str) -> list[str]:
        return [text.strip() for text in self.all(selector).all_inner_texts()]

    def shows(self, selector: str, count: int) -> None:
        sync_api.expect(self.page.locator(selector)).to_have_count(count)

    def shows_at_least(self, selector: str, count: int) -> None:
        if count:
            sync_api.expect(self.page.locator(selector).nth(count - 1)).to_be_attached()


@pytest.fixture(scope="module", params=[True, False], ids=["with script", "without script"])
def walk(request: pytest.FixtureRequest, chromium: Any, built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    path = Path(shutil.copy(built, tmp_path_factory.mktemp("walk") / "fire.case"))
    with serve(path) as served, windows(chromium) as window:
        yield Walk(window(served, java_script_enabled=request.param), served)


@pytest.fixture(autouse=True)
def _at_the_start(walk: Walk) -> None:
    walk.page.goto(walk.served.url)


WALKS: dict[str, Callable[[Walk], None]] = {}


def walks(path: str) -> Callable[[Callable[[Walk], None]], Callable[[Walk], None]]:
    def kept(step: Callable[[Walk], None]) -> Callable[[Walk], None]:
        WALKS[path] = step
        return step

    return kept


@walks("/")
def _overview(walk: Walk) -> None:
    """Counts, what needs an eye first, and the accounts; each leads on."""
    disputed = [p for p in walk.index.points if p.status == "disputed"]
    assert f"{len(walk.index.documents)} accounts" in walk.head()
    assert f"{len(disputed)} disputed" in walk.head()
    walk.shows_at_least("#first li", len(disputed))
    walk.shows("#accounts tbody tr", len(walk.index.documents))
    walk.page.locator("#first li a").first.click()
    assert disputed[0].question in walk.head()


@walks("/points")
def _points(walk: Walk) -> None:
    """The list is narrowed down by standing, kind, account, speaker, origin and words."""
    walk.menu("Points")
    walk.shows("main .rows > li", len(walk.index.points))
    for label, value in (("Standing", "disputed"), ("Asks", "how many")):
        walk.page.locator(".filters").get_by_label(label).select_option(label=value)
    walk.page.locator(".filters").get_by_label("Speaker").fill("idris")
    walk.page.get_by_role("button", name="Show").click()
    assert walk.texts("main .rows .q") == ["How many people were killed?"]
    walk.page.get_by_role("link", name="Clear").click()
    walk.page.locator(".filters").get_by_label("Origin").fill("no such origin")
    walk.page.get_by_role("button", name="Show").click()
    walk.shows("main .rows > li", 0)


@walks("/points/{key}")
def _point(walk: Walk) -> None:
    """Versions in their words with a plot of their ranges, reasons, and every claim where it stands."""
    walk.menu("Points")
    walk.page.locator("main .rows a").first.click()
    point = walk.index.points[0]
    assert len(walk.texts(".version")) == len(point.values)
    assert all(value.text in " ".join(walk.texts(".version")) for value in point.values)
    walk.shows(".plot svg.bar", len(point.values))
    assert walk.page.locator(".between li").first.inner_text().startswith("≠ conflict")
    walk.shows("article.saying", len({m.claim for m in point.claims}))
    words = walk.page.locator("article.saying a.words").first
    says = words.inner_text()
    words.click()
    assert walk.page.locator(":target").inner_text().startswith(says[:20])


@walks("/accounts")
def _accounts(walk: Walk) -> None:
    """A line for each account leads to it."""
    walk.menu("Accounts")
    walk.shows("main .rows > li", len(walk.index.documents))
    walk.page.locator("main .rows a").nth(2).click()
    assert walk.index.account(walk.index.case.documents[2].id) in walk.head()


@walks("/accounts/{key}")
def _account(walk: Walk) -> None:
    """The text is seen through layers, what surrounds it is folded, and its omissions and neighbours are named."""
    walk.menu("Accounts")
    walk.page.locator("main .rows a").nth(3).click()
    walk.shows_at_least(".text .claim", 4)
    around = walk.page.locator("details.around").first
    sync_api.expect(around.get_by_text("The Marwan Gazette")).to_be_hidden()
    around.locator("summary").click()
    sync_api.expect(around.get_by_text("The Marwan Gazette")).to_be_visible()
    for layer, says in (("names", "person"), ("figures", "count"), ("times", "2024")):
        walk.page.get_by_role("link", name=layer, exact=True).click()
        assert says in " ".join(found.get_attribute("title") or "" for found in walk.all(".text .found").all())
    walk.shows_at_least("#silent a", 1)
    walk.menu("Accounts")
    walk.page.locator("main .rows a").first.click()
    walk.shows_at_least("#shares li", 3)
    walk.page.get_by_role("link", name="shared with others", exact=True).click()
    assert any("as in The Coastal Post" in (p.get_attribute("title") or "") for p in walk.all(".text .found").all())


@walks("/claims/{key}")
def _claim(walk: Walk) -> None:
    """The pencil beside a claim in its account leads to all that can be decided about it, and to claims to join it with."""
    walk.menu("Accounts")
    walk.page.locator("main .rows a").first.click()
    walk.page.get_by_role("link", name="decide on this claim").first.click()
    assert walk.head() == "A claim"
    walk.shows_at_least(".forms form.decide", 5)
    walk.page.get_by_label("Words in the claim").fill("nine")
    walk.page.get_by_role("button", name="Look for claims").click()
    walk.shows_at_least(".other", 2)


@walks("/people")
def _people(walk: Walk) -> None:
    """Those who speak and are named, by kind and name."""
    walk.menu("People and bodies")
    everyone = walk.all("main .rows > li").count()
    walk.page.locator(".filters").get_by_label("Kind").select_option("person")
    walk.page.get_by_role("button", name="Show").click()
    assert 0 < walk.all("main .rows > li").count() < everyone


@walks("/entities/{key}")
def _entity(walk: Walk) -> None:
    """What one speaker says in all accounts, what is said of them, and how they are written."""
    walk.menu("People and bodies")
    walk.page.locator(".filters").get_by_label("Name").fill("harrani")
    walk.page.get_by_role("button", name="Show").click()
    walk.page.locator("main .rows a").first.click()
    assert "al-Harrani" in walk.head()
    assert len(set(walk.texts("article.saying .where a"))) > 1
    assert {"What they are said to have said", "What is said of them", "How it is written"} <= set(walk.texts("h2"))
    assert any("el-Harrani" in text for text in walk.texts(".other b"))


@walks("/beside")
def _beside(walk: Walk) -> None:
    """Two accounts are chosen; their points, shared words and texts stand beside one another."""
    walk.menu("Side by side")
    left, right = walk.index.case.documents[:2]
    walk.page.get_by_label("One account").select_option(left.id)
    walk.page.get_by_label("Another").select_option(right.id)
    walk.page.get_by_role("button", name="Show").click()
    walk.shows_at_least("article.beside", 2)
    walk.shows_at_least(".passage", 2)
    assert "syndicates" in walk.page.locator("main").inner_text()
    boxes = [walk.page.locator("article.beside .two > div").nth(n).bounding_box() for n in (0, 1)]
    assert boxes[0]["y"] == boxes[1]["y"]
    assert boxes[0]["x"] < boxes[1]["x"]


@walks("/lineage")
def _lineage(walk: Walk) -> None:
    """A drawing with its evidence in words, reporting that is not in the pile, and what copies changed."""
    walk.menu("Lineage")
    walk.shows_at_least("svg.graph a path.edge", 5)
    walk.shows_at_least("svg.graph .node.beyond", 1)
    walk.shows_at_least(".edges .ground q", 5)
    for folded in walk.all("details.passages > summary").all():
        folded.click()
    sync_api.expect(walk.page.locator(".passage .changes").first).to_be_visible()


@walks("/figures")
def _figures(walk: Walk) -> None:
    """Ranges on one axis for each point that figures answer."""
    walk.menu("Figures")
    walk.shows_at_least(".plots article", 2)
    assert "11 to 13" in walk.page.locator(".plots").inner_text()
    walk.page.locator(".plots h3 a").first.click()
    assert "How many" in walk.head()


@walks("/timeline")
def _timeline(walk: Walk) -> None:
    """When it was against when it was published, intervals as intervals, with the claims behind each entry."""
    walk.menu("Timeline")
    entries = walk.page.locator(".timeline > li[id]")
    sync_api.expect(entries).to_have_count(len(walk.index.case.timeline))
    assert "published" in entries.first.inner_text()
    walk.shows_at_least(".timeline line.range", 3)
    entries.first.locator("summary").click()
    sync_api.expect(entries.first.locator("blockquote").first).to_be_visible()


@walks("/names")
def _names(walk: Walk) -> None:
    """Spellings by account, with why they are one."""
    walk.menu("Names")
    rows = " ".join(walk.texts("table.names tbody tr"))
    assert "Tell Merouane" in rows
    walk.page.locator("table.names th a").first.click()
    assert "How it is written" in walk.texts("h2")


@walks("/wording")
def _wording(walk: Walk) -> None:
    """Who calls whom what, in whose voice: a matrix whose words lead to where they stand."""
    walk.menu("Wording")
    heads = walk.texts("article.labels thead th")
    assert (
        heads[:4] == ["Account", "Own voice", "Quoted", "Reported"]
        if heads
        else "Nobody" in walk.page.locator("main").inner_text()
    )


@walks("/map")
def _map(walk: Walk) -> None:
    """Places with their precision; the example's town exists nowhere, which is said."""
    walk.menu("Map")
    places = [e for e in walk.index.case.entities if e.place]
    shown = walk.all("svg.map circle.dot").count()
    assert shown >= len(places)
    assert shown or "No place could be resolved" in walk.page.locator("main").inner_text()


@walks("/silence")
def _silence(walk: Walk) -> None:
    """Which account is silent on which disputed point, and which was too early."""
    walk.menu("What is left out")
    cells = walk.texts("table.who td")
    assert cells
    assert all(cell in ("silent", "too early") or re.fullmatch("[A-Z ]+", cell) for cell in cells)
    walk.page.locator("table.who tbody th a").first.click()
    assert walk.index.points[0].question in walk.head()


@walks("/search")
def _search(walk: Walk) -> None:
    """Words are found in texts and claims, marked, and lead to their place."""
    walk.page.get_by_role("searchbox", name="Search").fill("grain warehouse")
    walk.page.keyboard.press("Enter")
    walk.page.wait_for_url("**/search?q=*")
    assert "grain warehouse" in " ".join(walk.texts(".hits mark")) or {"grain", "warehouse"} <= set(walk.texts(".hits mark"))
    walk.page.locator("main").locator("select[name=in]").select_option("text")
    walk.page.get_by_role("button", name="Find").last.click()
    walk.page.locator(".hits .context a").first.click()
    assert "grain" in walk.page.locator(".sought").first.inner_text()


@walks("/log")
def _log(walk: Walk) -> None:
    """Nothing decided is said to be nothing decided."""
    walk.menu("Log")
    assert "Nobody has decided anything yet." in walk.page.locator("main").inner_text()


@walks("/author")
def _author(walk: Walk) -> None:
    """Who decides is said once and kept."""
    walk.page.goto(f"{walk.served.url}/author")
    walk.page.get_by_label("Name").fill("Zoë Łuk")
    walk.page.get_by_role("button", name="Keep").click()
    walk.page.wait_for_selector("text=Decisions by Zoë Łuk")


@walks("/keys")
def _keys(walk: Walk) -> None:
    """The keys are listed."""
    walk.page.get_by_role("link", name="Keys", exact=True).click()
    assert {"?", "/", "j", "u"} <= set(walk.texts("kbd"))


def test_no_page_is_left_out() -> None:
    assert set(WALKS) == {path for path, _ in PAGES}


@pytest.mark.parametrize("path", WALKS)
def test_a_page_is_reached_and_shows_what_it_is_there_for(walk: Walk, path: str) -> None:
    WALKS[path](walk)
