"""Labels of numbered sections: their class, their place in a sequence, what follows what.

Pure functions on labels without marks ("II", "1.2.1", "đ", "3").
"""

from __future__ import annotations

LETTERS = "abcdđeghiklmnopqrstuvxy"  # the Vietnamese order: no f, j, w, z
_WITH_FJWZ = "abcdđefghijklmnopqrstuvwxyz"
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ORDINAL = {
    "nhất": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6,
    "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip

_MISREAD = ("HI", "IH")  # III, as OCR reads it


def roman(label: str) -> int | None:
    """The value of a Roman numeral in capitals or smalls, None where it is none; OCR reads III as
    HI or IH."""
    if label in _MISREAD:
        return 3
    total = last = 0
    for char in reversed(label.upper()):
        value = _ROMAN.get(char)
        if value is None:
            return None
        total += value if value >= last else -value
        last = max(last, value)
    return total or None


def letter(label: str) -> int | None:
    """The place of a letter in the order that has every letter, f, j, w and z included."""
    at = _WITH_FJWZ.find(label.lower()) if len(label) == 1 else -1
    return at + 1 if at >= 0 else None


def ordinal(label: str, style: str) -> int | None:
    """The place of a label in its own sequence; of a decimal one, its last number."""
    if style in ("roman", "lroman"):
        return roman(label)
    if style in ("letter", "upper", "pletter"):
        return letter(label)
    if style == "word":
        words = label.lower().split()
        return next((_ORDINAL[w] for w in words if w in _ORDINAL), None)
    tail = label.rsplit(".", 1)[-1]
    digits = "".join(c for c in tail if c.isdigit())
    if digits:
        return int(digits)
    return roman(label) or _ORDINAL.get(label.lower()) or letter(label)


def _steps(label: str) -> tuple[str, ...]:
    """The letters that may follow a letter: đ may be left out, f and j may be used."""
    low = label.lower()
    out: list[str] = []
    for start in (_WITH_FJWZ, LETTERS, _WITH_FJWZ.replace("đ", "")):
        at = start.find(low)
        if 0 <= at < len(start) - 1:
            out.append(start[at + 1])
    return tuple(dict.fromkeys(out))


def follows(label: str, previous: str, style: str) -> bool:
    """True where `label` is what comes right after `previous` in a sequence of this style."""
    if style in ("letter", "upper", "pletter"):
        return label.lower() in _steps(previous)
    if label.rpartition(".")[0] != previous.rpartition(".")[0]:
        return False
    a, b = ordinal(previous, style), ordinal(label, style)
    if a is None or b is None:
        return False
    if b == a + 1:
        return True
    return style == "article" and a == b and label > previous  # Điều 5, Điều 5a


def successor(previous: str, style: str) -> str:
    """The label that should follow `previous` ("" where that cannot be said)."""
    if style in ("letter", "upper", "pletter"):
        at = LETTERS.find(previous.lower())
        if not 0 <= at < len(LETTERS) - 1:
            return ""
        return LETTERS[at + 1].upper() if previous.isupper() else LETTERS[at + 1]
    value = ordinal(previous, style)
    if value is None:
        return ""
    if style in ("roman", "lroman") or not any(c.isdigit() for c in previous):
        made = to_roman(value + 1)
        return made.lower() if previous.islower() else made
    head, dot, _ = previous.rpartition(".")
    return f"{head}{dot}{value + 1}"


def to_roman(value: int) -> str:
    """A number from 1 to 99 in Roman numerals."""
    tens = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return tens[value // 10 % 10] + ones[value % 10]


def style_of(marker: str) -> str:
    """The style of a marker as written, as the structure rules name it.

    "1." number, "1)" close, "(1)" paren, "1.2" or "I.2" decimal, "a)" letter, "(a)" pletter,
    "A." upper, "II-" roman, "i." lroman (where i cannot be a letter), "Một là" word,
    "Điều 1." article, "Chương I" chapter, "Mục 1" section, "Phần I" part, "Phụ lục" annex.
    """
    low = marker.lower()
    for head, style in (
        ("phần ", "part"), ("chương", "chapter"), ("tiểu mục", "subsection"), ("mục", "section"),
        ("điều", "article"), ("phụ lục", "annex"), ("thứ ", "word"),
    ):  # fmt: skip
        if low.startswith(head):
            return style
    if low.endswith(" là"):
        return "word"
    core = marker.strip("()[].:/-–—‐‑ \\")
    if core.replace(".", "").isdigit() and core:
        if "." in core:
            return "decimal"
        if marker.startswith("("):
            return "paren"
        return "close" if marker.endswith(")") else "number"
    if marker.startswith("("):
        return "pletter"
    if any(c.isdigit() for c in core):
        return "decimal"
    if core.isupper():
        return "roman" if core in _MISREAD or all(c in "IVX" for c in core) else "upper"
    if len(core) == 1:
        return "letter"
    return "lroman" if roman(core) else ""
