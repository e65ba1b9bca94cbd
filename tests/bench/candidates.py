#!/usr/bin/env python3
"""Measures `kenpin gate candidates`: throughput on one core, memory, and the latency of one line.

    cargo build --release
    python3 tests/bench/candidates.py                 100,000 candidates, then 20,000 one by one
    python3 tests/bench/candidates.py --write FILE    only write the candidates (JSON lines)

The candidates are invented, the same on every machine: titles of 20 to 60 characters, seven of ten
lines complete, one of ten with a word that a rule looks for.
Python 3.11, standard library only; runs where there is `os.wait4`.
"""

import argparse
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
GOODS = ["キッチンスケール", "ステンレス 水筒", "折りたたみ傘", "収納ボックス", "ペンケース 革製", "卓上ライト", "まな板",
         "バスマット", "園芸はさみ", "工具箱", "ランチバッグ", "タオル 5枚組", "写真立て", "植木鉢", "本棚"]
ADDED = ["ブラック", "ホワイト", "大容量", "軽量", "2個セット", "日本製", "プレゼント", "キャンプ", "オフィス用", "M サイズ"]
RISKY = ["非売品", "【並行輸入品】", "コスメ セット", "USB 充電器", "医薬部外品", "スーパーコピー", "レビューでプレゼント"]
BRANDS = ["トキワギ", "Tavorino", "クイルミア", "ハルノ", "ノーブランド品", "Anker", "Nordhaven"]
SUPPLIERS = [("株式会社ハルノ卸センター", "卸"), ("トキワギ製作所株式会社", "メーカー"), ("ヤマダ電機", "小売"),
             ("株式会社クロガネ貿易", "正規代理店"), ("メルカリ", "フリマ"), ("Brightgate Wholesale", "")]


def candidates(count):
    dice = random.Random(20261121)
    letters = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789"
    for number in range(count):
        brand = dice.choice(BRANDS)
        title = [brand, dice.choice(GOODS), *dice.sample(ADDED, dice.randint(1, 4))]
        if dice.random() < 0.1:
            title.append(dice.choice(RISKY))
        supplier, kind = SUPPLIERS[min(int(dice.expovariate(0.9)), 5)]
        price = dice.randint(300, 9000)
        line = {"id": f"c{number:06}", "asin": "B0" + "".join(dice.choices(letters, k=7)) + "7",
                "title": " ".join(title), "brand": brand, "supplier": supplier, "price": price,
                "list_price": price * 2, "condition": "新品", "route": "国内正規品"}
        if kind:
            line["supplier_class"] = kind
        if dice.random() < 0.3:
            del line[dice.choice(["brand", "route", "list_price", "condition"])]
        yield json.dumps(line, ensure_ascii=False)


def throughput(command, path, count):
    for turn in range(3):
        start = time.perf_counter()
        with open(path, "rb") as given:
            child = subprocess.Popen(command, stdin=given, stdout=subprocess.DEVNULL)
            _, _, used = os.wait4(child.pid, 0)
        wall, cpu = time.perf_counter() - start, used.ru_utime + used.ru_stime
        print(f"throughput {turn + 1}: {count / wall:9,.0f} candidates/s wall, {count / cpu:9,.0f} per CPU second, "
              f"{used.ru_maxrss / 1024:.0f} MB at most")


def latency(command, lines):
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    took = []
    for line in lines:
        start = time.perf_counter()
        child.stdin.write(line)
        child.stdin.flush()
        child.stdout.readline()
        took.append(time.perf_counter() - start)
    child.stdin.close()
    child.wait()
    took = sorted(took[100:])  # the first ones wait for the start of the program
    at = lambda share: took[int(len(took) * share)] * 1e6
    print(f"latency of a line there and back: median {at(0.5):.0f} us, p99 {at(0.99):.0f} us, "
          f"p99.9 {at(0.999):.0f} us, worst {took[-1] * 1e6:.0f} us")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--program", default=str(ROOT / "target/release/kenpin"))
    parser.add_argument("--write", metavar="FILE")
    args = parser.parse_args()
    lines = [line.encode() + b"\n" for line in candidates(args.count)]
    if args.write:
        pathlib.Path(args.write).write_bytes(b"".join(lines))
        return
    command = [args.program, "gate", "candidates", "-", "--today", "2026-11-21"]
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "candidates.jsonl")
        path.write_bytes(b"".join(lines))
        print(f"{args.count:,} candidates, {path.stat().st_size / 1e6:.1f} MB, load {os.getloadavg()[0]:.1f}")
        throughput(command, path, args.count)
    latency(command, lines[:20_000])


if __name__ == "__main__":
    sys.exit(main())
