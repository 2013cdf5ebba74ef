// Turns a record into elements. Everything that comes from an article is set as text, never as markup.

const KINDS = new Set(["PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT"]);

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

export function button(label, act) {
  const made = element("button", { type: "button" }, label);
  made.addEventListener("click", act);
  return made;
}

// An enriched article: its lines in the original's order, the removed ones struck through with their reasons.
export function article(record, latency) {
  const card = element("li", {}, element("h3", { dir: "auto" }, linked(record)), meta(record, latency));
  const text = element("div", { class: "text" }, ...lines(record));
  card.append(text);
  if (record.entities?.length) card.append(entities(record.entities));
  if (record.quotations?.length) card.append(quotations(record));
  return card;
}

// The title, as a link to the article where its address is one of the web; anybody may have written it.
function linked(record) {
  const title = record.title || record.id;
  if (!/^https?:\/\//i.test(record.url ?? "")) return title;
  return element("a", { href: record.url, target: "_blank", rel: "noopener noreferrer nofollow" }, title);
}

export function deadLetter(record, latency) {
  const title = element("h3", {}, `Dead letter: ${record.reason ?? "too large to show"}`);
  const facts = [record.id, record.stage && `in ${record.stage}`, seconds(latency)].filter(Boolean).join(" · ");
  const card = element("li", { class: "dead short" }, title, element("p", { class: "meta" }, facts));
  if (record.message) card.append(element("p", { dir: "auto" }, record.message));
  if (record.reason) {
    const command = element("code", {}, `dateline dead replay --id '${record.id.replaceAll("'", `'\\''`)}'`);
    card.append(element("p", { class: "meta" }, "Once the cause is mended: ", command));
  }
  if (record.original) card.append(element("pre", { tabindex: "0" }, beginning(record)));
  return card;
}

export function tooLarge(record) {
  const size = `${record.too_large.toLocaleString()} bytes, too large to show here`;
  return element("li", { class: "short" }, element("h3", {}, record.id), element("p", { class: "meta" }, size));
}

export function seconds(value) {
  if (value === null || value === undefined) return "–";
  if (value < 1) return `${Math.round(value * 1000)} ms`;
  if (value < 120) return `${value.toFixed(value < 10 ? 1 : 0)} s`;
  return value < 7200 ? `${Math.round(value / 60)} min` : `${Math.round(value / 3600)} h`;
}

function meta(record, latency) {
  const filed = [record.dateline?.place, record.dateline?.date].filter(Boolean).join(", ");
  const cut = counted(record.removed?.length, "line", "lines");
  const facts = [record.byline, filed, record.agency, record.source, record.language, cut && `${cut} removed`, record.marks?.join(", "), seconds(latency)];
  return element("p", { class: "meta", dir: "auto" }, facts.filter(Boolean).join(" · "));
}

function counted(number, one, several) {
  return number ? `${number} ${number === 1 ? one : several}` : "";
}

function lines(record) {
  // Offsets count code points; JavaScript's strings count UTF-16 units.
  const points = Array.from(record.text ?? "");
  const spans = mentions(record.entities ?? []);
  const starts = (record.paragraphs ?? []).map((paragraph) => paragraph.start);
  if (!starts.length) starts.push(0);
  const found = starts.map((start, number) => {
    const end = starts[number + 1] ?? points.length;
    const { line = number, offset = 0 } = record.paragraphs?.[number] ?? {};
    return { line, offset, made: paragraph(points, start, end, spans) };
  });
  for (const removed of record.removed ?? []) {
    const evidence = removed.of ? `, seen in ${removed.seen} of ${removed.of}` : "";
    const why = element("span", { class: "why" }, removed.reason + evidence);
    const made = element("p", { dir: "auto" }, element("del", {}, removed.text), " ", why);
    found.push({ line: removed.line, offset: removed.offset ?? 0, made });
  }
  return found.sort((one, other) => one.line - other.line || one.offset - other.offset).map(({ made }) => made);
}

function mentions(all) {
  const spans = all.flatMap((entity) => entity.mentions.map((span) => ({ ...span, entity })));
  return spans.sort((one, other) => one.start - other.start);
}

function paragraph(points, start, end, spans) {
  const made = element("p", { dir: "auto" });
  let at = start;
  for (const { start: from, end: to, entity } of spans) {
    if (from < at || to > end) continue;
    made.append(points.slice(at, from).join(""), mark(entity, points.slice(from, to).join("")));
    at = to;
  }
  made.append(points.slice(at, end).join("").trimEnd());
  return made;
}

function mark(entity, text) {
  const kind = KINDS.has(entity.type) ? entity.type : "OTHER";
  return element("mark", { "data-type": kind, title: `${entity.name} (${entity.type})` }, text);
}

function entities(all) {
  const shown = all.map((entity) => {
    const count = element("small", {}, ` ${entity.type} ×${entity.count}`);
    return element("span", {}, mark(entity, entity.name), count);
  });
  return element("div", { class: "entities" }, ...shown);
}

// Who said what: the speaker in the colour of the entity that he or she is.
function quotations(record) {
  const shown = record.quotations.map(({ text, speaker }) => {
    const entity = record.entities?.[speaker?.entity ?? -1];
    const who = element("cite", {}, entity ? mark(entity, speaker.name) : (speaker?.name ?? "nobody named"));
    return element("blockquote", { dir: "auto" }, who, " ", element("q", {}, text));
  });
  const title = counted(shown.length, "quotation", "quotations");
  return element("details", { class: "quotations" }, element("summary", {}, title), ...shown);
}

function beginning(record) {
  const bytes = Uint8Array.from(atob(record.original.slice(0, 800)), (letter) => letter.charCodeAt(0));
  const more = record.original_size > bytes.length ? ` … (${record.original_size.toLocaleString()} bytes)` : "";
  return new TextDecoder().decode(bytes) + more;
}
