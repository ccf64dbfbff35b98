"""Reported, target or norm: what the words before a figure say of its standing."""

from __future__ import annotations

import re

from extract.find.figures.cues import Cues
from extract.find.figures.numbers import MONEY
from extract.model import Quantity, Status
from extract.rules.wording import wording

_TARGET_LIMIT = 220  # characters before a figure, which is no least, that tell its standing
_LONG = 3000  # characters of a paragraph before a sentence that are looked at
_OPENING = 40  # characters of a sentence in which a word of striving governs all of it
_TO_PLAN = 20  # characters between the word of a plan and its figure
_CLAUSE_END = re.compile(r"[,;]")
_DIGIT = re.compile(r"[0-9]")
_DONE = wording("claims.done")
_HAS_MOVED = wording("claims.has_moved")
_AIM = wording("claims.aim")
_AIMS_TOLD = wording("claims.aims_told")
_AHEAD = wording("claims.ahead")
_CAPPED = wording("claims.capped")
_STRIVES = wording("claims.strives")
_TARGET_BASE = wording("claims.target_base")
_IN_FIGURES = wording("claims.in_figures")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def status_of(folded: str, q: Quantity, sentence: tuple[int, int], cues: Cues) -> Status:
    """Reported, target or norm, by the cues of the figure's clause before it."""
    clause = max(sentence[0], folded.rfind(";", sentence[0], q.vs))
    near = max(clause, q.vs - _TARGET_LIMIT)
    told = cues.between(clause if q.bound == "at_least" else near, q.vs)
    aims = [c.end for c in told if c.name == "target"]
    norms = [c.end for c in told if c.name == "norm" and c.start >= near]
    if aims and not _turns_to_done(folded, aims[-1], q.vs):
        return "target"
    limits = q.bound in ("at_most", "less_than", "at_least")
    if any(limits or q.vs - end < 40 for end in norms):
        return "norm"
    return "reported"


def _turns_to_done(folded: str, start: int, end: int) -> bool:
    """True where a comma after a target, told as a figure, turns to what has been done: "mục tiêu
    là 300 km, đến nay đã hoàn thành 202 km"; or where a later clause tells how an indicator has
    moved: "thực hiện mục tiêu giảm nghèo, tỷ lệ hộ nghèo đã giảm từ 9% xuống 4%"."""
    if _HAS_MOVED.search(folded, start, end + 1) is not None:
        return True
    comma = folded.find(",", start, end)
    told = comma >= 0 and _DIGIT.search(folded, start, comma) is not None
    return told and _DONE.match(folded, comma + 2, end) is not None


def is_planned(folded: str, q: Quantity, sentence: tuple[int, int], cues: Cues) -> bool:
    """True for a figure of a plan, or one of the clause that a forecast opens and no word of what
    has been done (đã …) has ended."""
    clause = max(sentence[0], folded.rfind(";", sentence[0], q.vs))
    for name, _start, end in reversed(cues.between(max(clause, q.vs - _TARGET_LIMIT), q.vs)):
        if name == "plan":
            return q.vs - end <= _TO_PLAN and not _DIGIT.search(folded, end, q.vs)
        if name == "forecast":
            return _DONE.search(folded, end, q.vs) is None
    return False


def is_striven(folded: str, q: Quantity, sentence: tuple[int, int], cues: Cues) -> bool:
    """True for a figure of a later clause of a sentence that begins with what is striven for:
    "Phấn đấu thu 125 tỷ đồng; tỷ lệ hộ nghèo còn 2%", or of one that "Chỉ tiêu năm 2024:" opens,
    where no word tells it as done."""
    aim = _AIM.match(folded, sentence[0], q.vs) or _AIMS_TOLD.search(folded, sentence[0], q.vs)
    clause = folded.rfind(";", sentence[0], q.vs)
    if aim is not None and not _DONE.search(folded, max(aim.end(), clause), q.vs):
        return True
    if clause < 0 or _DONE.search(folded, clause, q.vs):
        return False
    end = min(folded.find(";", sentence[0]), sentence[0] + _OPENING)
    return cues.has("target", sentence[0], end)


def is_still_striven(
    folded: str, q: Quantity, sentence: tuple[int, int], low: int, above: int
) -> bool:
    """True for a figure of a sentence that goes on with what the paragraph, which begins at `low`,
    strives for: "Phấn đấu đến năm 2035 … . Mỗi năm kết nạp 40 đảng viên"; one that a year begins
    goes on where the year was named there, one that tells a rate to be reached ("Nâng tỷ lệ …")
    also with the paragraph before, which begins at `above`."""
    ahead = _AHEAD.match(folded, sentence[0])
    if ahead is None or ahead.end() > q.vs or _DONE.search(folded, ahead.end(), q.vs):
        return False
    clause = _CLAUSE_END.search(folded, q.full_ve, sentence[1])
    if _DONE.search(folded, q.full_ve, clause.start() if clause else sentence[1]):
        return False
    low = max(low if ahead["rate"] is None else above, sentence[0] - _LONG)
    aim = _STRIVES.search(folded, low, sentence[0])
    if aim is None or _DONE.search(folded, aim.end(), sentence[0]):
        return False
    return ahead["year"] is None or ahead["year"] in folded[low : sentence[0]]


def is_ceiling(folded: str, q: Quantity, start: int) -> bool:
    """True for what each may get at most ("không quá 9 triệu đồng/hộ") and a rate with such an
    amount behind it ("50% chi phí, nhưng không quá 9 triệu đồng"), where no word of the sentence,
    which begins at `start`, tells it as done."""
    each = q.bound == "at_most" and q.per is not None and q.unit == MONEY
    capped = q.unit == "%" and _CAPPED.match(folded, q.ve) is not None
    return (each or capped) and not _DONE.search(folded, start, q.vs)


def is_compared_with(folded: str, q: Quantity, sentence: tuple[int, int], cues: Cues) -> bool:
    """True for a target that what is done is held against ("đạt 6%, thấp hơn 4 điểm so với mục tiêu
    10%"), in a clause that strives for nothing itself."""
    clause = max(sentence[0], folded.rfind(";", sentence[0], q.vs))
    m = _TARGET_BASE.search(folded, max(clause, q.vs - _TARGET_LIMIT), q.vs)
    return m is not None and not cues.has("target", clause, m.start())


def strives(folded: str, q: Quantity, start: int, compared: bool) -> bool:
    """True for a figure under a heading of targets that no word tells as done: not "năm 2023 đã đạt
    45%", not the base that a bracket or "so với" names; a bracket may tell a share in figures: "60%
    (9 xã)"."""
    before = folded[start : q.vs]
    if _DONE.search(before):
        return False
    if before.count("(") > before.count(")"):
        rest = folded[q.ve : folded.find(")", q.ve)]
        if q.unit == "%" or _YEAR.search(rest) or not _IN_FIGURES.search(before):
            return False
    return not compared or q.direction is not None
