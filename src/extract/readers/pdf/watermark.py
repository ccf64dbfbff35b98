"""Watermarks that stand across the page: words in huge letters drawn over the text (`BẢN SAO`).

Their letters would be read among those of the lines they lie on. Slanted ones are left out as all
slanted text is.
"""

from __future__ import annotations

from collections import Counter

from extract.readers.pdf.runs import ASCENT, Run, Sheet

_HUGE = 2.5  # times the size of most characters
_OVER = 3  # characters that lie inside a letter's box: text drawn over text


def drop_watermark(sheet: Sheet) -> int:
    """Take huge letters that other text runs through out of the page; how many they were."""
    gone = 0
    for turn, runs in sheet.runs.items():
        drawn: Counter[float] = Counter()
        for run in runs:
            drawn[run.size] += len(run.text)
        sizes: Counter[float] = Counter()
        for size, count in drawn.items():
            sizes[round(size, 1)] += count
        if len(sizes) < 2:
            continue
        least = _HUGE * sizes.most_common(1)[0][0]
        if max(sizes) < least:
            continue
        usual = [run for run in runs if run.size < least]
        bases = {round(r.base, 1) for r in runs if r.size >= least and _is_crossed(r, usual)}
        kept = [r for r in runs if r.size < least or round(r.base, 1) not in bases]
        gone += sum(len(run.text.replace(" ", "")) for run in runs) - sum(
            len(run.text.replace(" ", "")) for run in kept
        )
        sheet.runs[turn] = kept
    return gone


def _is_crossed(huge: Run, usual: list[Run]) -> bool:
    """True where letters of usual size stand inside the box of a huge run."""
    top, left, right = huge.base - ASCENT * huge.size, huge.x0[0], huge.x1[-1]
    inside = 0
    for run in usual:
        if top < run.base - 0.3 * run.size < huge.base:
            inside += sum(left < (a + b) / 2 < right for a, b in zip(run.x0, run.x1, strict=True))
            if inside >= _OVER:
                return True
    return False
