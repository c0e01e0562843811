"""A record in, the address of its page in the workbench out."""

from urllib.parse import quote, urlencode

_PAGES = {"a": "accounts", "p": "points", "k": "claims", "e": "entities"}
_LISTS = {"d": "lineage", "t": "timeline"}


def page(kind: str, key: str) -> str:
    """The page on which something stands (kinds as in `Index.page`); an entry of a long list is found by `at`."""
    if kind in _LISTS:
        return f"/{_LISTS[kind]}?{urlencode({'at': key})}"
    return f"/{_PAGES[kind]}/{quote(key, safe=':')}"


def beside(left: str, right: str) -> str:
    """The page that shows two accounts side by side."""
    return "/beside?" + urlencode({"left": left, "right": right})


def local(address: str) -> str:
    """The address if it is one of this workbench, else that of its first page: nobody is sent elsewhere."""
    plain = address.isascii() and address.isprintable() and "\\" not in address
    return address if plain and address.startswith("/") and not address.startswith("//") else "/"
