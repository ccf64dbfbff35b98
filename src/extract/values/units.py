"""Units that mean something to arithmetic, wherever a figure has them."""

from __future__ import annotations

PERCENT_UNITS = frozenset({"%", "‰"})
POINT_UNITS = frozenset({"điểm %", "điểm phần trăm"})  # of differences between rates
POINTS = POINT_UNITS | {"%", "phần trăm"}  # rates and their differences
TIME = frozenset({"năm", "tháng", "ngày", "tuổi", "lần", "giờ", "tuần", "phút", "kỳ"})
