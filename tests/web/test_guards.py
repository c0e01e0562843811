"""Nobody reads a case who was not given its address, and no other site makes a decision in it."""

from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from tests.web.conftest import TOKEN, Served


def test_nothing_is_shown_without_the_token(served: Served) -> None:
    for path in ("/", "/points", "/report", "/log.jsonl", "/static/pages.css", "/?token=another"):
        assert httpx.get(served.url + path).status_code == 403


def test_the_token_leaves_the_address_at_once(served: Served) -> None:
    first = httpx.get(f"{served.url}/points?token={TOKEN}&q=a")
    assert (first.status_code, first.headers["location"]) == (303, "/points?q=a")
    assert "HttpOnly" in first.headers["set-cookie"]
    assert TOKEN not in first.headers["set-cookie"]


def test_a_foreign_name_for_this_machine_is_refused(served: Served) -> None:
    client = served.browser()
    for host in ("evil.example", f"evil.example:{served.url.rpartition(':')[2]}", "127.0.0.1", ""):
        assert client.get("/", headers={"host": host}).status_code in (400, 421)


@pytest.mark.parametrize(
    "headers", [{"origin": "http://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}], ids=str
)
def test_a_form_of_another_site_is_refused(served: Served, headers: dict[str, str]) -> None:
    client = served.browser()
    fields = {"form": served.bench.form_token, "question": "note", "subject": "x", "answer": "y", "author": "z"}
    assert client.post("/decide", data=fields, headers=headers).status_code == 403


def test_a_form_without_its_token_is_refused(served: Served) -> None:
    claim = served.bench.holding.known().index.case.claims[0].id
    for token in ("", "0" * 64, TOKEN):
        fields = {"form": token, "question": "claim", "subject": claim, "choice": "no", "author": "Ada"}
        assert served.browser().post("/decide", data=fields).status_code == 403
    assert served.bench.holding.known().log == ()


def test_no_page_may_run_or_fetch_what_is_not_its_own(served: Served) -> None:
    headers = served.browser().get("/").headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert (headers["x-content-type-options"], headers["referrer-policy"]) == ("nosniff", "same-origin")


def test_a_case_that_is_only_shown_takes_no_decision(serving: Callable[..., Served], case_path: Path) -> None:
    served = serving(case_path, read_only=True)
    client = served.browser()
    for path in ("/", "/points", "/log", served.bench.holding.known().index.page("k", _claim(served))):
        assert 'method="post"' not in client.get(path).text
    assert served.send(client, "/decide", question="claim", subject=_claim(served), choice="no").status_code in (404, 405)


def test_a_form_leads_back_to_this_workbench_only(served: Served) -> None:
    for back in ("//evil.example", "https://evil.example/", "/\\evil.example", "/\tx", "javascript:alert(1)"):
        fields = {"question": "claim", "subject": _claim(served), "choice": "yes", "author": "Ada", "back": back}
        sent = httpx.post(
            f"{served.url}/decide",
            data={"form": served.bench.form_token, **fields},
            cookies=dict(served.browser().cookies),
        )
        assert sent.headers["location"].startswith("/#") or sent.headers["location"] == "/"


def test_what_is_no_form_is_answered_in_a_sentence(served: Served) -> None:
    client = served.browser()
    assert client.post("/decide", content=b"\xff\xfe").status_code == 400
    assert client.post("/decide", content=b"x=" + b"y" * 100_000).status_code == 413
    assert client.put("/decide", content=b"").status_code == 405


@pytest.mark.parametrize("path", ["/accounts/..%2f..%2fetc%2fpasswd", "/static/../../../etc/passwd", "/static/%2e%2e/x", "/.git"])
def test_no_file_beside_the_case_is_read(served: Served, path: str) -> None:
    assert served.browser().get(path).status_code == 404


def _claim(served: Served) -> str:
    return served.bench.holding.known().index.case.claims[0].id
