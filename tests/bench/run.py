#!/usr/bin/env python3
"""Measures `kenpin scan` against a bare pass of the csv crate over the same files.

    python3 tests/bench/run.py                                 100,000 listings, 1 and 2 threads
    python3 tests/bench/run.py --linear                        100,000 and 1,000,000: cost per listing
    python3 tests/bench/run.py --instructions --check tests/bench/instructions.json
    python3 tests/bench/run.py --listings 10000 --truth target/bench/10000/truth.json

Loads are made by load.py under target/bench, or taken from any folder that holds listings.cp932.tsv
(else listings.utf8.tsv), purchases.csv and orders.tsv. docs/benchmarks.md says how to read the figures.
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR") or ROOT / "target").resolve()
CACHE = TARGET / "bench"
TODAY = "2026-11-01"
WORSE = 1.05  # an instruction ratio above this times the recorded one fails --check


def stop(message):
    sys.exit(f"run.py: {message}")


# --- what is measured ----------------------------------------------------------------------------
class Load:
    """One folder of input files."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder).resolve()
        listings = [self.folder / f"listings.{e}.tsv" for e in ("cp932", "utf8")]
        listings = [path for path in listings if path.exists()] or listings[:1]
        self.files = [listings[0], self.folder / "purchases.csv", self.folder / "orders.tsv"]
        missing = [path.name for path in self.files if not path.exists()]
        if missing:
            stop(f"{self.folder} has no {', '.join(missing)}")
        self.bytes = sum(path.stat().st_size for path in self.files)
        with open(self.files[0], "rb") as file:
            self.listings = sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b"")) - 1

    def __str__(self):
        return f"{self.listings:,} listings, {self.bytes / 1e6:,.1f} MB, {self.files[0].name}"


def generated(listings):
    folder = CACHE / str(listings)
    if not (folder / "truth.json").exists():
        print(f"making {listings:,} listings in {folder}", file=sys.stderr)
        subprocess.run([sys.executable, HERE / "load.py", "--listings", str(listings), "--out", folder], check=True)
    return Load(folder)


def build(wanted):
    """The two programs; cargo finds out whether they are older than their sources."""
    command = ["cargo", "build", "--release", "--quiet", "--example", "bare"]
    if wanted is None:
        command += ["--bin", "kenpin"]
    if shutil.which("cargo") is None:
        stop("cargo is missing: install Rust, or see rust-toolchain in the README")
    if subprocess.run(command, cwd=ROOT, env={**os.environ, "CARGO_TARGET_DIR": str(TARGET)}).returncode:
        stop("the build failed")
    return pathlib.Path(wanted or TARGET / "release/kenpin").resolve(), TARGET / "release/examples/bare"


def config(job, load):
    """A config for the job, so that none is picked up from the folder; gives its path."""
    CACHE.mkdir(parents=True, exist_ok=True)
    path = CACHE / f"{job}.toml"
    text = ""
    if job == "pack":
        shipped = sorted(p.stem for p in (ROOT / "rules").glob("*-*.toml"))
        brands = watched(load)
        text = f"[rules]\npacks = {json.dumps([str(HERE / 'pack'), str(brands)])}\noff = {json.dumps(shipped)}\n"
    path.write_text(text)
    return path


def watched(load):
    """The watch list of a load as the brand list of a pack of its own; gives the folder."""
    names, complainers = {}, set()
    watchlist = load.folder / "watchlist.tsv"
    if not watchlist.exists():
        stop(f"{load.folder} has no watchlist.tsv")
    for line in watchlist.read_text("utf-8").splitlines()[1:]:
        number, complainer, alias = line.split("\t")
        names.setdefault(number, []).append(alias)
        if complainer == "1":
            complainers.add(number)
    folder = CACHE / "pack" / load.folder.name
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "brands.csv", "w", encoding="utf-8") as file:
        file.write("name,aliases,kinds,use,grade\n")
        for number, (name, *aliases) in names.items():
            kinds = "watched;watched-complainer" if number in complainers else "watched"
            file.write(f"{name},{';'.join(aliases)},{kinds},warn,D\n")
    return folder


def scan(kenpin, load, settings, threads, out):
    return [kenpin, "scan", *load.files, "--config", settings, "--today", TODAY, "--quiet",
            "--threads", str(threads), "--out", out]


