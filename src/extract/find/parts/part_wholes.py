"""The figure that parts told behind a cue or in a note may divide."""

from __future__ import annotations

import re

from extract.find.binding.binder import Binder
from extract.find.binding.summands import OWN_HEAD, countable
from extract.rules.wording import wording
from extract.values.units import PERCENT_UNITS

_NOUN = 16  # characters of what is counted, before a slash
_CALL_REACH = 60  # characters between a figure and the call of the note that divides it
_HEAD = 60  # characters before a cue that may name the whole of the sentence before
_BEFORE_CUE = ' -+*("'  # what may stand between the head of a sentence and its cue
_TURNED = wording("parts.turned")
_TOTALLED = wording("parts.totalled")
_OWN_WORDS = 4  # words after ";" before a cue that make a subject of their own


def behind_slash(binder: Binder, k: int) -> bool:
    """True for what stands behind the slash of "3.256 ha/5.710 ha", "1.050 tấn gạo/1.000 tấn"."""
    x, before = binder.q[k], binder.q[k - 1]
    beside = binder.folded[x.vs - 1] == "/" and x.vs - 1 - before.full_ve <= _NOUN
    glued = before.full_ve == x.vs - 1
    return bool(k) and beside and (glued or before.unit == x.unit)


def totals_before(
    binder: Binder,
    low: int,
    at: int,
    inside: tuple[int, int] | None,
) -> list[int]:
    """Figures that may be the whole: those before the cue, the nearest first."""
    folded = binder.folded
    last = binder.first_at(at) - 1
    found: list[int] = []
    floor = low
    head = folded[low:at].strip(_BEFORE_CUE)
    opens = not head or (len(head) <= _HEAD and not re.search(r"[0-9]", head))
    if opens:
        last = _past_breakdown(binder, last)
    for k in range(last, max(-1, last - 6), -1):
        q = binder.q[k]
        if q.vs < floor:
            if found or k != last or not opens:
                break
            frame = binder.frames[k]
            if _TURNED.search(folded, frame.sentence[1], low):
                break  # a sentence between them speaks of others
            after = binder.frames[min(k + 1, len(binder.q) - 1)].block
            if not 0 <= after - frame.block <= 1 or _told_between(binder, k, low):
                break
            floor = frame.sentence[0]  # "Trong đó: …" opens a sentence of its own
        if not countable(q) or (q.vs < low and head and f"{q.unit} " not in head + " "):
            continue
        if behind_slash(binder, k):
            continue  # "thu hoạch 3.256 ha/5.710 ha, gồm": the parts are of what is done
        clause = folded.rfind(";", max(low, q.full_ve), at)
        if clause >= 0 and len(folded[clause + 1 : at].split()) > _OWN_WORDS:
            break  # "18 đồng chí; đoàn đại biểu dự Đại hội gồm 64 đại biểu": of what it names
        if inside is None and found and binder.brackets.around(q.vs) is not None:
            continue
        found.append(k)
    if opens and found:  # the whole is the main figure of the sentence before
        levels = [k for k in found if binder.q[k].direction is None and binder.visible(k, low)]
        if levels:
            main = _after_breakdown(binder, levels) or levels[-1]
            since = binder.q[levels[0] - 1].full_ve if levels[0] else 0
            if _TOTALLED.search(folded, since, binder.q[levels[0]].vs):
                main = levels[0]  # "A 1.043 người, B 268 người, cộng cả hai là 1.311 người"
            found.remove(main)
            found.insert(0, main)
    else:
        found.sort(key=lambda k: (not binder.visible(k, at), k in binder.parts, -k))
    return found[:3]


def _after_breakdown(binder: Binder, levels: list[int]) -> int | None:
    """The level nearest to a breakdown where the clause of the main figure, before it, is divided
    already: "thoát nghèo 350 hộ, trong đó …; số hộ thoát cận nghèo 529 hộ. Trong đó: …"."""
    main, last = levels[-1], levels[0]
    clause = binder.folded.rfind(";", binder.q[main].full_ve, binder.q[last].vs)
    if clause < 0 or OWN_HEAD.match(binder.folded, clause + 1, binder.q[last].vs) is None:
        return None
    return last if binder.cues.has("parts", binder.q[main].full_ve, clause) else None


def _told_between(binder: Binder, k: int, low: int) -> bool:
    """True where a sentence of the paragraph stands between figure `k` of another paragraph and
    place `low`: it tells what the figures after it are of."""
    after = min(k + 1, len(binder.q) - 1)
    if binder.one_block(after, k):
        return False
    between = binder.folded[binder.frames[k].sentence[1] : low]
    return len(between.strip(_BEFORE_CUE).split()) > _OWN_WORDS


def called_by(binder: Binder, call: int) -> list[int]:
    """The figure that a note call at `call` stands after, in its sentence, its rate passed over
    ("giảm 149 đơn vị (20,9%)¹"); none where there is no figure near."""
    k = binder.first_at(call) - 1
    if k < 0 or call - binder.q[k].full_ve > _CALL_REACH:
        return []
    low, high = binder.frames[k].sentence
    if call > high:
        return []
    aside = binder.bracket(k)
    if aside is not None and aside[1] < call:
        k = binder.first_at(aside[0]) - 1  # "giảm 61 người (24 cấp trưởng, 37 cấp phó)¹"
    while k >= 0 and binder.q[k].vs >= low:
        if binder.q[k].unit not in PERCENT_UNITS:
            return [k] if countable(binder.q[k]) else []
        k -= 1
    return []


def _past_breakdown(binder: Binder, k: int) -> int:
    """The last figure at or before `k` whose sentence is no breakdown itself: of two in a row
    ("Trong đó: … Chia theo khối: …") the second divides the whole of the first."""
    while k > 0:
        low = binder.frames[k].sentence[0]
        opening = [c.start for c in binder.cues.between(low, low + 8) if c.name == "parts"]
        if not opening or binder.folded[low : opening[0]].strip(_BEFORE_CUE):
            break
        before = k
        while before >= 0 and binder.q[before].vs >= low:
            before -= 1
        if before < 0 or not binder.one_block(before, k):
            break
        k = before
    return k
