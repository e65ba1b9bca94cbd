// What changed since the last audit, and how the account stood in those before: a part of the report page.
"use strict";
// `kit` lends what the page is made with; nothing here touches the data.
function sinceLast(kit) {
  const { audited, rules, at, make, tag, word, both, count, yen, style, chart, open } = kit;
  const SHOWN = 100; // changes of one kind that stand in the list
  const LEVELS = ["critical", "high", "medium", "low", "info"];
  const box = at("since");
  box.hidden = !audited;
  if (!audited) return;
  at("since-title").textContent = word("since", { day: audited.since.day, run: count(audited.since.run) });

  at("ways").replaceChildren(...audited.counts.map(([way, n]) =>
    make("div", { class: "card way-" + way }, word("way-" + way), make("b", { text: count(n) }))));

  function one(change) {
    const rule = rules[change.r];
    const name = change.rule + " " + (rule ? both(rule.title) : "");
    const head = change.way === "gone" ? make("span", { text: name })
      : make("button", { type: "button", class: "plain", text: name, onclick: () => open(change.p) });
    const was = change.was && change.way !== "gone" ? make("div", { class: "faint" }, word("was"), " ",
      tag("decision", change.was.decision), " ", tag("severity", change.was.severity)) : "";
    const about = [change.about || (change.a ? "" : word("kind-account")), change.a, change.t, yen(change.y)].filter(Boolean).join("  ");
    return make("li", {}, tag("decision", change.d), " ", tag("severity", change.s), " ", head, make("div", { text: about }), was,
      ...change.why.map((why) => make("div", { class: "faint", text: "→ " + both(why) })));
  }
  const lists = audited.counts.filter(([way, n]) => n && way !== "still").flatMap(([way, n]) => {
    const all = audited.changes.filter((change) => change.way === way);
    const more = n > SHOWN ? [make("p", { class: "faint", text: word("since-more", { n: count(n - SHOWN) }) })] : [];
    const warning = way === "gone" ? [make("p", { class: "faint", text: word("gone-what") })] : [];
    return [make("h3", { text: word("way-" + way) + ": " + count(n) }), ...warning,
      make("ul", { class: "rows" }, ...all.slice(0, SHOWN).map(one)), ...more];
  });
  at("changes").replaceChildren(...(lists.length ? lists : [make("p", { text: word("since-none") })]));

  const trend = audited.trend;
  for (const id of ["trend-chart", "proof-chart"]) at(id).closest("figure").hidden = trend.length < 2;
  if (trend.length < 2) return;
  const days = trend.map((then) => then.day);
  const levels = LEVELS.filter((s) => trend.some((then) => then.findings[s]));
  const of = (s) => trend.map((then) => then.findings[s] || 0);
  chart("trend-chart", { type: "bar", data: { labels: days, datasets: levels.map((s) =>
    ({ label: word("severity-" + s), data: of(s), backgroundColor: style("--" + s) })) } },
    { label: word("trend") + ": " + trend.map((then) => then.day + " " + count(Object.values(then.findings).reduce((a, b) => a + b, 0))).join(", "),
      scales: { x: { stacked: true }, y: { stacked: true, beginAtZero: true, ticks: { precision: 0 } } } });
  const line = (name, key, colour) => ({ type: "line", label: word(name), data: trend.map((then) => then[key]), borderColor: style(colour), backgroundColor: style(colour), pointRadius: 3 });
  chart("proof-chart", { data: { labels: days, datasets: [line("units-held", "held", "--faint"), line("units-covered", "covered", "--accent")] } },
    { label: word("trend-proof") + ": " + trend.map((then) => then.day + " " + count(then.covered) + "/" + count(then.held)).join(", "),
      scales: { x: {}, y: { beginAtZero: true, ticks: { precision: 0 } } } });
}
