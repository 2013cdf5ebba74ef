// Follows the worker's stream of events and keeps the latest articles on the page.
import { article, button, deadLetter, seconds, tooLarge } from "./record.js";

const KEPT = 30; // cards on the page
const RETRY = 10000; // milliseconds until a refused stream is asked for again

const at = (id) => document.getElementById(id);
const list = at("articles");
const dialog = at("dialog");
let paused = false;
let waiting = []; // cards that are held back, the oldest first
let reading = false; // while a person reads, nothing may move under the eyes
let opener = null;

function follow() {
  const stream = new EventSource("live");
  if (!at("state").textContent) state("waiting", "connecting");
  stream.addEventListener("figures", (event) => figures(JSON.parse(event.data)));
  stream.addEventListener("enriched", (event) => arrive(event, article));
  stream.addEventListener("dead", (event) => arrive(event, deadLetter));
  stream.addEventListener("error", () => {
    document.body.dataset.stale = "";
    if (stream.readyState !== EventSource.CLOSED) return state("trouble", "connection lost, trying again");
    state("trouble", "no answer, or too many viewers; asking again in 10 s");
    setTimeout(follow, RETRY);
  });
}

function state(kind, text) {
  const shown = at("state");
  // Said again each second, a screen reader would read it each second.
  if (shown.textContent !== text) shown.textContent = text;
  shown.dataset.state = kind;
}

function figures(now) {
  delete document.body.dataset.stale;
  const { worker, group, broker } = now.identity ?? {};
  at("who").textContent = worker ? `Worker ${worker}, group ${group}, broker ${broker}.` : "";
  state(now.ready ? "trouble" : "ready", now.ready ?? (paused ? "paused" : "ready"));
  at("rate").textContent = now.rate.toFixed(now.rate < 10 ? 1 : 0);
  at("p50").textContent = seconds(now.latency.p50);
  at("p99").textContent = seconds(now.latency.p99);
  at("of").textContent = now.latency.of ? `of the last ${now.latency.of.toLocaleString()}` : "";
  const lags = Object.entries(now.lag);
  at("lag").textContent = lags.reduce((sum, [, lag]) => sum + lag, 0).toLocaleString();
  at("lags").textContent = lags.map(([topic, lag]) => `${topic} ${lag.toLocaleString()}`).join(", ");
  const total = (name) => (now.totals[name] ?? 0).toLocaleString();
  at("done").textContent = total("done");
  at("dead").textContent = `${total("dead")} dead ${now.totals.dead === 1 ? "letter" : "letters"}`;
  at("removed").textContent = total("removed_lines");
  at("entities").textContent = total("entities");
  at("known").textContent = now.known ? `${now.known.toLocaleString()} known to recur` : "";
  chart(now.history);
}

function chart(history) {
  const peak = Math.max(1, ...history);
  const points = history.map((value, second) => `${((second * 120) / (history.length - 1)).toFixed(1)},${(31 - (value / peak) * 30).toFixed(1)}`);
  at("line").setAttribute("d", `M${points.join("L")}`);
  at("area").setAttribute("d", `M0,32L${points.join("L")}L120,32Z`);
  at("peak").textContent = `highest ${peak.toLocaleString()} a second`;
}

function arrive(event, make) {
  const { record, latency } = JSON.parse(event.data);
  const card = record.too_large === undefined ? make(record, latency) : tooLarge(record);
  card.append(actions(card, record));
  if (!paused && !reading) return show(card);
  waiting = [...waiting, card].slice(-KEPT);
  held();
}

// Says what is held back: beside Pause, or above the list while a person reads.
function held() {
  const some = waiting.length ? `${waiting.length} new` : "";
  at("new").hidden = paused || !some;
  at("new").textContent = some;
  if (paused) at("pause").textContent = some ? `Go on (${some})` : "Go on";
}

function release() {
  waiting.splice(0).forEach(show);
  held();
}

// A person reads who has scrolled to the articles, points at one or is in one with the keyboard.
function look() {
  const scrolled = list.getBoundingClientRect().top < 0;
  reading = scrolled || list.matches(":hover") || (list.contains(document.activeElement) && document.activeElement !== list);
  if (!reading && !paused) release();
}

function filter() {
  const wanted = at("filter").value.trim().toLowerCase();
  let shown = 0;
  for (const card of list.children) {
    card.hidden = wanted !== "" && !card.textContent.toLowerCase().includes(wanted);
    shown += card.hidden ? 0 : 1;
  }
  at("found").textContent = wanted ? `${shown} of ${list.children.length}` : "";
}

function actions(card, record) {
  const made = document.createElement("div");
  made.className = "actions";
  if (card.querySelector(".text")) {
    const whole = button("Whole text", () => {
      whole.textContent = card.classList.toggle("whole") ? "Less" : "Whole text";
      whole.setAttribute("aria-expanded", card.classList.contains("whole"));
    });
    whole.className = "whole-text";
    whole.setAttribute("aria-expanded", "false");
    made.append(whole);
  }
  made.append(button("Record", () => open(record)));
  return made;
}

function show(card) {
  at("empty").hidden = true;
  card.classList.add("new");
  list.prepend(card);
  if (!Array.from(card.querySelectorAll(".text, .text p")).some(cut)) card.classList.add("short");
  filter();
  for (const old of Array.from(list.children).slice(KEPT)) {
    // What a person is at must not go from under the keyboard.
    if (!old.contains(document.activeElement)) old.remove();
  }
}

function cut(element) {
  return element.scrollHeight > element.clientHeight + 1;
}

function open(record) {
  opener = document.activeElement;
  at("dialog-title").textContent = `Record ${record.id}`;
  at("json").textContent = JSON.stringify(record, null, 2);
  at("copy").textContent = "Copy";
  dialog.showModal();
}

at("close").addEventListener("click", () => dialog.close());
at("copy").addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(at("json").textContent);
    at("copy").textContent = "Copied";
  } catch {
    // Without HTTPS browsers give no clipboard beyond this machine.
    getSelection().selectAllChildren(at("json"));
    at("copy").textContent = "Selected";
  }
});
dialog.addEventListener("close", () => opener?.focus());
dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
at("pause").addEventListener("click", () => {
  paused = !paused;
  at("pause").setAttribute("aria-pressed", paused);
  at("pause").textContent = paused ? "Go on" : "Pause";
  if (!paused) release();
  held();
});
at("new").addEventListener("click", () => {
  release();
  list.scrollIntoView({ block: "nearest" });
});
at("filter").addEventListener("input", filter);
for (const [target, kind] of [[window, "scroll"], [list, "pointerenter"], [list, "pointerleave"], [list, "focusin"], [list, "focusout"]]) {
  // After the event, when the focus has arrived where it goes.
  target.addEventListener(kind, () => setTimeout(look), { passive: true });
}

follow();
