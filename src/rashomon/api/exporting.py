"""A case file in, what is handed on out: a report, an evidence pack, data for other programs; under pseudonyms where asked."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from rashomon import codec, registry
from rashomon.api.opening import open_case
from rashomon.errors import InputError
from rashomon.export import pack, pseudonyms
from rashomon.model import Case
from rashomon.store import casefile
from rashomon.store.replacing import replacing

Pseudonyms = Mapping[str, str]
"""What stands for whom in what is handed on; kept apart from the case."""

_FORMS = {"": "html", ".html": "html", ".htm": "html", ".docx": "docx", ".pdf": "pdf"}


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


def under_pseudonyms(case: Case, under: Pseudonyms) -> Case:
    """The case under pseudonyms; InputError where an original name would still stand in it."""
    hidden = pseudonyms.apply(case, under)
    _tight([codec.to_json(hidden).decode()], case, under)
    return hidden


def report(case_path: Path | str, out: Path | str, *, under: Pseudonyms | None = None) -> None:
    """Writes the case as one page that needs nothing else, or as a dossier: HTML, Word or PDF by the name's ending. A report that
    was there before stays until this one is whole. InputError where the name ends otherwise.
    """
    place = Path(out)
    to = _FORMS.get(place.suffix.lower())
    if to is None:
        raise InputError(f"A report is .html, .docx or .pdf, and {place.name} is none; `rashomon export` writes other forms.")
    with replacing(place) as file:
        export(case_path, to, file, under=under)


def evidence(case_path: Path | str, out: Path | str, *, under: Pseudonyms | None = None) -> None:
    """Writes the evidence pack: report, data, sources, hashes, versions and decisions in one zip that opens without Rashomon."""
    case = open_case(case_path)
    hidden = under_pseudonyms(case, under) if under else case
    log = b"".join(codec.to_json(d) + b"\n" for d in hidden.decisions)
    with casefile.opened(Path(case_path)) as file, replacing(Path(out)) as zipped:
        pack.write(hidden, (lambda _: None) if under else file.raw, log, zipped)


def _tight(texts: Sequence[str], case: Case, under: Pseudonyms) -> None:
    if leaking := pseudonyms.leaks(texts, case, under):
        raise InputError(f"Nothing was written: these names would still stand in it under other names: {', '.join(leaking)}.")
