"""Findings as a linter's lines, and a readable view: sentence, equation, verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from extract.check.codes import REASONS, Lang, message
from extract.model import Finding, Quantity, Relation, Report
from extract.output.columns import COUNTED
from extract.output.contract import computed, written
from extract.output.counted import counted
from extract.output.places import Lines, Passages

_WORDS: dict[Lang, dict[str, str]] = {
    "en": {
        "found": "found",
        "sections": "sections",
        "footnotes": "footnotes",
        "citations": "citations",
        "dates": "dates",
        "quantities": "quantities",
        "claims": "claims",
        "tables": "tables",
        "relations": "relations",
        "agrees": "agrees",
        "exact": "exact",
        "rounding": "by rounding",
        "truncation": "only by cutting digits",
        "inconsistent": "does not agree",
        "disagree": "do not agree",
        "undetermined": "cannot be told",
        "follows": "follows from the figures",
        "high": "high",
        "medium": "medium",
        "low": "low",
        "try": "would agree with",
        "instead of": "instead of",
        "more": "{} more that agree",
        "all": "documents",
    },
    "vi": {
        "found": "tìm thấy",
        "sections": "mục",
        "footnotes": "chú thích",
        "citations": "viện dẫn",
        "dates": "mốc thời gian",
        "quantities": "số liệu",
        "claims": "nhận định",
        "tables": "bảng",
        "relations": "quan hệ số học",
        "agrees": "khớp",
        "exact": "đúng tuyệt đối",
        "rounding": "khớp do làm tròn",
        "truncation": "chỉ khớp khi cắt bớt chữ số",
        "inconsistent": "không khớp",
        "disagree": "không khớp",
        "undetermined": "chưa đủ căn cứ",
        "follows": "tính từ số liệu",
        "high": "rất có thể",
        "medium": "có thể",
        "low": "ít khả năng",
        "try": "sẽ khớp nếu là",
        "instead of": "thay cho",
        "more": "còn {} phép tính nữa khớp",
        "all": "văn bản",
    },
}
_KINDS = tuple(kind for kind in COUNTED if kind != "findings")
_STYLE = {"error": "bold red", "warning": "yellow", "note": "cyan"}


def selected(
    findings: Iterable[Finding], select: Sequence[str], ignore: Sequence[str]
) -> list[Finding]:
    """The findings whose code begins with one of `select` (all if empty) and none of `ignore`."""
    return [
        f
        for f in findings
        if (not select or f.code.startswith(tuple(select)))
        and not f.code.startswith(tuple(ignore) or ("\0",))
    ]


def linter_lines(
    name: str, report: Report, findings: Iterable[Finding], lang: Lang
) -> Iterator[str]:
    """`file:line:column: CODE severity message`, each followed by its suggestions, indented."""
    lines = Lines(report.document.text)
    quantities = {q.id: q for q in report.quantities}
    words = _WORDS[lang]
    for f in sorted(findings, key=lambda f: (f.start, f.code)):
        line, column = lines.at(f.start)
        yield f"{name}:{line}:{column}: {f.code} {f.severity} {message(f.code, f.args, lang)}"
        for s in f.suggestions:
            figure = quantities[s.quantity]
            yield (
                f"    {words['try']} {written(s.value, figure)} {words['instead of']} "
                f"{figure.text} ({words[s.confidence]}: {REASONS[s.reason][lang]})"
            )


def explain(
    name: str,
    report: Report,
    findings: Sequence[Finding],
    lang: Lang,
    most: int | None = None,
) -> RenderableType:
    """What was found in one document, what agrees, and what does not with its sentence.

    Of the relations that agree, at most `most` are shown (all by default).
    """
    words = _WORDS[lang]
    counts = ", ".join(counted(len(getattr(report, kind)), words[kind]) for kind in _KINDS)
    parts: list[RenderableType] = [
        Text.assemble((name, "bold"), "  ", (report.metadata.type or "", "italic")),
        Text(f"  {words['found']}: {counts}", style="dim"),
    ]
    passages = Passages(report)
    quantities = {q.id: q for q in report.quantities}
    by_relation = {f.relation: f for f in findings if f.relation}
    agreeing = [r for r in report.relations if r.verdict == "consistent"]
    parts += [_agreeing(r, lang) for r in agreeing[:most]]
    if most is not None and len(agreeing) > most:
        parts.append(Text(f"  ✓ … {words['more'].format(len(agreeing) - most)}", style="green"))
    for r in report.relations:
        if r.verdict != "consistent":
            parts.append(_disagreeing(r, quantities, passages, by_relation.get(r.id), lang))
    shown = {r.id for r in report.relations if r.verdict != "consistent"}
    for f in findings:
        if f.relation not in shown:
            text = Text("  ! ", style=_STYLE[f.severity])
            text.append(f"{f.code} ", style="bold")
            text.append(message(f.code, f.args, lang), style="not bold")
            parts.append(text)
    parts.append(Text(""))
    return Group(*parts)


def summary(reports: Sequence[Report], lang: Lang) -> RenderableType:
    """One closing line over all documents."""
    words = _WORDS[lang]
    outcomes = Counter(
        r.agreement or "exact" if r.verdict == "consistent" else r.verdict
        for report in reports
        for r in report.relations
    )
    text = Text(f"{counted(len(reports), words['all'])}, ", style="bold")
    text.append(f"{counted(sum(outcomes.values()), words['relations'])}: ")
    told = (
        (n, "disagree" if n > 1 and name == "inconsistent" else name)
        for name, n in outcomes.most_common()
    )
    text.append(", ".join(f"{n} {words[name]}" for n, name in told))
    return text


def show(view: RenderableType, console: Console | None = None) -> None:
    """Print a view on standard output (plain text where that is no terminal)."""
    (console or Console(highlight=False, soft_wrap=False)).print(view)


def _agreeing(r: Relation, lang: Lang) -> Text:
    """The equation; with ≈ where it agrees by what the digits of its figures leave open."""
    words = _WORDS[lang]
    text = Text("  ✓ ", style="green")
    left, sign, right = r.expression.rpartition(" = ")
    about = sign.replace("=", "≈") if r.agreement in ("rounding", "truncation") else sign
    text.append(f"{left}{about}{right}", style="default")
    text.append(f"  ({words[r.agreement or 'exact']})", style="dim")
    return text


def _disagreeing(
    r: Relation,
    quantities: Mapping[str, Quantity],
    passages: Passages,
    finding: Finding | None,
    lang: Lang,
) -> RenderableType:
    words = _WORDS[lang]
    wrong = r.verdict == "inconsistent"
    style = "bold red" if wrong else "yellow"
    stated = quantities[r.stated]
    head = Text("  ✗ " if wrong else "  ? ", style=style)
    head.append(r.expression, style=style)
    head.append(f"  ({words[r.verdict]}", style="dim")
    if r.computed is not None:
        follows = written(Decimal(computed(r.computed)), stated)
        head.append(f"; {words['follows']}: {follows}", style="dim")
    head.append(")", style="dim")
    passage = passages.at(stated.vs)
    sentence = Text(f"“{passage.text if passage else ''}”", style="italic")
    figures = [stated.text, *(quantities[o.quantity].text for o in r.operands)]
    for shown in dict.fromkeys(figures):
        sentence.highlight_words([shown], style="bold underline")
    parts: list[RenderableType] = [head, Padding(sentence, (0, 0, 0, 4), expand=False)]
    if finding is not None:
        line = Text(f"{finding.code} ", style=_STYLE[finding.severity])
        line.append(message(finding.code, finding.args, lang), style="not bold")
        parts.append(Padding(line, (0, 0, 0, 4), expand=False))
        for s in finding.suggestions:
            figure = quantities[s.quantity]
            text = f"→ {words['try']} {written(s.value, figure)} {words['instead of']} "
            text += f"{figure.text} ({REASONS[s.reason][lang]})"
            parts.append(Padding(Text(text, style="green"), (0, 0, 0, 4), expand=False))
    return Group(*parts)
