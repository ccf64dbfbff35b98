"""Numbers, dates and arithmetic of the corpus compiler: values read from text, and checks proved.

Independent of the product on purpose: a mistake there cannot hide itself in its own labels.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

SCALE = {"tỷ": 10**9, "tỉ": 10**9, "triệu": 10**6, "vạn": 10**4, "nghìn": 1000, "ngàn": 1000}
DIGIT = dict(
    zip(
        [
            "không",
            "một",
            "hai",
            "ba",
            "bốn",
            "năm",
            "sáu",
            "bảy",
            "tám",
            "chín",
            "mốt",
            "tư",
            "lăm",
            "linh",
            "lẻ",
        ],
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 4, 5, 0, 0],
        strict=True,
    )
)


class LabelError(Exception):
    """A marked source that cannot be compiled, or a label that is not true."""


def number(text: str) -> Decimal:
    """`1.813` -> 1813, `14,8` -> 14.8, `9.65` -> 9.65 (Vietnamese marks, the likelier reading)."""
    text = text.strip()
    if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?|\d+(,\d+)?", text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d+\.\d{1,2}", text):
        return Decimal(text)
    raise LabelError(f"no number: {text!r} (give value=…)")


def spell(text: str) -> int:
    """Read a Vietnamese number in words; raise LabelError for an unknown word."""
    total = group = last = 0
    for word in unicodedata.normalize("NFC", text.lower()).replace(",", " ").split():
        if word in DIGIT:
            group, last = group + DIGIT[word], DIGIT[word]
        elif word in ("mười", "mươi", "trăm"):
            size = 100 if word == "trăm" else 10
            group, last = (group + 10 if word == "mười" else group - last + last * size), 0
        elif word in SCALE:
            total = (
                total + group * SCALE[word]
                if total == 0 or SCALE[word] < 10**9
                else (total + group) * SCALE[word]
            )
            group = last = 0
        elif word not in ("đồng", "chẵn"):
            raise LabelError(f"unknown number word {word!r} in {text!r}")
    return total + group


def date_value(text: str) -> str:
    """The ISO value of the common ways to write a date; anything else needs an explicit value."""
    t = re.sub(r"\s+", " ", text.lower())
    shapes: list[tuple[str, str]] = [
        (r"(?:ngày )?(\d+) tháng (\d+) năm (\d{4})", "{2}-{1:0>2}-{0:0>2}"),
        (r"(\d+)[/.-](\d+)[/.-](\d{4})", "{2}-{1:0>2}-{0:0>2}"),
        (r"tháng (\d+) năm (\d{4})|(\d+)/(\d{4})", "{1}-{0:0>2}"),
        (r"quý ([1-4]|iv|iii|ii|i)(?:/| năm )(\d{4})", "{1}-Q{0}"),
        (r"6 tháng (đầu|cuối) năm (\d{4})", "{1}-H{0}"),
        (r"(\d{4}) ?[-–] ?(\d{4})", "{0}/{1}"),
        (r"(\d{4})", "{0}"),
    ]
    for shape, form in shapes:
        if hit := re.fullmatch(shape, t):
            codes = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "đầu": "1", "cuối": "2"}
            return form.format(*[codes.get(g, g) for g in hit.groups() if g])
    raise LabelError(f"unknown date {text!r} (give value=…)")


@dataclass
class Figure:
    """A quantity as a check sees it: exact value, half of its last stated digit, its label."""

    value: Decimal
    half: Decimal
    label: dict[str, Any]


def plain(value: Decimal) -> str:
    """A decimal with no exponent and no trailing zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def as_number(value: Decimal) -> int | float:
    """A JSON number: int where the value is whole."""
    return int(value) if value == value.to_integral() else float(round(value, 4))


CHECK = re.compile(
    r"(?P<rel>\w+) (?P<scope>\w+)(?P<flags>[ !~?]*): (?P<ops>.+?) = (?P<stated>[\w.]+)"
    r"(?:\s+# (?P<note>.*))?"
)


