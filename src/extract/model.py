"""What a document becomes: immutable records, named in the field's terms.

Offsets are those of `extract.document`: `start`, `end` in the source text, `vs`, `ve` in the view.

Decimals are exact. Absent knowledge is None.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from extract.document import Document
from extract.interval import Interval

Direction = Literal["increase", "decrease"]
Bound = Literal["at_least", "at_most", "less_than", "more_than", "about", "range"]
Form = Literal["full", "short", "alias", "back_reference"]
Act = Literal["implements", "based_on", "amends", "replaces", "repeals", "guides", "cites"]
Role = Literal["level", "change", "share", "rate", "count"]
Status = Literal["reported", "target", "norm"]
Verdict = Literal["consistent", "inconsistent", "undetermined"]
Agreement = Literal["exact", "rounding", "truncation"]
Severity = Literal["error", "warning", "note"]
Confidence = Literal["high", "medium", "low"]
Grain = Literal["day", "month", "quarter", "half", "year", "period"]
_Named = Literal["part", "chapter", "section", "article", "clause", "point"]
SectionKind = Literal[_Named, "heading", "item"]
_Reckoned = Literal["difference", "sum", "percent", "share", "implied_base", "product", "table"]
Kind = Literal[_Reckoned, "enumeration", "equality", "words", "series"]  # the last in labels only
Scope = Literal["sentence", "paragraph", "list", "section", "document", "table", "corpus"]
_Loose = Literal["weak", "wide", "near", "bracket", "slip", "group", "unexplained"]
Bond = Literal["strong", "plain", "apart", _Loose, "open", "silent"]
_Amount = Literal["sum", "above", "product", "mean", "gap", "equal", "part", "order", "count"]
_Share = Literal["ratio", "percent", "among", "portion", "joint", "rest", "whole", "fraction"]
_Change = Literal["growth", "fall", "back", "index", "yearly", "grim", "grim_change"]
Formula = Literal[_Amount, _Share, _Change, "average", "quotient", "tenfold"]


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered section; `start` is where its label stands, `end` where its text ends."""

    id: str
    label: str
    kind: SectionKind
    depth: int
    parent: str | None
    title: str
    start: int
    end: int
    vs: int = 0
    ve: int = 0
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """A place in the tree of lists: a section, a list item, a bullet, or a line under them.

    `block` is the index of its block; `style` is how it is marked: a label's style ("part"
    "chapter" "section" "subsection" "article" "annex" "roman" "upper" "decimal" "number"
    "close" "paren" "letter" "pletter" "lroman" "word"), a bullet sign ("-", "+", "*", "•"),
    "line" for a short line of a list that has no mark, "para" for a paragraph. `level` counts
    from 1; `parent` is an index into `Outline.nodes`; `section` the id of a section node.
    """

    block: int
    label: str
    style: str
    level: int
    parent: int | None
    section: str | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """The numbered sections of a document, and the tree of all its list items; `cuts` are the
    places that follow a line which says that something is left out ("[…]")."""

    sections: tuple[Section, ...] = ()
    nodes: tuple[Node, ...] = ()
    cuts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote: its call and its body as source spans; None where one of them is missing."""

    id: str
    marker: str
    ref: tuple[int, int] | None
    body: tuple[int, int] | None
    ref_vs: int | None = None
    body_vs: int | None = None


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """The place cited in a legal document (Điều, khoản, điểm)."""

    article: str | None = None
    clause: str | None = None
    point: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A mention of a legal document."""

    id: str
    start: int
    end: int
    vs: int
    ve: int
    text: str
    form: Form
    type: str | None
    number: str | None
    date: str | None
    issuer: str | None
    title: str | None = None
    pinpoint: Pinpoint | None = None
    relation: Act = "cites"
    key: str | None = None
    resolves_to: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or period; `value` in TIMEX3 / ISO 8601 form, None where the date is impossible."""

    id: str
    start: int
    end: int
    vs: int
    ve: int
    text: str
    value: str | None
    grain: Grain
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: `value` in base units, `low`..`high` what it stands for.

    `step` is the worth of the last digit written (0 for a count); `words` tells that it stands in
    words. `noun_vs`..`noun_ve` is the counted noun's place in the view (equal where there is none).
    """

    id: str
    start: int
    end: int
    vs: int
    ve: int
    text: str
    value: Decimal
    low: Decimal
    high: Decimal
    unit: str | None
    noun: str | None
    of: Decimal | None = None
    value_to: Decimal | None = None
    bound: Bound | None = None
    direction: Direction | None = None
    step: Decimal = Decimal(0)
    words: bool = False
    ambiguous: bool = False
    noun_vs: int = 0
    noun_ve: int = 0
    per: str | None = None  # "người" of 80 triệu đồng/người
    full_ve: int = 0  # where the unit and scale word that belong to the number end
    rule: str = ""

    @property
    def interval(self) -> Interval:
        """The values this number stands for."""
        return Interval(self.low, self.high)


