"""Speed of the whole analysis beside tokenisers on the same text, in the same run, on one core.

    python bench/speed.py [TEXT ...] [--no-save]

Without TEXT the documents of corpus/ are joined. Measured, each as the median of several runs
taken in turn: the analysis (structure to findings; reading apart), `spacy.blank("xx")` merely
tokenising (a fresh tokeniser, and one whose cache holds every word of the text), underthesea's
`word_tokenize` where it is installed (`make bench` installs it), growth at x1, x2 and x4 of the
text, and `doisoat --help` beside `python -c "import typer"`.
Prints a table and writes bench/results/DATE.json with machine, versions and counts of what was
found: a wrong answer must not look fast.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from common import KINDS, ROOT, medians, save, versions

RUNS = 5
LONGEST = 10**9  # characters spaCy may be given
PACKAGES = ("spacy", "regex", "pyahocorasick", "typer", "underthesea")


def joined(paths: list[Path]) -> str:
    """The texts one after the other; those of corpus/ where none is named."""
    if not paths:
        found = (p for p in (ROOT / "corpus").iterdir() if p.suffix in (".txt", ".md"))
        paths = sorted(p for p in found if p.name != "README.md")
    return "\n\n".join(p.read_text("utf-8") for p in paths)


def command(*arguments: str) -> float:
    """Median time of a process."""
    env = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    times = []
    for turn in range(8):
        began = time.perf_counter()
        subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL, env=env)
        if turn:
            times.append(time.perf_counter() - began)
    return statistics.median(times)


def measure(text: str) -> dict[str, Any]:
    """All measurements of one text."""
    import spacy

    from extract.pipeline import analyse
    from extract.readers.text.reader import read_text
    from extract.rules.book import default_rulebook

    nlp = spacy.blank("xx")
    nlp.max_length = LONGEST
    book = default_rulebook()
    rows = []
    for factor in (1, 2, 4):
        much = "\n\n".join([text] * factor)
        document = read_text(much, "bench.txt")
        report = analyse(document, book)
        fresh = [spacy.blank("xx") for _ in range(RUNS + 1)]
        for one in fresh:
            one.max_length = LONGEST
        took = medians(
            RUNS,
            read=lambda t=much: read_text(t, "bench.txt"),
            analyse=lambda d=document: analyse(d, book),
            spacy_first=lambda t=much, unused=fresh: unused.pop().make_doc(t),
            spacy=lambda t=much: nlp.make_doc(t),
        )
        rows.append(
            {
                "factor": factor,
                "characters": len(much),
                "seconds": {name: round(t, 4) for name, t in took.items()},
                "million_characters_per_second": {
                    name: round(len(much) / t / 1e6, 3) for name, t in took.items()
                },
                "analysis_per_spacy_first": round(took["spacy_first"] / took["analyse"], 3),
                "analysis_per_spacy": round(took["spacy"] / took["analyse"], 3),
                "found": {kind: len(getattr(report, kind)) for kind in KINDS},
            }
        )
    return {"text": rows, "underthesea": underthesea(text, rows[0]), "help": helps()}


def underthesea(text: str, row: dict[str, Any]) -> dict[str, Any] | None:
    """word_tokenize on the same text (its first 100,000 characters); None if not installed."""
    try:
        from underthesea import word_tokenize
    except ImportError:
        return None
    part = text[:100_000]
    took = medians(1, underthesea=lambda: word_tokenize(part))["underthesea"]
    rate = len(part) / took / 1e6
    ours = row["characters"] / row["seconds"]["analyse"] / 1e6
    return {
        "characters": len(part),
        "seconds": round(took, 3),
        "million_characters_per_second": round(rate, 4),
        "analysis_per_underthesea": round(ours / rate, 1),
    }


def helps() -> dict[str, float]:
    """`doisoat --help` beside importing typer."""
    script = Path(sys.executable).with_name("doisoat")
    ours = command(str(script), "--help")
    typer = command(sys.executable, "-c", "import typer")
    return {"doisoat_help": round(ours, 3), "import_typer": round(typer, 3),
            "ratio": round(ours / typer, 2)}  # fmt: skip


def show(result: dict[str, Any]) -> None:
    """The measurements as a table."""
    print(f"one core, medians of {RUNS} runs; M = million characters")
    print(f"{'text':<6}{'characters':>12}{'read s':>9}{'analyse s':>11}{'spaCy s first':>15}"
          f"{'warm':>7}{'analyse M/s':>13}{'x spaCy first':>15}{'warm':>7}"
          f"{'growth':>8}")  # fmt: skip
    base = result["text"][0]["seconds"]["analyse"]
    for row in result["text"]:
        s, rate = row["seconds"], row["million_characters_per_second"]
        growth = s["analyse"] / base / row["factor"]
        print(f"x{row['factor']:<5}{row['characters']:>12,}{s['read']:>9.3f}{s['analyse']:>11.3f}"
              f"{s['spacy_first']:>15.3f}{s['spacy']:>7.3f}{rate['analyse']:>13.2f}"
              f"{row['analysis_per_spacy_first']:>15.2f}{row['analysis_per_spacy']:>7.2f}"
              f"{growth:>8.2f}")  # fmt: skip
    found = result["text"][0]["found"]
    print("found at x1: " + ", ".join(f"{n} {kind}" for kind, n in found.items()))
    if under := result["underthesea"]:
        print(f"underthesea word_tokenize: {under['million_characters_per_second']} M/s; "
              f"the analysis is {under['analysis_per_underthesea']} times as fast")  # fmt: skip
    h = result["help"]
    print(f"doisoat --help {h['doisoat_help']} s, import typer {h['import_typer']} s: "
          f"x{h['ratio']}")  # fmt: skip


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("texts", nargs="*", type=Path, metavar="TEXT")
    parser.add_argument("--no-save", action="store_true")
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    result = {
        "texts": [p.name for p in options.texts] or "corpus",
        **measure(joined(options.texts)),
    }
    show(result)
    if not options.no_save:
        save("speed", result, versions(*PACKAGES))


if __name__ == "__main__":
    main()
