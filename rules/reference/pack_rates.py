#!/usr/bin/env python3
"""Packs a table of daily exchange rates into rules/reference/fx/, one text file a currency.

    rules/reference/pack_rates.py RATES.csv      (date,currency,per_usd,source; sorted by date)

The files, their sources and the line format are described in rules/reference/README.md. Every written digit is kept: after
writing, each file is unpacked again and compared with the table, text by text.
"""

import calendar
import csv
import datetime
import pathlib
import re
import sys
from collections import defaultdict
from decimal import Decimal

SOURCES = {
    "ecb": "European Central Bank, euro reference rates crossed over the dollar; free reuse, source named",
    "h10": "US Federal Reserve, H.10 noon rates; public domain",
    "h10-monthly": "US Federal Reserve, H.10 monthly averages dated the 15th; public domain",
    "currency-api": "currency-api snapshots; CC0 1.0",
}
# A currency whose last rate lies this many days before the table's last day is no longer carried on.
ENDED_DAYS = 120
# Months with fewer rates than this name their days; the others name the days that differ from Monday to Friday.
FEW_DAYS = 6


def weekdays(month):
    year, number = int(month[:4]), int(month[5:])
    last = calendar.monthrange(year, number)[1]
    return [day for day in range(1, last + 1) if datetime.date(year, number, day).weekday() < 5]


def pack_days(month, days):
    if len(days) < FEW_DAYS:
        return "=" + ",".join(str(day) for day in days)
    usual = weekdays(month)
    missing = "".join(f"-{day}" for day in usual if day not in days)
    extra = "".join(f"+{day}" for day in days if day not in usual)
    return missing + extra or "*"


def unpack_days(month, text):
    if text.startswith("="):
        return [int(day) for day in text[1:].split(",")]
    days = set(weekdays(month))
    for sign, day in re.findall(r"([+-])(\d+)", text):
        (days.add if sign == "+" else days.remove)(int(day))
    return sorted(days)


def pack_month(month, rates):
    places = max(len(value.partition(".")[2]) for _, value in rates)
    units = [int(Decimal(value).scaleb(places)) for _, value in rates]
    steps = "".join("=" if a == b else f"{b - a:+d}" for a, b in zip(units, units[1:]))
    first = f"{Decimal(rates[0][1]):.{places}f}"
    return f"{month} {pack_days(month, [day for day, _ in rates])} {first} {steps}".rstrip()


def unpack_month(line):
    month, days, first, *rest = line.split(" ")
    places = len(first.partition(".")[2])
    value = int(first.replace(".", ""))
    values = [value]
    for step in re.findall(r"=|[+-]\d+", rest[0] if rest else ""):
        value += 0 if step == "=" else int(step)
        values.append(value)
    for day, units in zip(unpack_days(month, days), values, strict=True):
        text = f"{Decimal(units).scaleb(-places):f}"
        yield f"{month}-{day:02d}", text.rstrip("0").rstrip(".") if "." in text else text


def main():
    rows = defaultdict(list)
    with open(sys.argv[1], newline="", encoding="utf-8") as table:
        for row in csv.DictReader(table):
            rows[row["currency"]].append((row["date"], row["per_usd"], row["source"]))
    table_end = datetime.date.fromisoformat(max(rates[-1][0] for rates in rows.values()))

    folder = pathlib.Path(__file__).resolve().parent / "fx"
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.txt"):
        old.unlink()
    for currency, rates in sorted(rows.items()):
        lines = [f"# Units of {currency} for one US dollar. Written by pack_rates.py; see rules/reference/README.md."]
        for source, note in SOURCES.items():
            days = [date for date, _, origin in rates if origin == source]
            if days:
                lines.append(f"# {source}: {days[0]} to {days[-1]}, {len(days)} days. {note}.")
        months = defaultdict(list)
        for date, value, _ in rates:
            months[date[:7]].append((int(date[8:]), value))
        packed = [pack_month(month, months[month]) for month in sorted(months)]
        unpacked = [rate for line in packed for rate in unpack_month(line)]
        if unpacked != [(date, value) for date, value, _ in rates]:
            sys.exit(f"{currency}: what was packed does not unpack to the table")
        if (table_end - datetime.date.fromisoformat(rates[-1][0])).days > ENDED_DAYS:
            packed.append("ended")
        (folder / f"{currency}.txt").write_text("\n".join(lines + packed) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
