// Keys, the countdown of the undo window, and a guard for unsaved words. Every page works without it.
"use strict";

const find = (selector) => document.querySelector(selector);
const keysAreOn = () => localStorage.getItem("single-keys") !== "off";
const isTyping = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;

function act(element) {
  if (element.tagName !== "SUMMARY") return element.click();
  const details = element.parentElement;
  details.open = !details.open;
  const field = details.open && details.querySelector("textarea, input:not([type=hidden])");
  (field || element).focus();
}

function step(by) {
  const items = [...document.querySelectorAll(".items .item")];
  const focused = items.indexOf(document.activeElement);
  const current = focused >= 0 ? focused : items.findIndex((item) => item.hasAttribute("aria-current"));
  const next = items[Math.min(items.length - 1, Math.max(0, current + by))];
  if (!next) return;
  next.focus();
  next.scrollIntoView({ block: "nearest" });
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    const go = find('[data-key="ctrl+enter"]');
    if (go) { event.preventDefault(); act(go); }
    return;
  }
  if (event.key === "Escape" && isTyping(event.target)) return event.target.blur();
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !keysAreOn()) return;
  const key = event.key.toLowerCase();
  if (key === "j" || key === "arrowdown" && event.target.closest(".items")) { event.preventDefault(); return step(1); }
  if (key === "k" || key === "arrowup" && event.target.closest(".items")) { event.preventDefault(); return step(-1); }
  const element = /^[a-z]$/.test(key) && find(`[data-key="${key}"]`);
  if (element) { event.preventDefault(); act(element); }
});

// A reply may be stopped while its undo window is open: the line says what became of it, not what was to become.
for (const form of document.querySelectorAll("[data-undo]")) {
  const end = Date.now() + Number(form.dataset.undo) * 1000;
  const left = form.querySelector("[data-left]"), words = form.querySelector("p");
  let asked = Date.now(), told = "";
  const ask = async () => {
    asked = Date.now();
    const answer = await fetch(form.dataset.state).catch(() => null);
    const html = answer && answer.ok ? (await answer.text()).trim() : "";
    if (!html || html === told) return;
    told = html;
    words.innerHTML = html;
    form.querySelector("button")?.remove();
    if (!words.querySelector("[data-final]")) return;
    clearInterval(timer);
    if (!words.querySelector("a")) setTimeout(() => form.remove(), 5000);
  };
  const timer = setInterval(() => {
    const seconds = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    if (left.isConnected) left.textContent = `${seconds} s`;
    if (Date.now() - asked >= 3000 || seconds === 0 && Date.now() - asked >= 1000) ask();
    if (Date.now() > end + 60000) clearInterval(timer);
  }, 250);
}

for (const form of document.querySelectorAll("[data-guard]")) {
  let changed = false;
  form.addEventListener("input", () => { changed = true; });
  form.addEventListener("submit", (event) => {
    if (!event.submitter?.hasAttribute("data-preview")) changed = false;
  });
  window.addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
}

// The draft is looked at again while somebody writes; the words in the letter keep a mark only while it still holds.
for (const review of document.querySelectorAll("[data-review]")) {
  const form = review.closest("form");
  let timer, running;
  const unmark = () => {
    const found = new Set([...review.querySelectorAll("[data-check]")].map((line) => line.dataset.check));
    for (const mark of form.querySelectorAll("mark[data-check]")) {
      if (!found.has(mark.dataset.check)) mark.replaceWith(...mark.childNodes);
    }
  };
  const look = async () => {
    running?.abort();
    running = new AbortController();
    try {
      const body = new URLSearchParams(new FormData(form));
      const answer = await fetch(review.dataset.review, { method: "POST", body, signal: running.signal });
      if (!answer.ok) return;
      const html = await answer.text();
      if (review.contains(document.activeElement)) document.activeElement.blur();
      review.innerHTML = html;
      unmark();
    } catch (error) {
      if (error.name !== "AbortError") console.debug(error);
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, 400);
  });
}

for (const button of document.querySelectorAll("[data-day]")) {
  button.addEventListener("click", (event) => {
    event.preventDefault();
    const field = button.form.elements[button.dataset.day];
    field.value = button.value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  });
}

for (const fieldset of document.querySelectorAll(".promise fieldset")) {
  fieldset.addEventListener("input", (event) => {
    if (event.target.type === "radio" || event.target.value === "") return;
    fieldset.querySelector("[name=promise][value=made]").checked = true;
  });
}

for (const preview of document.querySelectorAll("details.preview")) {
  preview.addEventListener("toggle", () => { if (preview.open) preview.querySelector("[data-preview]").click(); });
}

const keys = find("[data-keys]");
if (keys) {
  const show = () => keys.setAttribute("aria-pressed", String(keysAreOn()));
  keys.hidden = false;
  keys.addEventListener("click", () => {
    localStorage.setItem("single-keys", keysAreOn() ? "off" : "on");
    show();
  });
  show();
}

find("[data-focus]")?.focus();
