"""What a list of parts tells of itself: that it goes on, that one of its parts was not added, that
it is of another whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from extract.find.binding.binder import Binder
from extract.find.binding.items import OPEN_END
from extract.find.binding.summands import SEPARATOR
from extract.model import Quantity
from extract.rules.wording import wording
from extract.values.formula import digits, one_digit, round_zeros, slip, swapped
from extract.values.slips import lengthened

_STATE = wording("part_lists.state")
_CLOSED = wording("parts.closed")
_DOING = wording("part_lists.doing")
_LEFT = wording("nearby.left")
_GOES_ON = wording("part_lists.goes_on")
_OTHER_YEAR = wording("parts.other_year")
_NAMED_LAST = wording("part_lists.named_last")
_NAME_END = re.compile(r"[,;:.()\n]")
_SHORT = 2  # digits of a small count
_LIST = 3  # parts of a list that a count of its own is asked of
_SLIPPED = 9  # how many times a whole a part with one digit too many may be
_AFTER = 30  # characters after the last part that say what was done
_ROOM = 5  # the part of a whole, one in so many, that a part may have which is not told
_ABOVE = 40  # figures above a breakdown among which another whole of it is looked for
_LONG = 4  # parts of a list that nothing need close
_PAIR = 2
_COARSE, _FINE, _FINEST = (
    3,
    4,
    5,
)  # digits of a whole that a slip is told of, others left out or not
_LITTLE = Decimal("0.05")  # of a whole that a part left out seldom is


def counted(binder: Binder, t: int, parts: list[int]) -> bool:
    """True where whole and parts count things, each part under a name of its own: 24 cơ sở,
    bao gồm 11 trụ sở, 09 trạm y tế và 04 điểm trường."""
    whole = binder.q[t]
    return all(
        x.step == 0
        and x.unit is not None
        and x.value <= whole.value
        and not binder.same.measured(x.unit)
        for x in (whole, *(binder.q[p] for p in parts))
    )


def goes_on(binder: Binder, t: int, parts: list[int]) -> int:
    """How many parts a list counts figure after figure, of one unit, with nothing but their names
    between (12 trường mầm non, 9 trường tiểu học và 7 trường trung học); 0 where it is no such
    list, or no word or length of it tells that all are meant."""
    folded = binder.folded
    unit = binder.q[t].unit
    run = [p for p in parts if binder.same.akin(binder.q[p].unit, unit)]
    if len(run) < _LIST or unit is None or run != parts[: len(run)]:
        return 0
    before, last = (binder.q[p] for p in run[-2:])
    if not counted(binder, t, run) or any(binder.q[p].direction for p in run):
        return 0
    if _NAMED_LAST.match(folded, last.ve) is None:
        return 0
    if len(run) < _LONG and " và " not in folded[before.ve : last.vs]:
        return 0
    return len(run) * all(
        _GOES_ON.fullmatch(folded, binder.q[a].ve, binder.q[b].vs) for a, b in pairwise(run)
    )


def one_left_out(binder: Binder, t: int, parts: list[int], start: int) -> bool:
    """True where the parts are more than the whole by just one of them, each under the name of a
    sort of its own, perhaps a double one (kiến nghị, phản ánh 27 đơn): it was not added."""
    unit = binder.q[t].unit
    if len(parts) < _LIST or unit is None or any(binder.q[p].unit != unit for p in parts):
        return False
    over = sum((binder.q[p].value for p in parts), -binder.q[t].value)
    if over not in [binder.q[p].value for p in parts]:
        return False
    at = start
    for p in parts:
        name = binder.folded[at : binder.q[p].vs].removeprefix(f" {unit}").strip(" ,;:")
        if not name or _STATE.search(name):
            return False
        at = binder.q[p].ve
    return True


def beyond(binder: Binder, t: int, parts: list[int]) -> bool:
    """True where a part is several times its whole, as no slip makes it: "8 đơn vị, gồm 6 huyện,
    01 thị xã và thành phố với 107 xã"."""
    return max(binder.q[p].value for p in parts) > _SLIPPED * binder.q[t].value


def own(binder: Binder, t: int, parts: list[int]) -> list[int]:
    """The first parts, where they are all of the whole: what follows is no part of it."""
    left = binder.q[t].value
    for i, p in enumerate(parts[:-1]):
        left -= binder.q[p].value
        if i and left == 0:
            return parts[: i + 1]
    return parts


def over(binder: Binder, t: int, parts: list[int]) -> bool:
    """True where parts of one sort are more than their whole, whatever parts without a figure
    follow."""
    whole = binder.q[t]
    alike = all(binder.same.akin(binder.q[p].unit, whole.unit) for p in parts)
    return (
        alike
        and all(binder.q[p].value <= whole.value for p in parts)
        and sum(binder.q[p].low for p in parts) > whole.high
    )


