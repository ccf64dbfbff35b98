"""Other reports out of the corpus: the same sentences with other figures, places, numbers, years.

A marked source (corpus/marked) says what each stretch of its text is. Figures that a check binds
together are multiplied by one and the same whole number, so that what agreed still agrees and
percentages stay as they are; years move together; a document number of a province becomes another
one, the same for all documents of that province and year, while acts of the State and the Party
keep theirs. Some figures get a slip of the pen.
"""

from __future__ import annotations

import random
import re
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "corpus"))

from build import Span, split_marks  # noqa: E402  (corpus/build.py)

FIGURE = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
LOCAL = re.compile(r"(\d+)(?=[-/][^\W\d]+[-/](?:UBND|HĐND|TU|HU|BCĐ|S[A-ZĐ]{1,6}|VP)\b|/UBND-)")
NAMED = re.compile(r"\b[a-zA-Z]\w*\b")
RATES = ("điểm %", "điểm phần trăm", "lần")
DISTRICTS = (
    "An Lão|Ba Bể|Bảo Lạc|Bình Gia|Bù Đăng|Cẩm Xuyên|Cần Đước|Chợ Mới|Chư Sê|Con Cuông|Đà Bắc|"
    "Đại Lộc|Đồng Hỷ|Đức Cơ|Gò Dầu|Hòa Vang|Kim Sơn|Krông Bông|Lục Yên|Mai Sơn|Mường Ảng|Nam Trực|"
    "Nghi Lộc|Phong Điền|Phú Lương|Quỳnh Lưu|Sa Thầy|Sông Mã|Tam Đảo|Tân Hưng|Thanh Ba|Tiên Yên|"
    "Trà Cú|Tuy Phước|Văn Bàn|Vị Xuyên|Vĩnh Thuận|Xín Mần|Yên Khánh|Yên Thế"
).split("|")
DISTRICT_OF = {
    "cu-jut": "Cư Jút",
    "dakrong": "Đakrông",
    "ha-hoa": "Hạ Hòa",
    "quy-hop": "Quỳ Hợp",
    "son-duong": "Sơn Dương",
    "tam-ky": "Tam Kỳ",
}


