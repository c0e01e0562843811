"""Mentions become entities: people decide first, then suggestions, and every entity says why its names are one."""

from pathlib import Path

import pytest

from rashomon import api
from rashomon.model import Annotations, Case, Link, Mention, Span
from rashomon.settle.decisions import Ledger
from rashomon.settle.entities import settle

ACCOUNTS = {
    "lamp.txt": "Smoke rose over Tel Berwan on Monday. Nobody in Tel Berwan was hurt, Anna Kovalenko said.",
    "post.txt": "The fire in Tell Berouane began at noon. Tell Berouane was dark. Hanna Kovalenko was calm.",
}


def called(counts: dict[str, int], kind: str, form: str = "name", phrases: dict[str, int] | None = None) -> str:
    """What an entity of these mentions goes by, each as often as told."""
    mentions, at = [], 0
    for words, how in ((counts, form), (phrases or {}, "descriptor")):
        for text, count in words.items():
            for _ in range(count):
                span = Span(document="d1", start=at, end=at + len(text), text=text)
                mentions.append(Mention(id=f"d1.m{at:05}", span=span, kind=kind, form=how))
                at += len(text) + 1
    first = mentions[0].id
    links = [Link(relation="same-entity", left=first, right=m.id, score=1.0) for m in mentions[1:]]
    ((entity,), _) = settle([Annotations(document="d1", mentions=tuple(mentions))], links, Ledger({}, ()))
    return entity.name


@pytest.mark.parametrize(
    ("counts", "kind", "name"),
    [
        ({"Brandt": 9, "Anna Brandt": 2, "Anna Maria Brandt": 1}, "person", "Anna Brandt"),
        ({"NRC": 9, "Nordhavn Relief Committee": 1}, "organisation", "Nordhavn Relief Committee"),
        ({"Nordhavn": 9, "Nordhavn Shipping Lines": 1}, "organisation", "Nordhavn"),
        ({"Raqqa": 9, "Raqqa city": 1}, "place", "Raqqa"),
    ],
)
def test_an_entity_goes_by_the_name_used_most_a_person_by_the_full_one(counts, kind, name):
    assert called(counts, kind) == name


def test_what_all_call_by_common_words_is_not_called_by_a_headline():
    assert called({"Secret Agreement": 1}, "event", phrases={"deal": 5, "agreement": 2}) == "deal"


@pytest.fixture
def case_path(tmp_path: Path) -> Path:
    for name, text in ACCOUNTS.items():
        (tmp_path / name).write_text(text, "utf-8")
    path = tmp_path / "fire.case"
    api.build(path, [tmp_path / name for name in ACCOUNTS])
    return path


def entities(case: Case, *texts: str) -> list[set[str | None]]:
    return [{m.entity for m in case.mentions if m.span.text == text} for text in texts]


def pair(case: Case, left: str, right: str) -> list[str]:
    return [next(m.id for m in case.mentions if m.span.text == text) for text in (left, right)]


def test_a_merge_can_be_undone_and_stays_undone_when_the_case_is_built_again(case_path):
    case = api.open_case(case_path)
    one, other = entities(case, "Tel Berwan", "Tell Berouane")
    assert one == other
    api.decide(case_path, "same-entity", pair(case, "Tel Berwan", "Tell Berouane"), "no", "Ada")
    for again in (False, True):
        if again:
            more = case_path.parent / "wire.txt"
            more.write_text("Tel Berwan was quiet on Tuesday, and Tel Berwan slept.", "utf-8")
            api.build(case_path, sorted(case_path.parent.glob("*.txt")))
        case = api.open_case(case_path)
        one, other = entities(case, "Tel Berwan", "Tell Berouane")
        assert one.isdisjoint(other)
        assert case.strays == ()


def test_two_names_can_be_joined_and_the_entity_holds_both(case_path):
    case = api.open_case(case_path)
    api.decide(case_path, "same-entity", pair(case, "Tel Berwan", "Anna Kovalenko"), "yes", "Ada")
    case = api.open_case(case_path)
    one, other = entities(case, "Tel Berwan", "Anna Kovalenko")
    assert one & other
    (joined,) = [e for e in case.entities if e.id in one]
    assert "Ada decided that “Tel Berwan” and “Anna Kovalenko” are one" in joined.known_as


def test_every_merge_says_why(case_path):
    for entity in api.open_case(case_path).entities:
        if len({v.text for v in entity.variants}) > 1:
            assert entity.known_as, entity.name
