"""A case in, its dossier as a Word document out."""

import zipfile
from datetime import datetime
from io import BytesIO
from typing import Any, BinaryIO

from rashomon.errors import InputError
from rashomon.export.zipping import EARLIEST, zipped
from rashomon.model import Case
from rashomon.pages.dossier import Heading, Paragraph, Part, dossier
from rashomon.text.scripts import leftward

_STYLES = {"": "Normal", "note": "Caption", "quote": "Intense Quote", "by": "Caption"}


def export(case: Case, out: BinaryIO) -> None:
    """Writes the dossier of a case as .docx; InputError where the package that writes it is not installed."""
    try:
        import docx
    except ModuleNotFoundError as error:
        raise InputError("Word documents need one more package: pip install 'rashomon[print]'.") from error
    document = docx.Document()
    document.core_properties.title = f"Dossier, {len(case.documents)} accounts"
    document.core_properties.author = f"Rashomon {case.version}"
    document.core_properties.comments = ""
    document.core_properties.created = document.core_properties.modified = datetime(*EARLIEST)
    for part in dossier(case):
        _add(document, part)
    written = BytesIO()
    document.save(written)
    _undated(written, out)


def _add(document: Any, part: Part) -> None:
    if isinstance(part, Heading):
        document.add_heading(_told(part.text), part.level)
    elif isinstance(part, Paragraph):
        _directed(document.add_paragraph(_told(part.text), style=_STYLES[part.style]), part.text)
    elif part.rows:
        table = document.add_table(rows=1, cols=len(part.head), style="Table Grid")
        for cell, text in zip(table.rows[0].cells, part.head, strict=True):
            cell.paragraphs[0].add_run(text).bold = True
        for row in part.rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = _told(text)
                _directed(cell.paragraphs[0], text)


def _told(text: str) -> str:
    """A text that XML can hold."""
    return "".join(c for c in text if c in "\t\n" or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff"))


def _directed(paragraph: Any, text: str) -> None:
    """Marks a paragraph that runs from right to left."""
    from docx.oxml.ns import qn

    if leftward(text):
        properties = paragraph._p.get_or_add_pPr()
        properties.append(properties.makeelement(qn("w:bidi"), {}))


def _undated(written: BytesIO, out: BinaryIO) -> None:
    with zipfile.ZipFile(written) as source:
        names = sorted(source.namelist(), key=lambda n: (n != "[Content_Types].xml", n))
        zipped(((name, source.read(name)) for name in names), out)
