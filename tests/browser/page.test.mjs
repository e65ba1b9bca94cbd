// The report page in a real browser: `npm ci && npm test`, with chromium installed and kenpin built.
// KENPIN and CHROMIUM name other programs than target/release/kenpin and the chromium of the PATH.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import axe from "axe-core";

const here = dirname(fileURLToPath(import.meta.url));
const kenpin = process.env.KENPIN || join(here, "../../target/release/kenpin");
const program = process.env.CHROMIUM || "/usr/bin/chromium";
const folder = mkdtempSync(join(tmpdir(), "kenpin-page-"));
const shots = process.env.KENPIN_SHOTS || join(folder, "shots");
const demo = join(folder, "demo.html"), demoJson = join(folder, "demo.json");
let browser;

// Exit code 1 is a report with grave findings.
function run(...args) {
  try {
    execFileSync(kenpin, args, { stdio: ["ignore", "ignore", "pipe"] });
  } catch (error) {
    if (error.status !== 1) throw error;
  }
}

before(async () => {
  mkdirSync(shots, { recursive: true });
  run("scan", "--demo", "--lang", "ja", "--quiet", "--out", demo, "--out", demoJson);
  browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox"] });
});
after(() => browser?.close());

// A page that fails the test on any error of the console, any exception, dialog or request.
async function opened(file, { hash = "", ...options } = {}) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  const wrong = [];
  page.on("console", (m) => ["error", "warning"].includes(m.type()) && wrong.push(m.text()));
  page.on("pageerror", (e) => wrong.push(e.message));
  page.on("dialog", (d) => { wrong.push("dialog " + d.message()); d.dismiss(); });
  page.on("request", (r) => r.url().split("#")[0] !== "file://" + file && wrong.push("request " + r.url().slice(0, 200)));
  const start = Date.now();
  await page.goto("file://" + file + hash);
  await page.waitForFunction(() => document.querySelectorAll(".tabulator-row .tabulator-cell").length > 0);
  page.took = Date.now() - start;
  page.done = async () => { assert.deepEqual(wrong, []); await page.close(); };
  return page;
}

const shown = async (page) => Number((await page.textContent("#shown")).replace(/,/g, "").match(/\d+/g).at(-1));
const report = () => JSON.parse(readFileSync(demoJson, "utf8"));