# --- measuring -----------------------------------------------------------------------------------
def run(command):
    """Wall seconds, CPU seconds (user + system) and peak bytes of one process."""
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        # 1 and 3 are findings and families not judged: both are ends of a whole scan.
        if process.returncode not in (0, 1, 3):
            said.seek(0)
            stop(f"{' '.join(map(str, command))}\nended with {process.returncode}: {said.read().decode(errors='replace')}")
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024


def measure(commands, runs):
    """Medians of interleaved runs (A B A B …), so that a drift of the machine meets all alike."""
    taken = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            taken[name].append(run(command))
    return {name: [statistics.median(column) for column in zip(*rows)] for name, rows in taken.items()}


def times(kenpin, bare, loads, wanted):
    """Prints a table per load, and the cost of a listing in each where there are several."""
    costs = []
    for load in loads:
        settings = config(wanted.job, load)
        commands = {"bare csv pass": [bare, *load.files]}
        for threads in wanted.threads:
            commands[f"kenpin, {threads} thread{'s' * (threads > 1)}"] = scan(
                kenpin, load, settings, threads, CACHE / "report.csv")
        medians = measure(commands, wanted.runs)
        base = medians["bare csv pass"]
        print(f"\n{load}; {wanted.job} rules; medians of {wanted.runs}; load average {os.getloadavg()[0]:.1f}")
        print(f"{'':20}{'wall s':>9}{'CPU s':>9}{'CPU / bare':>12}{'peak MB':>9}{'peak / input':>14}")
        for name, (wall, cpu, peak) in medians.items():
            print(f"{name:20}{wall:9.2f}{cpu:9.2f}{cpu / base[1]:12.2f}{peak / 1e6:9.1f}{peak / load.bytes:14.2f}")
        _, cpu, peak = medians[list(commands)[1]]
        costs.append((load.listings, cpu / load.listings, peak / load.listings))
    if len(costs) > 1:
        print(f"\ncost of a listing, {wanted.threads[0]} thread{'s' * (wanted.threads[0] > 1)}")
        for listings, cpu, peak in costs:
            print(f"{listings:>12,} listings: {cpu * 1e6:6.2f} µs CPU, {peak:6.0f} bytes at the peak")
        print(f"largest / smallest: CPU {costs[-1][1] / costs[0][1]:.2f}, memory {costs[-1][2] / costs[0][2]:.2f}")


# --- instructions --------------------------------------------------------------------------------
def instructions(command):
    """Instructions that callgrind counts; they repeat where times do not."""
    if shutil.which("valgrind") is None:
        stop("--instructions needs valgrind: apt-get install valgrind")
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *map(str, command)]
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace")
    found = re.search(r"Collected *: *([\d,]+)", done.stderr) or re.search(r"I +refs: *([\d,]+)", done.stderr)
    if done.returncode not in (0, 1, 3) or not found:
        stop(f"{' '.join(command)}\nended with {done.returncode}: {done.stderr[-2000:]}")
    return int(found[1].replace(",", ""))


def count_instructions(kenpin, bare, load, wanted):
    """Instructions of both over the same files, and their ratio against the recorded one."""
    settings = config(wanted.job, load)
    ours = instructions(scan(kenpin, load, settings, 1, CACHE / "report.csv"))
    base = instructions([bare, *load.files])
    ratio = ours / base
    print(f"\n{load}; {wanted.job} rules; 1 thread")
    print(f"bare csv pass {base:15,} instructions, {base / load.listings:9,.0f} per listing")
    print(f"kenpin        {ours:15,} instructions, {ours / load.listings:9,.0f} per listing")
    print(f"ratio         {ratio:15.3f}")
    key = f"{wanted.job} {load.listings}"
    if wanted.record:
        known = json.loads(wanted.record.read_text()) if wanted.record.exists() else {}
        wanted.record.write_text(json.dumps({**known, key: round(ratio, 3)}, indent=1, sort_keys=True) + "\n")
        print(f"recorded in {wanted.record}")
    if wanted.check:
        known = json.loads(wanted.check.read_text()).get(key)
        if known is None:
            stop(f"{wanted.check} has no ratio for {key!r}: record one with --record {wanted.check}")
        print(f"recorded      {known:15.3f}, now {100 * (ratio / known - 1):+.1f} %")
        if ratio > known * WORSE:
            stop(f"more than {100 * (WORSE - 1):.0f} % worse than recorded; if it must be so, use --record")


