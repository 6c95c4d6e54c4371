"use strict";
// Everything shown is made of text nodes; data never becomes markup.
(() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const { report, conclusion, tables, listed_changes, listed_rejects } = read("data-head");
  const place = (id) => document.getElementById(id);
  const number = (n) => n.toLocaleString("en");

  // Control and bidirectional characters of data become visible; line ends and tabs stay.
  const hostile = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
  const visible = (text) => String(text).replace(hostile, (c) => "\\u{" + c.codePointAt(0).toString(16) + "}");

  function el(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (name === "style") Object.assign(made.style, value);
      else if (value !== undefined && value !== null) made.setAttribute(name, value);
    }
    for (const child of children.flat()) {
      if (child === null || child === undefined) continue;
      made.append(child instanceof Node ? child : document.createTextNode(visible(child)));
    }
    return made;
  }

  const isVerification = report.command === "verify";
  const words = isVerification
    ? { read: "read", insert: "missing", update: "differs", unchanged: "equal", duplicate: "duplicate", kept: "kept", reject: "rejected" }
    : { read: "read", insert: "insert", update: "update", unchanged: "unchanged", duplicate: "duplicate", kept: "kept", reject: "rejected" };
  const outcomes = ["insert", "update", "unchanged", "duplicate", "kept", "reject"];
  const wordOf = (outcome) => ({ ...words, kept_by_rule: "kept by rule", extra: "in no source" })[outcome] || outcome;
  const titles = { import: "Import", plan: "Import plan", rehearsal: "Rehearsal", verify: "Verification" };

  function head() {
    const title = (titles[report.command] || "Report") + (report.taken_back ? ", taken back" : "");
    document.title = visible(`${title}: ${report.target}`);
    place("title").textContent = visible(`${title}: ${report.target}`);
    place("conclusion").textContent = visible(conclusion);
    for (const name of ["read", ...outcomes]) {
      place("tiles").append(el("div", { class: name }, el("dt", {}, words[name]), el("dd", {}, number(report.totals[name]))));
    }
  }

  function bar(table) {
    const parts = outcomes.filter((name) => table[name] > 0).map((name) =>
      el("i", { class: name, style: { flexGrow: table[name] }, title: `${words[name]}: ${number(table[name])}` }));
    const said = outcomes.filter((name) => table[name] > 0).map((name) => `${number(table[name])} ${words[name]}`).join(", ");
    return el("div", { class: "bar", role: "img", "aria-label": said || "no records" }, parts);
  }

  function showTables() {
    const legend = el("ul", { class: "legend" }, outcomes.map((name) => el("li", {}, el("i", { class: name }), words[name])));
    const header = el("tr", {}, el("th", { scope: "col" }, "table"), el("th", { scope: "col" }, "share of outcomes"),
      ["read", ...outcomes].map((name) => el("th", { scope: "col", class: "number" }, words[name])));
    const rows = report.tables.map((table) => el("tr", {}, el("th", { scope: "row" }, table.table), el("td", {}, bar(table)),
      ["read", ...outcomes].map((name) => el("td", { class: "number" }, number(table[name])))));
    place("tables").append(legend, el("table", {}, el("thead", {}, header), el("tbody", {}, rows)));
  }

  const HEIGHT = 36;

  // A list of any length: only the rows on the screen are in the document.
  class List {
    constructor(section, name, items, row, detail, text, filters) {
      Object.assign(this, { name, items, row, detail, text, filters, shown: items.map((_, i) => i), active: 0 });
      this.count = el("p", { class: "count", role: "status" });
      this.space = el("div", { role: "presentation" });
      this.box = el("div", { class: `list ${name}`, role: "listbox", tabindex: "0", "aria-label": `${name} records` }, this.space);
      this.panel = el("div", { class: "detail", role: "region", "aria-live": "polite", tabindex: "0", "aria-label": `Details of the chosen row` });
      section.append(this.controls(), this.count, el("div", { class: "split" }, this.box, this.panel));
      let waits = false;
      this.box.addEventListener("scroll", () => {
        if (waits) return;
        waits = true;
        requestAnimationFrame(() => { waits = false; this.draw(); });
      });
      this.box.addEventListener("keydown", (event) => this.key(event));
      this.box.addEventListener("click", (event) => {
        const row = event.target.closest(".row");
        if (row) this.choose(Number(row.dataset.at));
      });
      new ResizeObserver(() => this.draw()).observe(this.box);
      this.filter();
    }

    controls() {
      const search = el("input", { type: "search", placeholder: "text in any field" });
      let timer = 0;
      search.addEventListener("input", () => {
        clearTimeout(timer);
        timer = setTimeout(() => { this.needle = search.value.toLowerCase(); this.filter(); }, 150);
      });
      const selects = this.filters.map((filter) => {
        const counts = new Map();
        for (const item of this.items) counts.set(filter.of(item), (counts.get(filter.of(item)) || 0) + 1);
        const options = [...counts].map(([value, count]) => el("option", { value }, `${filter.name(value)} (${number(count)})`));
        const select = el("select", {}, el("option", { value: "" }, "all"), options);
        select.addEventListener("change", () => { filter.chosen = select.value; this.filter(); });
        return el("label", {}, filter.label, select);
      });
      return el("div", { class: "filters" }, selects, el("label", { class: "search" }, "search", search));
    }

    filter() {
      const chosen = this.filters.filter((filter) => filter.chosen);
      // What is searched through is made once, and only where somebody searches.
      if (this.needle && !this.texts) this.texts = this.items.map((item) => this.text(item).toLowerCase());
      this.shown = [];
      for (let i = 0; i < this.items.length; i++) {
        if (chosen.every((filter) => String(filter.of(this.items[i])) === filter.chosen) && (!this.needle || this.texts[i].includes(this.needle))) {
          this.shown.push(i);
        }
      }
      this.count.textContent = `${number(this.shown.length)} of ${number(this.items.length)}`;
      this.space.style.height = `${this.shown.length * HEIGHT}px`;
      this.box.scrollTop = 0;
      this.choose(0);
    }

    draw() {
      const first = Math.max(0, Math.floor(this.box.scrollTop / HEIGHT) - 8);
      const last = Math.min(this.shown.length, Math.ceil((this.box.scrollTop + this.box.clientHeight) / HEIGHT) + 8);
      const rows = [];
      for (let at = first; at < last; at++) {
        rows.push(el("div", {
          class: "row", role: "option", id: `${this.name}-${at}`, "data-at": at, "aria-selected": String(at === this.active),
          "aria-posinset": at + 1, "aria-setsize": this.shown.length, style: { top: `${at * HEIGHT}px` },
        }, this.row(this.items[this.shown[at]])));
      }
      this.space.replaceChildren(...rows);
    }

    choose(at) {
      this.active = Math.max(0, Math.min(at, this.shown.length - 1));
      const top = this.active * HEIGHT;
      if (top < this.box.scrollTop) this.box.scrollTop = top;
      else if (top + HEIGHT > this.box.scrollTop + this.box.clientHeight) this.box.scrollTop = top + HEIGHT - this.box.clientHeight;
      this.draw();
      const item = this.items[this.shown[this.active]];
      if (item) this.box.setAttribute("aria-activedescendant", `${this.name}-${this.active}`);
      else this.box.removeAttribute("aria-activedescendant");
      this.panel.replaceChildren(...(item ? this.detail(item) : [el("p", { class: "empty" }, "Nothing matches.")]));
    }

    key(event) {
      const page = Math.floor(this.box.clientHeight / HEIGHT) - 1;
      const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity };
      if (event.key in steps) this.choose(this.active + steps[event.key]);
      else if (event.key === "Enter") this.panel.focus();
      else return;
      event.preventDefault();
    }
  }

  const byTable = () => ({ label: "table", of: (item) => item[0], name: (value) => visible(tables[value]), chosen: "" });

  function value(text, tag) {
    return text === null ? el(tag, {}, el("em", {}, "NULL")) : el(tag, {}, text);
  }

  function part(outcome, [path, before, after]) {
    const shown = [];
    if (path !== null) shown.push(el("div", { class: "faint mono" }, path || "whole value"));
    if (outcome !== "insert" && (before !== null || path === null)) shown.push(value(before, "del"));
    if (after !== null || (path === null && before !== null)) shown.push(value(after, "ins"));
    return el("div", { class: "part" }, shown);
  }

  function showChange([table, outcome, row, at, id, via, fields]) {
    const said = [at, id === null ? null : `id ${id}`, via === null ? null : `found by ${via}`].filter(Boolean).join(" · ");
    return [
      el("h3", {}, `${wordOf(outcome)} · ${tables[table]}`),
      el("p", { class: "mono" }, row),
      el("p", { class: "faint" }, said),
      ...fields.flatMap(([column, absent, parts]) => [
        el("p", { class: "field" }, column, absent ? el("span", { class: "faint" }, " (the field is absent)") : null),
        ...parts.map((one) => part(outcome, one)),
      ]),
    ];
  }

  function showChanges() {
    const section = place("changes");
    const items = read("data-changes");
    if (items.length === 0) {
      const counted = report.totals.insert + report.totals.update;
      section.append(el("p", { class: "empty" }, counted ? `${number(counted)} changes, which this report does not list.` : "None."));
      return;
    }
    const counted = report.tables.reduce((sum, t) => sum + t.insert + t.update + (t.kept_by_rule || 0) + (t.extra || 0), 0);
    if (counted > listed_changes) section.append(el("p", {}, `The first ${number(listed_changes)} of ${number(counted)} are listed.`));
    const row = ([table, outcome, address, , , , fields]) => [
      el("span", { class: `tag ${outcome}` }, wordOf(outcome)), el("span", {}, tables[table]), el("span", { class: "mono" }, address || ""),
      el("span", { class: "faint" }, fields.map(([column]) => column).join(", ")),
    ];
    const text = (item) => JSON.stringify(item.slice(2)) + tables[item[0]] + wordOf(item[1]);
    const kind = { label: "outcome", of: (item) => item[1], name: wordOf, chosen: "" };
    new List(section, "changed", items, row, showChange, text, [byTable(), kind]);
  }

  function showRejects() {
    const section = place("rejects");
    const items = read("data-rejects");
    if (items.length === 0) {
      section.append(el("p", { class: "empty" }, "None."));
      return;
    }
    if (report.totals.reject > listed_rejects) {
      section.append(el("p", {}, `The first ${number(listed_rejects)} of ${number(report.totals.reject)} are listed.`));
    }
    // Where a place is too long, the name of the file is cut, never the line.
    const short = (at) => {
      const [, name, line] = /^(.*?)((?::\d+)*)$/s.exec(at.slice(at.lastIndexOf("/") + 1));
      return [el("span", {}, name), el("span", {}, line)];
    };
    const row = ([table, code, at, , , message]) => [
      el("span", { class: "tag reject" }, code), el("span", {}, tables[table]), el("span", { class: "mono at" }, short(at)), el("span", {}, message),
    ];
    const detail = ([table, code, at, id, column, message, hint, more]) => [
      el("h3", {}, `${code} · ${tables[table]}${column ? " · " + column : ""}`),
      el("p", { class: "faint" }, [at, id === null ? null : `id ${id}`].filter(Boolean).join(" · ")),
      el("p", {}, message), ...more.map((one) => el("p", {}, one)),
      hint ? el("p", {}, el("strong", {}, "What to do: "), hint) : null,
    ].filter(Boolean);
    const text = (item) => JSON.stringify(item.slice(1)) + tables[item[0]];
    const kind = { label: "code", of: (item) => item[1], name: (code) => code, chosen: "" };
    new List(section, "rejected", items, row, detail, text, [byTable(), kind]);
  }

  function grid(names, rows, numeric) {
    const kind = (i) => (numeric.includes(i) ? "number" : undefined);
    return el("div", { class: "wide" }, el("table", {},
      el("thead", {}, el("tr", {}, names.map((name, i) => el("th", { scope: "col", class: kind(i) }, name)))),
      el("tbody", {}, rows.map((row) => el("tr", {}, row.map((cell, i) => el("td", { class: kind(i) }, cell)))))));
  }

  const at = (first) => `${first.source}:${first.line}${first.line_column ? `:${first.line_column}` : ""}`;

  const ENUMS_MAX = 1000;

  function showEnums() {
    const order = { fallback: 0, legacy: 1, canonical: 2 };
    const all = report.tables.flatMap((table) => table.enums.map((e) => [table.table, e]));
    if (all.length === 0) return;
    all.sort((a, b) => order[a[1].reached] - order[b[1].reached] || b[1].count - a[1].count);
    const rows = all.slice(0, ENUMS_MAX).map(([table, e]) => [`${table}.${e.column}`, el("span", { class: "mono" }, e.original),
      el("span", { class: "mono" }, e.value), e.reached === "fallback" ? el("strong", {}, "fallback") : e.reached, number(e.count),
      e.first ? at(e.first) : ""]);
    place("enums").append(grid(["column", "in the sources", "became", "reached by", "records", "first at"], rows, [4]));
    if (all.length > ENUMS_MAX) place("enums").append(el("p", { class: "faint" }, `and ${number(all.length - ENUMS_MAX)} more`));
    place("enums").hidden = false;
  }

  function showNotes() {
    const rows = (report.about || []).map((said) => ["", said]);
    for (const table of report.tables) {
      if (table.rebound) rows.push([table.table, `${number(table.rebound)} records found their row through a key other than the primary key`]);
      for (const one of table.rebound_ids || []) rows.push([table.table, `${one.legacy_id || "a record without id"} is row ${one.row}, found by ${one.key}`]);
      for (const [column, count] of Object.entries(table.becomes_null || {})) {
        rows.push([table.table, `${column}: ${number(count)} stored values become NULL because the field is absent`]);
      }
      for (const [column, count] of Object.entries(table.unresolved || {})) {
        rows.push([table.table, `warning: ${column}: ${number(count)} references name no row and are NULL`]);
      }
      if (table.kept_by_rule) rows.push([table.table, `${number(table.kept_by_rule)} rows keep another value by rule`]);
      if (table.extra) rows.push([table.table, `${number(table.extra)} rows that were imported earlier are in no source any more`]);
      for (const [field, count] of Object.entries(table.unmapped)) rows.push([table.table, `nobody mapped the field ${field} (${number(count)} records)`]);
    }
    for (const root of report.cascades || []) {
      const tables = Object.entries(root.by_table).map(([table, count]) => `${number(count)} of ${table}`).join(", ");
      rows.push([root.table, `because of the rejected record at ${at(root)} others were rejected: ${tables}`]);
    }
    for (const name of report.migrations) rows.push(["", `applied migration ${name}`]);
    for (const warning of report.warnings) rows.push([warning.table || "", `${warning.severity}: ${warning.message}${warning.hint ? " — " + warning.hint : ""}`]);
    if (rows.length === 0) return;
    place("notes").append(grid(["table", "remark"], rows, []));
    place("notes").hidden = false;
  }

  function showTimings() {
    const sources = report.tables.flatMap((table) => table.sources.map((s) => [table.table, s.path, number(s.records), number(s.bytes)]));
    place("timings").append(grid(["table", "source", "records", "bytes"], sources, [2, 3]));
    const stages = report.stages.map((s) => [s.stage, s.seconds.toFixed(2)]);
    stages.push(["all", report.seconds.toFixed(2)]);
    place("timings").append(grid(["stage", "seconds"], stages, [1]));
  }

  head();
  showTables();
  showChanges();
  showRejects();
  showEnums();
  showNotes();
  showTimings();
})();
