"""A file in, its bytes out; bytes in, text out; or one sentence that says why not.

Tried in this order: a byte order mark, UTF-16 without one, strict UTF-8, UTF-8 with a few broken bytes, Windows-1252. A
byte order mark is no part of the text; line ends are left as they are. Nothing else is guessed: detectors mistake one
Western code page for another often enough to spoil names.
"""

import codecs
import re
from pathlib import Path

from rashomon.errors import InputError

LARGEST = 20 * 1024 * 1024
"""Bytes one document may have. A long book has 2 MB; whatever is larger is no single report."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_WESTERN = re.compile(r"[\x80-\xff\u0152-\u2122]")


def load(path: Path, largest: int = LARGEST) -> bytes:
    """The bytes of a file; InputError when it is missing, no file, unreadable, empty, or larger than `largest` bytes."""
    try:
        if path.is_dir():
            raise InputError(f"{path} is a folder where a file was expected.")
        if not path.exists():
            raise InputError(f"{path} does not exist; check the spelling.")
        if not path.is_file():
            raise InputError(f"{path} is not an ordinary file (a pipe or a device) and was not read.")
        if (size := path.stat().st_size) > largest:
            raise InputError(
                f"{path} has {size / 1e6:.0f} MB and no document may have more than {largest / 1e6:.0f} MB; "
                "give its parts as files of their own."
            )
        raw = path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{path} cannot be read ({reason}); check its permissions.") from error
    if not raw.strip():
        raise InputError(f"{path} is empty.")
    return raw


def decode(raw: bytes, name: object) -> str:
    """The text that bytes hold; InputError, naming `name`, when they are not text or in an encoding that is not known."""
    text = _decoded(raw)
    if text is None:
        raise InputError(f"{name} is in an encoding that Rashomon does not know; save it as UTF-8 and give it again.")
    if _CONTROLS.search(text) and len(_CONTROLS.findall(text)) > len(text) / 500:
        raise InputError(f"{name} is not text (it holds binary data); give the text it shows instead.")
    if not text.strip():
        raise InputError(f"{name} is empty.")
    return text


def _decoded(raw: bytes) -> str | None:
    encoding = next((e for mark, e in _MARKS if raw.startswith(mark)), None) or _without_mark(raw)
    if encoding is None:
        return _loosely(raw)
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None if encoding.startswith("utf-32") else raw.decode(encoding, errors="replace")


def _without_mark(raw: bytes) -> str | None:
    """UTF-16 shows itself by zero bytes in every other place; UTF-8 by decoding strictly."""
    head = raw[:4096]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > len(head) * 0.2 and not even:
        return "utf-16-le"
    if even > len(head) * 0.2 and not odd:
        return "utf-16-be"
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _loosely(raw: bytes) -> str | None:
    """UTF-8 in which more letters are whole than broken (cut or spliced files), else Windows-1252 where that looks like words."""
    mended = raw.decode("utf-8", errors="replace")
    broken = mended.count("\ufffd")
    if sum(c > "\x7f" for c in mended) > 2 * broken:
        return mended
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        return None
    # Latin-script prose has few letters beyond ASCII; Cyrillic, Greek or Arabic read as Windows-1252 has hardly any others
    return text if len(_WESTERN.findall(text)) < len(text) * 0.15 else None
