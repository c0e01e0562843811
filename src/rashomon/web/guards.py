"""Requests in, those that may be answered through: by this machine's own names, with the token, for pages and forms."""

import hashlib
import hmac
from collections.abc import Container
from http.cookies import SimpleCookie
from urllib.parse import parse_qsl, urlencode

from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = (
    (b"content-security-policy", b"default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
     b"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)  # fmt: skip

_NO_TOKEN = "This address needs the token that Rashomon printed when it started: open the whole address from the terminal."


class Guard:
    """Lets through what comes by one of the `hosts` with the token, in a cookie or (then kept in one) in the address."""

    def __init__(self, app: ASGIApp, token: str, hosts: Container[str]) -> None:
        self._app, self._token, self._hosts = app, token, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            return await self._app(scope, receive, send)
        if scope["type"] != "http":
            return None
        headers = {name: value.decode("latin-1") for name, value in scope["headers"]}
        host = headers.get(b"host", "").lower()
        if host not in self._hosts:
            return await _say(send, 421, "This workbench does not answer to that name.")
        if scope["method"] not in ("GET", "HEAD", "POST"):
            return await _say(send, 405, "Pages are read, forms are sent; nothing else is done here.")
        if headers.get(b"sec-fetch-site", "same-origin") not in ("same-origin", "none") and not _top_level(scope, headers):
            return await _say(send, 403, "Another site asked for this page.")
        if scope["method"] == "POST" and headers.get(b"origin", f"http://{host}") != f"http://{host}":
            return await _say(send, 403, "Another site sent this form.")
        name = cookie_name(host)
        asked = dict(parse_qsl(scope["query_string"].decode("latin-1")))
        if scope["method"] == "GET" and hmac.compare_digest(asked.pop("token", "").encode(), self._token.encode()):
            place = scope["path"] + (f"?{urlencode(asked)}" if asked else "")
            kept = f"{name}={key(self._token, 'cookie')}; Path=/; HttpOnly; SameSite=Strict"
            return await _say(send, 303, "", (b"location", _local(place)), (b"set-cookie", kept.encode()))
        cookies: SimpleCookie = SimpleCookie()
        cookies.load(headers.get(b"cookie", ""))
        given = cookies[name].value if name in cookies else ""
        if not hmac.compare_digest(given.encode(), key(self._token, "cookie").encode()):
            return await _say(send, 403, _NO_TOKEN)

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *HEADERS]
            await send(message)

        return await self._app(scope, receive, guarded)


def key(token: str, purpose: str) -> str:
    """What proves knowledge of the token for one purpose without showing it."""
    return hmac.new(token.encode(), purpose.encode(), hashlib.sha256).hexdigest()


def cookie_name(host: str) -> str:
    """Cookies are not parted by port, so their name is."""
    return "rashomon-" + (host.rpartition(":")[2] if host.rpartition(":")[2].isdigit() else "80")


def _top_level(scope: Scope, headers: dict[bytes, str]) -> bool:
    """Whether somebody followed a link to here: what they see is theirs to see, and the page that led here learns nothing."""
    return (
        scope["method"] == "GET" and headers.get(b"sec-fetch-mode") == "navigate" and headers.get(b"sec-fetch-dest") == "document"
    )


def _local(place: str) -> bytes:
    return ("/" + place.lstrip("/\\")).encode("ascii", "replace").replace(b"\r", b"").replace(b"\n", b"")


async def _say(send: Send, status: int, sentence: str, *more: tuple[bytes, bytes]) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store"), *HEADERS, *more]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": sentence.encode()})