@dataclass(frozen=True, slots=True)
class Claim:
    """What a quantity says: of what (subject), where (scope), when (period), compared with what."""

    id: str
    quantity: str
    role: Role
    subject: str | None
    scope: str | None
    period: str | None
    base: str | None
    status: Status


@dataclass(frozen=True, slots=True)
class Table:
    """A table as records; `cells` row by row, short rows padded, merged cells empty after the
    first. `places` says where each row stands in the view ((0, 0) for one without text)."""

    id: str
    page: int | None
    start: int
    end: int
    caption: str | None
    header_rows: int
    cells: tuple[tuple[str, ...], ...]
    places: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """The place of a figure in a table: `row` and `column` of `Table.cells`, what they are called.

    `name` is how the table is called ("Bảng 1", else its number); `scale` the worth of one whole
    unit of the column (10**6 where it counts triệu đồng).
    """

    quantity: str
    table: str
    row: int
    column: int
    name: str
    row_label: str
    column_label: str
    scale: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Operand:
    """A quantity taking part in a relation, with its weight in the sum."""

    quantity: str
    weight: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Option:
    """One way to compute an announced figure: a formula over operands.

    formula: sum (weighted), above (of a rate and an aim, which is exact), product (weights are
    factors too), average (a product judged by the rounding of its first operand), quotient (a / b,
    judged as an average), gap (x - y of x/y, with the other operands added by their weights),
    order (by weight), ratio (a / b), percent (a / b in %), among (a in % of the y of b = x/y),
    portion (a / (a + b + …) in %), joint ((a + b + …) in % of the last operand),
    growth ((a - b) / b in %), fall ((b - a) / b in %), back (a change in % of the level it started
    from: the level it led to, b, with a fall a, weight 1, or less a rise a, weight -1), grim (some
    whole base must give a / base in %, where few percentages have one), grim_change (the same of
    a change that led to a), rest (100 less the operands), whole (100 at most), equal, index
    (a - 100, of a rate told as an index), part (no larger than a), tenfold (a / b × 10, of tấn over
    ha in tạ/ha), fraction (a / b told as one in words), yearly (the growth from b to a in % a year,
    over as many years as the weight of a), mean, count.
    """

    formula: Formula
    operands: tuple[Operand, ...]

    @property
    def ids(self) -> frozenset[str]:
        """The figures that it computes from."""
        return frozenset(o.quantity for o in self.operands)


@dataclass(frozen=True, slots=True)
class Announced:
    """A relation as the text announces it, not yet judged.

    `options`: readings, the likeliest first. `bond` says when a contradiction is an error:
    "strong" always; "plain" even where the figure is told loosely (khoảng); "weak" unless another
    reading of the figure agrees; "wide" for a miss by a tenth at most; "near" for a near miss or
    a slip of the pen; "bracket" for a near miss; "slip" for swapped digits; "group" where its
    siblings (same `group`) agree; "apart" even where other sums of the figure agree, as it is
    divided in more ways than one; "unexplained" where no relation that agrees has the figure in
    it; "open" and "silent" never ("open" stays as undetermined, "silent" is dropped).
    """

    kind: Kind
    stated: str
    options: tuple[Option, ...]
    cue: tuple[int, int]
    scope: Scope
    bond: Bond
    rule: str
    note: str | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """An announced arithmetic relation, recomputed and judged."""

    id: str
    kind: Kind
    verdict: Verdict
    agreement: Agreement | None
    stated: str
    operands: tuple[Operand, ...]
    computed: Decimal | None
    low: Decimal
    high: Decimal
    expression: str
    cue: tuple[int, int]
    scope: Scope
    exhaustive: bool = True
    note: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A value that would make a relation agree; `reason` is a key of `check.codes.REASONS`."""

    quantity: str
    value: Decimal
    confidence: Confidence
    reason: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a reviewer should know: a code with arguments; the sentence is made on output."""

    id: str
    code: str
    severity: Severity
    start: int
    end: int
    args: dict[str, str] = field(default_factory=dict)
    relation: str | None = None
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the document says of itself."""

    type: str | None = None
    number: str | None = None
    issuer: str | None = None
    place: str | None = None
    date: str | None = None
    subject: str | None = None
    signer: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """All that was found in one document."""

    document: Document
    metadata: Metadata
    sections: tuple[Section, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    citations: tuple[Citation, ...] = ()
    dates: tuple[DateMention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    claims: tuple[Claim, ...] = ()
    tables: tuple[Table, ...] = ()
    relations: tuple[Relation, ...] = ()
    findings: tuple[Finding, ...] = ()
    cells: tuple[Cell, ...] = ()
