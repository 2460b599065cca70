"use strict";
// Puts a button and a frame onto a site. No cookie is set, nothing is loaded before somebody opens the chat, and nothing
// is read from the site's page.
((settings) => {
  if (document.querySelector("wavelength-chat")) return;
  const own = document.currentScript && document.currentScript.src;
  const address = own ? new URL(own.replace(/\.js([?#].*)?$/, "")).href : settings.url;
  const origin = new URL(address).origin;
  const style = `
    :host { all: initial; position: fixed; right: 0; bottom: 0; z-index: 2147483000; color-scheme: light dark; }
    * { box-sizing: border-box; }
    [hidden] { display: none !important; }
    button { position: fixed; right: 20px; bottom: 20px; display: inline-flex; align-items: center; gap: 8px; max-width: calc(100vw - 40px);
      min-height: 48px; padding: 10px 18px; border: 2px solid light-dark(#fff, #15171a); border-radius: 26px; cursor: pointer;
      background: light-dark(#0b6b63, #5cc7bb); color: light-dark(#fff, #08221f); font: 600 15px/1.3 system-ui, sans-serif; box-shadow: 0 2px 12px rgb(0 0 0 / .25); }
    button:focus-visible { outline: 3px solid light-dark(#0b6b63, #5cc7bb); outline-offset: 2px; }
    svg { flex: none; width: 20px; height: 20px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linejoin: round; }
    b { background: currentColor; border-radius: 50%; width: 10px; height: 10px; flex: none; }
    div { position: fixed; right: 20px; bottom: 84px; width: 380px; height: min(620px, calc(100vh - 104px)); max-width: calc(100vw - 40px);
      border-radius: 14px; overflow: hidden; border: 1px solid light-dark(#c9c7c0, #3d434a); background: light-dark(#f7f6f3, #15171a); box-shadow: 0 8px 40px rgb(0 0 0 / .3); }
    iframe { display: block; width: 100%; height: 100%; border: 0; color-scheme: light dark; }
    @media (max-width: 480px), (max-height: 420px) {
      div { inset: 0; width: 100%; max-width: none; height: 100%; border: 0; border-radius: 0; }
      button[aria-expanded="true"] { display: none; }
    }`;

  function start() {
    const host = document.createElement("wavelength-chat");
    const root = host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
    host.lang = settings.language;

    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-expanded", "false");
    button.setAttribute("aria-haspopup", "dialog");
    button.setAttribute("aria-controls", "panel");
    const name = document.createElement("span");
    name.textContent = settings.title;
    const dot = document.createElement("b");
    dot.hidden = true;
    dot.setAttribute("aria-hidden", "true");
    button.append(bubble(), name, dot);

    const panel = document.createElement("div");
    panel.id = "panel";
    panel.setAttribute("role", "dialog");
    panel.setAttribute("aria-label", settings.title);
    panel.hidden = true;
    root.append(panel, button);
    document.body.append(host);
    label(false);
    let frame = null, isReady = false;

    function label(hasNews) {
      const isOpen = button.getAttribute("aria-expanded") === "true";
      dot.hidden = !hasNews;
      const words = [settings.title, isOpen ? settings.closeLabel : settings.openLabel];
      button.setAttribute("aria-label", (hasNews ? words.concat(settings.newsLabel) : words).join(": "));
    }

    function open() {
      panel.hidden = false;
      button.setAttribute("aria-expanded", "true");
      label(false);
      if (!frame) {
        frame = document.createElement("iframe");
        frame.title = settings.title;
        frame.referrerPolicy = "no-referrer";
        frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox");
        frame.src = address;
        panel.append(frame);
      }
      frame.focus();
      if (isReady) greet();
    }

    function greet() {
      frame.contentWindow.postMessage({ wavelength: "open" }, origin);
    }

    function close() {
      if (panel.hidden) return;
      panel.hidden = true;
      button.setAttribute("aria-expanded", "false");
      label(false);
      button.focus();
    }

    button.addEventListener("click", () => { panel.hidden ? open() : close(); });
    root.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
    window.addEventListener("message", (event) => {
      if (!frame || event.source !== frame.contentWindow || event.origin !== origin || !event.data) return;
      const what = event.data.wavelength;
      if (what === "close") close();
      if (what === "ready") {
        isReady = true;
        if (!panel.hidden) greet();
      }
      if (what === "news" && panel.hidden) label(true);
    });
  }

  function bubble() {
    const space = "http://www.w3.org/2000/svg";
    const picture = document.createElementNS(space, "svg");
    picture.setAttribute("viewBox", "0 0 24 24");
    picture.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(space, "path");
    path.setAttribute("d", "M4 4h16v12H10l-5 4v-4H4z");
    picture.append(path);
    return picture;
  }

  document.body ? start() : document.addEventListener("DOMContentLoaded", start);
})(/* settings */ {});