def closed(binder: Binder, parts: Sequence[int], start: int, high: int) -> bool:
    """True where the name of a part says that it is the last: "quá hạn 3 hồ sơ", not told of a
    breakdown of its own: "đã giải quyết 90 hồ sơ, trong đó quá hạn 3 hồ sơ; đang giải quyết 7"."""
    folded = binder.folded
    at = start
    for p in parts:
        mark = SEPARATOR.search(folded, binder.q[p].full_ve, high)
        end = mark.start() if mark else high
        low = max((m.end() for m in SEPARATOR.finditer(folded, at, binder.q[p].vs)), default=at)
        if _CLOSED.search(folded, low, end):
            return True
        at = end
    return False


def split_decimal(binder: Binder, parts: Sequence[int]) -> bool:
    """True where a part without a unit and the digit behind its comma may be one figure, written
    with a space inside: "vốn sự nghiệp 71, 4 tỉ đồng"."""
    pairs = [(binder.q[a], binder.q[b]) for a, b in pairwise(parts)]
    return any(binder.folded[a.ve : b.vs] == ", " and b.ve - b.vs == 1 for a, b in pairs)


def leaves_room(binder: Binder, t: int, parts: list[int]) -> bool:
    """True where what parts leave of their whole may be a part that is not told: a fifth of the
    whole, or of two parts as large as the lesser: "nuôi 18.138 tấn (cá 14.510 tấn, tôm 1.813
    tấn)"; not where one wrong digit in the whole explains it."""
    whole = binder.q[t]
    if any(whole.step == 0 and binder.q[p].value % 1 for p in parts):
        return False  # "73,514 người": thousands written with a comma
    total = binder.worth(parts)
    left = whole.value - total
    least = min(binder.q[p].value for p in parts)
    few = len(parts) < _LIST and left >= least
    if left <= 0 or not (few or left * _ROOM >= whole.value):
        return False
    before, last = (binder.q[p] for p in parts[-2:])
    if " và " in binder.folded[before.ve : last.vs]:
        return False  # "vốn nhà nước 520, vốn dân cư 210 và vốn nước ngoài 45": the last part
    told, meant = digits(whole, whole.value), digits(whole, total)
    return not (one_digit(told, meant) or swapped(told, meant))


def of_other_things(binder: Binder, t: int, parts: list[int]) -> bool:
    """True where the parts below count things of several sorts, none of them what the whole
    counts: "512 nhà bị hư hại.⏎Kết quả cụ thể: 42 vụ, 23 bị cáo; …"."""
    units = {binder.q[p].unit for p in parts} - {None}
    below = not binder.one_block(parts[0], t)
    return below and len(units) > 1 and binder.q[t].unit not in units


def of_one_like_it(binder: Binder, t: int, parts: list[int]) -> bool:
    """True where one part below, and only one, is named just as the whole: "Người thứ hai có 393
    phiếu tín nhiệm cao.⏎Người thứ nhất được 437 phiếu tín nhiệm cao, 34 phiếu tín nhiệm …"."""
    folded = binder.folded
    if binder.one_sentence(parts[0], t):
        return False

    def name(k: int) -> str:
        end = _NAME_END.search(folded, binder.q[k].ve)
        return folded[binder.q[k].ve : end.start() if end else len(folded)].strip()

    whole = name(t)
    return whole.count(" ") > 1 and sum(name(p) == whole for p in parts) == 1


def of_states(binder: Binder, parts: list[int], start: int) -> bool:
    """True where two or three parts are told as what was done or is being done: "8.737 ca, trong đó
    6.989 ca đã khỏi, 1.310 ca đang điều trị": others may be in a state that is not told."""
    if len(parts) > _LIST:
        return False
    ends = [*(binder.q[p].vs for p in parts[1:]), binder.q[parts[-1]].full_ve + _AFTER]
    if _DOING.search(binder.folded, start, binder.q[parts[0]].vs):
        ends = [binder.q[p].vs for p in parts]
    else:
        start = binder.q[parts[0]].ve
    states = 0
    for end in ends:
        states += _DOING.search(binder.folded, start, end) is not None
        start = end
    return states > 1


def narrower(binder: Binder, p: int, parts: list[int]) -> list[int]:
    """The parts before `p` that it may lie within: "trong đó 5.600 việc có điều kiện, đã giải
    quyết xong 5.040 việc, đạt 90%"."""
    return [k for k in parts if k < p and binder.q[k].value > binder.q[p].value]


