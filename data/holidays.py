#!/usr/bin/env python3
"""Writes data/holidays.csv: the holidays of Japan from 2024 to 2028, computed from the law.

Source: 国民の祝日に関する法律 (Act on National Holidays, 1948 no. 178): article 2 names the days,
article 3 (2) moves a holiday on a Sunday to the next day that is none, article 3 (3) makes a day
between two holidays one. The equinoxes follow the ephemeris (国立天文台 暦要項); the formula below
gives them for 1980 to 2099. `--check` compares and exits 1 on a difference.
"""
import datetime as dt
import pathlib
import sys

FILE = pathlib.Path(__file__).with_name("holidays.csv")
LAW = "国民の祝日に関する法律"


def monday(year, month, number):
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(0 - first.weekday()) % 7 + 7 * (number - 1))


def equinox(year, month, base):
    return dt.date(year, month, int(base + 0.242194 * (year - 1980) - (year - 1980) // 4))


def of(year):
    named = {
        dt.date(year, 1, 1): "元日",
        monday(year, 1, 2): "成人の日",
        dt.date(year, 2, 11): "建国記念の日",
        dt.date(year, 2, 23): "天皇誕生日",
        equinox(year, 3, 20.8431): "春分の日",
        dt.date(year, 4, 29): "昭和の日",
        dt.date(year, 5, 3): "憲法記念日",
        dt.date(year, 5, 4): "みどりの日",
        dt.date(year, 5, 5): "こどもの日",
        monday(year, 7, 3): "海の日",
        dt.date(year, 8, 11): "山の日",
        monday(year, 9, 3): "敬老の日",
        equinox(year, 9, 23.2488): "秋分の日",
        monday(year, 10, 2): "スポーツの日",
        dt.date(year, 11, 3): "文化の日",
        dt.date(year, 11, 23): "勤労感謝の日",
    }
    rows = {day: (name, f"{LAW} 第2条") for day, name in named.items()}
    for day in sorted(named):
        if day.weekday() == 6:
            moved = day
            while moved in rows:
                moved += dt.timedelta(days=1)
            rows[moved] = ("休日", f"{LAW} 第3条第2項")
    for day in sorted(named):
        between, after = day + dt.timedelta(days=1), day + dt.timedelta(days=2)
        if after in named and between not in rows:
            rows[between] = ("休日", f"{LAW} 第3条第3項")
    return rows


def main():
    lines = ["date,name,source"]
    for year in range(2024, 2029):
        lines += [f"{day},{name},{source}" for day, (name, source) in sorted(of(year).items())]
    text = "\n".join(lines) + "\n"
    if "--check" in sys.argv[1:]:
        sys.exit(FILE.read_text(encoding="utf-8") != text)
    FILE.write_text(text, encoding="utf-8", newline="\n")


main()
