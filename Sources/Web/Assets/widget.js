"use strict";
// The page of the chat widget. What anybody wrote is only ever put into the page as text.
(() => {
  const body = document.body;
  const say = body.dataset;
  const byId = (id) => document.getElementById(id);
  const log = byId("log"), form = byId("form"), text = byId("text"), state = byId("state"), scroller = byId("messages");
  const key = "wavelength " + say.path;
  const shown = new Map();
  const waiting = [];
  let token = remembered();
  let mark = "";
  let isSending = false, isLooking = false, isFirstLook = true;

  // Some browsers keep nothing for a page in another site's frame: then the chat lasts as long as the page.
  function remembered() {
    try { return localStorage.getItem(key) || ""; } catch { return ""; }
  }

  function remember(value) {
    token = value;
    try { value ? localStorage.setItem(key, value) : localStorage.removeItem(key); } catch { /* see above */ }
  }

  // All tabs of a browser are one visitor: who begins second takes over what another tab began. Within a tab, whatever needs
  // a session first begins it for all.
  let beginning = null;

  function hasBegun() {
    if (!token) takeOver(remembered());
    if (token) return Promise.resolve();
    beginning ||= inTurn(async () => {
      takeOver(remembered());
      if (!token) remember((await ask("POST", "/sessions")).session);
    }).finally(() => { beginning = null; });
    return beginning;
  }

  // Two tabs that begin in the same moment do so one after the other. Browsers without storage have no locks either.
  function inTurn(act) {
    if (!navigator.locks) return act();
    let isRun = false;
    return navigator.locks.request(key, () => { isRun = true; return act(); }).catch((error) => {
      if (isRun) throw error;
      return act();
    });
  }

  function takeOver(other) {
    if (!other || other === token) return;
    token = other;
    mark = "";
    look();
  }

  // Forgets a session that the server does not know, unless another tab has begun a new one meanwhile.
  function forget(unknown) {
    if (token !== unknown) return;
    const other = remembered();
    if (other && other !== unknown) takeOver(other); else remember("");
  }

  window.addEventListener("storage", (event) => {
    if (event.key === key) takeOver(event.newValue);
  });

  class Refused extends Error {
    constructor(status, seconds) {
      super("HTTP " + status);
      this.status = status;
      this.seconds = seconds;
    }
    get isPassing() { return this.status === 429 || this.status === 408 || this.status >= 500; }
  }

  async function ask(method, place, content) {
    const headers = {};
    if (token) headers.Authorization = "Bearer " + token;
    if (content) headers["Content-Type"] = "application/json";
    const options = { method, headers, credentials: "omit", cache: "no-store", body: content && JSON.stringify(content) };
    const answer = await fetch(say.path + place, options);
    if (!answer.ok) throw new Refused(answer.status, Number(answer.headers.get("Retry-After")) || 0);
    return answer.status === 204 ? null : answer.json();
  }

  // Asks as the visitor, who is begun anew where the server does not know them.
  async function askAsVisitor(place, content) {
    for (let tries = 1; ; tries += 1) {
      await hasBegun();
      const used = token;
      try {
        return await ask("POST", place, content);
      } catch (error) {
        if (error.status !== 401 || tries >= 3) throw error;
        forget(used);
      }
    }
  }

  const pause = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

  // What was written

  const number = () => Array.from(crypto.getRandomValues(new Uint8Array(12)), (n) => n.toString(16).padStart(2, "0")).join("");

  function show(entry) {
    const known = shown.get(entry.id);
    if (known) { known.fate.textContent = ""; return false; }
    const item = byId("entry").content.firstElementChild.cloneNode(true);
    const view = { item, fate: item.querySelector(".fate") };
    if (entry.isOwn) item.classList.add("own");
    item.querySelector("bdi").textContent = entry.isOwn ? say.you : say.us;
    setTime(item.querySelector("time"), entry.at);
    fill(item.querySelector(".text"), entry.text, !entry.isOwn);
    shown.set(entry.id, view);
    log.append(item);
    scroller.scrollTop = scroller.scrollHeight;
    return true;
  }

  function setTime(place, at) {
    const date = at ? new Date(at) : new Date();
    const isToday = date.toDateString() === new Date().toDateString();
    place.dateTime = date.toISOString();
    place.textContent = date.toLocaleString(document.documentElement.lang,
      isToday ? { hour: "2-digit", minute: "2-digit" } : { dateStyle: "short", timeStyle: "short" });
  }

  // Of our own answers, addresses can be followed; of what a visitor wrote none is a link.
  function fill(place, words, hasLinks) {
    if (!hasLinks) { place.textContent = words; return; }
    let end = 0;
    for (const found of words.matchAll(/https:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/g)) {
      const link = document.createElement("a");
      link.href = found[0];
      link.target = "_blank";
      link.rel = "noopener noreferrer";
      link.textContent = found[0];
      place.append(words.slice(end, found.index), link);
      end = found.index + found[0].length;
    }
    place.append(words.slice(end));
  }

  function fate(entry, words, isTrouble, act) {
    const place = shown.get(entry.id).fate;
    place.textContent = words;
    place.classList.toggle("trouble", Boolean(isTrouble));
    if (!act) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = say.again;
    button.addEventListener("click", act);
    place.append(" ", button);
  }

  // Sending, one after the other so that they arrive in their order

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = text.value.trim();
    if (!words) return;
    const entry = { id: number(), isOwn: true, text: words };
    text.value = "";
    text.focus();
    show(entry);
    waiting.push(entry);
    sendAll();
  });

  text.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });

  async function sendAll() {
    if (isSending) return;
    isSending = true;
    while (waiting.length) {
      const entry = waiting[0];
      fate(entry, say.sending);
      try {
        await send(entry);
        waiting.shift();
        fate(entry, say.sent);
      } catch (error) {
        waiting.shift();
        fate(entry, say.failed, true, () => { waiting.push(entry); sendAll(); });
      }
    }
    isSending = false;
    look();
  }

  // The number stays the same over all tries, so that a message that arrived unseen is not taken twice.
  async function send(entry) {
    for (let tries = 1; ; tries += 1) {
      try {
        const answer = await askAsVisitor("/messages", { id: entry.id, text: entry.text });
        byId("outlook").textContent = answer.outlook;
        state.textContent = "";
        return;
      } catch (error) {
        if (error instanceof Refused && !error.isPassing || tries >= 6) throw error;
        state.textContent = error.status === 429 ? say.tooFast : say.lost;
        await pause(Math.max(error.seconds || 0, Math.min(30, 2 ** tries)));
      }
    }
  }

  // Looking for answers: the server answers once there is one

  async function look() {
    if (isLooking || !token) return;
    isLooking = true;
    let failures = 0;
    while (token) {
      const used = token;
      try {
        const conversation = await ask("GET", "/messages" + (mark ? "?after=" + encodeURIComponent(mark) : ""));
        if (conversation) take(conversation);
        if (failures) state.textContent = "";
        failures = 0;
      } catch (error) {
        if (error.status === 401) { forget(used); continue; }
        failures += 1;
        if (failures > 1) state.textContent = say.lost;
        await pause(Math.max(error.seconds || 0, Math.min(60, 2 ** failures)));
      }
    }
    isLooking = false;
  }

  function take(conversation) {
    mark = conversation.mark;
    // What is there at the beginning is no news: it is not read aloud.
    if (isFirstLook) log.setAttribute("aria-live", "off");
    const fresh = conversation.entries.filter((entry) => show(entry) && !entry.isOwn).length;
    if (isFirstLook) setTimeout(() => log.setAttribute("aria-live", "polite"), 500);
    else if (fresh) tell("news");
    isFirstLook = false;
    byId("outlook").textContent = conversation.outlook;
    keep(conversation.address || "");
  }

  // A mail address

  const leave = byId("leave");

  function keep(address) {
    if (!leave) return;
    byId("kept").hidden = !address;
    leave.hidden = Boolean(address);
    byId("kept-address").textContent = address;
  }

  async function setAddress(address) {
    await askAsVisitor("/address", { address });
    keep(address);
    look();
  }

  function complain(error) {
    const words = error.status === 400 ? say.addressWrong : error.status === 429 ? say.tooFast : say.lost;
    byId("address-problem").textContent = words;
    byId("address").setAttribute("aria-invalid", String(error.status === 400));
  }

  if (leave) {
    byId("address-form").addEventListener("submit", async (event) => {
      event.preventDefault();
      const address = byId("address").value.trim();
      try {
        if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) throw new Refused(400, 0);
        await setAddress(address);
        byId("address-problem").textContent = "";
        byId("address").removeAttribute("aria-invalid");
        leave.open = false;
        byId("forget").focus();
      } catch (error) {
        complain(error);
        byId("address").focus();
      }
    });
    byId("forget").addEventListener("click", async () => {
      try {
        await setAddress("");
        leave.querySelector("summary").focus();
      } catch { state.textContent = say.lost; }
    });
  }

  // The site around the frame learns that there is news or that it is to be closed, and nothing of what was said.

  function tell(what) {
    if (window.parent !== window) window.parent.postMessage({ wavelength: what }, "*");
  }

  if (window.parent !== window) {
    byId("close").hidden = false;
    byId("close").addEventListener("click", () => tell("close"));
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.isComposing) tell("close");
    });
    window.addEventListener("message", (event) => {
      if (event.source !== window.parent || !event.data || event.data.wavelength !== "open") return;
      text.focus();
      scroller.scrollTop = scroller.scrollHeight;
    });
    tell("ready");
  } else {
    text.focus();
  }
  look();
})();
