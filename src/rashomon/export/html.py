"""A case in, its report out: one HTML file that needs no network and no script."""

from typing import BinaryIO

from rashomon.model import Case
from rashomon.pages.render import report_html


def export(case: Case, out: BinaryIO) -> None:
    """Writes the report of a case to `out` as UTF-8; the same bytes for the same case."""
    out.write(report_html(case).encode("utf-8", errors="replace"))