def _one_slip(binder: Binder, whole: Quantity, parts: list[int]) -> bool:
    """True where one wrong, swapped or added digit in the largest part makes it larger than the
    whole (of two digits only in a list of several), or one in the whole makes it smaller."""
    total = binder.worth(parts)
    if slip(digits(whole, whole.value), digits(whole, total)):
        return True
    x = max((binder.q[p] for p in parts), key=lambda q: q.value)
    rest = whole.value - total + x.value
    told, meant = digits(x, x.value), digits(x, rest)
    short = len(parts) >= _LIST and len(told) == len(meant) == _SHORT
    slipped = slip(told, meant) or (short and (one_digit(told, meant) or swapped(told, meant)))
    return rest > 0 and (slipped or lengthened(told, meant))


def asides(whole: Quantity, binder: Binder, parts: list[int], start: int, high: int) -> bool:
    """True where a bracket holds no full breakdown: a list left open with "…", or the same
    figure in other years, one of them larger than the figure before the bracket."""
    if OPEN_END.search(binder.folded, start, high):
        return True
    if all(binder.q[p].value > whole.value for p in parts):
        return True  # the levels that a change lies between: "vượt 12 tỷ đồng (245 tỷ, 257 tỷ)"
    if any(binder.q[p].value > whole.value for p in parts) and not _one_slip(binder, whole, parts):
        return True  # "2.140 tấn (cả nước 5.000 tấn, tỉnh bạn 2.000 tấn)": no parts at all
    larger = any(binder.q[p].value > whole.value for p in parts)
    return larger and _OTHER_YEAR.search(binder.folded, start, high) is not None


def of_another(binder: Binder, t: int, parts: list[int]) -> bool:
    """True where the first part is what the others were done and are left of ("tỉnh thụ lý 512 vụ,
    giải quyết 390, còn 122"), or where the whole is only the main figure of the paragraph before
    and the first part is the whole of the others, or the parts add up to another level told there
    or further above: "1.2. … còn 84 hộ. 1.3. Phân theo khu vực: …"; in one paragraph, nearer to a
    level of a sentence between: "thu 318 tỷ đồng. Trong đó, huyện thu 146 tỷ đồng. Cụ thể, thuế 83
    tỷ đồng, …"."""
    total = sum(binder.q[p].value for p in parts)
    if total == binder.q[t].value:
        return False
    doubled = len(parts) > 2 and total == 2 * binder.q[parts[0]].value
    before = binder.between(parts[-1] - 1, parts[-1])
    if doubled and _LEFT.search(before):
        return True
    if binder.one_block(t, parts[0]):
        own = (binder.frames[t].sentence, binder.frames[parts[0]].sentence)
        off = abs(total - binder.q[t].value)
        return any(
            abs(binder.q[k].value - total) < off
            and binder.q[k].direction is None
            and binder.same(binder.q[k], binder.q[t])
            and binder.frames[k].sentence not in own
            for k in range(t + 1, parts[0])
        )
    return doubled or any(
        binder.q[k].value == total
        and binder.same(binder.q[k], binder.q[t])
        and binder.q[k].direction is None
        for k in range(parts[0] - 1, max(-1, parts[0] - _ABOVE), -1)
    )


def is_whole_list(binder: Binder, t: int, parts: Sequence[int]) -> bool:
    """True where a round bracket lists the parts of a figure that is not the y of x/y, none of them
    an aside without which the others add up: "151 đơn (khiếu nại 98, đã xong 21, tố cáo 53)"."""
    whole = binder.q[t]
    inside = binder.bracket(parts[0])
    if (
        inside is None
        or inside[0] < whole.vs
        or binder.folded[max(0, whole.vs - 4) : whole.vs].rstrip("* ").endswith("/")
    ):
        return False
    gap = binder.worth(parts) - whole.value
    return all(binder.q[p].value != gap for p in parts)


def may_lack(binder: Binder, t: int, parts: Sequence[int], *, alone: bool = False) -> bool:
    """True where parts that come to less than figure `t` miss it by a slip in so few digits that it
    may as well be others left out: "4.500 ha, trong đó lúa 3.200 ha, ngô 800 ha"; of three and more
    in one more, unless they miss it by little: "1.884 ha, trong đó cam 650 ha, bưởi 580 ha, chuối
    454 ha". What tells nothing else (`alone`) seldom leaves one out of three and more."""
    whole, told = binder.q[t], [binder.q[p] for p in parts]
    missing = whole.value - binder.worth(parts)
    fewest = _FINE
    if len(parts) > _PAIR:
        fewest = _COARSE if alone else _FINEST if missing > _LITTLE * whole.value else _FINE
    return missing > 0 and _size(whole, told) < fewest


def _size(whole: Quantity, told: Sequence[Quantity]) -> int:
    """How many digits of a whole tell anything beside its parts: not zeros that all end in, nor
    one where all are multiples of five."""
    fives = all(digits(q, q.value)[-1:] in ("0", "5") for q in (whole, *told))
    zeros = round_zeros(whole, [whole, *told])
    return len(digits(whole, whole.value)) - (zeros or fives)
