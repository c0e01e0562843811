"""A host or a name in, the outlet or agency it stands for out, or None: data/outlets.toml and data/agencies.toml."""

import re
from functools import cache
from urllib.parse import urlsplit

from rashomon.data import load
from rashomon.text.names import spelled_out

_REPORTERS = re.compile(
    r"\btold ([A-Z][a-z]\w+)(?: reporters| by (?:tele)?phone|[’']s? reporters)"
    r"|\b[Aa]n? ([A-Z][a-z]\w+) (?:reporter|correspondent|journalist)\b"
    r"|\b([A-Z][a-z]\w+) (?:could not|was (?:not able|unable) to) (?:independently |immediately )?(?:verify|confirm|reach)\b"
)


@cache
def _domains() -> dict[str, str]:
    entries = [*load("agencies")["agency"], *load("outlets")["outlet"]]
    return {domain: entry["name"] for entry in entries for domain in entry["domains"]}


@cache
def _named(table: str, key: str) -> dict[str, str]:
    return {name.casefold(): entry["name"] for entry in load(table)[key] for name in (entry["name"], *entry["aliases"])}


@cache
def _credits() -> dict[str, str]:
    """Agencies as credits write them: short ones only in their own letters, since "Tap" and "Ana" are words and names."""
    names = {
        name: entry["aliases"][0] if _short(entry) else entry["name"]
        for entry in load("agencies")["agency"]
        for name in (entry["name"], *entry["aliases"])
    }
    return {**names, **{name.upper(): agency for name, agency in names.items()}}


def _short(entry: dict[str, list[str]]) -> bool:
    """Whether an agency goes by its abbreviation (AP, PTI), as its credits do."""
    return bool(entry["aliases"]) and entry["aliases"][0].isupper() and " " not in entry["aliases"][0]


def host_of(url: str | None) -> str | None:
    """The host of an address or a bare domain, without "www." and in lower case."""
    if not url:
        return None
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        return None
    return re.sub(r"^(?:www\d?|m|amp|mobile)\.", "", host) if host and "." in host else None


def outlet_of(host: str | None) -> str | None:
    """The outlet whose site a host is, or belongs to ("edition.cnn.com"); None where it is not a well-known one."""
    parts = (host or "").split(".")
    return next((name for i in range(len(parts) - 1) if (name := _domains().get(".".join(parts[i:])))), None)


def outlet_named(name: str) -> str | None:
    """The well-known outlet or agency that a name or alias stands for, under the name this project uses."""
    plain = " ".join(name.split()).strip(" .,;:()[]\"'“”").casefold()
    return _named("outlets", "outlet").get(plain) or _named("agencies", "agency").get(plain)


def agency_named(name: str) -> str | None:
    """The news agency that a credit names ("AFP", "Press Trust of India"), by the abbreviation it is known by, if any."""
    plain = " ".join(name.split()).strip(" .,;:()[]\"'“”-–—")
    return _credits().get(plain) or _credits().get(plain.removeprefix("The "))


def credited(name: str, text: str) -> str | None:
    """The news agency that a credit names on a page: what the page itself spells its capitals out as, else one of the world by
    the abbreviation it is known by, unless its capitals are seldom written for it and the page speaks of another as its own.
    """
    known = agency_named(name)
    short = " ".join(name.split()).strip(" .,;:()[]\"'“”-–—")
    if known is None or not short.isupper() or " " in short:
        return known
    wires = {word for ending in load("mastheads")["agency"]["endings"] for word in ending.split()} | {"press"}
    if own := [long for long in spelled_out(short, text) if long.split()[-1].casefold() in wires]:
        return known if any(agency_named(long) == known for long in own) else own[0]
    return None if known != short and _another(short, known, text) else known


def _another(short: str, known: str, text: str) -> bool:
    """Whether a page speaks of its reporters by a name that the capitals may stand for and the known agency does not bear."""
    named = {name for found in _REPORTERS.finditer(text) for name in found.groups() if name}
    return any(name[0] == short[0] and name not in known for name in named)
