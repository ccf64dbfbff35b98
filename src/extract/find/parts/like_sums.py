"""Sums told in the same words again and again, of which one contradicts.

"Xã A 41 hộ (nghèo 18 hộ, cận nghèo 23 hộ); xã B 35 hộ (nghèo 20 hộ, cận nghèo 15 hộ); xã C 52 hộ
(nghèo 30 hộ, cận nghèo 12 hộ)": where the parts of two wholes are all of them, those of another
whole told in the very same words are all of it too, however far they miss it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from extract.find.binding.binder import Binder
from extract.model import Option

_FIGURE = re.compile(r"[0-9][0-9.,]*+(?<![.,])")
_NAME = re.compile(r"[^,;.()\n]*+")
_LONGEST = 240  # characters from a whole to the last of its parts
_FEWEST = 2  # sums of the same words that must agree
_RULE = "rel.like-sum"


def find_like_sums(binder: Binder) -> None:
    """Bind strongly every sum that contradicts in the words of others that agree."""
    rows: dict[tuple[str | None, str], list[tuple[int, str, Option, bool]]] = {}
    for n, a in enumerate(binder.found):
        if a.kind != "sum" or any(x.weight != 1 for x in a.options[0].operands):
            continue
        fine = next((o for o in a.options if binder.agrees(o, a.stated)), None)
        option = fine or a.options[0]
        if option.formula == "sum" and (words := _words(binder, a.stated, option)):
            key = (binder.by_id[a.stated].unit, words)
            rows.setdefault(key, []).append((n, a.stated, option, fine is not None))
    for row in rows.values():
        right = {stated for _, stated, _, fine in row if fine}
        wrong = {stated: (n, o) for n, stated, o, _ in row if stated not in right}
        if len(right) >= _FEWEST and len(wrong) <= len(right) // _FEWEST:
            for n, option in wrong.values():
                told = binder.found[n]
                binder.found[n] = replace(told, options=(option,), bond="strong", rule=_RULE)


def _words(binder: Binder, stated: str, option: Option) -> str | None:
    """The text from a whole to the last of its parts, behind it and in order, with a sign for each
    figure; None where they do not stand so, near each other."""
    whole = binder.by_id[stated]
    parts = [binder.by_id[x.quantity] for x in option.operands]
    at = [whole.vs, *(p.vs for p in parts)]
    end = parts[-1].full_ve
    if at != sorted(at) or end - whole.ve > _LONGEST:
        return None
    stop = _NAME.match(binder.folded, end)
    return _FIGURE.sub("#", binder.folded[whole.ve : stop.end() if stop else end])
