"""A text in, its beginning on one line out, no longer than there is room for."""


def cut(text: str, most: int) -> str:
    """At most so many characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def cut_between_words(text: str, most: int) -> str:
    """The whole words within so many characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + " …"
