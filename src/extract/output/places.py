"""Where something stands, for people: line and column in the source, the sentence around it."""

from __future__ import annotations

import re
from bisect import bisect_right

from extract.document import Document
from extract.model import Finding, Quantity, Report
from extract.values.letters import UPPER

_SENTENCE_END = re.compile(rf"[.!?…][)”\"»]*\s+(?=[\"“«(]?[{UPPER}])|\n")
LONGEST = 600


class Lines:
    """Line and column (both from 1, columns in code points) of offsets in a text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(m.end() for m in re.finditer("\n", text))]

    def at(self, offset: int) -> tuple[int, int]:
        """(line, column) of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


class Passages:
    """The sentence around a place, in reading form (the view), cut at `LONGEST` characters."""

    def __init__(self, report: Report) -> None:
        document = report.document
        self._view = document.view
        cuts = {0, len(self._view)}
        cuts.update(m.end() for m in _SENTENCE_END.finditer(self._view))
        for block in document.blocks:
            cuts.update((block.vs, block.ve))
        self._cuts = sorted(cuts)
        self._document: Document = document
        self._quantities = {q.id: q for q in report.quantities}
        self._stated = {r.id: r.stated for r in report.relations}
        tables = {t.id: t for t in report.tables}
        self._rows = {c.quantity: (tables[c.table].cells, c.row) for c in report.cells}

    def span(self, vs: int) -> tuple[int, int]:
        """The view span of the sentence that holds the view position `vs`."""
        i = bisect_right(self._cuts, vs) - 1
        start = self._cuts[max(0, i)]
        end = self._cuts[i + 1] if i + 1 < len(self._cuts) else len(self._view)
        return start, max(start, end)

    def around(self, vs: int) -> str:
        """The sentence that holds the view position `vs`, blanks as one."""
        start, end = self.span(vs)
        start, end = max(start, vs - LONGEST // 2), min(end, vs + LONGEST // 2)
        return " ".join(self._view[start:end].split())

    def of_quantity(self, quantity: Quantity) -> str:
        """The sentence of a quantity; in a table the row that it stands in."""
        if quantity.id in self._rows:
            cells, row = self._rows[quantity.id]
            return " | ".join(text for text in cells[row] if text)[:LONGEST]
        return self.around(quantity.vs)

    def of_finding(self, finding: Finding) -> str:
        """The sentence of a finding: that of its relation's stated figure, else its own line."""
        stated = self._stated.get(finding.relation or "")
        if stated is not None and stated in self._quantities:
            return self.of_quantity(self._quantities[stated])
        text = self._document.text
        start = max(text.rfind("\n", 0, finding.start) + 1, finding.start - LONGEST // 2)
        end = text.find("\n", finding.start, finding.start + LONGEST // 2)
        end = end if end >= 0 else finding.start + LONGEST // 2
        return " ".join(text[start : max(end, finding.end)].split())
