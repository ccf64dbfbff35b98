"""Which cells the ruled lines of a page draw, beside pdfplumber's table finder."""

from __future__ import annotations

import random
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

from pdfplumber import table as plumber

from extract.readers.pages.grids import grids_of
from extract.readers.pdf.runs import Rule

Grids = list[list[tuple[float, ...]]]
TABLE = Path(__file__).parent / "fixtures" / "table-over-page.pdf"


def across(y: float, *ends: float) -> list[Rule]:
    """Lines across the page at height `y`, from each end to the next."""
    return [Rule(a, y, b, y) for a, b in pairwise(ends)]


def down(x: float, top: float, bottom: float) -> Rule:
    return Rule(x, top, x, bottom)


def plumbed(rules: list[Rule]) -> Grids:
    """The grids as pdfplumber finds them, slivers left out, from top to bottom."""
    edges: list[dict[str, Any]] = []
    for r in rules:
        x, y = (r.x0 + r.x1) / 2, (r.top + r.bottom) / 2
        flat = {"x0": r.x0, "x1": r.x1, "top": y, "bottom": y, "orientation": "h"}
        upright = {"x0": x, "x1": x, "top": r.top, "bottom": r.bottom, "orientation": "v"}
        edges.append((flat if r.flat else upright) | {"width": r.x1 - r.x0, "height": 0})
    merged = plumber.merge_edges(edges, 3, 3, 3, 3)
    crossings = plumber.edges_to_intersections(merged, 3, 3)
    out: Grids = []
    for grid in plumber.cells_to_tables(plumber.intersections_to_cells(crossings)):
        kept = [c for c in grid if c[2] - c[0] >= 8 and c[3] - c[1] >= 4]
        if len(kept) > 1:
            out.append(kept)
    return rounded(sorted(out, key=lambda g: (min(c[1] for c in g), min(c[0] for c in g))))


def rounded(grids: Grids) -> Grids:
    return [[tuple(round(v, 6) for v in cell) for cell in grid] for grid in grids]


def test_a_cell_over_two_columns() -> None:
    rules = [*across(10, 0, 90), *across(30, 0, 90), *across(50, 0, 90)]
    rules += [down(0, 10, 50), down(90, 10, 50), down(40, 30, 50)]
    assert grids_of(rules) == [[(0, 10, 90, 30), (0, 30, 40, 50), (40, 30, 90, 50)]]


def test_a_line_that_stops_short_draws_no_cell() -> None:
    rules = [*across(10, 0, 90), *across(30, 0, 90), *across(50, 0, 90)]
    rules += [down(0, 10, 50), down(90, 10, 50), down(40, 10, 25)]
    assert grids_of(rules) == [[(0, 10, 90, 30), (0, 30, 90, 50)]]


def test_lines_drawn_box_by_box_nearly_coincide() -> None:
    rules = []
    for n in range(6):
        top = 20.0 * n + 0.07 * n
        rules += [*across(top, 0, 50.3, 100.1), *across(top + 19.93, 0, 49.9, 100)]
        rules += [down(x + 0.13 * n, top, top + 19.9) for x in (0, 50, 100)]
    (grid,) = grids_of(rules)
    assert len(grid) == 12
    assert len({top for _, top, _, _ in grid}) == 6 and len({x for x, _, _, _ in grid}) == 2


def test_the_grids_are_those_that_pdfplumber_finds() -> None:
    chance = random.Random(7)
    found = 0
    for _ in range(300):
        xs = sorted(chance.uniform(50, 550) for _ in range(chance.randint(2, 6)))
        ys = sorted(chance.uniform(50, 750) for _ in range(chance.randint(2, 6)))
        rules = []
        for y in ys:
            first, last = sorted(chance.sample(range(len(xs)), 2))
            middle = chance.randint(first, last)
            rules += across(y, *(xs[n] + chance.uniform(-1, 1) for n in (0, middle, last)))
        for x in xs:
            first, last = sorted(chance.sample(range(len(ys)), 2))
            rules.append(down(x, ys[chance.choice((0, first))], ys[chance.choice((-1, last))]))
        rules = [r for r in rules if r.x1 - r.x0 > 3 or r.bottom - r.top > 3]
        own = grids_of(rules)
        assert rounded(list(map(list, own))) == plumbed(rules)
        found += bool(own)
    assert found > 100


def test_reading_a_page_with_a_table_loads_nothing_heavy() -> None:
    """numpy is for scans, pdfplumber for whoever asks for it: each costs more than many pages."""
    code = (
        "import sys\nfrom pathlib import Path\nfrom extract.readers.files import read_path\n"
        "assert '\\n| ' in read_path(Path(sys.argv[1])).text\n"
        "print(sorted({'numpy', 'pdfplumber', 'PIL', 'pdfminer'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", code, str(TABLE)]
    shown = subprocess.run(command, capture_output=True, text=True, check=True)
    assert shown.stdout.split("\n")[0] == "[]"
