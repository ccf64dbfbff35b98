"""A corpus of any size out of this project's own reports (corpus/): same seed, same bytes.

    python bench/generate.py DIR [--documents 10000] [--seed 1] [--tiny]

Document N depends on the seed and N alone, so that a small corpus is the beginning of a large one.
Figures, places, document numbers, years, parts and formats vary (bench/variants.py); one in ten is
made of several reports, up to thirty. Of 1,000 documents about 450 are text, 250 Markdown, 150
HTML, 100 Word and 50 PDF; 4 are broken (empty, cut short, no text), 5 are copies of another.
Folders are DIR/PROVINCE/YEAR. `--tiny` writes texts of one sentence, to measure what a document
costs beside its reading.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import unicodedata
from collections import Counter
from pathlib import Path

from packages import docx, html, pdf, text
from variants import DISTRICTS, Source, provinces, sources, vary

FORMATS = ("txt",) * 9 + ("md",) * 5 + ("html",) * 3 + ("docx",) * 2 + ("pdf",)
LENGTHS = ((0.35, 2, 1), (0.45, 9, 1), (0.10, 9, 3), (0.08, 9, 6), (0.02, 9, 30))
BROKEN = 0.004
COPIED = 0.005


def slug(name: str) -> str:
    """`Thừa Thiên Huế` -> `thua-thien-hue`."""
    folded = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return "-".join("".join(c for c in folded if not unicodedata.combining(c)).split())


class Generator:
    """Documents by their number."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.sources = sources()
        self.places = provinces()

    def document(self, n: int) -> tuple[str, bytes]:
        """Relative path and bytes of document `n`."""
        rng = random.Random(f"{self.seed} {n}")
        source = rng.choice(self.sources)
        province = rng.choice(self.places)
        years = rng.randint(0, 2)
        form = rng.choice(FORMATS)
        if form in ("md", "txt"):
            form = "md" if source.markdown else "txt"
        name = f"{slug(province)}/{2024 + years}/{source.name.rpartition('.')[0]}-{n:06}.{form}"
        if n > 10 and rng.random() < COPIED:
            before, data = self.document(rng.randrange(n - 10))
            return f"{name.rpartition('.')[0]}.{before.rpartition('.')[2]}", data
        data = self._bytes(self._content(source, rng, province, years), form, name)
        return name, self._broken(data, rng) if rng.random() < BROKEN else data

    def _content(self, source: Source, rng: random.Random, province: str, years: int) -> str:
        ((_, parts, count),) = rng.choices(LENGTHS, [share for share, *_ in LENGTHS])
        count = rng.randint(1 if count == 1 else 2, count)
        chosen = [source, *rng.choices(self.sources, k=count - 1)]
        texts = []
        for one in chosen:
            place = rng.choice(DISTRICTS) if one.home not in self.places else province
            keep = rng.randint(1, parts)
            texts.append(vary(one, rng, place, years, keep))
        return "\n\nPHỤ LỤC\n\n".join(texts)

    def _bytes(self, content: str, form: str, name: str) -> bytes:
        if form == "html":
            return html(content, name)
        return {"docx": docx, "pdf": pdf}.get(form, text)(content)

    def _broken(self, data: bytes, rng: random.Random) -> bytes:
        return rng.choice(
            (b"", data[: len(data) // 3] + b"\0\xff\xfe\x01" * 50, rng.randbytes(500))
        )


def tiny(n: int) -> tuple[str, bytes]:
    """A text of one sentence, like no other."""
    before = n + 2
    sentence = f"Năm 2024, xã có {before} tổ, giảm 01 tổ so với năm 2023 ({before + 1} tổ).\n"
    return f"{n // 1000:03}/{n:06}.txt", sentence.encode()


def write(folder: Path, documents: int, seed: int = 1, small: bool = False) -> Counter[str]:
    """Write the documents into the folder; how many of each ending, and `bytes`."""
    made: Counter[str] = Counter()
    one = tiny if small else Generator(seed).document
    for n in range(documents):
        name, data = one(n)
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        made[path.suffix] += 1
        made["bytes"] += len(data)
    return made


def main() -> int:
    """Write, and say what was written; the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tiny", action="store_true")
    options = parser.parse_args()
    if options.folder.exists() and any(options.folder.iterdir()):
        print(f"{options.folder}: not empty; name a folder that is not there yet", file=sys.stderr)
        return 2
    began = time.perf_counter()
    made = write(options.folder, options.documents, options.seed, options.tiny)
    size = made.pop("bytes")
    kinds = ", ".join(f"{n} {kind}" for kind, n in made.most_common())
    print(f"{options.documents} documents ({kinds}), {size / 1e6:.1f} MB, "
          f"{time.perf_counter() - began:.1f} s")  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
