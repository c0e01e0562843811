"""What an account changes in a case is said in sentences; an origin that was only cited can be put in its place."""

from dataclasses import replace

import pytest

from rashomon import api
from rashomon.errors import DecisionError, InputError
from rashomon.model import Case, Membership, Point, Value
from rashomon.settle.differences import differences

PAPER = (
    "A crane fell onto a ferry in Lindau Bay on Friday.\n\nNine dockers were killed, according to Radio Vesta.\n\n"
    "Port director Maria Stelzer told Radio Vesta that the brakes of the crane had failed.\n"
)
RADIO = (
    "Radio script of Friday evening\n\n"
    "The crane in Lindau Bay killed nine dockers. Its brakes had failed, the port director told us.\n"
)
LATER = "Twelve dockers were killed when the crane fell in Lindau Bay, the union said on Sunday.\n"


@pytest.fixture
def case_path(tmp_path):
    for name, text in (("paper.txt", PAPER), ("script.txt", RADIO), ("later.txt", LATER)):
        (tmp_path / name).write_text(text, "utf-8")
    api.build(tmp_path / "crane.case", [tmp_path / "paper.txt"])
    return tmp_path / "crane.case"


def test_an_account_put_in_the_place_of_a_cited_origin_is_that_origin(case_path):
    summary = api.add(case_path, [case_path.parent / "script.txt"], stands_for="radio vesta", author="Ada Moor")
    case = api.open_case(case_path)
    document = next(d.id for d in case.documents if d.file == "script.txt")
    assert any(c.origin == f"o:{document}" for c in case.claims if c.span.document != document)
    assert not any(o.name == "Radio Vesta" for o in case.origins)
    assert any("that went back to Radio Vesta" in words for words in summary.changes)
    assert [(d.question, d.answer, d.author) for d in case.decisions] == [("stands-for", "Radio Vesta", "Ada Moor")]


def test_an_origin_that_nobody_cites_is_refused_with_those_that_are(case_path):
    with pytest.raises(InputError, match="Radio Vesta"):
        api.add(case_path, [case_path.parent / "script.txt"], stands_for="Channel Nine", author="Ada Moor")
    with pytest.raises(InputError, match="2 were given"):
        api.add(case_path, [case_path.parent / n for n in ("script.txt", "later.txt")], stands_for="Radio Vesta", author="A")
    with pytest.raises(DecisionError, match="author"):
        api.add(case_path, [case_path.parent / "script.txt"], stands_for="Radio Vesta")
    assert len(api.open_case(case_path).documents) == 1


def test_what_an_account_changes_is_said_and_kept_until_the_case_is_built_anew(case_path, tmp_path):
    summary = api.add(case_path, [tmp_path / "later.txt"])
    assert summary.changes[0] == "Added: later.txt."
    assert tuple(c.words for c in api.open_case(case_path).changes) == summary.changes
    api.report(case_path, tmp_path / "report.html")
    assert "What the latest addition changed" in (tmp_path / "report.html").read_text("utf-8")
    api.build(case_path, [tmp_path / "paper.txt"])
    assert api.open_case(case_path).changes == ()


def test_a_case_does_not_differ_from_itself(case_path):
    case = api.open_case(case_path)
    assert differences(case, case) == ()


def point(key, status, origins, *texts):
    values = tuple(Value(id=f"v{n}", text=t) for n, t in enumerate(texts))
    return Point(id=key, question="How many?", kind="number", values=values, claims=(), status=status, origins=origins)


def test_counts_and_disputes_are_told_for_the_point_that_goes_on():
    old = replace(point("p1", "undisputed", ("o:a",), "nine"), claims=(Membership(claim="c1", value="v0"),))
    new = replace(point("p2", "disputed", ("o:a", "o:b"), "nine", "twelve"), claims=old.claims)
    before, now = (Case(format="", version="", recipe=(), points=(p,)) for p in (old, new))
    assert [c.words for c in differences(before, now)] == [
        "A new figure for “How many?”: twelve.",
        "Origins of “How many?”: 1 to 2 (new: o:b).",
        "Now in dispute: How many?",
    ]
    assert [c.kind for c in differences(now, before)] == ["value", "origins", "dispute"]
