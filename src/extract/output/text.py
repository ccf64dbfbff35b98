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
from extract.output.spots import Spot, Spots

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
        "line": "line",
        "page": "page",
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
        "line": "dòng",
        "page": "trang",
        "all": "văn bản",
    },
}
_KINDS = tuple(kind for kind in COUNTED if kind != "findings")
_INDENT = (0, 0, 0, 4)
_ENDLESS = 100_000  # columns of what is no terminal: no line of it is wrapped
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
    """`file:line:column: CODE severity message`, each followed by its suggestions, indented.

    Where the lines that were read are not those of the file: `file: page N: CODE severity message`
    (no page where the format has none), and heading and sentence on the next line.
    """
    spots = Spots(report)
    quantities = {q.id: q for q in report.quantities}
    words = _WORDS[lang]
    for f in sorted(findings, key=lambda f: (f.start, f.code)):
        told = f"{f.code} {f.severity} {message(f.code, f.args, lang)}"
        if spots.own_lines:
            line, column = spots.lines.at(f.start)
            yield f"{name}:{line}:{column}: {told}"
        else:
            spot = spots.of_finding(f)
            page = f"{words['page']} {spot.page}: " if spot.page else ""
            yield f"{name}: {page}{told}"
            yield "    " + ": ".join(filter(None, (spot.heading, f"“{spot.excerpt}”")))
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
    """What was found in one document, what agrees and what does not, each with place and sentence.

    Of the relations that agree, at most `most` are shown (all by default).
    """
    words = _WORDS[lang]
    kind = report.metadata.type
    counts = ", ".join(counted(len(getattr(report, k)), words[k]) for k in _KINDS)
    parts: list[RenderableType] = [
        Text.assemble((name, "bold"), (f"  {kind}" if kind else "", "italic")),
        Text(f"  {words['found']}: {counts}", style="dim"),
    ]
    spots = Spots(report)
    quantities = {q.id: q for q in report.quantities}
    by_relation = {f.relation: f for f in findings if f.relation}
    relations = sorted(report.relations, key=lambda r: quantities[r.stated].start)
    agreeing = [r for r in relations if r.verdict == "consistent"]
    for r in agreeing[:most]:
        parts += _relation(r, _agreeing(r, lang), quantities, spots, lang)
    if most is not None and len(agreeing) > most:
        parts.append(Text(f"  ✓ … {words['more'].format(len(agreeing) - most)}", style="green"))
    others = [r for r in relations if r.verdict != "consistent"]
    for r in others:
        parts += _relation(r, _disagreeing(r, quantities, lang), quantities, spots, lang)
        if (finding := by_relation.get(r.id)) is not None:
            parts += _finding(finding, quantities, lang)
    shown = {r.id for r in others}
    for f in sorted(findings, key=lambda f: (f.start, f.code)):
        if f.relation not in shown:
            parts += _alone(f, report, spots, lang)
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
    """Print a view on standard output: laid out for a terminal, else one line for each of it."""
    console = console or Console(highlight=False)
    if not console.is_terminal:
        console.width = _ENDLESS
    console.print(view)


def _agreeing(r: Relation, lang: Lang) -> Text:
    """The equation; with ≈ where it agrees by what the digits of its figures leave open."""
    words = _WORDS[lang]
    text = Text("  ✓ ", style="green")
    left, sign, right = r.expression.rpartition(" = ")
    about = sign.replace("=", "≈") if r.agreement in ("rounding", "truncation") else sign
    text.append(f"{left}{about}{right}", style="default")
    text.append(f"  ({words[r.agreement or 'exact']})", style="dim")
    return text


def _disagreeing(r: Relation, quantities: Mapping[str, Quantity], lang: Lang) -> Text:
    """The equation, why it is told, and what follows from the figures."""
    words = _WORDS[lang]
    wrong = r.verdict == "inconsistent"
    style = "bold red" if wrong else "yellow"
    text = Text("  ✗ " if wrong else "  ? ", style=style)
    text.append(r.expression, style=style)
    text.append(f"  ({words[r.verdict]}", style="dim")
    if r.computed is not None:
        follows = written(Decimal(computed(r.computed)), quantities[r.stated])
        text.append(f"; {words['follows']}: {follows}", style="dim")
    text.append(")", style="dim")
    return text


def _relation(
    r: Relation, head: Text, quantities: Mapping[str, Quantity], spots: Spots, lang: Lang
) -> Iterator[RenderableType]:
    """The head of a relation with its place, and its sentence with the figures marked."""
    spot = spots.of_relation(r)
    yield head.append(_place(spot, spots, lang), style="dim")
    figures = [quantities[q].text for q in (r.stated, *(o.quantity for o in r.operands))]
    yield _sentence(spot.excerpt, figures)


def _finding(
    f: Finding, quantities: Mapping[str, Quantity], lang: Lang
) -> Iterator[RenderableType]:
    """What is said of a relation that does not agree, and the values that would."""
    words = _WORDS[lang]
    line = Text(f"{f.code} ", style=_STYLE[f.severity])
    line.append(message(f.code, f.args, lang), style="not bold")
    yield Padding(line, _INDENT, expand=False)
    for s in f.suggestions:
        figure = quantities[s.quantity]
        text = f"→ {words['try']} {written(s.value, figure)} {words['instead of']} "
        text += f"{figure.text} ({REASONS[s.reason][lang]})"
        yield Padding(Text(text, style="green"), _INDENT, expand=False)


def _alone(f: Finding, report: Report, spots: Spots, lang: Lang) -> Iterator[RenderableType]:
    """A finding that is about no relation, with its place and sentence."""
    spot = spots.of_finding(f)
    text = Text("  ! ", style=_STYLE[f.severity])
    text.append(f"{f.code} ", style="bold")
    text.append(message(f.code, f.args, lang), style="not bold")
    yield text.append(_place(spot, spots, lang), style="dim not bold")
    yield _sentence(spot.excerpt, [report.document.text[f.start : f.end]])


def _place(spot: Spot, spots: Spots, lang: Lang) -> str:
    """Line (of a text file) or page, and the heading, after two blanks; "" where none is known."""
    words = _WORDS[lang]
    where = f"{words['page']} {spot.page}" if spot.page else None
    if spots.own_lines:
        where = f"{words['line']} {spot.line}"
    place = ", ".join(filter(None, (where, spot.heading)))
    return f"  {place}" if place else ""


def _sentence(text: str, marked: Iterable[str]) -> RenderableType:
    """A sentence in quotation marks, some words of it marked."""
    sentence = Text(f"“{text}”", style="italic")
    for shown in dict.fromkeys(marked):
        sentence.highlight_words([shown], style="bold underline")
    return Padding(sentence, _INDENT, expand=False)
