"""In a real browser: words that run from right to left run so, wherever they stand, and no page is pushed sideways by them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import rashomon
from rashomon import pipeline
from rashomon.model import Case, Hop, Membership, Value
from rashomon.store import casefile
from tests.pages import harbour
from tests.web.conftest import Served
from tests.web.test_reading import addresses

SAYS = "١٢ جثة عُثر عليها (بحسب Channel 9) في المستودع"
LONG = "Wehr" * 60
ARABIC = f"حريق في ميناء إيستبورت\nقال رئيس البلدية إن {SAYS}، ونفى وقوع انفجار. {LONG}\n"


def _case() -> Case:
    """The hand-made case with an account in Arabic, whose speaker and outlet have Arabic names, and with an overlong word."""
    told = harbour._document("d4", ARABIC, "صحيفة الميناء", ("headline", "paragraph"), language="ar")
    mayor = Hop(name="رئيس البلدية", kind="person")
    channel = Hop(name="Channel 9", kind="organisation", inferred=True, why="لأن العنوان يسميها")
    found = harbour.claim(told, SAYS, mayor, channel)
    long = harbour.claim(told, LONG)
    value = Value(id="v3", text=SAYS, low=12, high=12, origins=("o1",))
    members = (Membership(claim=found.id, value="v3"), Membership(claim=long.id, value="v3"))
    point = replace(harbour.deaths, values=(*harbour.deaths.values, value), claims=(*harbour.deaths.claims, *members))
    points = tuple(point if p.id == point.id else p for p in harbour.case.points)
    documents = (*harbour.case.documents, told)
    return replace(harbour.case, documents=documents, claims=(*harbour.case.claims, found, long), points=points, decisions=())


def keep(case: Case, path: Path) -> Path:
    """A case file that holds this case as settled."""
    with casefile.opened(path, create=True) as file:
        file.put(case.documents, {d.sha256: b"" for d in case.documents})
        file.derive(file.fingerprint(rashomon.__version__, *pipeline.recipe()), case)
    return path


@pytest.fixture
def arabic(serving: Callable[..., Served], tmp_path: Path) -> Served:
    return serving(keep(_case(), tmp_path / "arabic.case"), author="Ada Moor")


@pytest.mark.parametrize("width", [360, pytest.param(1280, marks=pytest.mark.pages), pytest.param(2560, marks=pytest.mark.pages)])
def test_long_words_and_words_from_the_right_push_no_page_sideways(
    arabic: Served, window: Callable[..., Any], width: int
) -> None:
    page = window(arabic, viewport={"width": width, "height": 800})
    index = arabic.bench.holding.known().index
    more = ["/accounts/d4", "/points/p-deaths", "/beside?left=d1&right=d4", index.page("k", index.case.claims[-1].id)]
    for address in (*addresses(arabic), *more):
        page.goto(arabic.url + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width + 1, address


def test_each_text_runs_in_its_own_direction(arabic: Served, window: Callable[..., Any]) -> None:
    page = window(arabic)
    page.goto(f"{arabic.url}/accounts/d4")
    block = page.locator(".text p", has_text="البلدية").first
    assert block.evaluate("e => e.matches(':dir(rtl)') && getComputedStyle(e).textAlign") in ("start", "right")
    assert page.locator("html").evaluate("e => e.matches(':dir(ltr)')")
    page.goto(f"{arabic.url}/points/p-deaths")
    for words, direction in ((SAYS, "rtl"), ("About 40 people died", "ltr")):
        said = page.locator(".version blockquote", has_text=words).first
        assert said.evaluate(f"e => e.matches(':dir({direction})')"), words
        context = page.locator("article.saying .context", has_text=words).first
        assert context.evaluate(f"e => e.matches(':dir({direction})')"), words


def test_a_chain_is_read_from_the_left_whatever_its_names_are_written_in(arabic: Served, window: Callable[..., Any]) -> None:
    page = window(arabic)
    page.goto(f"{arabic.url}/points/p-deaths")
    chain = page.locator("article.saying .chain", has_text="رئيس البلدية").first
    boxes = [chain.locator(".step").nth(n).bounding_box() for n in range(3)]
    places = [(round(box["y"] / 10), box["x"]) for box in boxes]
    assert places == sorted(places)
    assert chain.locator(".step").all_inner_texts() == ["رئيس البلدية", "Channel 9", "صحيفة الميناء"]


def test_a_form_takes_an_answer_from_the_right(arabic: Served, window: Callable[..., Any]) -> None:
    page = window(arabic)
    index = arabic.bench.holding.known().index
    page.goto(arabic.url + index.page("k", index.case.claims[-2].id))
    field = page.get_by_role("group", name="Who says so?").get_by_label("Name")
    assert field.evaluate("e => e.matches(':dir(rtl)')")
    assert field.input_value() == "رئيس البلدية"
