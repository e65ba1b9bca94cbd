// The program of the report page. It only reads the block of data in this file, and writes text as text.
"use strict";
(() => {
  const { head, findings } = JSON.parse(document.getElementById("data").textContent);
  const at = (id) => document.getElementById(id);
  const DECISIONS = ["stop", "hold", "ship"];
  const SEVERITIES = ["critical", "high", "medium", "low", "info"];
  const PAPER = 1000; // findings that are printed in full
  const LINES = ["q", "d", "s", "f", "r", "b", "w"];
  let lang = head.lang;
  let table, charts = [], shownNow = [], chosen = null, ready = false;

  // ---- words and elements -------------------------------------------------------------------------
  const both = (text) => (text && text[lang]) || "";
  const word = (name, values = {}) =>
    both(head.words[name]).replace(/\[(\w+)\]/g, (whole, key) => (key in values ? values[key] : whole));
  const count = (n) => Number(n).toLocaleString(lang === "ja" ? "ja-JP" : "en-US");
  const yen = (n) => (n === null || n === undefined ? "" : "¥" + count(n));
  function make(tag, given = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(given)) {
      if (name === "text") made.textContent = value;
      else if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
      else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value);
    }
    made.append(...children);
    return made;
  }
  const tag = (set, name) => make("span", { class: "tag " + name, text: word(set + "-" + name) });
  const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  // The text with every place of the matched texts marked.
  function marked(text, matched) {
    const box = document.createDocumentFragment();
    const wanted = matched.filter((m) => m).sort((a, b) => b.length - a.length);
    let from = 0;
    while (from < text.length) {
      let next = -1, found = "";
      for (const m of wanted) {
        const place = text.indexOf(m, from);
        if (place >= 0 && (next < 0 || place < next)) [next, found] = [place, m];
      }
      if (next < 0) break;
      box.append(text.slice(from, next), make("mark", { text: found }));
      from = next + found.length;
    }
    box.append(text.slice(from));
    return box;
  }

  // ---- findings -------------------------------------------------------------------------------------
  findings.forEach((row, n) => {
    row.id = n;
    row.rule = head.rules[row.r] || { id: "", family: "", title: {}, why: {}, fix: {}, source: [] };
    row.family = row.rule.family;
    row.rank = SEVERITIES.indexOf(row.s);
    row.step = row.x ? DECISIONS.length : DECISIONS.indexOf(row.d);
    row.name = row.a || row.u[0] || row.w;
  });
  const subject = (row) =>
    row.k === "account" ? word("kind-account") : [row.u.join(", "), row.a, row.k === "supplier" ? row.w : ""].filter(Boolean).join(" / ");
  const plain = (text) => text.normalize("NFKC").toLowerCase();
  function haystack(row) {
    if (row.hay === undefined) {
      const facts = row.f.map((f) => f.join(" ")).join(" ");
      row.hay = plain([row.rule.id, row.rule.title.ja, row.rule.title.en, row.u.join(" "), row.a, row.w, row.b, row.t, facts].join(" "));
    }
    return row.hay;
  }

  // ---- state, which stands in the fragment of the address ---------------------------------------------
  const state = { q: "", d: "", s: "", f: "", r: "", b: "", w: "", g: false, o: "", sort: "" };
  function readState() {
    const given = new URLSearchParams(location.hash.slice(1));
    for (const name of [...LINES, "o", "sort"]) state[name] = given.get(name) || "";
    state.g = given.get("g") === "1";
    if (["ja", "en"].includes(given.get("lang"))) lang = given.get("lang");
  }
  function writeState() {
    const told = new URLSearchParams();
    for (const name of [...LINES, "o", "sort"]) if (state[name]) told.set(name, state[name]);
    if (state.g) told.set("g", "1");
    if (lang !== head.lang) told.set("lang", lang);
    const hash = told.toString();
    if (location.hash.slice(1) !== hash) history.replaceState(null, "", "#" + hash);
  }
  function passes(row) {
    if (state.d ? (state.d === "set-aside" ? !row.x : row.x || row.d !== state.d) : false) return false;
    if (state.s && row.s !== state.s) return false;
    if (state.f && row.family !== state.f) return false;
    if (state.r && row.rule.id !== state.r) return false;
    if (state.b && row.b !== state.b) return false;
    if (state.w && row.w !== state.w) return false;
    return !state.q || plain(state.q).split(/\s+/).every((part) => haystack(row).includes(part));
  }

  // ---- overview -----------------------------------------------------------------------------------------
  function overview() {
    const sum = head.summary;
    const cards = at("cards");
    cards.replaceChildren();
    for (const d of DECISIONS) {
      const card = make("button", { type: "button", class: "card " + d, onclick: () => choose({ d }) },
        word("decision-" + d), make("b", { text: count(sum[d]) }), make("span", { class: "faint", text: "SKU" }));
      if (d === "ship" && sum.open) card.append(make("div", { class: "faint", text: word("open", { n: count(sum.open) }) }));
      cards.append(card);
    }
    const money = sum.yen_at_stake === null ? word("money-unknown") : yen(sum.yen_at_stake);
    cards.append(make("div", { class: "card" }, word("money"), make("b", { text: money }),
      make("span", { class: "faint", text: word("asins", { skus: count(sum.skus), asins: count(sum.asins) }) })));
    cards.append(make("div", { class: "card" }, word("decisions"), make("b", { text: count(sum.rules_evaluated) }),
      make("span", { class: "faint", text: word("count", { n: count(sum.rules_not_evaluated) }) })));
    heat();
    drill();
    gaps();
    draw();
  }

  function heat() {
    const families = [...new Set(head.rules.map((rule) => rule.family))];
    const cells = new Map();
    for (const row of findings) if (!row.x) {
      const key = row.family + " " + row.s;
      cells.set(key, (cells.get(key) || 0) + 1);
    }
    const most = Math.max(1, ...cells.values());
    const top = make("tr", {}, make("th", { scope: "col", text: word("family") }),
      ...SEVERITIES.map((s) => make("th", { scope: "col" }, tag("severity", s))));
    const lines = families.map((f) => make("tr", {}, make("th", { scope: "row", text: word("family-" + f) }),
      ...SEVERITIES.map((s) => {
        const n = cells.get(f + " " + s) || 0;
        if (!n) return make("td", {}, make("span", { text: "0" }));
        const button = make("button", { type: "button", text: count(n), onclick: () => choose({ f, s }),
          "aria-label": [word("family-" + f), word("severity-" + s), count(n)].join(" ") });
        button.style.setProperty("--share", (0.08 + 0.42 * Math.sqrt(n / most)).toFixed(2));
        return make("td", {}, button);
      })));
    at("heat").replaceChildren(make("thead", {}, top), make("tbody", {}, ...lines));
  }

  function drill() {
    const box = at("drill");
    const told = head.drill;
    if (!told || !told.asins) return box.replaceChildren(make("p", { text: word("drill-none") }));
    const percent = (chance) => (chance.all ? Math.floor((chance.good * 10000) / chance.all) / 100 + "%" : "-");
    const values = { asins: count(told.asins), provable: count(told.provable), lacking: count(told.lacking), open: count(told.open) };
    const rows = told.weakest.map((asin) => make("li", {},
      make("button", { type: "button", class: "plain", text: asin.asin, onclick: () => choose({ q: asin.asin }) }), " ", asin.title,
      make("div", { class: "faint", text: asin.lacks.map((lack) => lack.rule).join(", ") })));
    box.replaceChildren(make("p", {}, make("b", { text: percent(told.chance) }), " ", word("drill-chance", values)),
      make("h4", { text: word("drill-weakest") }), make("ul", { class: "rows" }, ...rows));
  }

  function gaps() {
    const rows = head.gaps.map((gap) => make("li", {}, make("div", { text: both(gap.what) }),
      make("div", { text: both(gap.how) }), make("div", { class: "faint", text: gap.rules.join(", ") })));
    at("gaps").replaceChildren(rows.length ? make("ul", { class: "rows" }, ...rows) : make("p", { text: word("gaps-none") }));
  }

  // ---- charts ---------------------------------------------------------------------------------------------
  function chart(id, told, options) {
    const grid = { color: style("--line") }, ticks = { color: style("--faint") };
    const scales = Object.fromEntries(Object.entries(options.scales).map(([axis, own]) => [axis, { grid, ...own, ticks: { ...ticks, ...own.ticks } }]));
    at(id).setAttribute("aria-label", options.label);
    charts.push(new Chart(at(id), { ...told, options: { animation: false, maintainAspectRatio: false, ...options.chart, scales,
      plugins: { legend: { display: told.data.datasets.length > 1, labels: { color: style("--ink") } }, ...options.plugins } } }));
  }

  function draw() {
    charts.forEach((chart) => chart.destroy());
    charts = [];
    const money = Object.entries(head.summary.yen_by_family).sort((a, b) => b[1] - a[1]);
    const names = money.map(([f]) => word("family-" + f));
    chart("family-chart", { type: "bar", data: { labels: names, datasets: [{ data: money.map(([, y]) => y), backgroundColor: style("--accent") }] } },
      { label: word("chart-family") + ": " + money.map(([, y], n) => names[n] + " " + yen(y)).join(", "),
        chart: { indexAxis: "y", onClick: (_, hit) => hit[0] && choose({ f: money[hit[0].index][0] }) },
        scales: { x: { ticks: { callback: (n) => yen(n), maxTicksLimit: 5 } }, y: {} },
        plugins: { tooltip: { callbacks: { label: (bar) => yen(bar.raw) } } } });
    expiry();
    sinceLast({ audited: head.audited, rules: head.rules, at, make, tag, word, both, count, yen, style, chart, open: find });
  }
  // Shows a finding by its fingerprint, whatever the filters hide.
  function find(print) {
    const row = findings.find((one) => one.p === print);
    if (!row || !ready) return;
    choose({});
    open(row, true);
  }

  function expiry() {
    const told = head.outlook;
    const usable = told && told.held;
    at("expiry-chart").parentElement.hidden = !usable;
    if (!usable) return void (at("expiry-note").textContent = word("chart-expiry-unknown"));
    const start = Date.parse(head.run.today), DAY = 86400000;
    const weeks = Array.from({ length: 13 }, (_, n) => new Date(start + n * 7 * DAY).toISOString().slice(5, 10));
    const out = weeks.map(() => 0);
    for (const one of told.expiries) {
      const week = Math.floor((Date.parse(one.day) - start) / (7 * DAY));
      if (week >= 0 && week < out.length) out[week] += one.units;
    }
    let left = told.covered;
    const covered = out.map((n) => (left -= n));
    at("expiry-note").textContent = out.some((n) => n) ? "" : word("chart-expiry-none");
    chart("expiry-chart", { data: { labels: weeks, datasets: [
      { type: "bar", label: word("units-expiring"), data: out, backgroundColor: style("--stop"), yAxisID: "y1" },
      { type: "line", label: word("units-covered"), data: covered, borderColor: style("--accent"), backgroundColor: style("--accent"), yAxisID: "y", pointRadius: 2 }] } },
      { label: word("chart-expiry") + ": " + weeks.map((day, n) => day + " " + out[n]).join(", "), scales: { x: {}, y: { beginAtZero: true },
        y1: { beginAtZero: true, position: "right", grid: { drawOnChartArea: false }, ticks: { precision: 0 } } } });
  }

  // ---- filters ----------------------------------------------------------------------------------------------
  function options(id, entries) {
    at(id).replaceChildren(make("option", { value: "", text: word("all") }),
      ...entries.map(([value, text]) => make("option", { value, text })));
    at(id).value = state[id];
    if (at(id).value !== state[id]) at(id).value = state[id] = "";
    at(id).closest("label").hidden = entries.length === 0;
  }
  const tellers = (key) => [...new Set(findings.map((row) => row[key]).filter(Boolean))].sort().map((text) => [text, text]);
  const brands = tellers("b"), suppliers = tellers("w");
  function filters() {
    const aside = findings.some((row) => row.x) ? [["set-aside", word("set-aside")]] : [];
    options("d", [...DECISIONS.map((d) => [d, word("decision-" + d)]), ...aside]);
    options("s", SEVERITIES.map((s) => [s, word("severity-" + s)]));
    options("f", [...new Set(head.rules.map((rule) => rule.family))].map((f) => [f, word("family-" + f)]));
    const used = new Set(findings.map((row) => row.rule));
    options("r", head.rules.filter((rule) => used.has(rule)).map((rule) => [rule.id, rule.id + " " + both(rule.title)]));
    options("b", brands);
    options("w", suppliers);
    at("q").value = state.q;
    at("g").checked = state.g;
  }
  // Sets some filters, leaves none of the others behind, and goes to the table.
  function choose(given) {
    for (const name of LINES) state[name] = given[name] || "";
    filters();
    apply();
    at("findings").scrollIntoView();
    at("findings").focus({ preventScroll: true });
  }

  // ---- table ------------------------------------------------------------------------------------------------
  function columns() {
    const text = (field, title, more) => ({ field, title: word(title), formatter: "plaintext", headerSortTristate: false, ...more });
    const button = (cell) => {
      const row = cell.getData();
      return make("button", { type: "button", text: row.rule.id + " " + both(row.rule.title), onclick: () => open(row, true) });
    };
    return [
      text("step", "decision", { width: 96, sorter: "number", formatter: (cell) => {
        const row = cell.getData();
        return row.x ? make("span", { class: "tag", text: word("set-aside") }) : tag("decision", row.d);
      } }),
      text("rank", "severity", { width: 96, sorter: "number", formatter: (cell) => tag("severity", cell.getData().s) }),
      text("r", "rule", { minWidth: 220, widthGrow: 3, sorter: "number", formatter: button }),
      text("name", "subject", { minWidth: 150, widthGrow: 2, formatter: (cell) => make("span", { text: subject(cell.getData()) }) }),
      text("t", "title", { minWidth: 180, widthGrow: 3 }),
      text("b", "brand", { minWidth: 90, widthGrow: 1, visible: brands.length > 0 }),
      text("w", "supplier", { minWidth: 90, widthGrow: 1, visible: suppliers.length > 0 }),
      text("y", "yen", { width: 120, hozAlign: "right", sorter: "number", formatter: (cell) => make("span", { text: yen(cell.getValue()) }) }),
    ];
  }
  const grouped = () => state.g && ((row) => row.a || word("group-none"));
  function groupHead(value, n, rows) {
    const money = rows[0] && rows[0].a ? yen(rows[0].y) : "";
    return make("span", { text: [value, rows[0] && rows[0].a ? rows[0].t : "", "(" + count(n) + ")", money].filter(Boolean).join("  ") });
  }
  function build() {
    const [field, dir] = state.sort.split(":");
    table = new Tabulator("#table", {
      data: findings, index: "id", columns: columns(), layout: "fitColumns", height: "70vh", placeholder: word("none"),
      groupBy: grouped() || undefined, groupHeader: groupHead, columnDefaults: { headerSortStartingDir: "asc" },
      initialSort: field ? [{ column: field, dir }] : [], renderVerticalBuffer: 300,
      rowFormatter: (row) => row.getElement().classList.toggle("chosen", row.getData() === chosen),
    });
    table.on("tableBuilt", () => { ready = true; apply(); named(); const row = findings.find((r) => r.p === state.o); if (row) open(row); });
    table.on("dataFiltered", (_, rows) => { shownNow = rows.map((row) => row.getData()); told(); });
    table.on("dataSorted", (sorters, rows) => {
      if (!ready) return;
      state.sort = sorters.length ? sorters[0].field + ":" + sorters[0].dir : "";
      shownNow = rows.map((row) => row.getData());
      writeState();
    });
    table.on("rowClick", (event, row) => row.getData && open(row.getData()));
  }
  function named() {
    const grid = at("table");
    grid.setAttribute("aria-label", word("findings") + ". " + word("table-help"));
    // The buttons of the rows are what the keyboard goes to; a stop without a role is none for a grid.
    grid.querySelector(".tabulator-tableholder").removeAttribute("tabindex");
  }
  function told() {
    const values = { shown: count(shownNow.length), all: count(findings.length) };
    const total = Object.values(head.summary.findings).reduce((a, b) => a + b, 0);
    at("shown").textContent = word("shown", values) + (total > head.most ? " " + word("cut", { most: count(head.most), all: count(total) }) : "");
  }
  function apply() {
    if (!ready) return;
    table.setFilter(passes);
    writeState();
  }

  // ---- one finding in full --------------------------------------------------------------------------------------
  const link = (href, text) => make("a", { href, target: "_blank", rel: "noopener noreferrer", text });
  function links(row) {
    const all = [];
    if (/^[A-Z0-9]{10}$/.test(row.a)) all.push(link("https://www.amazon.co.jp/dp/" + row.a, word("product")));
    if (row.u.length) all.push(link("https://sellercentral.amazon.co.jp/skucentral?mSku=" + encodeURIComponent(row.u[0]), word("seller")));
    return all.flatMap((one, n) => (n ? [" · ", one] : [one]));
  }
  function source(one) {
    const text = [one.title, one.date || word("undated"), one.grade].join(", ");
    return make("li", {}, /^https:\/\//.test(one.url) ? link(one.url, text) : text);
  }
  function body(row) {
    const { rule } = row;
    const fact = (f) => make("li", {}, marked(lang === "ja" ? f[0] : f[1], row.m), f[2] ? make("div", {}, make("code", { text: f[2] })) : "");
    const parts = [make("p", {}, tag("decision", row.d), " ", tag("severity", row.s), " ", make("span", { text: word("family-" + row.family) })),
      make("p", { text: subject(row) })];
    if (row.t) parts.push(make("p", {}, marked(row.t, row.m)));
    parts.push(make("p", {}, ...links(row)));
    if (row.y !== null) parts.push(make("p", { text: word("yen") + ": " + yen(row.y) }));
    if (row.x) parts.push(make("p", { text: word("exception") + ": " + [row.x.reason, row.x.until].filter(Boolean).join(" / ") }));
    if (rule.indication) parts.push(make("p", { class: "faint", text: word("indication") }));
    parts.push(make("h4", { text: word("evidence") }), make("ul", {}, ...row.f.map(fact)));
    if (row.n) parts.push(make("p", { class: "faint", text: word("more-facts", { n: count(row.n) }) }));
    parts.push(make("h4", { text: word("fix") }), make("p", { text: both(rule.fix) }),
      make("h4", { text: word("why") }), make("p", { text: both(rule.why) }),
      make("h4", { text: word("source") }), make("ul", {}, ...rule.source.map(source)));
    return parts;
  }
  function open(row, focus) {
    chosen = row;
    state.o = row.p;
    const place = shownNow.indexOf(row);
    const step = (name, to) => make("button", { type: "button", class: "plain", text: word(name), ...(shownNow[to] ? {} : { disabled: "" }), onclick: () => open(shownNow[to], true) });
    const bar = make("div", { class: "bar" }, step("previous", place - 1), step("next", place + 1),
      make("button", { type: "button", class: "plain", text: word("close"), onclick: shut }));
    at("detail").replaceChildren(bar, make("h3", { id: "detail-title", text: row.rule.id + " " + both(row.rule.title) }), ...body(row));
    at("detail").hidden = false;
    document.querySelector(".split").classList.add("open");
    document.querySelectorAll(".tabulator-row.chosen").forEach((one) => one.classList.remove("chosen"));
    const shown = table.getRow(row.id);
    if (shown) shown.getElement().classList.add("chosen");
    if (focus) at("detail").focus();
    writeState();
  }
  function shut() {
    at("detail").hidden = true;
    document.querySelector(".split").classList.remove("open");
    const row = chosen && table.getRow(chosen.id);
    chosen = null;
    state.o = "";
    writeState();
    const button = row && row.getElement().querySelector("button");
    if (button) button.focus();
  }

  // ---- the rest ---------------------------------------------------------------------------------------------------
  function ends() {
    const line = (file) => make("tr", {}, make("td", {}, make("code", { text: file.path })), make("td", { text: file.shape || "-" }),
      make("td", { text: file.encoding || "" }), make("td", { text: count(file.rows) }), make("td", { text: file.rows_bad ? count(file.rows_bad) : "" }));
    at("files").replaceChildren(...head.files.map(line));
    at("licences").replaceChildren(...head.libraries.flatMap(([name, text]) => [make("h4", { text: name }), make("pre", { text })]));
    at("made").textContent = word("made", { version: head.run.version, pack: head.run.pack });
  }
  function paper() {
    const rows = shownNow.slice(0, PAPER);
    const one = (row) => make("article", {}, make("h3", { text: row.rule.id + " " + both(row.rule.title) }), ...body(row));
    const cut = shownNow.length > PAPER ? [make("p", { text: word("print-cut", { most: count(PAPER), all: count(shownNow.length) }) })] : [];
    at("paper").replaceChildren(...cut, ...rows.map(one));
  }
  function say() {
    document.documentElement.lang = lang;
    document.querySelectorAll("[data-word]").forEach((one) => (one.textContent = word(one.dataset.word)));
    document.querySelectorAll("[data-hint]").forEach((one) => (one.placeholder = word(one.dataset.hint)));
    at("heading").textContent = document.title = word("title-of", { day: head.run.today }) + (head.run.store ? "  " + head.run.store : "");
    at("run").textContent = word("counted", { profile: head.run.profile, rules: count(head.rules.length) });
    at("feed").textContent = both(head.feed);
    at("lang").textContent = word("lang-other");
    at("lang").lang = lang === "ja" ? "en" : "ja";
    overview();
    filters();
    ends();
    if (ready) {
      table.setColumns(columns());
      named();
      told();
      if (chosen) open(chosen);
    }
  }
  readState();
  say();
  build();
  at("lang").addEventListener("click", () => { lang = lang === "ja" ? "en" : "ja"; writeState(); say(); });
  let pause;
  at("q").addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(() => { state.q = at("q").value.trim(); apply(); }, 150); });
  for (const id of LINES.slice(1)) at(id).addEventListener("change", () => { state[id] = at(id).value; apply(); });
  at("g").addEventListener("change", () => { state.g = at("g").checked; table.setGroupBy(grouped()); writeState(); });
  at("filters").addEventListener("submit", (event) => event.preventDefault());
  at("filters").addEventListener("reset", (event) => { event.preventDefault(); choose({}); });
  addEventListener("hashchange", () => { readState(); say(); if (ready) { table.setGroupBy(grouped()); apply(); } });
  addEventListener("keydown", (event) => { if (event.key === "Escape" && chosen) shut(); });
  addEventListener("beforeprint", paper);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
})();
