"""The report says what the case says, in words, in order, and lets nothing through."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model import Case, Claim, Hop, Membership, Point, Relation, Value
from rashomon.pages.index import index
from rashomon.pages.points import view
from rashomon.pages.render import report_html
from rashomon.pages.views import report
from rashomon.settle.topics import about
from tests import factory
from tests.pages import harbour


class _Page(HTMLParser):
    """All ids, links and text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name in ("href", "src"):
                self.links.append(value or "")

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def html() -> str:
    return report_html(harbour.case)


@pytest.fixture(scope="module")
def page(html: str) -> _Page:
    return _Page(html)


def test_the_sentence_at_the_head_counts_and_judges_nothing() -> None:
    assert report(harbour.case).sentence == ("3 accounts, 3 origins;", "4 points, 2 disputed.")


def test_every_link_leads_to_a_place_in_the_page_and_no_place_is_named_twice(page: _Page) -> None:
    inner = [link[1:] for link in page.links if link != "data:,"]
    assert all(link.startswith("#") for link in page.links if link != "data:,")
    assert set(inner) <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_every_claim_has_an_anchor_in_the_text_of_its_account(page: _Page) -> None:
    assert {f"c-{c.id}" for c in harbour.case.claims} <= set(page.ids)


def test_text_of_accounts_is_shown_as_text(html: str, page: _Page) -> None:
    assert page.tags.isdisjoint({"script", "iframe", "img", "object", "form"})
    assert "<script>alert(1)</script>" in page.text
    assert "\u202e" not in html
    assert "RIGHT-TO-LEFT OVERRIDE" in html


def test_nothing_is_asked_of_the_network(html: str) -> None:
    assert not re.search(r"https?://|@import|url\(", html)


def test_each_version_says_how_many_origins_carry_it() -> None:
    deaths = next(v for v in report(harbour.case).disputed if v.question == "How many people died?")
    assert [v.standing for v in deaths.versions] == ["single origin", "single origin"]
    assert deaths.standing == "2 claims, 2 accounts, 2 independent origins"


def test_an_inferred_link_of_a_chain_says_so(html: str) -> None:
    assert re.search(r'class="step inferred" title="the headline names it">Channel 9</bdi> <span class="tag">inferred', html)


def test_relations_bear_a_sign_a_word_and_the_reason(page: _Page) -> None:
    text = " ".join(page.text.split())
    assert "≠ conflict A–B 12 bodies – “About 40 people” begins above 12" in text
    assert "¬ denial A–B the mayor rejects it" in text


def test_the_words_that_a_relation_sets_side_by_side_lead_to_where_they_stand() -> None:
    (conflict,) = (b for p in report(harbour.case).disputed for b in p.graver if b.mark.word == "conflict")
    assert [(link.text, bool(link.href)) for link in conflict.linked] == [
        ("", False),
        ("“About 40 people”", True),
        (" begins above 12", False),
    ]
    assert [link.text for link in conflict.words] == ["12 bodies"]


def test_figures_stand_on_one_axis_and_an_open_end_is_open() -> None:
    (plot,) = report(harbour.case).plots
    about, least = (row.bar for row in plot.rows)
    assert about is not None
    assert least is not None
    assert least.open_right
    assert least.left < about.left < about.right < 100
    assert [row.words for row in plot.rows] == [("About 40 people",), ("At least 12 dead",)]
    assert plot.rows[1].allows == "12 or more"


def test_silence_is_told_from_not_knowing_yet() -> None:
    row = next(r for r in report(harbour.case).silence.rows if r.question == "How many people died?")
    assert [cell.letters for cell in row.cells] == ["A", "B", ""]
    early = [s for s in report(harbour.case).silence.lists if s.early]
    assert [s.account.text for s in early] == ["Beacon"]


def test_only_the_latest_decision_on_a_subject_is_in_force() -> None:
    decisions = report(harbour.case).decisions
    assert [d.answer for d in decisions.in_force] == ["yes"]
    assert [d.answer for d in decisions.superseded] == ["no"]
    assert [d.answer for d in decisions.strays] == ["call"]


def test_the_page_around_an_account_is_folded(html: str) -> None:
    assert '<details class="around"><summary>navigation</summary>' in html


