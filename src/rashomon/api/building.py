"""Files and folders in, a case out: made anew, added to, or in memory."""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import rashomon
from rashomon import pipeline
from rashomon.api.deciding import placed
from rashomon.engine import Progress
from rashomon.errors import InputError
from rashomon.ingest import piles
from rashomon.model import Case, Document
from rashomon.settle.differences import differences
from rashomon.store import casefile, derived
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
    changes: tuple[str, ...] = ()


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
            derived.keep_changes(file, ())
        case = derived.case(file, progress)
    return _summary(
        case_path,
        case,
        added=[d.file for d in pile.documents if d.id not in before],
        already=[d.file for d in pile.documents if d.id in before],
        set_aside=[before[i] for i in gone],
        skipped=skipped,
    )


def add(
    case_path: Path | str,
    paths: Iterable[Path | str],
    *,
    stands_for: str | None = None,
    author: str | None = None,
    progress: Progress | None = None,
) -> Summary:
    """Adds files and folders to a case, and says what that changed; only documents that are not in it are read. `stands_for`:
    the origin, cited but not in the pile until now, that the one document given is (a decision of `author`). InputError when
    nothing can be read, or where there is no such origin.
    """
    case_path, given = Path(case_path), [Path(p) for p in paths]
    with casefile.opened(case_path) as file:
        before, by = derived.case(file, progress), derived.conventions(file)
    there, missing = {d.id for d in before.documents}, _missing(before, stands_for) if stands_for else None
    pile = _read(given, progress)
    if missing and len(pile.documents) != 1:
        raise InputError(f"One document can stand for {missing}, and {len(pile.documents)} were given.")
    new = [d for d in pile.documents if d.id not in there]
    found, failed = derived.annotate(new, progress, by)
    with casefile.opened(case_path) as file:
        with file.transaction():
            file.put(new, pile.raw)
            file.annotate(found, pipeline.recipe(by))
            file.skip(skipped := _skipped(pile, failed), anew=False)
            if missing:
                file.append(placed(pile.documents[0], missing, author or ""))
        derived.keep_changes(file, differences(before, derived.case(file, progress)))
        case = derived.case(file)
    already = [d.file for d in pile.documents if d.id in there]
    return _summary(case_path, case, added=[d.file for d in new], already=already, skipped=skipped)


def _missing(case: Case, asked: str) -> str:
    """The name of a cited origin by its id or name; InputError, with what there is, where none is called so."""
    beyond = {o.id: o.name for o in case.origins if not o.document}
    found = [name for key, name in beyond.items() if asked in (key, name) or asked.casefold() == name.casefold()]
    if not found:
        there = f"; there are: {', '.join(sorted(set(beyond.values())))}" if beyond else ""
        raise InputError(f"No origin that the accounts cite and the pile lacks is called {asked!r}{there}.")
    return found[0]


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
        origins=len(case.speaking),
        points=len(case.points),
        disputed=sum(p.status == "disputed" for p in case.points),
        decisions=len(case.decisions),
        strays=len(case.strays),
        changes=tuple(change.words for change in case.changes),
    )
