"""One fact stated in two places: the same thing counted, of the same time, equal or a slip."""

from __future__ import annotations

from extract.find.binding.binder import Binder
from extract.find.binding.comparable import overlap
from extract.find.binding.moments import Moments
from extract.model import Bond, Option, Quantity
from extract.rules.wording import wording
from extract.values.formula import agrees, digits, slip
from extract.values.text import fold
from extract.values.units import PERCENT_UNITS, TIME

_WORDS = 4  # words a counted noun must share to be the same thing
_MOST = 6  # mentions of one fact that are compared
_TAKEN_UP = wording("repeats.taken_up")
_AS_TOLD = wording("repeats.as_told")
_THESE = wording("repeats.these")
_ALL_OF = wording("repeats.all_of")
_GIVEN = wording("repeats.given")
_BASE_YEAR = wording("repeats.base_year")
_LEVEL_YEAR = wording("repeats.level_year")
_GOES_ON = wording("repeats.goes_on")
_LOOK_BACK = 12  # figures before one that it may take up
_NEAR = 4  # figures before one among which what was given is told
_SENTENCES = 3
_ALIKE = 0.6  # how far the nouns of a figure and the one it takes up must agree


def find_repeats(binder: Moments) -> None:
    """Announce that later mentions of a fact equal its first one."""
    first: dict[tuple[str, str], list[int]] = {}
    for n, q in enumerate(binder.q):
        key = _key(binder, n, q)
        if key is None:
            continue
        known = first.setdefault(key, [])
        if known and len(known) <= _MOST:
            option = Option("equal", (binder.op(known[0]),))
            bond: Bond = "slip" if q.value != binder.q[known[0]].value else "silent"
            binder.add("equality", n, [option], "document", bond, "rel.repeat")
        known.append(n)


def _key(binder: Binder, n: int, q: Quantity) -> tuple[str, str] | None:
    """What the figure counts, and when; None where that is not told fully."""
    period = binder.frames[n].period
    if (
        period is None
        or q.direction is not None
        or q.noun is None
        or q.unit in PERCENT_UNITS
        or q.step
        or q.of is not None
        or q.value_to is not None
        or q.value < 10
        or not binder.checked(n)
    ):
        return None
    words = fold(q.noun).split()
    value = binder.dates[period].value
    if len(words) < _WORDS or value is None:
        return None
    return " ".join(words[: _WORDS + 1]), value


def find_echoes(binder: Moments) -> None:
    """Announce that a figure taken up again ("Với 486 vụ án đã thụ lý, …", "468 vụ nêu trên")
    equals the one told before; a difference counts where one digit or a swap explains it."""
    folded = binder.folded
    for n, q in enumerate(binder.q):
        if q.step and q.unit is None:
            continue
        if q.unit in PERCENT_UNITS or q.unit in TIME or q.words or q.value_to is not None:
            continue
        if q.of not in (None, q.value) or q.direction is not None or not binder.checked(n):
            continue
        low = binder.frames[n].sentence[0]
        head = folded[max(low, q.vs - 30) : q.vs]
        whole = q.of is not None
        these = _THESE.match(folded, q.ve) is not None
        if _ALL_OF.search(head) and _given_again(binder, n):
            continue
        if not (these or whole or _TAKEN_UP.search(head) or _AS_TOLD.match(folded, q.full_ve)):
            continue
        told = [k for k in _before(binder, n) if _same_thing(binder, k, n)]
        equal = [k for k in told if binder.q[k].value == q.value]
        if equal:
            if not whole:
                option = Option("equal", (binder.op(equal[0]),))
                scope = binder.scope(equal[0], n)
                binder.add("equality", n, [option], scope, "silent", "rel.echo")
            continue
        slips = [k for k in told if slip(digits(q, q.value), digits(q, binder.q[k].value))]
        if len(slips) == 1 and len(told) == 1:
            option = Option("equal", (binder.op(slips[0]),))
            binder.add(
                "equality", n, [option], binder.scope(slips[0], n), "unexplained", "rel.echo"
            )


def _given_again(binder: Moments, n: int) -> bool:
    """giao T …; đã phân bổ hết T được giao: announce that the two are equal, where a slip of the
    pen is all that they differ by; True where they are told."""
    q = binder.q[n]
    m = _GIVEN.match(binder.folded, q.ve)
    if m is None:
        return False
    for k in range(n - 1, max(-1, n - 1 - _NEAR), -1):
        x = binder.q[k]
        if not binder.one_block(k, n):
            return False
        if x.unit != q.unit or x.step != q.step or m["act"] not in binder.clause_before(k)[-30:]:
            continue
        plain = x.direction is None and x.of is None and x.value_to is None and x.bound is None
        if not plain or not binder.checked(k):
            return False
        same = x.value == q.value
        if same or slip(digits(q, q.value), digits(x, x.value)):
            option = Option("equal", (binder.op(k),))
            bond: Bond = "silent" if same else "unexplained"
            binder.add("equality", n, [option], binder.scope(k, n), bond, "rel.echo")
        return True
    return False


def find_bases_told(binder: Moments) -> None:
    """Announce that the level of a year in brackets ("năm 2018 tăng 3% so với năm 2017 (152 tỷ
    đồng)") equals the one that the sentences before tell of that year."""
    folded = binder.folded
    for n in range(2, len(binder.q)):
        q, low = binder.q[n], binder.frames[n].sentence[0]
        if folded[q.vs - 1 : q.vs] not in ("(", " ") or not binder.checked(n) or not q.step:
            continue
        m = _BASE_YEAR.search(folded[max(low, q.vs - 60) : q.vs])
        if m is None or binder.q[n - 1].vs < low:
            continue
        if _GOES_ON.fullmatch(folded, low, binder.q[n - 1].vs) is None:
            continue
        for k in _before(binder, n):
            x = binder.q[k]
            told = _LEVEL_YEAR.search(folded[max(binder.frames[k].sentence[0], x.vs - 40) : x.vs])
            if told is None or told["year"] != m["year"] or x.unit != q.unit:
                continue
            growth = binder.growth(n, k)
            if not agrees(growth, binder.q[n - 1], binder.by_id):  # else the level it rose to
                option = Option("equal", (binder.op(k),))
                binder.add("equality", n, [option], binder.scope(k, n), "weak", "rel.base-told")
            break


def _before(binder: Moments, n: int) -> list[int]:
    """Levels before figure `n` in its block, in earlier clauses, at most three sentences back."""
    places = {binder.frames[n].sentence}
    found = []
    for k in range(n - 1, max(-1, n - _LOOK_BACK), -1):
        if not binder.one_block(k, n):
            break
        places.add(binder.frames[k].sentence)
        if len(places) > 1 + _SENTENCES:
            break
        x = binder.q[k]
        plain = x.direction is None and x.of is None and x.value_to is None and not x.words
        apart = len(places) > 1 or ";" in binder.folded[x.full_ve : binder.q[n].vs]
        if plain and apart and x.bound is None and binder.checked(k):
            found.append(k)
    return found


def _same_thing(binder: Moments, k: int, n: int) -> bool:
    a, b = binder.q[k], binder.q[n]
    if a.unit != b.unit or (a.step > 0) != (b.step > 0):
        return False
    if a.noun and b.noun:
        return overlap(a.noun, b.noun) >= _ALIKE
    return a.noun == b.noun and _AS_TOLD.match(binder.folded, b.full_ve) is not None
