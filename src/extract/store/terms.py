"""What the fixed values of columns are called in a Vietnamese workbook; elsewhere they stay."""

from __future__ import annotations

from extract.output.answers import VERBS_VI

_LEVELS = {"high": "rất có thể", "medium": "có thể", "low": "ít khả năng"}
_DIRECTIONS = {"increase": "tăng", "decrease": "giảm"}
_BOUNDS = {
    "at_least": "ít nhất",
    "at_most": "không quá",
    "less_than": "dưới",
    "more_than": "trên",
    "about": "khoảng",
    "range": "khoảng từ … đến",
}
TERMS: dict[tuple[str, str], dict[str, str]] = {
    ("documents", "status"): {"ok": "đủ", "partial": "có cảnh báo"},
    ("sections", "kind"): {
        "part": "phần",
        "chapter": "chương",
        "section": "mục",
        "article": "điều",
        "clause": "khoản",
        "point": "điểm",
        "heading": "đề mục",
        "item": "ý",
    },
    ("citations", "form"): {
        "full": "đầy đủ",
        "short": "viết gọn",
        "alias": "tên gọi tắt",
        "back_reference": "nhắc lại",
    },
    ("citations", "relation"): VERBS_VI,
    ("dates", "grain"): {
        "day": "ngày",
        "month": "tháng",
        "quarter": "quý",
        "half": "nửa năm",
        "year": "năm",
        "period": "thời kỳ",
    },
    ("quantities", "bound"): _BOUNDS,
    ("quantities", "direction"): _DIRECTIONS,
    ("claims", "role"): {
        "level": "mức",
        "change": "mức tăng, giảm",
        "share": "tỷ trọng",
        "rate": "tỷ lệ",
        "count": "số đếm",
    },
    ("claims", "status"): {"reported": "đã thực hiện", "target": "mục tiêu", "norm": "định mức"},
    ("relations", "kind"): {
        "difference": "chênh lệch",
        "sum": "tổng",
        "percent": "tỷ lệ tăng, giảm",
        "share": "tỷ trọng",
        "implied_base": "mức gốc suy ra",
        "enumeration": "số lượng liệt kê",
        "equality": "số nhắc lại",
        "words": "số bằng chữ",
        "product": "tích",
        "series": "chuỗi thời gian",
        "table": "bảng",
    },
    ("relations", "verdict"): {
        "consistent": "khớp",
        "inconsistent": "không khớp",
        "undetermined": "chưa đủ căn cứ",
    },
    ("relations", "agreement"): {
        "exact": "đúng tuyệt đối",
        "rounding": "do làm tròn",
        "truncation": "khi cắt bớt chữ số",
    },
    ("relations", "scope"): {
        "sentence": "câu",
        "paragraph": "đoạn",
        "list": "danh sách",
        "section": "mục",
        "document": "văn bản",
        "table": "bảng",
        "corpus": "cả kho",
    },
    ("findings", "severity"): {"error": "lỗi", "warning": "cảnh báo", "note": "lưu ý"},
    ("suggestions", "confidence"): _LEVELS,
}


def term(kind: str, column: str, value: str) -> str:
    """What a value of a column is called; other values as they are."""
    return TERMS.get((kind, column), {}).get(value, value)
