"""A case in, its JSON in the form `rashomon-case/1` out."""

from typing import BinaryIO

from rashomon import codec
from rashomon.model import Case


def export(case: Case, out: BinaryIO) -> None:
    """All of the case, the same bytes for the same case; `docs/reference/case-json.md` says what each field means."""
    out.write(codec.case_json(case))