def check(line: str, figures: dict[str, Figure], items: dict[str, int]) -> dict[str, Any]:
    """Compile `relation scope [!] [?]: a, b = c  # note` and prove its verdict by arithmetic."""
    hit = CHECK.fullmatch(line)
    if hit is None:
        raise LabelError(f"check {line!r}")
    rel, stated = hit["rel"], figures[hit["stated"]]
    want = (
        "inconsistent"
        if "!" in hit["flags"]
        else "undetermined"
        if "~" in hit["flags"]
        else "consistent"
    )
    ops: list[Figure] = []
    for name in re.split(r"\s*(?:,|/|->)\s*", hit["ops"]):
        if rel == "enumeration":
            ops = [Figure(stated.value, Decimal(0), {})]
            computed: Any = Decimal(items[name])
            continue
        sign, one = (-1, name[1:]) if name[0] == "-" else (1, name)
        if one.endswith(".of"):  # the whole of a fraction x/y
            ops.append(Figure(Decimal(figures[one[:-3]].label["of"]) * sign, Decimal(0), {}))
            continue
        ops.append(Figure(figures[one].value * sign, figures[one].half, figures[one].label))
        # a fraction alone is x / y
        if ops[-1].label.get("of") and rel in ("share", "percent") and hit["ops"] == name:
            ops.append(Figure(Decimal(ops[-1].label["of"]), Decimal(0), {}))
    times = 100 if stated.label["unit"] == "%" else 1
    lows_highs = itertools.product(*[(o.value - o.half, o.value + o.half) for o in ops[:3]])
    values, slack = [o.value for o in ops], sum((o.half for o in ops), Decimal(0))
    match rel:
        case "difference":
            computed = values[0] - values[1]
        case "sum" | "series":
            computed = sum(values, Decimal(0))
        case "equality" | "words":
            computed = values[0]
        case "product":
            computed = values[0]
            for value in values[1:]:
                computed *= value
            slack = max(
                abs(a[0] * (a[1] if len(a) > 1 else 1) * (a[2] if len(a) > 2 else 1) - computed)
                for a in lows_highs
            )
        case "percent" | "share":
            change = "->" in hit["ops"]
            sign = -1 if change and stated.label["direction"] == "decrease" else 1

            def ratio(pair: Sequence[Decimal]) -> Decimal:
                one, two = pair[0], pair[1]
                return sign * times * ((two - one) / one if change else one / two)

            computed = ratio(values)
            slack = max(abs(ratio(pair) - computed) for pair in lows_highs)
        case "implied_base":
            bases = range(1, int(values[0] * 100 / (stated.value - stated.half)) + 2)
            fits = [n for n in bases if agrees(values[0] * 100 / n, stated, Decimal(0))]
            computed = (
                values[0]
                * 100
                / (fits[0] if fits else max(1, round(values[0] * 100 / stated.value)))
            )
            slack = Decimal(0)
        case "enumeration":
            pass
        case _:
            raise LabelError(f"unknown relation {rel!r}")
    agreed = (
        agrees(computed, stated, Decimal(0))
        if want == "consistent"
        else agrees(computed, stated, slack)
    )
    if want != "undetermined" and agreed != (want == "consistent"):
        raise LabelError(
            f"verdict {want} is not true: {line!r}: computed {computed}, stated {stated.value}"
        )
    shown = (
        f"{plain(values[0])}/{fits[0]}" if rel == "implied_base" and fits else as_number(computed)
    )
    label = (
        {
            "relation": rel,
            "operands": [as_number(v) for v in values],
            "stated": as_number(stated.value),
            "computed": shown,
            "verdict": want,
        }
        | {k: stated.label[k] for k in ("start", "end", "text")}
        | {"scope": hit["scope"]}
    )
    return (
        label
        | ({"optional": True} if "?" in hit["flags"] else {})
        | ({"note": hit["note"]} if hit["note"] else {})
    )


def agrees(computed: Decimal, stated: Figure, slack: Decimal) -> bool:
    """Whether the stated figure is the computed one, rounded or cut at its last digit."""
    gap = (
        abs(computed) - stated.value
        if computed * stated.value > 0
        else abs(computed - stated.value)
    )
    cut = 0 <= gap < 2 * stated.half and computed * stated.value > 0
    return abs(computed - stated.value) <= stated.half + slack or cut
