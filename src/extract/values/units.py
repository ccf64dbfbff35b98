"""Units that mean something to arithmetic, wherever a figure has them."""

from __future__ import annotations

from decimal import Decimal

PERCENT_UNITS = frozenset({"%", "‰"})
POINT_UNITS = frozenset({"điểm %", "điểm phần trăm"})  # of differences between rates
POINTS = POINT_UNITS | {"%", "phần trăm"}  # rates and their differences
TIME = frozenset({"năm", "tháng", "ngày", "tuổi", "lần", "giờ", "tuần", "phút", "kỳ"})


def spans_time(unit: str | None, step: Decimal) -> bool:
    """True where a figure of a unit, exact to `step`, tells a time; thousands of days are counted
    as guests are: "1.693,1 nghìn ngày"."""
    return unit in TIME and step < 1
