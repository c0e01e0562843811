import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.extract import Found
from rashomon.extract.quotations import extract
from rashomon.model import Block, Quotation
from tests.factory import document

CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "quotations.toml").read_text(encoding="utf-8"))["case"]


def quotations(text: str, **facts: object) -> list[Quotation]:
    return list(extract(document(text, **facts), Found(document="d")))


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["promise"])
def test_a_paragraph_has_these_quotations(case):
    found = sorted(quotations(case["text"]), key=lambda q: q.span.start)
    assert [[q.kind, q.content.text] for q in found] == case["quotations"]


def test_a_quotation_left_open_says_so():
    assert [q.closed for q in quotations("“The water came at night.\n“The road was gone by morning,” she said.")] == [False, True]


def test_a_block_of_quotation_is_one_without_marks():
    text = "The road was gone by morning."
    (found,) = quotations(text, blocks=(Block(start=0, end=len(text), role="quote"),))
    assert (found.content.text, found.kind) == (text, "speech")


def test_what_is_not_prose_has_none():
    text = "“Read more,” says our shop"
    assert not quotations(text, blocks=(Block(start=0, end=len(text), role="advert"),))


@given(st.text(alphabet="aS. ,?'‘’\"“”„«»`:5\n\u202e\u0645", max_size=80))
@settings(deadline=None)
def test_every_span_quotes_its_text_and_holds_its_content(text):
    found = quotations(text)
    assert all(text[q.span.start : q.span.end] == q.span.text and q.span.covers(q.content) for q in found)
    assert all(text[q.content.start : q.content.end] == q.content.text and q.content.text.strip() for q in found)
    assert len({q.id for q in found}) == len(found)


@pytest.mark.parametrize(
    "text", ["“" * 10_000 + "x" + "”" * 10_000, "‘a " * 10_000, "“‘" * 10_000, "now, “Ann Lee said " * 10_000]
)
def test_ten_thousand_marks_take_a_moment(text):
    began = time.process_time()
    quotations(text)
    assert time.process_time() - began < 3
