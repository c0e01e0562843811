"""A case in, its dossier as a PDF out, set in fonts that are embedded, as many scripts as there are font packages for."""

import logging
import warnings
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, BinaryIO
from unicodedata import bidirectional

from rashomon.errors import InputError, Remark
from rashomon.export import faces
from rashomon.export.zipping import EARLIEST
from rashomon.model import Case
from rashomon.pages.dossier import Heading, Paragraph, Part, Table, dossier
from rashomon.text.scripts import leftward

_SIZES = {0: 22.0, 1: 16.0, 2: 12.5, 3: 10.5}
_STYLES = {"": (9.5, ""), "note": (8.5, ""), "quote": (10.0, "I"), "by": (8.5, "")}
_WHOLE = "They are whole in the HTML report and in the Word document"
_ADVICE = "more fonts: pip install 'rashomon[print-scripts]' and, for Chinese, Japanese and Korean, 'rashomon[print-cjk]'"


def export(case: Case, out: BinaryIO) -> None:
    """Writes the dossier of a case as PDF, with a Remark, in it too, on characters that no font at hand has; InputError where the
    packages that write it are not installed.
    """
    try:
        import fontpkg  # noqa: F401
        from fpdf import FPDF
    except ModuleNotFoundError as error:
        raise InputError("PDF needs a few more packages: pip install 'rashomon[print]'.") from error
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    logging.getLogger("fpdf").setLevel(logging.ERROR)
    pdf = FPDF(format="A4")
    pdf.set_creation_date(datetime(*EARLIEST, tzinfo=UTC))
    pdf.set_title(f"Dossier, {len(case.documents)} accounts")
    pdf.set_creator(f"Rashomon {case.version}")
    pdf.set_margins(18, 18)
    pdf.set_auto_page_break(True, 18)
    parts = list(dossier(case))
    texts = [text for part in parts for text in _texts(part)]
    known = _fonts(pdf, faces.unset(texts, ()))
    missing = faces.unset(texts, known)
    if missing:
        says = f"{faces.told(missing)} {_WHOLE}"
        warnings.warn(Remark(f"{says}; {_ADVICE}."), stacklevel=2)
        boxes = dict.fromkeys(map(ord, missing), faces.BOX)
        parts = [parts[0], Paragraph(text=f"{says}.", style="note"), *(_boxed(part, boxes) for part in parts[1:])]
    pdf.add_page()
    for part in parts:
        _add(pdf, part)
    out.write(bytes(pdf.output()))


def _fonts(pdf: Any, letters: Iterable[str]) -> set[int]:
    """Gives a document the fonts that it needs for these letters; the code points that any of them has."""
    serif = faces.serif(faces.SERIF)
    pdf.add_font("text", "", serif)
    pdf.add_font("text", "B", serif)  # a bold instance of the font takes a quarter of a minute to work out: size does it
    pdf.add_font("text", "I", faces.serif(faces.ITALIC))
    names = ["text"]  # among its own fallbacks, so that a mark beside a word of another script keeps its place
    known = set(pdf.fonts["text"].cmap)
    wanted = set(map(ord, letters)) - known
    for face in faces.others() if wanted else ():
        if wanted & (has := face.has()):
            pdf.add_font(face.name, "", face.path, variations={"wght": face.weight, "wdth": 100} if face.weight else None)
            names.append(face.name)
            known, wanted = known | has, wanted - has
    pdf.set_fallback_fonts(names, exact_match=False)
    pdf.set_text_shaping(True)
    return known


def _texts(part: Part) -> Iterator[str]:
    if isinstance(part, Table):
        yield from (text for row in (part.head, *part.rows) for text in row)
    else:
        yield part.text


def _boxed(part: Part, boxes: dict[int, str]) -> Part:
    if isinstance(part, Table):
        return Table(head=_all_boxed(part.head, boxes), rows=tuple(_all_boxed(row, boxes) for row in part.rows))
    text = part.text.translate(boxes)
    return Heading(level=part.level, text=text) if isinstance(part, Heading) else Paragraph(text=text, style=part.style)


def _all_boxed(texts: Sequence[str], boxes: dict[int, str]) -> tuple[str, ...]:
    return tuple(text.translate(boxes) for text in texts)


def _add(pdf: Any, part: Part) -> None:
    if isinstance(part, Heading):
        pdf.ln(6 if part.level < 2 else 3)
        pdf.set_font("text", "B", _SIZES[part.level])
        pdf.start_section(part.text[:200], level=max(0, part.level)) if part.level else None
        _write(pdf, None, part.text)
        pdf.ln(1)
    elif isinstance(part, Paragraph):
        size, style = _STYLES[part.style]
        pdf.set_font("text", style, size)
        pdf.set_text_color(90 if part.style in ("note", "by") else 0)
        pdf.set_x(pdf.l_margin + (6 if part.style in ("quote", "by") else 0))
        _write(pdf, size * 0.5, part.text)
        pdf.set_text_color(0)
        pdf.ln(0.6)
    elif part.rows:
        _table(pdf, part)


def _write(pdf: Any, height: float | None, text: str) -> None:
    """A paragraph in the direction of most of its letters: numbers within words from the right keep their place then."""
    runs = [bidirectional(c) for c in text]
    right = runs.count("R") + runs.count("AL") > runs.count("L")
    pdf.set_text_shaping(True, direction="rtl" if right else "ltr")
    pdf.multi_cell(0, height, text, align="R" if right else "L", new_x="LMARGIN", new_y="NEXT")
    pdf.set_text_shaping(True)


def _table(pdf: Any, part: Table) -> None:
    pdf.set_font("text", "", 8)
    pdf.ln(1)
    widest = [min(60, max(len(row[n]) for row in (part.head, *part.rows))) for n in range(len(part.head))]
    least = sum(widest) * 0.06  # of the page's width: a column of numbers needs no more, a letter no less
    with pdf.table(col_widths=tuple(max(least, wide) for wide in widest), line_height=4.2, padding=1) as table:
        for row in (part.head, *part.rows):
            cells = table.row()
            for text in row:
                cells.cell(text, align="R" if leftward(text) else "L")
    pdf.ln(2)
