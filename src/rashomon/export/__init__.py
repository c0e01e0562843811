"""A case in, bytes out. Each module is an exporter:

    export(case: Case, out: BinaryIO) -> None

It writes all of its bytes to `out` and leaves it open; the same case gives the same bytes.
"""

from typing import BinaryIO, Protocol

from rashomon.model import Case


class Exporter(Protocol):
    """What a plug-in of the group `rashomon.exporters` is."""

    def __call__(self, case: Case, out: BinaryIO, /) -> None: ...
