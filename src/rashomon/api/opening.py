"""A case file in, the case out, with what it would be settled from, what one decides on, and where words stand in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rashomon import pipeline
from rashomon.engine import Progress
from rashomon.model import Case, Decision, Span
from rashomon.store import casefile, derived, finding


def open_case(case_path: Path | str, *, progress: Progress | None = None) -> Case:
    """The case in a file, settled anew where documents, decisions or the recipe have changed since."""
    with casefile.opened(Path(case_path)) as file:
        return derived.case(file, progress)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What one decides on: a settled case, and where each of its records stands, those that people rejected among them."""

    case: Case
    anchors: Mapping[str, Span]


def desk(file: casefile.CaseFile) -> Desk:
    """What one decides on in an open case file."""
    return Desk(case=derived.case(file), anchors=pipeline.anchors(file.documents(), derived.annotations(file)))


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What a case is settled from: a fingerprint of it all, and the log of decisions."""

    fingerprint: str
    log: tuple[Decision, ...]


def state(case_path: Path | str) -> State:
    """What the case in a file would be settled from now; CaseFileError when its log is not as it was written."""
    with casefile.opened(Path(case_path)) as file, file.reading():
        return State(log=file.decisions(), fingerprint=derived.fingerprint(file))


def last_settled(case_path: Path | str) -> tuple[Case, str] | None:
    """The case as it was settled last, with the fingerprint of what it was settled from; None when it never was."""
    with casefile.opened(Path(case_path)) as file:
        return file.latest()


def search(case_path: Path | str, words: str, *, most: int = 20) -> tuple[int, tuple[finding.Hit, ...]]:
    """How many places in the texts and claims of a case hold these words, and the best of them."""
    finder = finding.Finder(open_case(case_path))
    try:
        return finder.find(words, most=most)
    finally:
        finder.close()
