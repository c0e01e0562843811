"""A case in, its dossier as a PDF out, set in fonts that are embedded: Latin, Greek, Cyrillic, Arabic and Devanagari."""

import logging
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from rashomon.errors import InputError
from rashomon.export.zipping import EARLIEST
from rashomon.model import Case
from rashomon.pages.dossier import Heading, Paragraph, Part, Table, dossier
from rashomon.text.scripts import leftward

_SIZES = {0: 22.0, 1: 16.0, 2: 12.5, 3: 10.5}
_STYLES = {"": (9.5, ""), "note": (8.5, ""), "quote": (10.0, "I"), "by": (8.5, "")}


def export(case: Case, out: BinaryIO) -> None:
    """Writes the dossier of a case as PDF; InputError where the packages that write it are not installed."""
    try:
        import fontpkg
        from fpdf import FPDF
    except ModuleNotFoundError as error:
        raise InputError("PDF needs a few more packages: pip install 'rashomon[print]'.") from error
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    logging.getLogger("fpdf").setLevel(logging.ERROR)  # a letter that no font has is drawn as a box
    pdf = FPDF(format="A4")
    pdf.set_creation_date(datetime(*EARLIEST, tzinfo=UTC))
    pdf.set_title(f"Dossier, {len(case.documents)} accounts")
    pdf.set_creator(f"Rashomon {case.version}")
    pdf.set_margins(18, 18)
    pdf.set_auto_page_break(True, 18)
    serif = _file(fontpkg, "Noto Serif", "regular")
    pdf.add_font("text", "", serif)
    pdf.add_font("text", "B", serif)  # a bold instance of the font takes a quarter of a minute to work out: size does it
    pdf.add_font("text", "I", _file(fontpkg, "Noto Serif", "italic"))
    for name in ("Noto Sans Arabic", "Noto Sans Devanagari"):
        pdf.add_font(name, "", _file(fontpkg, name, "regular"))
    pdf.set_fallback_fonts(["Noto Sans Arabic", "Noto Sans Devanagari"], exact_match=False)
    pdf.set_text_shaping(True)
    pdf.add_page()
    for part in dossier(case):
        _add(pdf, part)
    out.write(bytes(pdf.output()))


def _file(fontpkg: Any, family: str, style: str) -> Path:
    found = sorted((Path(p) for p in Path(fontpkg.path(family)).parent.glob("*.ttf")), key=lambda p: "Italic" in p.name)
    return found[-1] if style == "italic" else found[0]


def _add(pdf: Any, part: Part) -> None:
    if isinstance(part, Heading):
        pdf.ln(6 if part.level < 2 else 3)
        pdf.set_font("text", "B", _SIZES[part.level])
        pdf.start_section(part.text[:200], level=max(0, part.level)) if part.level else None
        pdf.multi_cell(0, None, part.text, align=_side(part.text), new_x="LMARGIN", new_y="NEXT")
        pdf.ln(1)
    elif isinstance(part, Paragraph):
        size, style = _STYLES[part.style]
        pdf.set_font("text", style, size)
        pdf.set_text_color(90 if part.style in ("note", "by") else 0)
        pdf.set_x(pdf.l_margin + (6 if part.style in ("quote", "by") else 0))
        pdf.multi_cell(0, size * 0.5, part.text, align=_side(part.text), new_x="LMARGIN", new_y="NEXT")
        pdf.set_text_color(0)
        pdf.ln(0.6)
    elif part.rows:
        _table(pdf, part)


def _table(pdf: Any, part: Table) -> None:
    pdf.set_font("text", "", 8)
    pdf.ln(1)
    widest = [max(8, min(60, max(len(row[n]) for row in (part.head, *part.rows)))) for n in range(len(part.head))]
    with pdf.table(col_widths=tuple(widest), line_height=4.2, padding=1) as table:
        for row in (part.head, *part.rows):
            cells = table.row()
            for text in row:
                cells.cell(text, align=_side(text))
    pdf.ln(2)


def _side(text: str) -> str:
    """The side on which a text begins: the right where its first letter is of a script that runs from there."""
    return "R" if leftward(text) else "L"
