"""A case file in, what its pages look up out, kept up to date with whoever else writes to the file."""

import gc
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Lock, Thread

from rashomon import api, codec
from rashomon.errors import RashomonError
from rashomon.model import Case, Decision
from rashomon.pages import lineage
from rashomon.pages.workbench.known import Known, know, with_log
from rashomon.store import watching
from rashomon.store.finding import Finder

WAIT = 1.5
"""Seconds that a page waits for the case to be settled anew; after that it shows the one before and says so."""

APART = 4000
"""Claims beyond which a case is settled by a process of its own, so that pages stay quick meanwhile."""


class Holding:
    """An open case for as long as the workbench runs; to be closed."""

    def __init__(
        self, path: Path, progress: Callable[[str, int, int], None] | None = None, under: Mapping[str, str] | None = None
    ) -> None:
        self.path = path
        self._under = under
        self.trouble = ""
        with _uncollected():
            state = api.state(path)
            kept = api.last_settled(path)
            case = kept[0] if kept else api.open_case(path, progress=progress)
            self._known = self._know(case)
        self._of = kept[1] if kept else state.fingerprint
        self._watch = watching.Watch(path)
        self._lock = Lock()
        self._settled = Event()
        self._settled.set()
        self._searching = Lock()
        self._finder: tuple[Case, Finder] | None = None
        self._drawing: tuple[Known, lineage.Drawn] | None = None
        self._stamp: tuple[int, ...] = ()
        self._moved: dict[str, str] = {}
        self.began_with = len(state.log)

    def known(self, wait: float = WAIT) -> Known:
        """All that pages look up, of the case as it is now: settled anew where it has changed, if that is done in time."""
        self._look()
        self._settled.wait(wait)
        return self._known

    @property
    def behind(self) -> int:
        """How many decisions are in the log and not yet in the settled case."""
        return max(0, len(self._known.log) - len(self._known.index.case.decisions))

    def finder(self) -> Finder:
        """The words of the case, looked up."""
        with self._searching:
            case = self._known.index.case
            if self._finder is None or not _same_words(self._finder[0], case):
                self._finder = (case, Finder(case))
            return self._finder[1]

    @property
    def found(self) -> bool:
        """Whether the words can be looked up without waiting."""
        return self._finder is not None

    def drawing(self, known: Known) -> lineage.Drawn:
        """The drawing of the lineage, made once for each settled case."""
        if self._drawing is None or self._drawing[0].index is not known.index:
            self._drawing = (known, lineage.drawn(known.index))
        return self._drawing[1]

    def moved(self, key: str) -> str | None:
        """The point or entity that has the claims or mentions of one that is there no longer, since the workbench was opened."""
        seen = {key}
        while (key := self._moved.get(key, "")) and key not in seen:
            if key in self._known.index.number or key in self._known.index.entities:
                return key
            seen.add(key)
        return None

    def close(self) -> None:
        self._watch.close()

    def _look(self) -> None:
        """Takes notice of what others wrote; starts settling where that is needed and nobody is at it."""
        with self._lock:
            try:
                if (stamp := self._watch.stamp()) == self._stamp:
                    return
                state = api.state(self.path)
            except (RashomonError, OSError) as error:
                self.trouble = str(error)
                return
            self.trouble, self._stamp = "", stamp
            if self._log(state.log) != self._known.log:
                self._known = with_log(self._known, self._log(state.log))
            if state.fingerprint != self._of and self._settled.is_set():
                self._settled.clear()
                Thread(target=self._settle, daemon=True).start()

    def _settle(self) -> None:
        """Settles the case until nobody has written to it meanwhile."""
        try:
            while (state := api.state(self.path)).fingerprint != self._of:
                with _uncollected():
                    case = self._anew()
                    known = self._know(case)
                moved = _moved(self._known.index.case, case)
                with self._lock:
                    self._moved.update(moved)
                    self._known = known
                    if len(state.log) > len(case.decisions):
                        self._known = with_log(known, self._log(state.log))
                    self._of = state.fingerprint if case.decisions == state.log else ""
                    self._stamp = ()
        except RashomonError as error:
            self.trouble = str(error)
        finally:
            self._settled.set()

    def _know(self, case: Case) -> Known:
        with _uncollected():
            return know(api.under_pseudonyms(case, self._under) if self._under else case)

    def _log(self, log: tuple[Decision, ...]) -> tuple[Decision, ...]:
        """The log as pages may show it: under pseudonyms that of the settled case, which has been through them."""
        return self._known.index.case.decisions if self._under else log

    def _anew(self) -> Case:
        if len(self._known.index.claims) > APART:
            subprocess.run([sys.executable, "-m", "rashomon.web.settling", str(self.path)], check=False, stdin=subprocess.DEVNULL)
            if kept := api.last_settled(self.path):
                return kept[0]
        return api.open_case(self.path)


def _same_words(left: Case, right: Case) -> bool:
    """Whether two cases hold the same texts and the same claims, so that what was found in one is found in the other."""
    texts = ((d.id, d.text, d.blocks) for d in left.documents), ((d.id, d.text, d.blocks) for d in right.documents)
    claims = ((c.id, c.span) for c in left.claims), ((c.id, c.span) for c in right.claims)
    return left is right or (list(texts[0]) == list(texts[1]) and list(claims[0]) == list(claims[1]))


@contextmanager
def _uncollected() -> Iterator[None]:
    """What is made within is put where the collector of cycles does not look, which would halt pages for seconds."""
    with codec.uncollected():
        try:
            yield
        finally:
            gc.freeze()


def _moved(before: Case, now: Case) -> dict[str, str]:
    """Points and entities that are there no longer, each with the one that has most of what was theirs."""
    points = {m.claim: p.id for p in reversed(now.points) for m in p.claims}
    entities = {m.id: m.entity for m in now.mentions if m.entity}
    there = {p.id for p in now.points} | {e.id for e in now.entities}
    went: dict[str, Counter[str]] = defaultdict(Counter)
    for point in before.points:
        if point.id not in there:
            went[point.id].update(points[m.claim] for m in point.claims if m.claim in points)
    for mention in before.mentions:
        if mention.entity and mention.entity not in there and mention.id in entities:
            went[mention.entity][entities[mention.id]] += 1
    return {key: heirs.most_common(1)[0][0] for key, heirs in went.items() if heirs}
