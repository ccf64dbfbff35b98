"""Speed of reading and analysing PDFs beside pdfplumber merely extracting their words.

    python bench/readers.py [PDF ...] [--long 250 1000] [--no-save]

For each file (without PDF, those of tests/fixtures/pdf), in the same run on one core: the whole
analysis (bytes -> Report) and its reading part, as medians of several runs; pdfplumber's
`page.extract_words(extra_attrs=["size"])` on every page, which gives words with their places and
sizes and nothing else. Then, for a PDF of so many pages as `--long` says (those of the first file
again and again; without numbers none), the most memory that `doisoat extract` takes with the
process that reads the PDF for it, on all cores. Prints pages a second, the ratio and the memory,
and writes bench/results/readers-DATE.json with machine, versions and counts of what was found.
"""

from __future__ import annotations

import argparse
import io
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import psutil

from common import KINDS, ROOT, medians, save, versions

RUNS = 5
LOOK = 0.02  # seconds between looks at the memory


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


def lengthened(path: Path, pages: int, to: Path) -> None:
    """Write a PDF of so many pages, those of `path` again and again."""
    import pypdfium2 as pdfium

    source, made = pdfium.PdfDocument(path), pdfium.PdfDocument.new()
    while len(made) < pages:
        made.import_pages(source, list(range(min(len(source), pages - len(made)))))
    made.save(to)


def memory(path: Path) -> dict[str, Any]:
    """Seconds and the most memory (MB) of `doisoat extract` on a file: of its own process, of the
    one that reads the PDF, and of both at one time."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "extract.cli", "extract", str(path)]
    process = psutil.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most = {"parent": 0, "reader": 0, "both": 0}
    while process.poll() is None:
        try:
            own = process.memory_info().rss
            reader = sum(child.memory_info().rss for child in process.children())
        except psutil.Error:
            continue
        for name, size in (("parent", own), ("reader", reader), ("both", own + reader)):
            most[name] = max(most[name], size)
        time.sleep(LOOK)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: exit code {process.returncode}")
    took = round(time.perf_counter() - began, 1)
    return {"seconds": took} | {f"{name}_mb": size >> 20 for name, size in most.items()}


def long_files(path: Path, lengths: list[int]) -> list[dict[str, Any]]:
    """The memory for files of so many pages."""
    out = []
    with tempfile.TemporaryDirectory() as folder:
        for pages in lengths:
            to = Path(folder) / f"{pages}.pdf"
            lengthened(path, pages, to)
            out.append({"file": path.name, "pages": pages} | memory(to))
    return out


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
    parser.add_argument("--long", nargs="*", type=int, default=[], metavar="PAGES")
    parser.add_argument("--no-save", action="store_true")
    options = parser.parse_args()
    files = options.files or sorted((ROOT / "tests" / "fixtures" / "pdf").glob("*.pdf"))
    long = long_files(files[0], options.long)
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    rows = [measure(path) for path in files]
    show(rows)
    for row in long:
        print(f"{row['file']} on {row['pages']} pages: {row['seconds']} s, {row['both_mb']} MB "
              f"({row['parent_mb']} and, reading the PDF, {row['reader_mb']})")  # fmt: skip
    if not options.no_save:
        save(
            "readers",
            {"files": rows, "long": long},
            versions("pypdfium2", "pdfplumber", "spacy", "regex"),
        )


if __name__ == "__main__":
    main()
