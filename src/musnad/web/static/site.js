// Comfort only: without this file every page can still be read, and filtered by kind, status and statements.
"use strict";

const KEY = "musnad-language";
const kept = {
  get() { try { return localStorage.getItem(KEY); } catch { return null; } },
  set(value) { try { localStorage.setItem(KEY, value); } catch { /* private reading */ } },
};
const radios = [...document.querySelectorAll('input[name="language"]')];
const chosen = kept.get();
for (const radio of radios) {
  if (chosen) radio.checked = radio.value === chosen;
  radio.addEventListener("change", () => kept.set(radio.value));
}

// Spellings that readers do not tell apart: vowel signs, tatweel, hamza seats, final ya and ta.
const fold = (text) => text.toLowerCase()
  .replace(/[\u064B-\u065F\u0670\u0640]/g, "")
  .replace(/[\u0622\u0623\u0625\u0671]/g, "\u0627")
  .replace(/\u0649/g, "\u064A")
  .replace(/\u0629/g, "\u0647");

const form = document.querySelector("form.filters");
if (form) {
  for (const part of form.querySelectorAll("[data-script]")) part.hidden = false;
  const field = (id) => document.getElementById(id);
  const entries = [...document.querySelectorAll("#timeline .entry")].map((element) => ({
    element, kind: [...element.classList].find((c) => c.startsWith("k-")).slice(2),
    year: element.closest(".year"), lone: element.classList.contains("lone"),
    actors: new Set((element.dataset.actors || "").split(" ")), text: null,
  }));
  const years = [...document.querySelectorAll("#timeline .year")].map((element) => ({ element, count: element.querySelector(".count") }));
  const groups = [...document.querySelectorAll("#timeline .month, #timeline .year")];

  const apply = () => {
    const actor = field("actor").value;
    const words = fold(field("words").value).split(/\s+/).filter(Boolean);
    const kind = field("kind").value;
    const status = field("status").value;
    let shown = 0;
    for (const entry of entries) {
      if (words.length && entry.text === null) entry.text = fold(entry.element.textContent);
      const out = (actor && !entry.actors.has(actor)) || !words.every((word) => entry.text.includes(word));
      entry.element.classList.toggle("filtered", Boolean(out));
      const hidden = out || (kind ? entry.kind !== kind : entry.kind === "say" && !field("says").checked)
        || (status && !entry.element.classList.contains(`is-${status}`)) || (field("several").checked && entry.lone);
      entry.visible = !hidden;
      if (!hidden) shown += 1;
    }
    const live = new Set();
    for (const entry of entries) {
      if (entry.visible || entry.element.matches(":target")) {
        live.add(entry.element.closest(".month")).add(entry.element.closest(".year"));
      }
    }
    for (const group of groups) group.classList.toggle("filtered", !live.has(group));
    for (const year of years) year.count.textContent = entries.filter((e) => e.year === year.element && e.visible).length;
    field("count").value = shown;
    field("nothing").hidden = shown > 0;
  };

  let waiting = 0;
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(apply, 120); });
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", apply);
  apply();
}

// A link to an event opens it; paper shows what a click would.
const open = () => {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const details = target && target.querySelector("details");
  if (details) { details.open = true; target.scrollIntoView({ block: "start" }); }
};
addEventListener("hashchange", open);
open();
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details:not([open])")].filter((d) => d.offsetParent !== null);
  for (const details of opened) details.open = true;
});
addEventListener("afterprint", () => { for (const details of opened) details.open = false; opened = []; });
