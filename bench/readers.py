"""Speed of reading and analysing PDFs beside pdfplumber merely extracting their words.

    python bench/readers.py [PDF ...] [--no-save]

For each file (without PDF, those of tests/fixtures/pdf), in the same run on one core: the whole
analysis (bytes -> Report) and its reading part, as medians of several runs; pdfplumber's
`page.extract_words(extra_attrs=["size"])` on every page, which gives words with their places and
sizes and nothing else. Prints pages a second and the ratio, and writes
bench/results/readers-DATE.json with machine, versions and counts of what was found.
"""

from __future__ import annotations

import argparse
import io
import os
from pathlib import Path
from typing import Any

from common import KINDS, ROOT, medians, save, versions

RUNS = 3


def words(data: bytes) -> int:
    """How many words pdfplumber finds."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as document:
        return sum(len(page.extract_words(extra_attrs=["size"])) for page in document.pages)


def measure(path: Path) -> dict[str, Any]:
    """All measurements of one file."""
    from extract.pipeline import analyse
    from extract.readers.files import read_bytes

    data = path.read_bytes()
    document = read_bytes(data, path.name)
    report = analyse(document)
    took = medians(
        RUNS,
        read=lambda: read_bytes(data, path.name),
        analysis=lambda: analyse(read_bytes(data, path.name)),
        pdfplumber=lambda: words(data),
    )
    pages = len(document.pages)
    return {
        "file": path.name,
        "pages": pages,
        "characters": len(document.text),
        "warnings": list(document.warnings),
        "pages_per_second": {name: round(pages / t, 1) for name, t in took.items()},
        "analysis_per_pdfplumber": round(took["pdfplumber"] / took["analysis"], 1),
        "found": {kind: len(getattr(report, kind)) for kind in KINDS},
    }


def show(rows: list[dict[str, Any]]) -> None:
    """The measurements as a table."""
    print(f"one core, medians of {RUNS} runs; pages a second")
    print(f"{'file':<44}{'pages':>6}{'read':>9}{'analysis':>10}{'pdfplumber':>12}{'ratio':>8}")
    for row in rows:
        rate = row["pages_per_second"]
        print(f"{row['file']:<44}{row['pages']:>6}{rate['read']:>9}{rate['analysis']:>10}"
              f"{rate['pdfplumber']:>12}{row['analysis_per_pdfplumber']:>8}")  # fmt: skip


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="PDF")
    parser.add_argument("--no-save", action="store_true")
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    files = options.files or sorted((ROOT / "tests" / "fixtures" / "pdf").glob("*.pdf"))
    rows = [measure(path) for path in files]
    show(rows)
    if not options.no_save:
        save("readers", {"files": rows}, versions("pypdfium2", "pdfplumber", "spacy", "regex"))


if __name__ == "__main__":
    main()
