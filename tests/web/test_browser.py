"""In a real browser: nothing serious for axe, no page pushed sideways, two people at once, and no account that runs."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from rashomon import api
from tests.web.conftest import TOKEN, Served
from tests.web.test_reading import addresses

sync_api = pytest.importorskip("playwright.sync_api")
axe = pytest.importorskip("axe_playwright_python.sync_playwright")
SERIOUS = ("serious", "critical")


@pytest.mark.parametrize(
    ("scheme", "width"),
    [("light", 1280), pytest.param("dark", 1280, marks=pytest.mark.pages), pytest.param("dark", 360, marks=pytest.mark.pages)],
)
def test_axe_finds_nothing_serious_on_any_page(
    served: Served, window: Callable[..., sync_api.Page], scheme: str, width: int
) -> None:
    page = window(served, color_scheme=scheme, bypass_csp=True, viewport={"width": width, "height": 900})
    _decided_on(served)
    for address in addresses(served):
        page.goto(served.url + address)
        found = axe.Axe().run(page).response["violations"]
        serious = [(v["id"], [n["html"][:120] for n in v["nodes"][:3]]) for v in found if v["impact"] in SERIOUS]
        assert serious == [], address


def _decided_on(served: Served) -> None:
    """Decisions of several kinds, so that what they add to pages is looked at too."""
    case = served.bench.holding.known().index.case
    point = next(p for p in case.points if p.kind == "number")
    path, first = served.bench.holding.path, point.claims[0].claim
    api.decide(path, "estimate", [first], "9/13/14", "Ada Moor", "hospital lists")
    api.decide(path, "grade", [first], "admiralty B2", "Ada Moor")
    api.decide(path, "note", [first], "Ask the harbour master.", "Ada Moor")


@pytest.mark.parametrize("width", [360, pytest.param(1280, marks=pytest.mark.pages), pytest.param(2560, marks=pytest.mark.pages)])
def test_no_page_has_to_be_pushed_sideways(served: Served, window: Callable[..., sync_api.Page], width: int) -> None:
    page = window(served, viewport={"width": width, "height": 800})
    for address in addresses(served):
        page.goto(served.url + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width + 1, address


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_claim_is_rejected_and_taken_back(served: Served, window: Callable[..., sync_api.Page], script: bool) -> None:
    page = window(served, java_script_enabled=script)
    point = served.bench.holding.known().index.points[0]
    page.goto(f"{served.url}/points/{point.id}")
    before = page.locator("article.saying").count()
    page.locator("article.saying").first.get_by_role("button", name="Not a claim").click()
    page.get_by_label("Name").fill("Ada Moor")
    page.get_by_role("button", name="Decide").click()
    page.wait_for_selector("text=Your last decision")
    _shows(page, served, before - 1)
    page.get_by_role("button", name="Take it back").click()
    page.wait_for_selector("text=Your last decision", state="detached")
    _shows(page, served, before)
    assert [d.answer for d in served.bench.holding.known().log] == ["no", "withdrawn"]


def _shows(page: sync_api.Page, served: Served, claims: int) -> None:
    """A page that came before the case was settled says so, and is loaded again by its reader."""
    served.bench.holding.known(60)
    page.reload()
    sync_api.expect(page.locator("article.saying")).to_have_count(claims)


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_claim_is_corrected_by_its_forms(served: Served, window: Callable[..., sync_api.Page], script: bool) -> None:
    served.bench.holding.known()
    page = window(served, java_script_enabled=script)
    page.goto(f"{served.url}/author")
    page.get_by_label("Name").fill("Ada Moor")
    page.get_by_role("button", name="Keep").click()
    page.wait_for_selector("text=Decisions by Ada Moor")
    index = served.bench.holding.known().index
    claim = next(c for c in index.case.claims if c.quantities)
    fields = {"Who says so?": ("Name", "Leila Sarkis"), "By whom did it come?": ("Chain", "a docker > Leila Sarkis")}
    for legend, (label, words) in fields.items():
        page.goto(f"{served.url}/claims/{claim.id}")
        form = page.get_by_role("group", name=legend)
        form.get_by_label(label).fill(words)
        form.get_by_label("Reason").fill("as the tape has it")
        form.get_by_role("button", name="Decide").click()
        page.wait_for_selector("text=Your last decision >> visible=true")
        page.locator(".decided", has_text=words.split(" > ")[0]).first.wait_for()
    assert {d.question for d in served.bench.holding.known().log} == {"speaker", "chain"}


def test_everything_is_done_by_keys_alone(served: Served, window: Callable[..., sync_api.Page]) -> None:
    page = window(served)
    page.keyboard.press("?")
    page.wait_for_url("**/keys")
    page.keyboard.press("g")
    page.keyboard.press("p")
    page.wait_for_url("**/points")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/points/*")
    page.keyboard.press("j")
    page.keyboard.press("y")
    page.wait_for_selector("text=Who decides?")
    page.keyboard.type("Ada Moor")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Your last decision")
    page.locator("main").click(position={"x": 2, "y": 2})
    page.keyboard.press("u")
    page.wait_for_selector("text=Your last decision", state="detached")
    page.keyboard.press("/")
    page.keyboard.type("grain")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=grain")
    assert [d.answer for d in served.bench.holding.known().log] == ["yes", "withdrawn"]


def test_two_browsers_keep_both_decisions(served: Served, window: Callable[..., sync_api.Page]) -> None:
    point = served.bench.holding.known().index.points[0]
    pages = [window(served), window(served)]
    for page, name in zip(pages, ("Ada", "Bo"), strict=True):
        page.goto(f"{served.url}/author")
        page.get_by_label("Name").fill(name)
        page.get_by_role("button", name="Keep").click()
        page.wait_for_selector(f"text=Decisions by {name}")
        page.goto(f"{served.url}/points/{point.id}")
    for n, page in enumerate(pages):
        page.locator("article.saying").nth(n).get_by_role("button", name="Confirm").click()
        page.wait_for_selector("text=Your last decision")
    for page in pages:
        page.goto(f"{served.url}/log")
        sync_api.expect(page.locator(".log li")).to_have_count(2)


_ATTACK = """<form id=f method=post action="{url}/decide">{fields}</form><script>f.submit()</script>"""


@pytest.mark.parametrize("origin", ["http://evil.example", "http://127.0.0.1:9", "http://localhost:9"])
def test_a_page_of_another_site_decides_nothing_even_with_the_reader_s_cookies(
    served: Served, chromium: sync_api.Browser, origin: str
) -> None:
    claim = served.bench.holding.known().index.case.claims[0].id
    asked = {"form": served.bench.form_token, "question": "claim", "subject": claim, "choice": "no", "author": "Eve", "back": "/"}
    fields = "".join(f'<input name="{name}" value="{value}">' for name, value in asked.items())
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{served.url}/?token={TOKEN}")
    page.route(
        f"{origin}/**", lambda route: route.fulfill(body=_ATTACK.format(url=served.url, fields=fields), content_type="text/html")
    )
    page.goto(f"{origin}/")
    page.wait_for_url(f"{served.url}/decide")
    assert "Another site" in page.content()
    assert served.bench.holding.known().log == ()
    context.close()


def test_a_script_that_got_into_a_page_would_neither_run_nor_reach_anybody(served: Served, chromium: sync_api.Browser) -> None:
    context = chromium.new_context()
    page, asked = context.new_page(), []
    page.on("response", lambda response: asked.append(response.url))
    page.goto(f"{served.url}/?token={TOKEN}")
    page.evaluate(
        """() => {
          window.refused = [];
          document.addEventListener("securitypolicyviolation", (e) => window.refused.push(e.effectiveDirective));
          const add = (html) => document.body.insertAdjacentHTML("beforeend", html);
          const script = document.createElement("script");
          script.textContent = "window.harmed = 1";
          document.body.append(script);
          add('<img src="http://evil.example/a" onerror="window.harmed = 2">');
          add('<iframe srcdoc="<script>parent.harmed = 3</script>"></iframe><object data="http://evil.example/b"></object>');
          add('<p id="styled" style="color: rgb(1, 2, 3)">x</p>');
        }"""
    )
    failed = page.evaluate("fetch('http://evil.example/c').then(() => 'reached', () => 'refused')")
    page.wait_for_timeout(200)
    assert failed == "refused"
    assert page.evaluate("window.harmed") is None
    assert page.evaluate("getComputedStyle(document.getElementById('styled')).color") != "rgb(1, 2, 3)"
    assert {"script-src-elem", "img-src", "connect-src", "style-src-attr"} <= set(page.evaluate("window.refused"))
    assert all(url.startswith((served.url, "about:")) for url in asked)
    context.close()


def test_what_an_account_says_is_never_run(
    serving: Callable[..., Served], tmp_path: Path, window: Callable[..., sync_api.Page]
) -> None:
    for name, text in HOSTILE.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "d.jsonl").write_text(json.dumps({**dict.fromkeys(("outlet", "title"), _TAG), "authors": [_TAG], **_RECORD}))
    path = tmp_path / "hostile.case"
    api.build(path, sorted((*tmp_path.glob("*.txt"), *tmp_path.glob("*.jsonl"))))
    claims = api.open_case(path).claims
    api.decide(path, "note", [claims[0].id], _TAG, _TAG, _TAG)
    api.decide(path, "speaker", [claims[1].id], f"{_TAG} \u202eOrth", "Ada Moor")
    served = serving(path)
    page = window(served, bypass_csp=True)  # so that nothing but the pages themselves can keep it from running
    page.add_init_script("window.alert = () => { window.harmed = true }")
    for address in addresses(served):
        page.goto(served.url + address)
        assert page.evaluate("window.harmed") is None, address
        assert page.locator("main img, main iframe, main object, main script, main [onerror], main [onclick]").count() == 0
        assert page.locator('main a[href^="javascript:"]').count() == 0
    index = served.bench.holding.known().index
    page.goto(served.url + index.page("a", index.case.documents[0].id))
    assert "<img src=x onerror=alert(1)>" in page.locator("main").inner_text()


_TAG = "</q><img src=x onerror=alert(1)><script>alert(1)</script>"
_RECORD = {"url": "javascript:alert(1)//", "text": f"Mayor Lena Orth said 12 people were killed in the fire. {_TAG}"}
_SPOKEN = 'Mayor <b>Lena</b> Orth said 12 people were killed when "<img src=x onerror=alert(1)>" a warehouse burned on Monday.'
HOSTILE = {
    "a<script>alert(1)<": f"{_SPOKEN}\nShe denied <svg onload=alert(1)> that the {{{{7*7}}}} dock burned.\n",
    "b": f"“14 people were killed,” the police chief said. </textarea></title><script>alert(1)</script>\n{_SPOKEN}\n",
    "c": "\u202e12 were killed\u202c, said <a href='javascript:alert(1)'>Omar\u200b Haddad</a>. Nine were killed, he added.\n",
}
"""Accounts that hold what no page may let through."""
