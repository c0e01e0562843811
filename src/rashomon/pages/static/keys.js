"use strict";
// Keys, and forms that are sent without leaving the page. Everything works without this file.
(() => {
  const main = () => document.getElementById("main");
  const records = () => [...document.querySelectorAll("[data-record]")];
  let at = -1;
  let pending = "";
  let last = null; // what a key led to in a form

  const hold = (place) => {
    const all = records();
    if (!all.length) return;
    all.forEach((r) => r.classList.remove("at-hand"));
    at = Math.max(0, Math.min(all.length - 1, place));
    all[at].classList.add("at-hand");
    if (!all[at].hasAttribute("tabindex")) all[at].setAttribute("tabindex", "-1");
    all[at].focus({ preventScroll: true });
    all[at].scrollIntoView({ block: "nearest" });
  };
  const held = () => records()[at];
  const press = (answer) => {
    const button = held() && held().querySelector(`form.decide button[name=choice][value=${answer}]`);
    if (button) button.click();
  };
  const forms = () => [...document.querySelectorAll("main form.decide:not(.quick)")].filter((f) => f.offsetParent);
  const write = () => {
    const all = forms();
    const next = all[1 + all.findIndex((f) => f.contains(last))] || all[0];
    const first = next && next.querySelector("select, input:not([type=hidden]), button");
    if (first) { first.focus(); first.scrollIntoView({ block: "center" }); }
    last = first;
  };
  const follow = (key) => {
    const target = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (!target) return false;
    if (target.matches("input")) { target.focus(); target.select(); } else target.click();
    return true;
  };

  const keys = {
    j: () => hold(at + 1),
    k: () => hold(at - 1),
    o: () => { const link = held() && held().querySelector("[data-open]"); if (link) link.click(); },
    y: () => press("yes"),
    x: () => press("no"),
    d: write,
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const busy = event.target.matches("input, select, textarea");
    if (event.key === "Escape" && busy) { event.target.blur(); return; }
    if (busy) return;
    if (event.key === "Enter" && !(held() && document.activeElement === held())) return;
    const key = event.key === "Enter" ? "o" : event.key;
    if (pending === "g") {
      pending = "";
      if (follow(`g ${key}`)) event.preventDefault();
      return;
    }
    if (key === "g") { pending = "g"; setTimeout(() => { pending = ""; }, 1500); return; }
    if (key in keys) { keys[key](); event.preventDefault(); return; }
    if (["?", "/", "n", "p", "u"].includes(key) && follow(key)) event.preventDefault();
  });

  // Words that are selected in a claim's context become the answer to which words the claim is.
  document.addEventListener("mouseup", () => {
    const chosen = getSelection();
    const words = String(chosen).trim();
    const asked = document.querySelector('form.decide input[name="question"][value="span"]');
    const from = chosen.anchorNode && chosen.anchorNode.parentElement;
    if (words && asked && from && from.closest(".context")) asked.form.querySelector('[name="answer"]').value = words;
  });

  // A form's answer is the page it leads back to: its body takes the place of this one, at the same height.
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (form.method !== "post" || !main()) return;
    event.preventDefault();
    const sent = new URLSearchParams(new FormData(form, event.submitter));
    const label = form.querySelector("legend") ? form.querySelector("legend").textContent : "";
    const place = records().findIndex((r) => r.contains(form));
    try {
      const reply = await fetch(form.action, { method: "POST", body: sent, credentials: "same-origin" });
      const page = new DOMParser().parseFromString(await reply.text(), "text/html");
      const fresh = page.getElementById("main");
      if (!fresh) throw new Error("no page");
      const menu = page.querySelector("nav.contents");
      if (menu) document.querySelector("nav.contents").replaceWith(menu);
      document.title = page.title;
      main().replaceWith(fresh);
      if (!reply.ok || new URL(reply.url).pathname !== location.pathname) {
        if (reply.ok && reply.redirected) history.pushState(null, "", reply.url);
        scrollTo(0, 0);
        const first = fresh.querySelector("[autofocus]") || fresh.querySelector("h1");
        if (first) { if (!first.matches("input")) first.setAttribute("tabindex", "-1"); first.focus(); }
        return;
      }
      const again = [...fresh.querySelectorAll("form.decide")].find((f) => f.querySelector("legend") && f.querySelector("legend").textContent === label);
      if (place >= 0) hold(place);
      else if (again) { const b = again.querySelector("button"); if (b) b.focus({ preventScroll: true }); }
    } catch {
      HTMLFormElement.prototype.submit.call(form);
    }
  });
  addEventListener("popstate", () => location.reload());
})();
