"""The verbs: build, add, open, decide, report, export. Start here."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import BinaryIO

import rashomon
from rashomon import codec, pipeline, registry
from rashomon.errors import DecisionError, InputError
from rashomon.export import pack, pseudonyms
from rashomon.ingest import piles
from rashomon.model import Case, Decision, Document, Span
from rashomon.settle import agreements, answers
from rashomon.settle.decisions import open_ledger
from rashomon.store import casefile, derived, finding, seals
from rashomon.store.derived import Progress
from rashomon.store.replacing import replacing
from rashomon.text.conventions import DEFAULT, Conventions, made, named, names


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a build or an addition came to. Names of files throughout; `skipped` pairs a path with its reason, a sentence."""

    case: str
    added: tuple[str, ...] = ()
    already: tuple[str, ...] = ()
    set_aside: tuple[str, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()
    documents: int = 0
    claims: int = 0
    origins: int = 0
    points: int = 0
    disputed: int = 0
    decisions: int = 0
    strays: int = 0


def build(
    case_path: Path | str,
    paths: Iterable[Path | str],
    *,
    conventions: Path | str | None = None,
    progress: Progress | None = None,
) -> Summary:
    """Makes the case of these files and folders. Over a case that is there already it makes the case anew: decisions are kept,
    documents that are not given again are set aside (they stay in the file). `conventions`: by which vague words are read, a
    name (`rashomon`, `acled`) or a TOML file; those chosen before, unless given. InputError when nothing can be read.
    """
    case_path, given = Path(case_path), [Path(p) for p in paths]
    by = _conventions(conventions) if conventions is not None else _chosen(case_path)
    pile = _read(given, progress)
    found, failed = derived.annotate(pile.documents, progress, by)
    with casefile.opened(case_path, create=True) as file:
        with file.transaction():
            derived.choose(file, by)
            before = {d.id: d.file for d in file.documents()}
            file.put(pile.documents, pile.raw)
            file.set_aside(gone := sorted(before.keys() - {d.id for d in pile.documents}))
            file.annotate(found, pipeline.recipe(by))
            file.skip(skipped := _skipped(pile, failed), anew=True)
        case = derived.case(file, progress)
    return _summary(
        case_path,
        case,
        added=[d.file for d in pile.documents if d.id not in before],
        already=[d.file for d in pile.documents if d.id in before],
        set_aside=[before[i] for i in gone],
        skipped=skipped,
    )


def add(case_path: Path | str, paths: Iterable[Path | str], *, progress: Progress | None = None) -> Summary:
    """Adds files and folders to a case; only documents that are not in it are annotated. InputError when nothing can be read."""
    case_path, given = Path(case_path), [Path(p) for p in paths]
    with casefile.opened(case_path) as file:
        there, by = {d.id for d in file.documents()}, derived.conventions(file)
    pile = _read(given, progress)
    new = [d for d in pile.documents if d.id not in there]
    found, failed = derived.annotate(new, progress, by)
    with casefile.opened(case_path) as file:
        with file.transaction():
            file.put(new, pile.raw)
            file.annotate(found, pipeline.recipe(by))
            file.skip(skipped := _skipped(pile, failed), anew=False)
        case = derived.case(file, progress)
    already = [d.file for d in pile.documents if d.id in there]
    return _summary(case_path, case, added=[d.file for d in new], already=already, skipped=skipped)


def open_case(case_path: Path | str, *, progress: Progress | None = None) -> Case:
    """The case in a file, settled anew where documents, decisions or the recipe have changed since."""
    with casefile.opened(Path(case_path)) as file:
        return derived.case(file, progress)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What one decides on: a settled case, and where each of its records stands, those that people rejected among them."""

    case: Case
    anchors: Mapping[str, Span]


def _desk(file: casefile.CaseFile) -> Desk:
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


def decide(
    case_path: Path | str,
    question: str,
    subject: Sequence[str],
    answer: str,
    author: str,
    note: str = "",
    *,
    made_at: str | None = None,
    desk: Desk | None = None,
) -> Decision:
    """Adds a decision to the log: an answer to a question about the records with these ids (those of entities, values and
    points stand for a record of theirs). `made_at`: ISO 8601, UTC; now, unless given. `desk`: the case as it is known already,
    which spares reading it. DecisionError when it makes no sense.
    """
    with casefile.opened(Path(case_path)) as file:
        known = desk or _desk(file)
        case, anchors = known.case, known.anchors
        about, kept = answers.check(question, [_record(case, key, anchors) for key in subject], answer, anchors)
        return file.append(
            Decision(
                id="",
                question=question,
                subject=about,
                answer=_record(case, kept, anchors) if question == "derives" else kept,
                author=_author(author),
                made_at=made_at or _now(),
                quotes=tuple(_quote(anchors[key]) for key in about),
                note=note.strip(),
            )
        )


def undo(case_path: Path | str, decision: str, author: str, note: str = "") -> Decision:
    """Takes back the decision with this id by a later one on the same subject: what held before it holds again, an earlier
    decision or the machine's suggestion. DecisionError when it is not in the log or no longer the latest on its subject.
    """
    with casefile.opened(Path(case_path)) as file, file.transaction():
        log = file.decisions()
        taken = next((d for d in log if d.id == decision), None)
        if taken is None:
            raise DecisionError(f"The log has no decision {decision!r}; `rashomon decide CASE --list` shows what it has.")
        same = [d for d in log if (d.question, sorted(d.subject)) == (taken.question, sorted(taken.subject))]
        if same[-1].id != decision:
            raise DecisionError(f"A later decision by {same[-1].author} stands on the same subject; take that one back.")
        before = same[-2].answer if len(same) > 1 else answers.WITHDRAWN
        return file.append(
            replace(taken, answer=before, author=_author(author), made_at=_now(), note=note.strip() or f"takes {decision} back")
        )


def attach(
    case_path: Path | str, decision: str, subject: Sequence[str], author: str, note: str = "", *, desk: Desk | None = None
) -> Decision:
    """Attaches a decision whose words are gone to other records: the same answer about these, and the old one taken back.
    `subject`: the new ids in the order of the old ones. DecisionError when it makes no sense.
    """
    with casefile.opened(Path(case_path)) as file, file.transaction():
        lost = next((d for d in file.decisions() if d.id == decision), None)
        if lost is None:
            raise DecisionError(f"The log has no decision {decision!r}; `rashomon decide CASE --list` shows what it has.")
        anchors = (desk or _desk(file)).anchors
        moved = dict(zip(lost.subject, subject, strict=False))
        about, answer = answers.check(lost.question, subject, moved.get(lost.answer, lost.answer), anchors)
        why = note.strip() or f"attaches {decision} again"
        made = replace(lost, author=_author(author), made_at=_now(), note=why)
        file.append(replace(made, answer=answers.WITHDRAWN))
        return file.append(replace(made, subject=about, answer=answer, quotes=tuple(_quote(anchors[key]) for key in about)))


def _author(name: str) -> str:
    if not name.strip():
        raise DecisionError("A decision needs an author: who decided it?")
    return " ".join(name.split())


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def decisions(case_path: Path | str) -> tuple[Decision, ...]:
    """The log of decisions, oldest first; CaseFileError when it is not as it was written."""
    with casefile.opened(Path(case_path)) as file:
        return file.decisions()


def write_decisions(case_path: Path | str, out: BinaryIO) -> None:
    """Writes the log to `out` for a colleague's case, as JSON Lines: a decision on each, with its seal."""
    out.writelines(codec.to_json(decision) + b"\n" for decision in decisions(case_path))


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What came of a colleague's decisions: those that were added, how many were there already, those that were left out with
    the reason, and how far the two agree.
    """

    added: tuple[Decision, ...]
    already: int
    left_out: tuple[tuple[Decision, str], ...]
    compared: agreements.Compared


def read_decisions(case_path: Path | str, lines: bytes, *, prefer: str = "mine", keep: bool = True) -> Merged:
    """Takes a colleague's log into a case. Where both answered one question otherwise, the case's own answer stands (`prefer`
    "theirs": the colleague's); both are listed. With `keep` false nothing is written. InputError when the log is none, or not
    as it was written.
    """
    theirs = _log(lines)
    with casefile.opened(Path(case_path)) as file:
        known = _desk(file)
        with file.transaction():
            mine = file.decisions()
            ours = open_ledger(mine, known.anchors).answers
            other = open_ledger(theirs, known.anchors).answers
            compared = agreements.compare(ours, other)
            lost = {b.id for _, b in compared.disagreements} if prefer == "mine" else set()
            there = {_told(d) for d in mine}
            new = [d for d in theirs if _told(d) not in there]
            why = {d.id: _refused(d) or ("the case answers otherwise" if d.id in lost else "") for d in new}
            added = tuple(file.append(d) if keep else d for d in new if not why[d.id])
    left_out = tuple((d, why[d.id]) for d in new if why[d.id])
    return Merged(added=added, already=len(theirs) - len(new), left_out=left_out, compared=compared)


def _log(lines: bytes) -> tuple[Decision, ...]:
    try:
        found = tuple(codec.from_json(line, Decision) for line in lines.splitlines() if line.strip())
    except codec.Malformed as error:
        raise InputError(f"This is no log of decisions ({error}); `rashomon decisions export CASE` writes one.") from error
    if number := seals.chained(found):
        raise InputError(f"Decision {number} of this log is not as it was written; ask for it again.")
    return found


def _told(decision: Decision) -> tuple[object, ...]:
    return decision.question, decision.subject, decision.answer, decision.author, decision.made_at, decision.note


def _refused(decision: Decision) -> str:
    """Why a decision from elsewhere cannot be taken, "" where it can."""
    asked = answers.QUESTIONS.get(decision.question)
    if asked is None:
        return "no question is called so here"
    try:
        kept = decision.answer if decision.answer == answers.WITHDRAWN else asked.check(decision.answer)
    except ValueError:
        return f"that is no answer to it; it expects {asked.expects}"
    whole = len(set(decision.subject)) == asked.subjects and decision.author.strip() and decision.made_at
    return "" if whole and kept else "it lacks a subject, an author or a time"


def search(case_path: Path | str, words: str, *, most: int = 20) -> tuple[int, tuple[finding.Hit, ...]]:
    """How many places in the texts and claims of a case hold these words, and the best of them."""
    finder = finding.Finder(open_case(case_path))
    try:
        return finder.find(words, most=most)
    finally:
        finder.close()


Pseudonyms = Mapping[str, str]
"""What stands for whom in what is handed on; kept apart from the case."""


def read_pseudonyms(path: Path | str) -> Pseudonyms:
    """The pseudonyms in a TOML file; InputError when it holds none."""
    try:
        return pseudonyms.read(Path(path).read_bytes())
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror or error}).") from error


def export(case_path: Path | str, to: str, out: BinaryIO, *, under: Pseudonyms | None = None) -> None:
    """Writes the case to `out` in the form an exporter is registered under: json, csv, html, docx, pdf … `under`: pseudonyms,
    with an InputError, and nothing written, where an original name would still stand in it.
    """
    exporter = registry.find("exporters", to)
    case = open_case(case_path)
    if under is None:
        exporter(case, out)
        return
    hidden, content = pseudonyms.apply(case, under), BytesIO()
    exporter(hidden, content)
    _tight([content.getvalue().decode("utf-8", "ignore"), codec.to_json(hidden).decode()], case, under)
    out.write(content.getvalue())


def _tight(texts: Sequence[str], case: Case, under: Pseudonyms) -> None:
    if leaking := pseudonyms.leaks(texts, case, under):
        raise InputError(f"Nothing was written: these names would still stand in it under other names: {', '.join(leaking)}.")


def under_pseudonyms(case: Case, under: Pseudonyms) -> Case:
    """The case under pseudonyms; InputError where an original name would still stand in it."""
    hidden = pseudonyms.apply(case, under)
    _tight([codec.to_json(hidden).decode()], case, under)
    return hidden


def report(case_path: Path | str, out: Path | str, *, under: Pseudonyms | None = None) -> None:
    """Writes the case as one page that needs nothing else: HTML, or by the name's ending .docx or .pdf; a report that was there
    before stays until this one is whole.
    """
    place = Path(out)
    to = place.suffix.lower()[1:]
    with replacing(place) as file:
        export(case_path, to if to in ("docx", "pdf") else "html", file, under=under)


def evidence(case_path: Path | str, out: Path | str, *, under: Pseudonyms | None = None) -> None:
    """Writes the evidence pack: report, data, sources, hashes, versions and decisions in one zip that opens without Rashomon."""
    case = open_case(case_path)
    hidden = under_pseudonyms(case, under) if under else case
    log = b"".join(codec.to_json(d) + b"\n" for d in hidden.decisions)
    with casefile.opened(Path(case_path)) as file, replacing(Path(out)) as zipped:
        pack.write(hidden, (lambda _: None) if under else file.raw, log, zipped)


def settle_files(paths: Iterable[Path | str], *, conventions: Path | str = DEFAULT) -> Case:
    """A case of these files and folders, in memory."""
    given, by = [Path(p) for p in paths], _conventions(conventions)
    pile = _read(given, None)
    found, _ = derived.annotate(pile.documents, None, by)
    return pipeline.settle(pile.documents, found, (), rashomon.__version__, by)


def _conventions(choice: Path | str) -> Conventions:
    """A set of conventions by its name, or of a TOML file; InputError says what is wrong with it."""
    if str(choice) in names():
        return named(str(choice))
    path = Path(choice)
    try:
        return made(path.stem, tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        known = ", ".join(names())
        raise InputError(f"There are no conventions {str(choice)!r}; there are {known}, or give a TOML file.") from error
    except ValueError as error:
        raise InputError(f"The conventions in {path} cannot be used: {error}") from error


def _chosen(case_path: Path) -> Conventions:
    """The conventions of the case that is there; fails before the work where there is something that is no case file."""
    if not case_path.exists():
        return named()
    with casefile.opened(case_path) as file:
        return derived.conventions(file)


def _read(given: Sequence[Path], progress: Progress | None) -> piles.Pile:
    """The pile of what was given; InputError, with the reasons, when it holds no document."""

    def before(path: Path, done: int, total: int) -> None:
        if progress:
            progress("Opening", done, total)

    pile = piles.read(given, before)
    if not pile.documents:
        reasons = [s.why for s in pile.skipped] or ["no file was given."]
        more = f" (and {len(reasons) - 3} more)" if len(reasons) > 3 else ""
        raise InputError(f"Nothing could be read: {' '.join(reasons[:3])}{more}")
    return pile


def _skipped(pile: piles.Pile, failed: Iterable[tuple[Document, str]]) -> tuple[tuple[str, str], ...]:
    """What was left out, with its reason: by a reader, or by an extractor that failed on a document that is kept."""
    unread = (
        (d.file, f"{d.file} is in the case, but nothing was found in it: an extractor failed ({why}).") for d, why in failed
    )
    return (*((str(s.path), s.why) for s in pile.skipped), *unread)


def _summary(
    case_path: Path,
    case: Case,
    *,
    added: Iterable[str],
    already: Iterable[str],
    skipped: tuple[tuple[str, str], ...],
    set_aside: Iterable[str] = (),
) -> Summary:
    return Summary(
        case=str(case_path),
        added=tuple(added),
        already=tuple(already),
        set_aside=tuple(set_aside),
        skipped=skipped,
        documents=len(case.documents),
        claims=len(case.claims),
        origins=len(case.origins),
        points=len(case.points),
        disputed=sum(p.status == "disputed" for p in case.points),
        decisions=len(case.decisions),
        strays=len(case.strays),
    )


def _record(case: Case, key: str, anchors: Mapping[str, Span]) -> str:
    """The id of a record that a decision can hold on to: of an entity its first mention, of a point, or of a value in it
    (POINT:VALUE), its first claim, of an origin its document; any other id as it is.
    """
    if key in anchors:
        return key
    mentions = (m.id for m in case.mentions if m.entity == key)
    claims = (m.claim for p in case.points for m in p.claims if key in (p.id, f"{p.id}:{m.value}"))
    documents = (o.document for o in case.origins if o.id == key and o.document)
    return next(chain(mentions, claims, documents), key)


def _quote(span: Span) -> Span:
    """The words that a decision quotes: the record's, of a document its first line."""
    first = span.text.strip().partition("\n")[0][:200].rstrip()
    start = span.start + span.text.index(first)
    return Span(document=span.document, start=start, end=start + len(first), text=first)
