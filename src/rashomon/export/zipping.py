"""Names and contents in, a zip out: the same bytes on any day and any machine."""

import zipfile
from collections.abc import Iterable
from typing import BinaryIO

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip can say; when a file was made is no part of a case."""


def zipped(files: Iterable[tuple[str, bytes]], out: BinaryIO) -> None:
    """Writes these files, in this order, as one zip."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files:
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            packed.writestr(entry, content)
