"""Changes that name in their own words the level they led to, told sentences before.

"phát hiện 14 vụ vi phạm … . So với cùng kỳ, số vụ vi phạm giảm 16 vụ (53%)": the subject of the
change, right before its verb, holds no word that the clause of the level does not.
"""

from __future__ import annotations

import re

from extract.find.binding.comparable import telling_words
from extract.find.binding.distant import is_level
from extract.find.binding.moments import Moments
from extract.rules.wording import terms, wording

_SINCE = wording("change_levels.since")
_GOES = wording("change_levels.goes")
_MEASURE = wording("named_bases.measure")
_STOP = re.compile(r"[.,;:()]")
_FAR = 16  # figures before a change among which the level that its subject names is looked for


def levels_of_subject(binder: Moments, n: int) -> list[int]:
    """The levels before the sentence of change `n`, in its paragraph and the one above, that its
    subject names, the first told first; none where no subject stands before its verb."""
    words = _subject(binder, n)
    found: list[int] = []
    for k in range(n - 1, max(-1, n - 1 - _FAR), -1) if words else ():
        if binder.frames[n].block - binder.frames[k].block > 1:
            break
        if binder.one_sentence(k, n) or not is_level(binder, k):
            continue
        start = max(binder.frames[k].sentence[0], _noun_end(binder, k - 1) if k else 0)
        if words <= subject_words(binder.folded[start : _noun_end(binder, k)]):
            found.insert(0, k)
    return found


def subject_is_all(binder: Moments, level: int, n: int) -> bool:
    """True where the subject of change `n`, in the sentence after that of a level, names all that
    the level counts, and more than its unit."""
    frames = binder.frames
    after = frames[n].sentence[0] - frames[level].sentence[1] <= 1
    named = subject_words(binder.folded[binder.q[level].full_ve : _noun_end(binder, level)])
    more = named - subject_words(binder.q[level].unit or "")
    one_block = binder.one_block(n, level)
    return one_block and after and bool(more) and named <= _subject(binder, n)


def _subject(binder: Moments, n: int) -> frozenset[str]:
    """The words before the verb of change `n` in its clause, without the time compared with."""
    low = max(binder.frames[n].sentence[0], binder.q[n - 1].full_ve if n else 0)
    told = binder.folded[low : binder.q[n].vs]
    for m in _SINCE.finditer(told):
        told = told.replace(m[0], ",")
    subject = _STOP.split(told)[-1]
    if not _GOES.search(subject):
        return frozenset()
    return subject_words(_MEASURE.sub(" ", subject))


def subject_words(text: str) -> frozenset[str]:
    """The words of a text that tell one subject from another."""
    return telling_words(text) - terms("loi_tang_giam")


def _noun_end(binder: Moments, k: int) -> int:
    q = binder.q[k]
    return max(q.ve, q.full_ve, q.noun_ve)
