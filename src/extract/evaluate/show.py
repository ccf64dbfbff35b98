"""Scores as tables and as a file to compare runs with."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from extract.check.codes import Lang
from extract.errors import LabelError
from extract.evaluate.scores import Fault, Scores
from extract.output.counted import counted

CONTEXT = 50


_HEADS: dict[Lang, tuple[str, ...]] = {
    "en": ("kind", "labels", "found", "missed", "false", "P", "R", "F1", "err/1000", "naive F1"),
    "vi": ("loại", "nhãn", "tìm ra", "bỏ sót", "nhầm", "P", "R", "F1", "lỗi/1000", "F1 thô"),
}
_ATTRIBUTES: dict[Lang, tuple[str, ...]] = {
    "en": ("kind", "attribute", "right", "of", "share", "naive"),
    "vi": ("loại", "thuộc tính", "đúng", "trong", "tỷ lệ", "thô"),
}
_SAID: dict[Lang, dict[str, str]] = {
    "en": {
        "spans": "{name}: mentions by exact span, {documents}",
        "attributes": "{name}: attributes of the mentions found",
        "checks": "{name}: checks {c.required}: built {c.built}, right {c.right}, missed {missed}; "
        "inconsistencies {c.errors_found} of {c.errors} found; false alarms {c.false_alarms}; "
        "optional {c.optional_built} of {c.optional}; relations without label {c.unlabelled}",
    },
    "vi": {
        "spans": "{name}: so khớp đúng từng vị trí, {documents}",
        "attributes": "{name}: thuộc tính của những chỗ tìm ra",
        "checks": "{name}: phép tính {c.required}: dựng được {c.built}, đúng {c.right}, bỏ sót "
        "{missed}; tìm ra {c.errors_found} trong {c.errors} chỗ không khớp; báo động giả "
        "{c.false_alarms}; không bắt buộc {c.optional_built} trong {c.optional}; phép tính không "
        "có nhãn {c.unlabelled}",
    },
}


def kinds_lines(scores: Scores, naive: Scores, lang: Lang) -> Iterator[str]:
    """Precision, recall, F1 and errors per 1,000 by kind, beside the naive baseline."""
    documents = counted(scores.documents, "documents" if lang == "en" else "văn bản")
    yield _SAID[lang]["spans"].format(name=scores.name, documents=documents)
    kind_, labels, found, missed, false, *rates, errors, bare_f1 = _HEADS[lang]
    counts = "".join(f"{head:>8}" for head in (labels, found, missed, false, *rates))
    yield f"  {kind_:<12}{counts}{errors:>10}{bare_f1:>10}{errors:>10}"
    for kind, t in scores.tallies.items():
        counts = "".join(f"{n:>8}" for n in (t.required, t.found, t.required - t.found, t.false))
        shares = "".join(f"{_share(x):>8}" for x in (t.precision, t.recall, t.f1))
        bare = naive.tallies[kind]
        yield (
            f"  {kind:<12}{counts}{shares}{_count(t.errors_per_1000):>10}"
            f"{_share(bare.f1):>10}{_count(bare.errors_per_1000):>10}"
        )


def attribute_lines(scores: Scores, naive: Scores, lang: Lang) -> Iterator[str]:
    """The share of matched mentions whose attribute is right."""
    yield _SAID[lang]["attributes"].format(name=scores.name)
    kind_, attribute, *heads = _ATTRIBUTES[lang]
    yield f"  {kind_:<12}{attribute:<14}{''.join(f'{head:>8}' for head in heads)}"
    for kind, t in scores.tallies.items():
        for name, (right, of) in t.attributes.items():
            good, all_ = naive.tallies[kind].attributes[name]
            shares = f"{_share(_ratio(right, of)):>8}{_share(_ratio(good, all_)):>8}"
            yield f"  {kind:<12}{name:<14}{right:>8}{of:>8}{shares}"


def checks_line(scores: Scores, lang: Lang) -> str:
    """One line on the announced relations."""
    c = scores.checks
    return _SAID[lang]["checks"].format(name=scores.name, c=c, missed=c.required - c.built)


def misses(scores: Scores, text: str) -> Iterator[str]:
    """Every fault of one document with its place in the text: `name:line: …`"""
    for f in sorted(scores.faults, key=lambda f: (f.kind, f.start)):
        line = text.count("\n", 0, f.start) + 1
        before = " ".join(text[max(0, f.start - CONTEXT) : f.start].split())
        after = " ".join(text[f.end : f.end + CONTEXT].split())
        inside = " ".join(text[f.start : f.end].split())
        yield f"{scores.name}:{line}: {f.kind} {f.problem}: {f.text}" + (
            f" ({f.detail})" if f.detail else ""
        )
        yield f"    …{before} «{inside}» {after}…"


def as_run(scores: Sequence[Scores], total: Scores, baseline: Scores) -> dict[str, Any]:
    """A run as JSON: the total, the baseline's, and each document with its faults."""
    return {
        "schema": "doisoat.scores/1",
        "total": {k: v for k, v in total.as_dict().items() if k != "faults"},
        "baseline": {k: v for k, v in baseline.as_dict().items() if k != "faults"},
        "documents": [s.as_dict() for s in scores],
    }


def read_run(path: Path) -> dict[str, Any]:
    """A run saved by `--save`; LabelError where the file is none."""
    try:
        data = json.loads(path.read_text("utf-8"))
        if data["schema"] == "doisoat.scores/1":
            return dict(data)
    except (OSError, UnicodeDecodeError, json.JSONDecodeError, KeyError, TypeError):
        pass
    raise LabelError(
        f"{path}: is no run saved by doisoat evaluate --save",
        f"{path}: không phải kết quả do doisoat evaluate --save lưu",
    )


def changes(old: dict[str, Any], scores: Sequence[Scores]) -> Iterator[str]:
    """Gains and losses since an older run, by document and kind, each fault by name."""
    before = {d["name"]: d for d in old["documents"]}
    gained = lost = 0
    for now in scores:
        if now.name not in before:
            yield f"{now.name}: not in the older run"
            continue
        was: dict[str, dict[str, str]] = {}
        for f in before[now.name]["faults"]:
            was.setdefault(f["kind"], {})[f["key"]] = f["detail"]
        has: dict[str, dict[str, Fault]] = {}
        for fault in now.faults:
            has.setdefault(fault.kind, {})[fault.key] = fault
        for kind in dict.fromkeys([*was, *has]):
            gains = [k for k in was.get(kind, {}) if k not in has.get(kind, {})]
            losses = [k for k in has.get(kind, {}) if k not in was.get(kind, {})]
            gained, lost = gained + len(gains), lost + len(losses)
            if gains or losses:
                yield f"{now.name}: {kind}: {len(gains)} gained, {len(losses)} lost"
            yield from (f"  + {key}" for key in gains)
            yield from (f"  - {key} {has[kind][key].detail}".rstrip() for key in losses)
    yield f"all: {gained} gained, {lost} lost"


def _ratio(right: int, of: int) -> float | None:
    return right / of if of else None


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _count(value: float | None) -> str:
    return "" if value is None else f"{value:.0f}"