# --- right answers -------------------------------------------------------------------------------
def asins(report, rule):
    """The ASINs that a rule found, each with its evidence."""
    found = {}
    for finding in report["findings"]:
        if finding["rule"] == rule:
            (subject,) = finding["subject"].values()
            found.setdefault(subject["asin"], []).extend(finding["evidence"])
    return found


def told(report):
    """What a report with the pack says, under the names of truth.json."""
    brand, complainer, parallel, domestic, sales, stock, refused = (
        asins(report, rule) for rule in "IP-901 IP-902 MIX-901 MIX-902 PROOF-901 PROOF-902 PROOF-903".split())
    short = [evidence[0]["values"] | {"asin": asin} for found in (sales, stock) for asin, evidence in found.items()]
    rows = lambda parts, key: sum(part["rows"] for part in parts if part.get("input", part.get("report")) == key)
    return {
        "listings": report["summary"]["skus"],
        "asins": report["summary"]["asins"],
        "asins_brand": len(brand),
        "asin_brand_pairs": sum(fact["key"] == "brand-in-title" for facts in brand.values() for fact in facts),
        "asins_complainer": len(complainer),
        "asins_parallel": len(parallel.keys() - domestic.keys()),
        "asins_conflict": len(parallel.keys() & domestic.keys()),
        "asins_short_of_sales": len(sales),
        "asins_short_of_stock": len(stock),
        "asins_proof_none": len({facts["asin"] for facts in short if facts["proven"] == 0}),
        "asins_refused_only": len(refused),
        "purchases": rows(report["files"], "purchases"),
        "purchases_unmatched": rows(report["unmatched"], "purchases"),
        "orders": rows(report["summary"]["sales"], "orders"),
    }


def compare(kenpin, load, truth):
    """Holds the counts of a scan with the pack against those the load was made with."""
    out = CACHE / "truth.json"
    run(scan(kenpin, load, config("pack", load), os.cpu_count() or 1, out))
    found = told(json.loads(out.read_text("utf-8")))
    wrong = 0
    print(f"\n{load}: counts against {truth}")
    for name, right in json.loads(truth.read_text()).items():
        if name in found:
            wrong += found[name] != right
            print(f"{name:24}{found[name]:>12,}{'' if found[name] == right else f'   expected {right:,}'}")
        else:
            print(f"{name:24}{'not compared':>12}")
    if wrong:
        stop(f"{wrong} counts differ")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--listings", type=int, nargs="+", metavar="N", help="sizes to generate [100000]")
    options.add_argument("--data", type=pathlib.Path, nargs="+", metavar="DIR", help="folders to take instead")
    options.add_argument("--linear", action="store_true", help="the same as --listings 100000 1000000")
    options.add_argument("--job", choices=("shipped", "pack"), default="shipped", help="rules in force: the shipped ones, or those of tests/bench/pack")
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--threads", default="1,2", type=lambda text: [int(n) for n in text.split(",")])
    options.add_argument("--kenpin", type=pathlib.Path, metavar="FILE", help="a kenpin built elsewhere")
    options.add_argument("--instructions", action="store_true", help="count instructions with callgrind instead of time")
    options.add_argument("--check", type=pathlib.Path, metavar="FILE", help="fail when the instruction ratio is worse than recorded")
    options.add_argument("--record", type=pathlib.Path, metavar="FILE", help="record the instruction ratio")
    options.add_argument("--truth", type=pathlib.Path, metavar="FILE", help="compare counts instead of time")
    wanted = options.parse_args()
    sizes = wanted.listings or ([100_000, 1_000_000] if wanted.linear else [100_000])
    loads = [Load(d) for d in wanted.data] if wanted.data else [generated(n) for n in sizes]
    kenpin, bare = build(wanted.kenpin)
    if wanted.truth:
        compare(kenpin, loads[0], wanted.truth)
    elif wanted.instructions:
        count_instructions(kenpin, bare, loads[0], wanted)
    else:
        times(kenpin, bare, loads, wanted)


if __name__ == "__main__":
    main()
