"""Each kind of decision is made by a form, shown on the next page, kept in the log, and can be taken back."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from rashomon import api
from rashomon.model import Case
from tests.web.conftest import EXAMPLE, Served


def _pair(case: Case) -> list[str]:
    """Two claims on one point that carry different answers."""
    point = next(p for p in case.points if len(p.values) > 1)
    return [next(m.claim for m in point.claims if m.value == v.id) for v in point.values[:2]]


def _two(case: Case, name: str) -> list[str]:
    mentions = [m.id for m in case.mentions if m.entity and name in m.span.text]
    return [mentions[0], mentions[-1]]


KINDS: dict[str, Callable[[Case], tuple[list[str], str]]] = {
    "claim": lambda case: ([case.claims[3].id], "no"),
    "span": lambda case: ([case.claims[3].id], " ".join(case.claims[3].span.text.split()[:4])),
    "speaker": lambda case: ([case.claims[3].id], "Leila Sarkis"),
    "chain": lambda case: ([case.claims[3].id], "a docker > Leila Sarkis"),
    "figure": lambda case: ([case.quantities[0].id], "11..13"),
    "date": lambda case: ([case.documents[0].id], "2024-03-05"),
    "same-point": lambda case: (_pair(case), "no"),
    "relation": lambda case: (_pair(case), "compatible"),
    "same-entity": lambda case: (_two(case, "Marwan"), "no"),
    "derives": lambda case: ([case.documents[0].id, case.documents[2].id], case.documents[0].id),
    "estimate": lambda case: (_pair(case)[:1], "9/13/14"),
    "grade": lambda case: ([case.documents[0].id], "admiralty B2"),
    "note": lambda case: ([case.claims[3].id], "Ask the harbour master."),
}


@pytest.mark.parametrize("question", KINDS)
def test_every_kind_of_decision_is_made_kept_through_a_rebuild_and_taken_back(served: Served, question: str) -> None:
    client = served.browser()
    subject, answer = KINDS[question](served.bench.holding.known().index.case)
    sent = served.send(client, "/decide", question=question, subject=subject, answer=answer, author="Ada Moor", note="heard it")
    assert sent.status_code == 200
    assert "Your last decision" in sent.text
    (made,) = api.decisions(served.bench.holding.path)
    assert (made.question, made.author, made.note, sorted(made.subject)) == (question, "Ada Moor", "heard it", sorted(subject))
    api.build(served.bench.holding.path, [EXAMPLE])
    rebuilt = api.open_case(served.bench.holding.path)
    assert [d.id for d in rebuilt.decisions] == [made.id]
    assert rebuilt.strays == ()
    before = client.get("/log").text
    assert "withdrawn" not in before
    served.send(client, "/undo", decision=made.id)
    assert "takes an earlier one back" in client.get("/log").text
    assert made.id not in {d.id for d in served.bench.holding.known().standing.values()}


def test_a_decision_changes_what_stands_there(served: Served) -> None:
    client, case = served.browser(), served.bench.holding.known().index.case
    claim = case.claims[3]
    served.send(client, "/decide", question="chain", subject=claim.id, answer="a docker > Leila Sarkis", author="Ada")
    words = " ".join(claim.span.text.split()[:4])
    served.send(client, "/decide", question="span", subject=claim.id, answer=words)
    now = served.bench.holding.known().index.claims[claim.id]
    assert [hop.name for hop in now.chain[:2]] == ["a docker", "Leila Sarkis"]
    assert now.span.text == words
    served.send(client, "/decide", question="claim", subject=claim.id, choice="no")
    assert claim.id not in served.bench.holding.known().index.claims
    assert client.get(f"/claims/{claim.id}").status_code == 404


def test_who_decides_is_asked_once_and_the_decision_waits_for_it(served: Served) -> None:
    client, claim = served.browser(), served.bench.holding.known().index.case.claims[0].id
    asked = served.send(client, "/decide", question="claim", subject=claim, choice="yes")
    assert "Who decides?" in asked.text
    assert served.bench.holding.known().log == ()
    served.send(client, "/author", question="claim", subject=claim, choice="yes", to="/decide", author=" Zoë  Łuk ")
    served.send(client, "/decide", question="note", subject=claim, answer="again")
    assert [d.author for d in served.bench.holding.known().log] == ["Zoë Łuk", "Zoë Łuk"]


def test_an_answer_that_makes_no_sense_is_refused_in_a_sentence(served: Served) -> None:
    client, case = served.browser(), served.bench.holding.known().index.case
    for question, subject, answer in (
        ("figure", case.quantities[0].id, "many"),
        ("estimate", case.claims[0].id, "30/20/10"),
        ("grade", case.claims[0].id, "admiralty Z9"),
        ("date", case.documents[0].id, "2024-02-31"),
        ("claim", "d0.c1-2", "no"),
        ("same-point", case.claims[0].id, "yes"),
        ("question", case.claims[0].id, "yes"),
    ):
        sent = served.send(client, "/decide", question=question, subject=subject, answer=answer, author="Ada")
        assert (sent.status_code, "This was not decided" in sent.text) == (400, True)
    assert served.bench.holding.known().log == ()


def test_two_people_at_once_lose_nothing_and_see_each_other(served: Served) -> None:
    ada, bo = served.browser(), served.browser()
    claims = [c.id for c in served.bench.holding.known().index.case.claims[:2]]
    served.send(ada, "/decide", question="note", subject=claims[0], answer="from Ada", author="Ada")
    served.send(bo, "/decide", question="note", subject=claims[1], answer="from Bo", author="Bo")
    for client in (ada, bo):
        page = client.get("/log").text
        assert "from Ada" in page
        assert "from Bo" in page
    assert [d.author for d in api.decisions(served.bench.holding.path)] == ["Ada", "Bo"]


def test_two_answers_to_one_question_are_both_kept_the_later_in_force(served: Served) -> None:
    ada, bo = served.browser(), served.browser()
    claim = served.bench.holding.known().index.case.claims[0].id
    for client, answer, author in ((ada, "yes", "Ada"), (bo, "no", "Bo")):
        served.send(client, "/decide", question="claim", subject=claim, choice=answer, author=author)
    page = ada.get("/log").text
    assert "superseded by a later one" in page
    assert [(d.author, d.answer) for d in api.decisions(served.bench.holding.path)] == [("Ada", "yes"), ("Bo", "no")]
    assert served.bench.holding.known().standing["claim", (claim,)].author == "Bo"


@pytest.mark.parametrize("harm", ["DELETE FROM decisions WHERE seq = 1", "UPDATE decisions SET seal = 'x' WHERE seq = 2"])
def test_a_decision_that_was_removed_or_sealed_anew_is_named(served: Served, harm: str) -> None:
    import sqlite3

    client, claim = served.browser(), served.bench.holding.known().index.case.claims[0].id
    for answer in ("one", "two", "three"):
        served.send(client, "/decide", question="note", subject=claim, answer=answer, author="Ada")
    with sqlite3.connect(served.bench.holding.path) as file:
        for (trigger,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            file.execute(f"DROP TRIGGER {trigger}")
        file.execute(harm)
    named = re.search(r"Decision (\d) in the log", client.get("/log").text)
    assert named
    assert named[1] == ("1" if harm.startswith("DELETE") else "2")


def test_what_another_program_decides_is_on_the_next_page(served: Served) -> None:
    client, claim = served.browser(), served.bench.holding.known().index.case.claims[0].id
    client.get("/log")
    api.decide(served.bench.holding.path, "claim", [claim], "no", "Cy")
    assert "Cy" in client.get("/log").text
    assert claim not in served.bench.holding.known().index.claims


def test_a_stray_is_listed_and_attached_again(serving: Callable[..., Served], tmp_path: Path) -> None:
    pile = tmp_path / "pile"
    shutil.copytree(EXAMPLE, pile)
    path = tmp_path / "fire.case"
    api.build(path, [pile])
    case = api.open_case(path)
    words = [c.span.text for c in case.claims]
    claim = next(c for c in case.claims if words.count(c.span.text) == 1 and c.span.text.endswith("before the bang"))
    changed = pile / next(d.file for d in case.documents if d.id == claim.span.document)
    made = api.decide(path, "claim", [claim.id], "yes", "Ada")
    changed.write_text(changed.read_text().replace("before the bang", "before that loud bang"))
    api.build(path, [pile])
    served = serving(path)
    client = served.browser()
    page = client.get("/log").text
    assert "Attach it again" in page
    (stray,) = served.bench.holding.known().strays
    assert stray.decision == made.id
    now = next(c for c in served.bench.holding.known().index.case.claims if "that loud bang" in c.span.text)
    assert f'value="{now.id}"' in page
    served.send(client, "/attach", decision=made.id, subject=now.id, author="Bo")
    known = served.bench.holding.known()
    assert known.strays == ()
    assert known.standing["claim", (now.id,)].answer == "yes"


def test_a_log_that_somebody_changed_is_named_and_takes_no_decision(served: Served) -> None:
    import sqlite3

    client, claim = served.browser(), served.bench.holding.known().index.case.claims[0].id
    served.send(client, "/decide", question="note", subject=claim, answer="one", author="Ada")
    served.send(client, "/decide", question="note", subject=claim, answer="two", author="Ada")
    with sqlite3.connect(served.bench.holding.path) as file:
        file.execute("DROP TRIGGER decisions_are_never_changed")
        file.execute("UPDATE decisions SET record = replace(record, 'one', 'uno') WHERE seq = 1")
    assert "Decision 1 in the log" in client.get("/log").text
    sent = served.send(client, "/decide", question="note", subject=claim, answer="three", author="Ada")
    assert (sent.status_code, "is not as it was written" in sent.text) == (400, True)


def test_a_large_case_is_settled_by_a_process_of_its_own_and_pages_do_not_wait(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    import time

    from rashomon.web import holding

    monkeypatch.setattr(holding, "APART", 0)
    monkeypatch.setattr(holding, "WAIT", 0.0)
    client, claim = served.browser(), served.bench.holding.known().index.case.claims[3].id
    served.bench.holding.known(0)
    sent = served.send(client, "/decide", question="claim", subject=claim, choice="no", author="Ada", back=f"/claims/{claim}")
    assert sent.status_code in (200, 404)
    until = time.monotonic() + 60
    while claim in served.bench.holding.known(0.2).index.claims and time.monotonic() < until:
        assert "Ada" in client.get("/log").text
    assert claim not in served.bench.holding.known().index.claims
    assert served.bench.holding.behind == 0
