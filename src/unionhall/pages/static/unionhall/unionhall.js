// Everything works without this file. It keeps what was typed, saves steps at a keyboard, and asks twice before a
// dangerous verb. Words come from data attributes of <body>, so that they are translated with the pages.
"use strict";

document.documentElement.classList.add("scripted");
const words = document.body.dataset;
const all = (selector, root = document) => [...root.querySelectorAll(selector)];

// Drafts: what stands unsent in form[data-draft] is kept in this browser, for this account alone, until it is sent.
const PREFIX = "draft:";
const mine = PREFIX + (words.who || "") + ":";
const keyOf = (form) => mine + location.pathname + "#" + (form.id || form.getAttribute("action") || "");
const kept = (field) => field.name && !["password", "file", "hidden", "submit", "button"].includes(field.type)
  && !field.closest("[data-private]");

function forget(test) {
  Object.keys(localStorage).filter((key) => key.startsWith(PREFIX) && test(key)).forEach((key) => localStorage.removeItem(key));
}

function values(form) {
  return [...form.elements].filter(kept).map((field) =>
    field.type === "checkbox" || field.type === "radio" ? field.checked
      : field.multiple ? [...field.selectedOptions].map((option) => option.value) : field.value);
}

function fill(form, saved) {
  [...form.elements].filter(kept).forEach((field, place) => {
    const value = saved[place];
    if (field.type === "checkbox" || field.type === "radio") field.checked = value === true;
    else if (field.multiple) [...field.options].forEach((option) => { option.selected = (value || []).includes(option.value); });
    else if (typeof value === "string") field.value = value;
  });
}

function note(form) {
  const line = document.createElement("p");
  const clear = document.createElement("button");
  line.className = "notice";
  line.setAttribute("role", "status");
  clear.type = "button";
  clear.textContent = words.discard;
  clear.addEventListener("click", () => { form.reset(); localStorage.removeItem(keyOf(form)); line.remove(); });
  line.append(words.restored + " ", clear);
  form.before(line);
}

function keepDrafts(form) {
  const key = keyOf(form);
  const blank = JSON.stringify(values(form));
  const saved = localStorage.getItem(key);
  const refused = form.querySelector("[aria-invalid=true], .reason, .error");
  if (saved && saved !== blank && !refused && JSON.parse(saved).length === JSON.parse(blank).length) {
    fill(form, JSON.parse(saved));
    note(form);
  }
  form.addEventListener("input", () => localStorage.setItem(key, JSON.stringify(values(form))));
  form.addEventListener("submit", () => sessionStorage.setItem("sent", JSON.stringify([key, location.pathname])));
}

function drafts() {
  forget((key) => !key.startsWith(mine));
  const [key, path] = JSON.parse(sessionStorage.getItem("sent") || "[]");
  sessionStorage.removeItem("sent");
  if (key && path !== location.pathname) localStorage.removeItem(key);
  all("form[data-draft]").forEach(keepDrafts);
}

// Keys: / search, j and k walk the rows, Enter opens, x picks, n starts a new one.
function typing(target) {
  return target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName);
}

function walk(step) {
  const rows = all("table.list tbody tr");
  if (!rows.length) return;
  const here = rows.findIndex((row) => row.classList.contains("at"));
  const next = rows[Math.min(rows.length - 1, Math.max(0, here + step))];
  rows.forEach((row) => row.classList.toggle("at", row === next));
  next.querySelector("a")?.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

const keys = {
  "/": () => document.querySelector("[data-key='/']")?.focus(),
  j: () => walk(1),
  k: () => walk(-1),
  x: () => document.querySelector("tr.at input[type=checkbox]")?.click(),
  n: () => document.querySelector("[data-key='n']")?.click(),
};

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") return all("details.menu[open]").forEach((menu) => { menu.open = false; menu.firstElementChild.focus(); });
  if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});

// Menus close when one looks elsewhere.
document.addEventListener("click", (event) => all("details.menu[open]").forEach((menu) => {
  if (!menu.contains(event.target)) menu.open = false;
}));

// A table that fits its place lets its head stick to the window; a wider one scrolls in its own box.
function fitTables() {
  all(".scroll").forEach((box) => box.toggleAttribute("data-fits", box.scrollWidth <= box.clientWidth));
}
["load", "resize", "htmx:afterSwap"].forEach((event) => addEventListener(event, fitTables));

// Picking rows: the box in the head picks all on the page; [data-picked] says how many.
document.addEventListener("change", (event) => {
  const table = event.target.closest("table.list");
  if (!table || event.target.type !== "checkbox") return;
  if (event.target.matches("[data-pick-all]")) all("tbody .pick input", table).forEach((box) => { box.checked = event.target.checked; });
  const count = all("tbody .pick input:checked", table).length;
  all("[data-picked]", table.closest("form") || document).forEach((place) => { place.textContent = count; });
});

// A dangerous verb asks twice, in the button itself.
document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-confirm]");
  if (!button || button.dataset.armed) return;
  event.preventDefault();
  const label = button.innerHTML;
  button.dataset.armed = "1";
  button.textContent = button.dataset.confirm || words.confirm;
  setTimeout(() => { delete button.dataset.armed; button.innerHTML = label; }, 5000);
});

// Whoever signs out of a shared computer leaves no draft behind.
document.addEventListener("submit", (event) => { if (event.target.matches("[data-sign-out]")) forget(() => true); });
// A button pressed twice sends once; a form answered by a file, which leaves the page standing, can be sent again.
const AGAIN = 2000;
document.addEventListener("submit", (event) => {
  if (event.target.method !== "post" || event.defaultPrevented) return;
  if (event.target.dataset.sending) event.preventDefault();
  event.target.dataset.sending = "1";
  setTimeout(() => { delete event.target.dataset.sending; }, AGAIN);
});
addEventListener("pageshow", () => all("form[data-sending]").forEach((form) => { delete form.dataset.sending; }));

drafts();

// The button that prints is shown only where it can.
all("[data-print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});
