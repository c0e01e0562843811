"""In a real browser: each kind of decision by mouse, by keys, and by the tabulator alone where no script runs."""

import shutil
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from rashomon.model import Decision
from rashomon.pages.index import Index
from rashomon.pages.workbench import addresses
from rashomon.settle.answers import QUESTIONS, WITHDRAWN
from tests.web.conftest import Served, serve, windows

WAYS = {"mouse": True, "keys": True, "tabulator": False}
"""Ways to decide, and whether script runs."""


@dataclass(frozen=True, slots=True)
class Task:
    """Where one decides, in the form of which question (the one whose first subject this is, where there are several), what to
    choose from its lists, write into its field or press, and what the log then has.
    """

    address: str
    question: str
    answer: str
    subject: str = ""
    chosen: Mapping[str, str] = field(default_factory=dict)
    written: str = ""
    pressed: str = "Decide"

    @property
    def form(self) -> str:
        subject = f':has(input[name=subject][value="{self.subject}"])' if self.subject else ""
        return f"form.decide:has(input[name=question][value={self.question}]){subject}"


def _tasks(index: Index) -> dict[str, Task]:
    number = next(p for p in index.points if p.kind == "number" and len(p.values) > 2)
    at = index.page("p", number.id)
    claim = next(c for c in index.case.claims if c.quantities and c.id not in {m.claim for m in number.claims})
    own = index.page("k", claim.id)
    first, second = (next(m.claim for m in number.claims if m.value == v.id) for v in number.values[:2])
    left, right = index.case.documents[2:4]
    name = next(e for e in index.case.entities if len({v.text for v in e.variants}) > 2 and e.kind == "person")
    spelling = next(m for m in index.case.mentions if m.entity == name.id and m.span.text == "Youssef el-Harrani")
    words = " ".join(claim.span.text.split()[:4])
    account = index.page("a", left.id)
    figure = claim.quantities[0]
    pair = {"First": first, "Second": second}
    joined = {"same-point": "no", "relation": "compatible"}
    found = (
        Task(at, "claim", "yes", subject=second, pressed="Confirm"),
        Task(own, "span", words, written=words),
        Task(own, "speaker", "Leila Sarkis", written="Leila Sarkis"),
        Task(own, "chain", "a docker > Leila Sarkis", written="a docker > Leila Sarkis"),
        Task(own, "figure", "11..13", subject=figure, written="11..13"),
        Task(account, "date", "2024-03-05", written="2024-03-05"),
        Task(account, "stands-for", "Radio Vesta", written="Radio Vesta"),
        Task(at, "same-point", joined["same-point"], chosen=pair, pressed="Two questions"),
        Task(at, "relation", joined["relation"], chosen={**pair, "Answer": joined["relation"]}),
        Task(index.page("e", name.id), "same-entity", "no", subject=spelling.id, pressed="Not the same"),
        Task(addresses.beside(left.id, right.id), "derives", left.id, pressed="took from " + left.name),
        Task(at, "estimate", "9/13/14", written="9/13/14"),
        Task(account, "grade", "admiralty B2", chosen={"Answer": "admiralty B2"}),
        Task(own, "note", "Ask the harbour master.", written="Ask the harbour master."),
    )
    return {task.question: task for task in found}


