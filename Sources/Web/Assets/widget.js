"use strict";
// The page of the chat widget. What anybody wrote is only ever put into the page as text.
(() => {
  const body = document.body;
  const say = body.dataset;
  const byId = (id) => document.getElementById(id);
  const log = byId("log"), form = byId("form"), text = byId("text"), name = byId("name"), state = byId("state"), scroller = byId("messages");
  const key = "wavelength " + say.path;
  const shown = new Map();
  const waiting = [];
  const unsent = new Map();
  let token = remembered();
  let mark = "";
  let isSending = false, isLooking = false, isFirstLook = true, isAtEnd = true, looking = null, lastSent = null;

  // Some browsers keep nothing for a page in another site's frame: then the chat lasts as long as the page.
  function remembered(what = key) {
    try { return localStorage.getItem(what) || ""; } catch { return ""; }
  }

  function store(what, value) {
    try { value ? localStorage.setItem(what, value) : localStorage.removeItem(what); } catch { /* see above */ }
  }

  function remember(value) {
    token = value;
    store(key, value);
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

  // Days and times are said by the visitor's clock.
  function zone() {
    try { return Intl.DateTimeFormat().resolvedOptions().timeZone || ""; } catch { return ""; }
  }

  async function ask(method, place, content, query = {}) {
    const headers = {};
    if (token) headers.Authorization = "Bearer " + token;
    if (content) headers["Content-Type"] = "application/json";
    const control = new AbortController();
    if (method === "GET") looking = control;
    // A dead line must not pass for a slow one; a look is held for 25 seconds.
    const timer = setTimeout(() => control.abort(), method === "GET" ? 60000 : 20000);
    const body = content && JSON.stringify(content);
    const options = { method, headers, body, credentials: "omit", cache: "no-store", signal: control.signal };
    try {
      const answer = await fetch(say.path + place + "?" + new URLSearchParams({ ...query, zone: zone() }), options);
      if (!answer.ok) throw new Refused(answer.status, Number(answer.headers.get("Retry-After")) || 0);
      return answer.status === 204 ? null : await answer.json();
    } finally {
      clearTimeout(timer);
    }
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

  // Ends early when the network is back.
  function pause(seconds) {
    return new Promise((resolve) => {
      const end = () => { clearTimeout(timer); window.removeEventListener("online", end); resolve(); };
      const timer = setTimeout(end, seconds * 1000);
      window.addEventListener("online", end);
    });
  }

  const isOffline = () => navigator.onLine === false;

  window.addEventListener("offline", () => { state.textContent = say.offline; });
  window.addEventListener("online", () => {
    if (state.textContent === say.offline) state.textContent = "";
    // What was asked before went over a line that is gone.
    if (looking) looking.abort();
  });

  // What was written

  const number = () => Array.from(crypto.getRandomValues(new Uint8Array(12)), (n) => n.toString(16).padStart(2, "0")).join("");

  function show(entry) {
    const known = shown.get(entry.id);
    if (known) {
      if (entry.at) settle(entry.id);
      return false;
    }
    const item = byId("entry").content.firstElementChild.cloneNode(true);
    const view = { item, fate: item.querySelector(".fate") };
    if (entry.isOwn) item.classList.add("own");
    item.querySelector("bdi").textContent = entry.isOwn ? say.you : say.us;
    setTime(item.querySelector("time"), entry.at);
    fill(item.querySelector(".text"), entry.text, !entry.isOwn);
    shown.set(entry.id, view);
    log.append(item);
    if (entry.isOwn) byId("naming").hidden = true;
    toEnd();
    return true;
  }

  // Whoever looks at the newest goes on doing so when a message grows or the list gets less room.
  function toEnd() {
    scroller.scrollTop = scroller.scrollHeight;
    isAtEnd = true;
  }

  scroller.addEventListener("scroll", () => {
    isAtEnd = scroller.scrollTop + scroller.clientHeight > scroller.scrollHeight - 40;
  });
  new ResizeObserver(() => { if (isAtEnd) toEnd(); }).observe(scroller);

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
    if (isAtEnd) toEnd();
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
    const entry = { id: number(), isOwn: true, text: words, name: name.value.trim() || undefined };
    text.value = "";
    text.focus();
    show(entry);
    unsent.set(entry.id, entry);
    keepUnsent();
    begin(entry);
  });

  // Until the server has it, the browser keeps it: whoever leaves the page in between finds it as not sent. What other tabs
  // have not sent either stays beside it.
  function keepUnsent() {
    const others = keptUnsent().filter((entry) => !shown.has(entry.id));
    const all = [...others, ...unsent.values()];
    store(key + " unsent", all.length ? JSON.stringify(all) : "");
  }

  function keptUnsent() {
    try { return JSON.parse(remembered(key + " unsent") || "[]"); } catch { return []; /* nothing that can be read */ }
  }

  function findUnsent() {
    for (const entry of keptUnsent()) {
      if (shown.has(entry.id)) continue;
      unsent.set(entry.id, entry);
      show(entry);
      offerAgain(entry);
    }
    keepUnsent();
  }

  function begin(entry) {
    fate(entry, isOffline() ? say.held : say.sending);
    waiting.push(entry);
    sendAll();
  }

  // Its number stays the same, so that one that did arrive is not taken twice.
  function offerAgain(entry) {
    fate(entry, say.failed, true, () => { text.focus(); state.textContent = ""; begin(entry); });
    state.textContent = say.someFailed;
  }

  // The server has it; the newest says so.
  function settle(id) {
    const entry = unsent.get(id);
    if (!entry) return;
    unsent.delete(id);
    keepUnsent();
    if (lastSent) fate(lastSent, "");
    lastSent = entry;
    fate(entry, say.sent);
    byId("said").textContent = say.sent;
  }

  text.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });

  async function sendAll() {
    if (isSending) return;
    isSending = true;
    while (waiting.length) {
      const entry = waiting.shift();
      // It may have been seen among those that arrived.
      if (!unsent.has(entry.id)) continue;
      try {
        await send(entry);
        settle(entry.id);
      } catch (error) {
        if (unsent.has(entry.id)) offerAgain(entry);
      }
    }
    isSending = false;
    look();
  }

  // The number stays the same over all tries, so that a message that arrived unseen is not taken twice.
  async function send(entry) {
    for (let tries = 1; ; tries += 1) {
      while (isOffline()) {
        fate(entry, say.held);
        state.textContent = say.offline;
        await pause(30);
      }
      try {
        fate(entry, say.sending);
        byId("said").textContent = "";
        const answer = await askAsVisitor("/messages", { id: entry.id, text: entry.text, name: entry.name });
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
        const conversation = await ask("GET", "/messages", null, mark ? { after: mark } : {});
        if (conversation) take(conversation);
        if (failures) state.textContent = "";
        failures = 0;
      } catch (error) {
        if (error.status === 401) {
          forget(used);
          if (isFirstLook && !token) greet();
          continue;
        }
        failures += 1;
        if (isFirstLook && failures === 1) findUnsent();
        if (isOffline()) state.textContent = say.offline;
        else if (failures > 1) state.textContent = say.lost;
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
    if (isFirstLook) {
      byId("naming").hidden = conversation.entries.some((entry) => entry.isOwn);
      findUnsent();
    }
    isFirstLook = false;
    if (!name.value) name.value = conversation.name || "";
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
      toEnd();
    });
    tell("ready");
  } else {
    text.focus();
  }

  // Before anything was said there is nothing to look at but when a person answers.
  async function greet() {
    byId("naming").hidden = false;
    findUnsent();
    try { byId("outlook").textContent = (await ask("GET", "/outlook")).outlook; } catch { /* it stands there already */ }
  }

  if (token) look(); else greet();
})();