def provinces() -> list[str]:
    """The provinces and cities, before and after 2025."""
    lines = (ROOT / "patterns" / "lexicon" / "tinh_thanh.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch of the text that may change: a figure (with its group), a year, a number."""

    start: int
    end: int
    kind: str
    group: int = -1


@dataclass(frozen=True, slots=True)
class Source:
    """A document of the corpus made ready to be varied.

    `cuts` are where its main parts begin; `fixed` are the groups of figures that must stay.
    """

    name: str
    text: str
    slots: tuple[Slot, ...]
    cuts: tuple[int, ...]
    groups: int
    fixed: frozenset[int]
    home: str | None
    markdown: bool


def sources() -> list[Source]:
    """The documents of the corpus, in the order of their names."""
    paths = sorted((ROOT / "corpus" / "marked").iterdir())
    return [_source(path) for path in paths if path.suffix in (".txt", ".md")]


def _source(path: Path) -> Source:
    marked, _, checks = path.read_text("utf-8").partition("\n=====\n")
    text, spans = split_marks(marked.rstrip("\n") + "\n")
    figures = [s for s in spans if s.kind == "q" and _scalable(s)]
    groups, fixed = _groups(figures, checks)
    slots = [
        Slot(s.start + hit.start(), s.start + hit.end(), "figure", groups[id(s)])
        for s in figures
        for hit in FIGURE.finditer(s.text)
    ]
    cited = [s for s in spans if s.kind == "c"]
    for s in cited:
        slots += [Slot(s.start + h.start(1), s.start + h.end(1), "number")
                  for h in LOCAL.finditer(s.text)]  # fmt: skip
    central = [(s.start, s.end) for s in cited if not LOCAL.search(s.text)]
    for s in spans:
        if s.kind == "d" and not any(a <= s.start < b for a, b in central):
            slots += [Slot(s.start + h.start(), s.start + h.end(), "year")
                      for h in YEAR.finditer(s.text)]  # fmt: skip
    slots.sort(key=lambda slot: slot.start)
    stem = next((stem for stem in DISTRICT_OF if path.name.startswith(stem)), None)
    home = DISTRICT_OF[stem] if stem else _province(text)
    cuts = sorted(s.start for s in spans if s.kind == "s" and s.name == "1")
    return Source(
        path.name,
        text,
        tuple(slots),
        tuple(cuts),
        max(groups.values(), default=-1) + 1,
        fixed,
        home,
        path.suffix == ".md",
    )


def _scalable(span: Span) -> bool:
    rate = span.text.rstrip()[-1:] in "%‰" or (span.words and span.words[0] in RATES)
    return not (rate or "value" in span.keys or re.search(r"[^\W\d]", span.text))


def _province(text: str) -> str | None:
    head = text[:600]
    found = [p for p in provinces() if p in head or p.upper() in head]
    return max(found, key=len, default=None)


def _groups(figures: list[Span], checks: str) -> tuple[dict[int, int], frozenset[int]]:
    """The group of each figure, and the groups that cannot grow.

    Figures of one check are one group, and so are equal figures of three digits or more. What a
    list or words repeat stays; of a product only one factor grows.
    """
    parent = {id(s): id(s) for s in figures}

    def root(one: int) -> int:
        while parent[one] != one:
            one = parent[one]
        return one

    named = {s.name: id(s) for s in figures if s.name}
    same: dict[str, int] = {}
    for s in figures:
        if len(re.sub(r"\D", "", s.text)) >= 3:
            parent[root(id(s))] = root(same.setdefault(s.text, id(s)))
    still: set[int] = set()
    for line in checks.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        head, _, rest = line.partition(":")
        used = [named[n] for n in NAMED.findall(rest.partition("#")[0]) if n in named]
        kind = head.split()[0]
        if kind in ("enumeration", "words"):
            still.update(used)
        elif kind == "product":
            still.update(used[:-2])
            used = used[-2:]
        if kind != "enumeration":
            for one in used[1:]:
                parent[root(one)] = root(used[0])
    numbers: dict[int, int] = {}
    groups = {id(s): numbers.setdefault(root(id(s)), len(numbers)) for s in figures}
    return groups, frozenset(groups[one] for one in still)


def scaled(figure: str, factor: int) -> str:
    """A figure as the text writes it, multiplied: `1.204,5` by 2 is `2.409,0`."""
    whole, _, decimals = figure.partition(",")
    value = Decimal(whole.replace(".", "") + (f".{decimals}" if decimals else "")) * factor
    made = f"{value:,.{len(decimals)}f}".replace(",", " ").replace(".", ",").replace(" ", ".")
    return "0" + made if figure.startswith("0") and len(made) == 1 else made


def slipped(figure: str, rng: random.Random) -> str:
    """A figure with two of its neighbouring digits swapped; the same where it has but one."""
    pairs = [i for i in range(len(figure) - 1) if figure[i : i + 2].isdigit()]
    if not pairs:
        return figure
    i = rng.choice(pairs)
    return figure[:i] + figure[i + 1] + figure[i] + figure[i + 2 :]


def vary(source: Source, rng: random.Random, place: str, years: int, keep: int) -> str:
    """Another document after the source: of `place`, `years` later, with `keep` main parts.

    The head and the part with the signature always stay. Deterministic in `rng`'s state.
    """
    factors = [1 if g in source.fixed else rng.randint(1, 9) for g in range(source.groups)]
    offset = zlib.crc32(f"{place} {years}".encode()) % 900
    figures = [n for n, slot in enumerate(source.slots) if slot.kind == "figure"]
    wrong = rng.choice(figures) if figures and rng.random() < 0.3 else -1
    own = str(rng.randint(1, 3999))
    chosen = list(_parts(source, rng, keep))
    out: list[str] = []
    for start, end in chosen:
        at = start
        for n, slot in enumerate(source.slots):
            if not start <= slot.start < end:
                continue
            old = source.text[slot.start : slot.end]
            if slot.kind == "figure":
                new = scaled(old, factors[slot.group])
                new = slipped(new, rng) if n == wrong else new
            elif slot.kind == "year":
                new = str(int(old) + years)
            else:
                new, own = own or str(1 + (int(old) + offset) % 900), ""
            out += source.text[at : slot.start], new
            at = slot.end
        out.append(source.text[at:end])
    text = "".join(out)
    if source.home:
        text = text.replace(source.home, place).replace(source.home.upper(), place.upper())
    return text


def _parts(source: Source, rng: random.Random, keep: int) -> Iterator[tuple[int, int]]:
    cuts = (*source.cuts, len(source.text))
    parts = list(pairwise(cuts))
    yield 0, cuts[0]
    middle = sorted(rng.sample(parts[:-1], min(keep, len(parts)) - 1)) if parts else []
    yield from (*middle, *parts[-1:])