@dataclass(frozen=True, slots=True)
class Hand:
    """An analyst at a browser, who decides in one way."""

    way: str
    page: Any
    served: Served
    tasks: Mapping[str, Task]

    def decide(self, task: Task) -> None:
        self.page.goto(self.served.url + task.address)
        if self.way == "mouse":
            self._by_mouse(task)
        elif self.way == "keys" and task.question == "claim":
            self._as_listed(task)
        else:
            self._by_keys(task)

    def take_back(self) -> None:
        if self.way == "mouse":
            self.page.get_by_role("button", name="Take it back").click()
        elif self.way == "keys":
            self.page.evaluate("document.activeElement.blur()")
            self.page.keyboard.press("u")
        else:
            self.page.goto(f"{self.served.url}/log")
            self._reach("form.undo button", "Take it back")
            self.page.keyboard.press("Enter")

    def log(self, least: int) -> tuple[Decision, ...]:
        """The log once it has as many decisions and the page shows what it leads to."""
        until = time.monotonic() + 15
        while len(log := self.served.bench.holding.known().log) < least and time.monotonic() < until:
            time.sleep(0.02)
        last = f'form.notice.last input[value="{log[-1].id}"]' if log else "main"
        state = "attached" if log and log[-1].answer != WITHDRAWN else "detached"
        self.page.wait_for_selector(last, state=state)
        return log

    def _by_mouse(self, task: Task) -> None:
        form = self.page.locator(task.form).first
        for label, value in task.chosen.items():
            form.get_by_label(label).select_option(value)
        if task.written:
            form.locator("[name=answer]").fill(task.written)
        form.get_by_role("button", name=task.pressed).click()

    def _as_listed(self, task: Task) -> None:
        """The record is held with j, and confirmed with y."""
        for _ in range(40):
            self.page.keyboard.press("j")
            if self.page.evaluate("form => !!document.querySelector('.at-hand ' + form)", task.form):
                return self.page.keyboard.press("y")
        raise AssertionError("not reached")

    def _by_keys(self, task: Task) -> None:
        for label, value in task.chosen.items():
            self._reach(f"{task.form} select", label)
            for _ in range(80):
                if self.page.evaluate("document.activeElement.value") == value:
                    break
                self.page.keyboard.press("ArrowDown" if label != "Second" else "ArrowUp")
        if task.written:
            self._reach(f"{task.form} [name=answer]")
            self.page.keyboard.press("Control+A")
            self.page.keyboard.type(task.written)
        self._reach(f"{task.form} button", task.pressed)
        self.page.keyboard.press("Enter")

    def _reach(self, selector: str, name: str = "") -> None:
        """Goes on until what is meant has the focus; with script a key leads from form to form."""
        form = selector.split(" ")[0]
        for _ in range(30 if self.way == "keys" else 0):
            if self.page.evaluate("form => !!document.activeElement.closest(form)", form):
                break
            self.page.keyboard.press("Escape")
            self.page.keyboard.press("d")
        for _ in range(max(0, self.page.evaluate(_BEFORE, [selector, name]) - 4)):
            self.page.keyboard.press("Tab")
        for _ in range(60):
            if self.page.evaluate(_HELD, [selector, name]):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{selector} is not reached by the tabulator")


_BEFORE = """([selector, name]) => {
  const stops = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, summary, [tabindex='0']")];
  const seen = stops.filter((s) => s.checkVisibility());
  const meant = seen.findIndex((s) => s.matches(selector) && (s.closest("label") || s).textContent.includes(name));
  return meant - seen.indexOf(document.activeElement) - 1;
}"""
"""How many stops lie between here and what is meant, so that most need not be looked at one by one."""

_HELD = """([selector, name]) => {
  const at = document.activeElement;
  return at.matches(selector) && (at.closest("label") || at).textContent.includes(name);
}"""


@pytest.fixture(scope="module", params=[pytest.param("mouse", marks=pytest.mark.pages), "keys", "tabulator"])
def hand(request: pytest.FixtureRequest, chromium: Any, built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hand]:
    path = Path(shutil.copy(built, tmp_path_factory.mktemp("hands") / "fire.case"))
    with serve(path, author="Ada Moor") as served, windows(chromium) as window:
        page = window(served, java_script_enabled=WAYS[request.param])
        yield Hand(request.param, page, served, _tasks(served.bench.holding.known().index))


def test_every_question_is_asked_somewhere(hand: Hand) -> None:
    assert set(hand.tasks) == set(QUESTIONS)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_decision_is_made_shown_and_taken_back_in_this_way(hand: Hand, question: str) -> None:
    task, before = hand.tasks[question], len(hand.served.bench.holding.known().log)
    hand.decide(task)
    made = hand.log(before + 1)[-1]
    assert (made.question, made.answer, made.author) == (question, task.answer, "Ada Moor")
    if question not in ("same-point", "same-entity"):  # what was parted stands elsewhere now
        hand.page.locator('.decided:has-text("Ada Moor")').first.wait_for(state="attached")
    hand.take_back()
    withdrawn = hand.log(before + 2)[-1]
    assert (withdrawn.question, withdrawn.subject, withdrawn.answer) == (question, made.subject, WITHDRAWN)
