"""What the columns of a table are: its header and the figures below it -> Layout."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.find.tables.table_forms import Forms, is_formed
from extract.find.tables.table_grids import Grid
from extract.find.tables.table_heads import (
    Values,
    is_numbering,
    keyed,
    keyed_header,
    leaves_of,
    paths_of,
    unkeyed,
)
from extract.find.tables.table_labels import signed
from extract.find.tables.table_model import Column, Layout
from extract.find.tables.table_values import (
    RATES,
    Kinds,
    Unit,
    kinds_of,
    shares_of_before,
)
from extract.find.tables.table_words import Words, key, rank_of
from extract.rules.wording import wording

_SOURCE = wording("table_layout.source")
# one year in percent of another
_YEARS = re.compile(r"\W*(?:19|20)[0-9]{2} ?/ ?(?:19|20)[0-9]{2}\W*")
_A_CODE = re.compile(r"\W{0,2}[A-ZĐ]{2,5}[0-9]{0,2}\W{0,2}")
_SUM = re.compile(r"[0-9()+\-]+")  # the formula of a sum or difference of columns
_NAMED = 2  # headers that name a unit, for others to be told in it


class Layouts:
    """Reads the columns of tables by the words of a rulebook."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def of(
        self,
        name: str,
        texts: list[list[str]],
        values: Values,
        forms: Forms,
        heads: int,
        above: Unit | None,
        grid: Grid,
    ) -> Layout:
        """What the header and the body say that each column is.

        `name` is that of the table, `texts`, `values` and `forms` its cells row by row, `heads` the
        number of header rows, `above` the unit told around the table, `grid` where its cells stand.
        """
        words = self.words
        body = texts[heads:]
        width = len(texts[0])
        headed = [r for r in range(heads) if not is_numbering(texts[r])]
        below = self._units_below([texts[r] for r in headed])
        if below:
            headed.pop()
        named = [texts[r] for r in headed]
        keys = next((row for row in texts[:heads] if is_numbering(row)), [""] * width)
        unit = above
        for cell in (c for row in texts[:heads] for c in row):
            unit = words.units.announced(cell) or unit
        kinds = [
            kinds_of([row[c] for row in body], [row[c] for row in values[heads:]])
            for c in range(width)
        ]
        leaves, groups = leaves_of(named, width)
        paths = paths_of(named, width)
        sources = _tells_sources(leaves) and unit is not None and words.units.measures(unit)
        order = self._order(leaves, body, kinds)
        worded = [c for c in range(width) if c != order and kinds[c].worded]
        names = [c for c in worded if not _are_codes([row[c] for row in body])]
        label = next(iter(names or worded), order)
        over = None
        beside = len(names) > 1 and all(c == order for c in range(names[0] + 1, names[1]))
        if beside and _shared(body, names[0], names[1]):
            over, label = names[:2]
        if label == order:  # rows of years have no other name
            label = next((c for c in range(width) if c != order and _are_years(kinds[c])), order)
        titled = [cell for row in named for cell in row]
        common = self._common_unit(leaves) if unit is None else None
        units = (
            c
            for c in range(width)
            if c not in (order, label)
            and any(words.units.heads(key(row[c]), [r[c] for r in body]) for row in named)
        )
        unit_of_rows = next(units, None)
        columns: list[Column] = []
        formed: list[Column] = []
        for c in range(width):
            leaf, group = leaves[c], groups[c]
            kind = kinds[c]
            if c in (order, label, over, unit_of_rows) or key(leaf) in words.no_figures:
                continue
            bare = kind.figures == kind.years
            if bare and not is_formed(
                [row[c] for row in body],
                [row[c] for row in values[heads:]],
                [row[c] for row in forms[heads:]],
            ):
                continue
            parent = named[group[0]][group[1]] if group else ""
            titles = " – ".join(named[r][k] for r, k in paths[c])
            told = Unit("%") if kind.shares * 2 > kind.figures else None
            if c in below:
                told = below[c]
            elif not (sources and _SOURCE.match(key(leaf))):
                above_it = (named[r][k] for r, k in reversed(paths[c][:-2]))
                told = self._unit(leaf, parent, *above_it) or told
            if told is None and (_YEARS.fullmatch(leaf) or shares_of_before(values[heads:], c)):
                told = Unit("%")
            cells = [v for row in values[heads:] if (v := row[c]) is not None]
            measured = 2 * sum(v.decimals > 0 for v in cells) > len(cells)
            changes = measured or signed(titles)  # decimals count no things, nor do differences
            base = unit or (common if changes else None)
            column = self._column(c, leaf, parent, titles, keys[c], told, base, titled)
            places = tuple(grid.rows[headed[r]][k] for r, k in paths[c])
            falls = any(v.value < 0 for v in cells)
            adds = column.adds or (column.change and falls)
            first = group[1] if group else -1
            into = formed if bare else columns
            into.append(replace(column, group=first, heads=places, adds=adds))
        return Layout(name, tuple(columns), order, label, unit_of_rows, over, tuple(formed))

    def _column(
        self,
        index: int,
        leaf: str,
        parent: str,
        titles: str,
        numbering: str,
        told: Unit | None,
        above: Unit | None,
        beside: Sequence[str],
    ) -> Column:
        """What the titles of a column say that it is, without its group and its cells of titles.

        `leaf` and `parent` are its own title and that above it, `titles` all from the top,
        `numbering` what the row of numbers says, `told` the unit that it names or that its figures
        have, `above` that of the table, `beside` the titles of all columns.
        """
        words = self.words
        number, formula = keyed(numbering) if numbering else keyed_header(leaf)
        heads = [t for t in (leaf, parent) if t]
        adds = all(words.adds(t, beside, column=True) for t in heads)
        change = signed(titles) and "%" not in titles
        change = change and (not formula or _SUM.fullmatch(formula) is not None)
        rate = "/" in formula or ":" in formula or not adds or signed(titles)
        unit = told or (None if rate and not change else above)
        rated = unit is not None and unit.name in RATES
        change = change and not rated
        path = f"{parent} – {leaf}" if parent and parent != leaf else leaf
        return Column(
            index=index,
            label=path or number or str(index + 1),
            leaf=leaf,
            group=-1,
            unit=unit,
            adds=not rate and not rated,
            rounded=rate and not change,
            total=words.total(unkeyed(leaf)) == "exact",
            partial=words.partial(leaf) is not None or words.partial(parent) is not None,
            whole=words.total(unkeyed(leaf)) == "like",
            key=number,
            formula=formula,
            path=titles,
            change=change,
            shared=words.shared(titles),
        )

    def _order(self, leaves: list[str], body: list[list[str]], kinds: list[Kinds]) -> int | None:
        """The column of row numbers: called so, or holding nothing else before a text column."""
        for c, leaf in enumerate(leaves[:2]):
            if key(leaf) in self.words.orders:
                return c
        first = [row[0] for row in body if row[0]]
        if first and len(leaves) > 2 and kinds[1].worded:
            numbers = sum(rank_of(text) is not None for text in first)
            return 0 if numbers * 5 >= len(first) * 4 else None
        return None

    def _units_below(self, named: Sequence[list[str]]) -> dict[int, Unit]:
        """The units by column where the last row of a header names nothing else ("Tr.đ | Tr.đ | %"
        below the titles)."""
        last = named[-1] if len(named) > 1 else []
        units = {c: self.words.units.read(cell) for c, cell in enumerate(last) if cell}
        found = {c: unit for c, unit in units.items() if unit is not None}
        whole = len(found) == len(units) >= _NAMED
        return found if whole and all(map(self.words.units.measures, found.values())) else {}

    def _unit(self, leaf: str, parent: str, *above: str) -> Unit | None:
        """The unit that a header names: in brackets, or as what it counts (Số hộ); else that of
        the titles `above` both, from below."""
        units = self.words.units
        found = units.bracketed(leaf) or units.bracketed(parent)
        words = key(leaf)
        if found is None and " " in words:
            found = units.read(words.partition(" ")[2]) if words.startswith("số ") else None
        return found or next(filter(None, map(units.bracketed, above)), None)

    def _common_unit(self, leaves: Sequence[str]) -> Unit | None:
        """The one measure that the headers name, two or more of them: a column of decimals whose
        header names none is told in it too ("Giá trị | Thực hiện (tỷ đồng) | Kế hoạch (tỷ đồng)").
        """
        told = [u for leaf in leaves if (u := self._unit(leaf, "")) is not None]
        told = [u for u in told if u.name not in RATES]
        if len(told) < _NAMED or len(set(told)) > 1 or not self.words.units.measures(told[0]):
            return None
        return told[0]


def _tells_sources(leaves: Sequence[str]) -> bool:
    """True where columns tell one thing as several bodies have it: Số báo cáo, Số kiểm toán."""
    return sum(_SOURCE.match(key(leaf)) is not None or signed(leaf) for leaf in leaves) > 1


def _are_codes(cells: Sequence[str]) -> bool:
    """True for a column of codes beside the names of its rows: NNP, LUA, CLN of kinds of land."""
    told = [cell for cell in cells if cell]
    return bool(told) and all(_A_CODE.fullmatch(cell) for cell in told)


def _are_years(kind: Kinds) -> bool:
    """True for a column that holds years and no other figures."""
    return kind.figures == kind.years > 0


def _shared(body: Sequence[Sequence[str]], first: int, second: int) -> bool:
    """True where the names in column `first` are shared by several rows, which those in `second`
    tell apart: Xã | Thôn | Số thửa. A name stands for the rows below it that have none."""
    over: list[str] = []
    for row in body:
        over.append(key(row[first]) if row[first] or not over else over[-1])
    own = [key(row[second]) for row in body if row[second]]
    apart = len(own) * 5 >= len(body) * 4 and len(set(own)) * 5 >= len(own) * 4
    return apart and len(set(over)) * 4 <= len(over) * 3