async function accessible(page, what) {
  await page.evaluate(axe.source).catch(() => page.addScriptTag({ content: axe.source }));
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  const told = violations
    .filter((v) => ["serious", "critical"].includes(v.impact))
    .map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(" | ")}`);
  assert.deepEqual(told, [], what);
}

test("the demo report shows its figures, filters, sorts, expands and keeps its state", async () => {
  const told = report();
  const page = await opened(demo);
  const all = told.findings.length + told.suppressed.length;
  assert.equal(await page.textContent("#cards .stop b"), String(told.summary.stop));
  assert.match(await page.textContent("#shown"), new RegExp(String(all)));

  await page.selectOption("#d", "stop");
  assert.equal(await shown(page), told.findings.filter((f) => f.decision === "stop").length);
  await page.click("button[type=reset]");
  const wanted = told.findings[0];
  const name = wanted.subject.sku?.sku ?? wanted.subject.asin.asin;
  await page.fill("#q", name);
  await page.waitForFunction(() => location.hash.includes("q="));
  assert.ok((await shown(page)) >= 1);
  await page.click("button[type=reset]");

  await page.click('.tabulator-col[tabulator-field="y"] .tabulator-col-content');
  await page.click('.tabulator-col[tabulator-field="y"] .tabulator-col-content');
  const yen = await page.$$eval('.tabulator-cell[tabulator-field="y"]', (cells) => cells.slice(0, 8).map((c) => Number(c.textContent.replace(/\D/g, ""))));
  assert.deepEqual(yen, [...yen].sort((a, b) => b - a));
  assert.match(page.url(), /sort=y%3Adesc/);

  await page.locator(".tabulator-cell button").first().click();
  const detail = await page.textContent("#detail");
  assert.match(detail, /demo\/.+:\d+/);
  const address = page.url();
  await page.close();
  const again = await opened(demo, { hash: new URL(address).hash });
  await again.waitForSelector("#detail:not([hidden])");
  assert.equal((await again.textContent("#detail")).slice(0, 40), detail.slice(0, 40));
  await again.keyboard.press("Escape");
  assert.ok(await again.isHidden("#detail"));
  await again.done();
});

test("the report of an audit shows what changed since the last one, why, and the course", async () => {
  const state = join(folder, "state"), file = join(folder, "audit.html"), json = join(folder, "audit.json");
  for (const day of ["2026-09-01", "2026-10-01", "2026-11-21"]) run("audit", "--demo", "--state", state, "--today", day, "--quiet", "--out", file, "--out", json);
  const { changes, trend } = JSON.parse(readFileSync(json, "utf8"));
  assert.ok(changes.new.length > 0 && trend.length === 3);
  const page = await opened(file);
  assert.match(await page.textContent("#since-title"), /2026-10-01/);
  assert.equal(await page.textContent("#ways .way-new b"), String(changes.new.length));
  assert.equal(await page.locator("#changes li").count(), Math.min(changes.new.length, 100) + Math.min(changes.worse.length, 100) + Math.min(changes.gone.length, 100) + Math.min(changes.eased.length, 100));
  assert.match(await page.getAttribute("#trend-chart", "aria-label"), /2026-09-01.*2026-11-21/);
  assert.ok(await page.isVisible("#proof-chart"));
  await page.locator("#changes button").first().click();
  await page.waitForSelector("#detail:not([hidden])");
  assert.match(await page.textContent("#detail"), new RegExp(changes.new[0].rule));
  await page.keyboard.press("Escape");
  await page.click("#lang");
  assert.match(await page.textContent("#since-title"), /Since the audit of 2026-10-01/);
  await accessible(page, "audit");
  await page.evaluate(() => scrollTo(0, document.getElementById("since").offsetTop));
  await page.screenshot({ path: join(shots, "audit.png") });
  await page.done();
  // A scan is compared with nothing.
  const plain = await opened(demo);
  assert.ok(await plain.isHidden("#since"));
  await plain.done();
});

test("a finding opens by the keyboard alone", async () => {
  const page = await opened(demo);
  await page.focus("#g");
  for (let n = 0; n < 40 && !(await page.evaluate(() => document.activeElement.closest(".tabulator-cell"))); n++) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#detail:not([hidden])");
  assert.equal(await page.evaluate(() => document.activeElement.id), "detail");
  await page.done();
});

test("matched text is marked", async () => {
  const page = await opened(demo, { hash: "#f=law" });
  await page.locator(".tabulator-cell button").first().click();
  assert.ok((await page.$$("#detail mark")).length >= 1);
  await page.done();
});

test("it groups by ASIN and switches the language without leaving a word behind", async () => {
  const page = await opened(demo);
  await page.check("#g");
  await page.waitForSelector(".tabulator-group");
  await page.click("#lang");
  assert.equal(await page.getAttribute("html", "lang"), "en");
  assert.match(await page.textContent("h1"), /^kenpin report/);
  // Rule titles and file names of the demo are data; headings and labels are words of the page.
  const labels = await page.$$eval("h2, h3, label span, figcaption, th, .tabulator-col-title", (all) => all.map((e) => e.textContent).join(" "));
  assert.doesNotMatch(labels, /[ぁ-んァ-ヶ一-龠]/);
  await page.done();
});

test("no serious finding of an accessibility check, light and dark, with and without details", async () => {
  for (const colorScheme of ["light", "dark"]) {
    const page = await opened(demo, { colorScheme, bypassCSP: true });
    await accessible(page, colorScheme);
    await page.locator(".tabulator-cell button").first().click();
    await accessible(page, colorScheme + ", details");
    await page.close();
  }
});

test("it prints", async () => {
  const page = await opened(demo);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const pdf = await page.pdf({ format: "A4" });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
  assert.ok(pages >= 5, `${pages} pages`);
  await page.done();
});

test("twenty thousand findings stay fluent", async () => {
  const told = report();
  const one = told.findings;
  told.findings = Array.from({ length: 20000 }, (_, n) => ({ ...one[n % one.length], fingerprint: n.toString(16).padStart(16, "0") }));
  told.summary.findings = { high: 20000 };
  const json = join(folder, "big.json"), html = join(folder, "big.html");
  writeFileSync(json, JSON.stringify(told));
  run("report", json, "--quiet", "--lang", "en", "--out", html);
  const page = await opened(html);
  assert.match(await page.textContent("#shown"), /20,0\d\d/);
  const rows = await page.$$eval(".tabulator-row", (all) => all.length);
  assert.ok(rows < 200, `${rows} rows in the page at once`);
  let start = Date.now();
  await page.selectOption("#s", "critical");
  const filtered = Date.now() - start;
  start = Date.now();
  await page.fill("#q", "KJ2603");
  await page.waitForFunction(() => location.hash.includes("q=KJ2603"));
  console.log(`20,000 findings: usable after ${page.took} ms, filtered in ${filtered} ms, searched in ${Date.now() - start} ms`);
  await page.done();
});

test("hostile text runs nothing and hides nothing", async () => {
  const told = report();
  const bad = '=HYPERLINK("x")</script><script>window.owned=1</script><img src=x onerror="window.owned=2"><!--<script>\u2028{{script}}';
  for (const finding of told.findings) {
    finding.title = bad;
    for (const fact of finding.evidence) for (const key of Object.keys(fact.values ?? {})) if (typeof fact.values[key] === "string") fact.values[key] = bad;
  }
  told.run.store = bad;
  told.findings[0].subject = { supplier: { name: bad } };
  told.files[0].path = bad;
  told.coverage[0].rule.title = { ja: bad, en: bad };
  told.coverage[0].rule.source[0].url = "javascript:window.owned=3";
  const json = join(folder, "bad.json"), html = join(folder, "bad.html");
  writeFileSync(json, JSON.stringify(told));
  run("report", json, "--quiet", "--lang", "ja", "--out", html);
  const page = await opened(html);
  for (const nth of [0, 1, 5]) {
    await page.locator(".tabulator-cell button").nth(nth).click();
  }
  await page.check("#g");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await page.evaluate(() => window.owned), undefined);
  assert.equal(await page.$$eval("img, script[src], iframe, a[href^=javascript]", (all) => all.length), 0);
  assert.ok((await page.textContent("body")).includes("onerror"));
  await page.done();
});

test("screenshots, desktop and phone, both languages", async () => {
  for (const [name, width, height, lang] of [["report-ja", 1280, 900, "ja"], ["report-en", 1280, 900, "en"], ["report-phone", 390, 844, "ja"]]) {
    const page = await opened(demo, { viewport: { width, height }, hash: "#lang=" + lang });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= width, `${name}: ${wide} px wide`);
    await page.screenshot({ path: join(shots, name + ".png") });
    await page.done();
  }
});
