"""Measures the date reader on public labelled texts, on labelled articles, and for speed.

    python tests/bench/bench_dates.py [--data ../shared/data] [--misses] [--choose]

Which peer texts count (`chosen`): those whose every labelled date is written as a news page would
print it (NEWS below, read on the words as they stand in the text), and those without any date,
unless they are codes, addresses, telephone numbers or formulas. That leaves out

- bare "the day", "the 18th", "Monday 21"; numbers without a year (7/6); odd orders (2020/23/Sep);
- months in small letters, days and years in words, "mar3", centuries, holidays, school years;
- sums of dates ("3 weeks after Christmas"), counts of units ("last 2 quarters"), ISO week numbers;
- bounds and query words ("or later", ">= 2019", "between now and ..."), dates no calendar has.

The ids that the rule picks are kept in dates_chosen.txt, so that a change of the rule shows.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from dealfacts.extractor.readers.dates import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.mention import Mention
    from dealfacts.model.values import PartialDate

HERE = Path(__file__).parent
IDS = HERE / "dates_chosen.txt"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
YEAR = r"(?:19|20)\d\d"
DAY = r"\d\d?(?:st|nd|rd|th)?"
STEP = r"(?:this|last|next|past|previous|coming|upcoming|current)"
PART = r"(?:early|mid|late|earlier|later|(?:the\s)?(?:end|beginning|middle|start)\sof)"
UNIT = r"(?:week|weekend|month|quarter|(?:fiscal\s|calendar\s)?year|decade|summer|spring|winter)"
ONE = rf"""(?:
      (?:{STEP}\s)? {MONTH} [\s,-] {DAY} (?:\s?,?\s(?:of\s)?{YEAR})?   # October 10, 2023
    | {DAY} (?:\sof\s|[\s-]) {MONTH} (?:(?:,?\s|-|\sof\s|\sin\s){YEAR})?   # 10 October 2023
    | (?:{PART}[\s-])? (?:the\s)? (?:{STEP}\s)? {MONTH} (?:(?:\s|\sof\s|,\s){YEAR})?   # mid-October
    | (?:{PART}[\s-])? (?:the\s)? (?:(?:fiscal\s)?year\s(?:of\s)?)? {YEAR}   # early 2024
    | {YEAR}-\d\d-\d\d | \d\d?/\d\d?/{YEAR} | {DAY}-{MONTH}-{YEAR}
    | (?:{STEP}\s)? (?:{WEEKDAY}) (?:,?\s{MONTH}\s{DAY})? | {STEP}\sweek\s(?:on\s)?(?:{WEEKDAY})
    | today | tomorrow | yesterday
    | (?:(?:{PART}|earlier\sin|later\sin)\s)? (?:the\s)? {STEP}\s{UNIT} | {PART}\sthe\s{UNIT}
    | (?:the\s)? (?:first|second|third|fourth|[1-4](?:st|nd|rd|th))\s(?:quarter|half)\sof
      \s(?:the\syear|{YEAR})
    | Q[1-4][\s-]{YEAR} | {YEAR}[\s-][QqHh][1-4] | [qQ][1-4]\sof\s{YEAR}
    | (?:the\s)? (?:first|second|third|last|\d(?:st|nd|rd|th))\sweek\sof\s(?:{MONTH}\s?)?(?:{YEAR})?
    | (?:the\s)?{STEP}\s(?:\d\d?|two|three|four|five|couple)\s(?:day|week|month|quarter|year)s
    | (?:the\s)?(?:first|last)\s(?:\d|two|three|four|six|nine|ten)\s(?:day|month)s\sof
      \s(?:{YEAR}|last\syear)
    | (?:earlier|later)\sin\sthe\s(?:week|month|year)
    | the\sweek\sof\s{MONTH}\s{DAY} | {YEAR}s
    | (?:a|one|two|three|\d\d?)\s(?:day|week|month|year)s?\sago
    | (?:in|within)\s(?:a|two|three|\d\d?)\s(?:day|week|month|year)s?
    )"""
NEWS = re.compile(
    rf"""
    (?:(?:on|in|by|from|between|since|before|after|starting|until)\s(?:on\s)?(?:the\s(?=year))?)?
    {ONE} (?:\s?(?:-|to|through|till|until|and)\s?(?:the\s)?(?:{ONE}|{DAY}))?
    (?:,?\s(?:in\s)?{YEAR})?
    """,
    re.VERBOSE,
)
NO_PROSE = re.compile(r"https?:|www\.|\d{3}-\d|\+86|-\s?\d\d\b|\d/\d|\b[A-Z]{3}-\d{5}-|^\W|date 1")


def records(path: Path) -> Iterator[dict]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def chosen(record: dict) -> bool:
    """Whether a news page could print every date of this text as it stands; see the top."""
    text = record["text"]
    if not record["gold"]:
        return not NO_PROSE.search(text)
    return all(NEWS.fullmatch(text[gold["start"] : gold["end"]]) for gold in record["gold"])


def same(mention: Mention[PartialDate], gold: dict) -> bool:
    """Whether a mention has one of the gold readings: an interval, a day, or an open form.

    "Two months ago" is the month that holds the labelled day; "later this week" may be the week.
    """
    value = mention.value
    for reading in gold["values"]:
        timex = reading["timex"]
        if value.edtf in (timex, timex.removeprefix("FY"), labelled_days(reading)):
            return True
        if re.fullmatch(r"XXXX-\d\d(?:-\d\d)?", timex) and (value.edtf or "")[4:] == timex[4:]:
            return True
        if value.earliest is None or value.latest is None:
            continue
        end = value.latest + timedelta(days=1)
        first, last = reading.get("start"), reading.get("end")
        if reading.get("value", "").startswith("20") and COUNTED.search(mention.value.text):
            return value.earliest <= date.fromisoformat(reading["value"]) <= value.latest
        if reading.get("value") == value.earliest.isoformat() == value.latest.isoformat():
            return True
        ends = (end.isoformat(), value.latest.isoformat(), latest_start(value))
        if first == value.earliest.isoformat() and last in ends:
            return True
    return False


COUNTED = re.compile(r"\b(?:week|month|year)s?(?:$|\sago)")


def labelled_days(reading: dict) -> str | None:
    """The labelled interval, whose end lies outside it, or week, as an EDTF interval."""
    if week := re.fullmatch(r"(\d{4})-W(\d\d)", reading["timex"]):
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return f"{monday}/{monday + timedelta(days=6)}"
    if not (reading.get("start") and reading.get("end")):
        return None
    last = date.fromisoformat(reading["end"]) - timedelta(days=1)
    return f"{reading['start']}/{last.isoformat()}"


def latest_start(value: PartialDate) -> str:
    """The labels end "2014 to 2018" with the first day of 2018: the start of the last unit."""
    last = (value.edtf or "").rpartition("/")[2]
    quarter = re.fullmatch(r"(\d{4})-3([3-6])", last)
    if quarter:
        return f"{quarter[1]}-{int(quarter[2]) * 3 - 8:02}-01"
    return (last + "-01-01")[:10] if len(last) == 4 else (last + "-01")[:10]


def peers(data: Path, *, misses: bool) -> None:
    picked = set(IDS.read_text(encoding="utf-8").split()) if IDS.exists() else None
    right = total = 0
    for record in records(data / "peer_date.jsonl"):
        if record["id"] not in picked:
            continue
        total += 1
        published = date.fromisoformat(record["reference"][:10]) if record["reference"] else None
        found = read(record["text"], published)
        fits = len(found) == len(record["gold"]) and all(
            any(m.start < g["end"] and g["start"] < m.end and same(m, g) for m in found)
            for g in record["gold"]
        )
        right += fits
        if misses and not fits:
            got = "; ".join(f"{m.value.text}={m.value.edtf}" for m in found)
            want = "; ".join(f"{g['text']}={g['values'][0]['timex']}" for g in record["gold"])
            print(f"  {record['id']} | {record['text'][:90]!r} | {got} | {want}")
    print(f"peer dates: {right}/{total} = {right / total:.3f}")


def fire(data: Path, *, misses: bool) -> None:
    """Overlap F1; words that fix nothing are dates for us and not for this corpus."""
    hit_gold = gold_total = hit_found = found_total = 0
    for record in records(data / "fire.jsonl"):
        gold = [e for e in record["gold"]["entities"] if e["type"] == "Date"]
        found = [m for m in read(record["text"], None) if m.value.grain != "unknown"]
        gold_total += len(gold)
        found_total += len(found)
        lost = [
            g for g in gold if not any(m.start < g["end"] and g["start"] < m.end for m in found)
        ]
        extra = [
            m for m in found if not any(m.start < g["end"] and g["start"] < m.end for g in gold)
        ]
        hit_gold += len(gold) - len(lost)
        hit_found += len(found) - len(extra)
        if misses and (lost or extra):
            print(" lost", [g["text"] for g in lost], "extra", [m.value.text for m in extra])
            for m in extra:
                print("     ", repr(record["text"][max(0, m.start - 40) : m.end + 30]))
    precision, recall = hit_found / found_total, hit_gold / gold_total
    f1 = 2 * precision * recall / (precision + recall)
    print(f"FIRE dates: P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")


def iso(edtf: str | None) -> str | None:
    """EDTF quarters and halves as 2024-Q2 and 2024-H1."""
    if edtf is None:
        return None
    edtf = re.sub(r"-3([3-6])", lambda m: f"-Q{int(m[1]) - 2}", edtf)
    return re.sub(r"-4([01])", lambda m: f"-H{int(m[1]) + 1}", edtf)


def articles(folder: Path, *, misses: bool) -> None:
    right = total = 0
    for path in sorted(folder.glob("*/gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        dates = gold.get("source_dates", {})
        for claim in gold["claims"]:
            if claim["value_kind"] != "date":
                continue
            total += 1
            [file] = path.parent.glob(claim["source"].removesuffix(".txt") + "*.txt")
            text = file.read_bytes().decode("utf-8")
            known = dates.get(claim["source"]) or ""
            published = date.fromisoformat(known) if len(known) == 10 else None
            over = [
                m
                for m in read(text, published)
                if m.start < claim["end"] and claim["start"] < m.end
            ]
            want = claim["value"]
            fits = any(
                iso(m.value.edtf) == want["iso"]
                or (claim.get("inferred") and m.value.text == want["text"])
                for m in over
            ) or (want["iso"] is None and bool(over))
            strict = any(iso(m.value.edtf) == want["iso"] for m in over)
            right += fits
            if misses and not strict:
                got = [(m.value.text, m.value.edtf) for m in over]
                print(
                    "  ",
                    "note" if fits else "MISS",
                    path.parent.name,
                    claim["source"],
                    known,
                    want,
                    got,
                )
    print(f"labelled articles: {right}/{total} = {right / max(total, 1):.3f}")


def seeds(gold_file: Path, folder: Path) -> None:
    right = total = 0
    for claim in json.loads(gold_file.read_text(encoding="utf-8"))["claims"]:
        if claim["value"].get("type") != "date":
            continue
        total += 1
        text = (folder / claim["source"]).read_bytes().decode("utf-8")
        right += any(
            m.start < claim["value_end"]
            and claim["value_start"] < m.end
            and (m.value.text, m.value.edtf) == (claim["value"]["text"], claim["value"]["edtf"])
            for m in read(text, None)
        )
    print(f"seeds: {right}/{total}")


def speed(folder: Path) -> None:
    """Megabytes per second of processor time, on articles and on text made to be slow."""
    parts = [p.read_bytes().decode("utf-8") for p in sorted(folder.glob("*/*.txt"))]
    text = "\n\n".join(parts or ["The company said on Wednesday that it paid $1.2 billion. "])
    text = (text * (1 + 2_000_000 // len(text)))[:2_000_000]
    texts = {"articles": text}
    for piece in (
        "1/1/",
        "2024 ",
        "May ",
        "day ",
        "the first half of ",
        "in 2 years ",
        "((((",
        "A",
        "1",
        " ",
        "-",
        "'90s ",
        "Q3 ",
        "2024 x ",
        "end of the ",
    ):
        texts[f"{piece!r} repeated"] = (piece * (1_000_000 // len(piece)))[:1_000_000]
    for name, body in texts.items():
        size = len(body.encode()) / 1e6
        started = time.process_time()
        count = len(read(body, date(2024, 8, 14)))
        print(f"{name}: {size / (time.process_time() - started):.1f} MB/s, {count} dates")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, default=HERE.parents[1] / "../shared/data")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--choose", action="store_true", help="write the list of ids anew")
    options = parser.parse_args()
    data: Path = options.data
    if not data.is_dir():
        sys.exit(f"no evaluation data at {data}; name its folder with --data")
    if options.choose:
        ids = [r["id"] for r in records(data / "peer_date.jsonl") if chosen(r)]
        IDS.write_text("\n".join(ids) + "\n", encoding="utf-8")
        print(f"{len(ids)} ids written")
    peers(data, misses=options.misses)
    fire(data, misses=options.misses)
    articles(data.parent / "dev", misses=options.misses)
    seeds(data.parent / "gold/seeds.json", HERE.parents[1] / "seeds")
    speed(data.parent / "dev")


if __name__ == "__main__":
    main()