def test_the_same_case_gives_the_same_page(html: str) -> None:
    assert report_html(harbour.case) == html


def test_an_empty_case_still_makes_a_page() -> None:
    empty = Case(format="rashomon-case/1", version="9.9", recipe=())
    assert "0 accounts, origins not traced;" in report_html(empty)


def test_a_case_of_bare_documents_makes_a_page() -> None:
    bare = replace(
        Case(format="rashomon-case/1", version="9.9", recipe=()),
        documents=tuple(replace(d, blocks=()) for d in harbour.case.documents),
    )
    assert "At least 12 dead in Eastport blaze" in _Page(report_html(bare)).text


@pytest.mark.parametrize("word", ["true", "false", "lies", "liar", "debunked"])
def test_the_report_never_says_what_is_true(page: _Page, word: str) -> None:
    assert not re.search(rf"\b{word}\b", page.text.split("Disputed points", 1)[1])


ALLOWED = set(_Page(report_html(harbour.case)).tags)


@settings(max_examples=25, deadline=None)
@given(
    st.text(min_size=1),
    st.sampled_from(["'><script>x</script>", '"><img src=x onerror=y>', "{{ 7 * 7 }}", "</style></title><svg onload=z>"]),
)
def test_whatever_an_account_holds_is_text(words: str, trap: str) -> None:
    text = f"{words}{trap}"
    made = factory.document(text, file=text, outlet=text, agency=text, authors=(text,), host=text, language=text, url=text)
    said = Claim(
        id=text,
        span=made.span(0, len(text)),
        origin=text,
        chain=(Hop(name=text, kind=text, inferred=True, why=text, stance=text),),
    )
    point = Point(
        id=text,
        question=text,
        kind=text,
        values=(Value(id=text, text=text, low=1.0, high=None, origins=(text,), derived=text),),
        claims=(Membership(claim=text, value=text),),
        relations=(Relation(left=text, right=text, relation=text, why=text),),
        status="disputed",
    )
    shown = _Page(report_html(replace(harbour.case, documents=(made,), claims=(said,), points=(point,))))
    assert shown.tags <= ALLOWED
    assert all(link.startswith("#") or link == "data:," for link in shown.links)
    assert trap in shown.text


def test_points_without_a_plain_question_stand_behind_those_with_one_and_folded() -> None:
    plain = next(p for p in harbour.case.points if p.status == "undisputed")
    near = replace(plain, id="near", question=about(["“the quay was calm”"]), claims=plain.claims * 2)
    found = report(replace(harbour.case, points=(near, *harbour.case.points)))
    assert [v.question for v in found.loose] == [near.question]
    assert max(v.number for v in (*found.disputed, *found.agreed)) < found.loose[0].number
    assert "1 point without a plain question" in _Page(report_html(replace(harbour.case, points=(near,)))).text


def test_of_an_answer_that_many_give_each_origin_speaks_once_and_the_rest_is_folded() -> None:
    fire = harbour.case.points[0]
    some = harbour.case.claims[0]
    hops = [(Hop(name=f"Docker {n}", kind="source"),) for n in range(12)]
    told = tuple(replace(some, id=f"many{n}", chain=chain) for n, chain in enumerate(hops))
    many = replace(fire, claims=tuple(Membership(claim=c.id, value=fire.values[0].id) for c in told))
    known = index(replace(harbour.case, claims=(*harbour.case.claims, *told), points=(many,)))
    (version, *_) = view(known, many).versions
    assert (version.claims, version.further) == (12, 11)
    assert len(version.shown) == 1


def test_a_figure_that_is_worked_out_goes_by_its_claim_where_its_own_words_name_none() -> None:
    fire = next(p for p in harbour.case.points if p.kind == "number")
    value = replace(fire.values[0], text="were dockers", derived="50 less 10: 50 − 10 = 40")
    found = view(index(replace(harbour.case, points=(odd := replace(fire, values=(value, *fire.values[1:])),))), odd)
    claim = next(c for m in fire.claims for c in harbour.case.claims if m.value == value.id and c.id == m.claim)
    assert found.versions[0].text == claim.span.text
