"""What OCR loses: reports of the corpus scanned in several ways, held against their text.

    python bench/scans.py [REPORT ...] [--pages N] [--ways WAY ...] [--misses] [--no-save]

Each report (a file of corpus/; without any, those of REPORTS) is written as a PDF by LibreOffice.
Its first pages are read once from their text and once for each way of scanning (WAYS: resolution
and what befalls the paper) from pictures of them. Prints for each way and kind of record how many
of the text's records the scan gives too, how many it gives that the text has not, and seconds a
page; `--misses` prints those that differ. Writes bench/results/scans-DATE.json.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
from PIL import Image, ImageDraw, ImageFilter

from common import ROOT, save, versions

sys.path.insert(0, str(ROOT / "tests"))

REPORTS = (
    "cao-bang-bao-cao-thu-gon-dau-moi.md",
    "vinh-long-bao-cao-mang-luoi-y-te.txt",
    "kon-tum-bao-cao-don-vi-su-nghiep.md",
    "quang-tri-bao-cao-giam-ngheo-viec-lam.txt",
    "tuyen-quang-bao-cao-ngan-sach-hdnd.txt",
)
SEED = 7
Way = tuple[int, Callable[[Image.Image], Image.Image]]


def clean(page: Image.Image) -> Image.Image:
    """As drawn."""
    return page


def skewed(page: Image.Image) -> Image.Image:
    """Laid on the glass 1.5 degrees askew."""
    return page.rotate(1.5, resample=Image.Resampling.BICUBIC, fillcolor=255)


def noisy(page: Image.Image) -> Image.Image:
    """Blurred a little, with grain and specks."""
    rng = np.random.default_rng(SEED)
    pixels = np.asarray(page.filter(ImageFilter.GaussianBlur(0.6))).astype(float)
    pixels += rng.normal(0, 22, pixels.shape)
    specks = rng.random(pixels.shape)
    pixels[specks < 0.0006] = 0
    pixels[specks > 0.9994] = 255
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8))


def squeezed(page: Image.Image) -> Image.Image:
    """Saved as a JPEG of low quality."""
    out = io.BytesIO()
    page.save(out, "JPEG", quality=25)
    return Image.open(out).convert("L")


def greyed(page: Image.Image) -> Image.Image:
    """On grey paper with a shadow along one side, the ink faded."""
    pixels = np.asarray(page).astype(float)
    shade = np.linspace(150, 225, pixels.shape[1])[None, :]
    return Image.fromarray((60 + (shade - 60) * pixels / 255).astype(np.uint8))


def stamped(page: Image.Image) -> Image.Image:
    """A round stamp over the text, grey as red ink becomes."""
    out = page.copy()
    draw = ImageDraw.Draw(out)
    wide, high = page.size
    size = wide // 6
    for x, y in ((0.5, 0.3), (0.75, 0.65)):
        x0, y0 = int(x * wide), int(y * high)
        for k in (0, size // 6):
            draw.ellipse(
                (x0 + k, y0 + k, x0 + size - k, y0 + size - k), outline=140, width=size // 50
            )
    pixels = np.minimum(np.asarray(out), np.asarray(page))
    return Image.fromarray(pixels)


def black_and_white(page: Image.Image) -> Image.Image:
    """As a fax or an office scanner at its smallest files: each pixel black or white."""
    return page.point(lambda value: 255 if value > 150 else 0)


WAYS: dict[str, Way] = {
    "clean-300": (300, clean), "clean-200": (200, clean), "clean-150": (150, clean),
    "skewed-200": (200, skewed), "noisy-200": (200, noisy), "jpeg-150": (150, squeezed),
    "grey-200": (200, greyed), "stamped-200": (200, stamped),
    "black-300": (300, black_and_white), "black-200": (200, black_and_white),
}  # fmt: skip
KEYS: dict[str, Callable[[Any], object]] = {
    "sections": lambda s: (s.label, s.kind),
    "footnotes": lambda f: (f.marker, f.ref is None, f.body is None),
    "citations": lambda c: (c.key, c.form),
    "dates": lambda d: (d.value, d.grain),
    "quantities": lambda q: (q.value, q.unit, q.bound, q.direction),
    "relations": lambda r: (r.kind, r.verdict, r.expression),
    "cells": str,
}


def pdfs(names: tuple[str, ...], folder: Path) -> Iterator[tuple[str, bytes]]:
    """The reports as PDF files."""
    from extract.readers.files import read_path
    from extract.readers.programs import find_office
    from same_content import fodt

    office = find_office()
    if office is None:
        raise SystemExit("needs LibreOffice: apt install libreoffice-writer")
    for name in names:
        document = read_path(ROOT / "corpus" / name)
        (folder / f"{Path(name).stem}.fodt").write_text(fodt(document), "utf-8")
    subprocess.run(
        [str(office), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--convert-to", "pdf:writer_pdf_Export", "--outdir", str(folder),
         *map(str, folder.glob("*.fodt"))],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    for name in names:
        yield Path(name).stem, (folder / f"{Path(name).stem}.pdf").read_bytes()


def first_pages(data: bytes, count: int) -> bytes:
    """A PDF of the first pages of another."""
    source, made, out = pypdfium2.PdfDocument(data), pypdfium2.PdfDocument.new(), io.BytesIO()
    made.import_pages(source, list(range(min(count, len(source)))))
    made.save(out)
    return out.getvalue()


def scanned(data: bytes, dpi: int, befall: Callable[[Image.Image], Image.Image]) -> bytes:
    """A PDF of pictures of the pages."""
    with pypdfium2.PdfDocument(data) as document:
        drawn = [page.render(scale=dpi / 72, grayscale=True).to_pil() for page in document]
    pages = [befall(page.convert("L")) for page in drawn]
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=dpi, quality=90)
    return out.getvalue()


def records(report: Any) -> dict[str, Counter[object]]:
    """What was found, by kind, without places and wordings."""
    cells = [cell for table in report.tables for row in table.cells for cell in row]
    found = {kind: getattr(report, kind) for kind in KEYS if kind != "cells"} | {"cells": cells}
    return {kind: Counter(map(key, found[kind])) for kind, key in KEYS.items()}


def measure(name: str, data: bytes, way: str, misses: bool) -> dict[str, Any]:
    """How the records of one scan and of the text compare."""
    from extract.pipeline import analyse
    from extract.readers.files import read_bytes

    text = records(analyse(read_bytes(data, f"{name}.pdf")))
    pdf = scanned(data, *WAYS[way])
    began = time.perf_counter()
    document = read_bytes(pdf, f"{name}.scan.pdf")
    took = (time.perf_counter() - began) / len(document.pages)
    seen = records(analyse(document))
    if misses:
        for kind in KEYS:
            for sign, rows in (("-", text[kind] - seen[kind]), ("+", seen[kind] - text[kind])):
                for row in rows.elements():
                    print(f"  {way} {name}: {kind} {sign} {row}")
    return {
        "report": name,
        "way": way,
        "pages": len(document.pages),
        "seconds_per_page": round(took, 1),
        "kinds": {
            kind: {
                "text": text[kind].total(),
                "same": (text[kind] & seen[kind]).total(),
                "more": (seen[kind] - text[kind]).total(),
            }
            for kind in KEYS
        },
    }


def show(rows: list[dict[str, Any]]) -> None:
    """A line for each way: of a hundred records of the text how many the scan gives, and how many
    more."""
    print(f"{'way':<13}" + "".join(f"{kind:>14}" for kind in KEYS) + f"{'s/page':>8}")
    for way in dict.fromkeys(row["way"] for row in rows):
        mine = [row for row in rows if row["way"] == way]
        line = f"{way:<13}"
        for kind in KEYS:
            total, same, more = (
                sum(row["kinds"][kind][what] for row in mine) for what in ("text", "same", "more")
            )
            share = f"{100 * same / total:.1f}% +{100 * more / total:.1f}" if total else "-"
            line += f"{share:>14}"
        seconds = sum(row["seconds_per_page"] * row["pages"] for row in mine)
        print(line + f"{seconds / sum(row['pages'] for row in mine):>8.1f}")


def main() -> None:
    """Write, scan, read, compare, print, save."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("reports", nargs="*", metavar="REPORT", default=REPORTS)
    parser.add_argument("--pages", type=int, default=4, help="of each report, the first ones")
    parser.add_argument("--ways", nargs="*", choices=WAYS, default=list(WAYS))
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--no-save", action="store_true")
    options = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for name, data in pdfs(tuple(options.reports), Path(folder)):
            data = first_pages(data, options.pages)
            rows += [measure(name, data, way, options.misses) for way in options.ways]
            print(f"{name} read", file=sys.stderr)
    show(rows)
    if not options.no_save:
        save("scans", {"reports": rows}, versions("pypdfium2", "pillow"))


if __name__ == "__main__":
    main()
