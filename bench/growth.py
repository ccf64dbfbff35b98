"""Growth of time with the text, for hostile repetitions and ordinary ones.

    python bench/growth.py

Each text is read and analysed at x1 and x4 in the same run, the best of three each; pages of HTML
are read, texts in old fonts restored, the grids of a page put in order, and the gaps of a line
that is drawn in one go read as spaces. Prints the growth per character, grid or word (1.00 is
linear) and exits with 1 where it is above 2.
"""

from __future__ import annotations

import sys
import time
from array import array
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.readers.pdf.runs import Run

SIZE = 10_000
GRIDS = 1_000
LIMIT = 2.0
NOISE = 0.1  # seconds below which a difference says nothing

HOSTILE: dict[str, Callable[[int], str]] = {
    "digits": lambda n: "1234567890" * (n // 10),
    "grouped digits": lambda n: "123." * (n // 4),
    "spaced digits": lambda n: "7 " * (n // 2),
    "percent": lambda n: "9,5% " * (n // 5),
    "slashes": lambda n: "1/" * (n // 2),
    "dates": lambda n: "ngày 1/2/" * (n // 9),
    "type words": lambda n: "Nghị quyết số " * (n // 14),
    "numbers of documents": lambda n: "18-NQ/TW, " * (n // 10),
    "decrease": lambda n: "giảm từ 10 xuống còn 9, " * (n // 24),
    "levels of decimals": lambda n: "giá 5,8 và 40,1 triệu tấn, từ 85 lên 120,5 ha; " * (n // 49),
    "figures in brackets": lambda n: "1 xã (2 hộ), " * (n // 13),
    "of which": lambda n: "1 xã, trong đó: " * (n // 16),
    "rows of shares": lambda n: "1 người (5,5%), " * (n // 16),
    "named bases": lambda n: "1 hộ nghèo, chiếm 5% số hộ nghèo; " * (n // 35),
    "breakdowns": lambda n: "cơ cấu: a 35%, b 35%, c 35%; " * (n // 29),
    "far products": lambda n: "- a: 9 lớp.\nb 2 giáo viên/lớp, cần 18 người.\n" * (n // 45),
    "named shares": lambda n: "Chi a b 1 tỷ đồng. Chi a b chiếm 12,5% tổng chi. " * (n // 48),
    "named sums": lambda n: "loại a 1 xã; loại b 2 xã; gộp loại a với loại b là 3 xã; " * (n // 55),
    "parentheses": lambda n: "(" * n,
    "closed parentheses": lambda n: "(1)" * (n // 3),
    "labels": lambda n: "a) b) 1. " * (n // 9),
    "labels run in": lambda n: (
        "Nêu rõ: 1. Chợ họp. 2. Bến đò; Điều 1. Phà chạy. I. Cầu " * (n // 56)
    ),
    "label lines": lambda n: "1.1. A\n" * (n // 7),
    "bullets": lambda n: "- 1 xã\n" * (n // 7),
    "roman": lambda n: "I" * n,
    "sup": lambda n: "<sup>1</sup>" * (n // 12),
    "open sup": lambda n: "<sup>" * (n // 5),
    "stars": lambda n: "*" * n,
    "hashes": lambda n: "#" * n,
    "pipes": lambda n: "|" * n,
    "stamps of a portal": lambda n: "84 " * (n // 3) + "LawSoft tel: xxx",
    "rules between bars": lambda n: "a|b\n---|---\n" * (n // 12),
    "table rows": lambda n: "| 1 | 2 |\n" * (n // 10),
    "blank lines": lambda n: "\n" * (n - 1) + "1",
    "spaces": lambda n: " " * (n - 1) + "1",
    "combining": lambda n: "a" + "\u0301" * (n - 1),
    "words": lambda n: "một trăm " * (n // 9),
    "capitals": lambda n: "Ủy ban nhân dân " * (n // 16),
    "quotes": lambda n: "“" * n,
    "commas": lambda n: "1,2,3," * (n // 6),
    "years": lambda n: "năm 2020 có 1 xã; " * (n // 18),
    "comments": lambda n: "<!--" * (n // 4),
    "glued": lambda n: "đa\n" * (n // 3),
    "empty rows": lambda n: "|\n" * (n // 2),
    "long cells between bars": lambda n: ("|\n" + "a b " * 300 + "\n") * (n // 1203) + "|\n\n",
    "notes": lambda n: "[1] a\n" * (n // 6),
    "aligned lines": lambda n: "Xã      Hộ\n" + "A    12\n" * (n // 8),
    "aligned rows without header": lambda n: "A    12\n" * (n // 8),
    "aligned labels": lambda n: "A    12\nxã\n" * (n // 11),
    "aligned columns that differ": lambda n: "".join(
        f"a{' ' * (2 + k % 90)}1\n" for k in range(n // 50)
    ),
    "tabs": lambda n: "Xã\t2023\t2024\n" + "A\t1\t2\n" * (n // 6),
    "text beside a table": lambda n: (
        "| Xã | Hộ nghèo năm 2024 |\n|---|---|\n"
        + "".join(f"| Xã {k} Bình Lộc | {k} |\n" for k in range(n // 60))
        + "\n"
        + "".join(f"Năm 2024, xã {k} Bình Lộc có {k + 1} hộ nghèo. " for k in range(n // 90))
    ),
    "rows in prose": lambda n: (
        "Cấp tỉnh 24 tổ chức, 41 đảng viên; cấp huyện 198 tổ chức; " * (n // 60)
    ),
    "criteria": lambda n: (
        "Kỷ luật 348 đảng viên, theo hình thức: khiển trách 12, cảnh cáo 9; theo nội dung: "
        "tài chính 7, đất đai 14.\n" * (n // 110)
    ),
    "size classes": lambda n: "Dưới 50 hộ: 12; từ 50 đến dưới 100 hộ: 74; " * (n // 45),
    "x/y as bases": lambda n: "Có 53/58 đại biểu, 49 phiếu (84,48% tổng số đại biểu). " * (n // 55),
    "units kept": lambda n: "Sáp nhập 60 thôn thành 28 thôn mới, giữ nguyên 74 thôn. " * (n // 58),
    "shares of the people": lambda n: (
        "Huyện có 9.120 dân. Có 129 dân quân, đạt 1,5% dân số. " * (n // 55)
    ),
    "shares by names": lambda n: (
        "Tính trên số dự thi, tỷ lệ đỗ là 77,1%. Dự thi 812, đỗ 633. " * (n // 60)
    ),
    "one value told again": lambda n: "".join(
        f"Xã {k} Bình {k % 97} thu 1.234 tỷ đồng. " for k in range(n // 32)
    ),
    "money after counts": lambda n: "thành công 869, thất bại 49; số tiền 41 tỷ " * (n // 44),
    "growth a year": lambda n: (
        "Từ 21 tấn năm 2001 lên 26 tấn năm 2006, tăng 4,9%/năm. " * (n // 56)
    ),
    "text beside one label": lambda n: (
        "| Chỉ tiêu | Năm 2024 |\n|---|---|\n"
        + "| Thu nội địa | 12 |\n" * (n // 60)
        + "\n"
        + "Năm 2024, thu nội địa là 13 triệu đồng. " * (n // 90)
    ),
    "rates that digits prove": lambda n: (
        "Dự thi 148.236 em. Điểm trung bình 5,94 điểm. Dưới 5 điểm là 51.730 em (34,9%). "
        * (n // 80)
    ),
    "totals that digits prove": lambda n: (
        "Vốn là 31,46 tỷ đồng. Cấp mới 18,3 tỷ đồng; thêm 6,75 tỷ đồng; góp 6,41 tỷ đồng. "
        * (n // 81)
    ),
    "slips that digits prove": lambda n: (
        "Thụ lý 8.214 tin. Đã giải quyết 5.612 tin, đạt 62,84%. Còn 2.521 tin. " * (n // 70)
    ),
    "wholes that slips changed": lambda n: (
        "Bầu 105 người: 46 nữ (30,67%); 15 người trẻ (10%); 33 người cũ (22%). " * (n // 71)
    ),
    "units founded from others": lambda n: (
        "Thành lập xã An trên cơ sở 6,2 ha của xã Ba và 7,1 ha của xã Tư. Xã An có 13,3 ha. "
        * (n // 84)
    ),
    "shares of the row above": lambda n: (
        "| TT | Loại đất | Diện tích | Cơ cấu |\n|---|---|---|---|\n"
        + "| 1 | Đất trồng | 50 | 62,5 |\n| 1.1 | Đất lúa | 32 | 64 |\n" * (n // 58)
    ),
    "totals no word names": lambda n: (
        "| | 2031 | 2032 | 2033 |\n|---|---|---|---|\n"
        + "| Số lớp | 42 | 61 | 90 |\n| Dưới | 10 | 23 | 40 |\n| Trên | 32 | 38 | 50 |\n"
        * (n // 75)
    ),
    "total of a long table": lambda n: (
        "| Xã | Nam | Nữ | Tổng số |\n|---|---|---|---|\n"
        + "| Yên | 3 | 4 | 7 |\n" * (n // 20)
        + f"| Tổng cộng | {n // 20 * 3} | {n // 20 * 4} | {n // 20 * 7} |\n"
    ),
    "totals inside a table": lambda n: (
        "| Xã | Hộ |\n|---|---|\n" + "| Yên | 3 |\n| Phú | 4 |\n| Cộng | 7 |\n" * (n // 35)
    ),
    "columns of totals": lambda n: (
        "|" + "| Tổng số " * (n // 20) + "|\n" + "|---" * (n // 20) + "|---|\n"
        "| A |" + "| 7 " * (n // 20) + "|\n"
    ),
    "two tables of one label": lambda n: (
        "| Chỉ tiêu | Năm 2024 |\n|---|---|\n| Thu nội địa tỉnh | 12 |\n\nHai.\n\n" * (n // 70)
    ),
    "table lines": lambda n: "1 A b1\n" * (n // 7),
    "balances": lambda n: "tồn đầu kỳ 15 đơn, tiếp nhận 13 đơn, " * (n // 37),
    "flows": lambda n: "đã giải quyết 15 đơn; " * (n // 22),
    "changes": lambda n: "tăng 6 hộ (12%) so với năm 2020, " * (n // 34),
    "told again": lambda n: (
        "Tiếp nhận 1.250 hồ sơ. Đã giải quyết 1.180 hồ sơ, còn lại 70 hồ sơ. " * (n // 69)
    ),
    "rates": lambda n: "mỗi xã 50 triệu đồng, 13 xã, " * (n // 29),
    "factors": lambda n: "12 x " * (n // 5),
    "prose": lambda n: (
        "Trong năm, huyện có 12 xã, giảm **3 xã** (20%)<sup>1</sup>;\nkết quả đó làđáng kể.\n\n"
        * (n // 90)
    ),
    "citations": lambda n: (
        "Thực hiện Nghị quyết số 18-NQ/TW, ngày 25/10/2017 của Bộ Chính trị (gọi tắt là Nghị "
        "quyết 18); theo Nghị quyết 18, Luật Đất đai và khoản 2 Điều 5 Quyết định số 12/QĐ-UBND, "
        "UBND tỉnh ban hành Kế hoạch số 5/KH-UBND năm 2021, 2022.\n" * (n // 220)
    ),
}

PAGES: dict[str, Callable[[int], str]] = {  # as HTML
    "boxes in boxes": lambda n: ("<div>" * 50 + "chữ" + "</div>" * 50) * (n // 550),
    "boxes of a class": lambda n: (
        ("<div class=content>" * 50 + "chữ" + "</div>" * 50) * (n // 1250)
    ),
    "tables in tables": lambda n: ("<table><tr><td>" * 20 + "chữ" + "</table>" * 20) * (n // 460),
    "lists in lists": lambda n: ("<ul><li>" * 20 + "chữ" + "</ul>" * 20) * (n // 260),
    "powers in powers": lambda n: (
        ("<sup>" * 50 + "<a href='#b'>1</a>" + "</sup>" * 50) * (n // 550) + "<p id=b>chữ"
    ),
    "links to one note": lambda n: "chữ" + "<a href='#a'>1</a>" * (n // 4) + "<p id=a>z</p>",
    "cells over many rows": lambda n: (
        "<table border=1><tr>" + "<td rowspan=65000>y" * 63 + "<tr><td>1" * (n // 8)
    ),
    "scripts": lambda n: "chữ" + "x<script></script>" * (n // 4),
}
OLD_FONTS = ("a" * 50 + "-", "aø", "«x» ", "n-íc ", "é", "Céng hßa\n", "x−", "ViÖTN")


def side_by_side(count: int) -> list[list[tuple[float, float, float, float]]]:
    """Grids of two columns and three rows, three beside each other, one below the other."""
    return [
        [
            (x + 80 * k, y + 10 * row, x + 80 * (k + 1), y + 10 * (row + 1))
            for row in range(3)
            for k in range(2)
        ]
        for x, y in ((20 + 200 * (n % 3), 20 + 40 * (n // 3)) for n in range(count))
    ]


def drawn_apart(count: int) -> Run:
    """So many words drawn in one go, with gaps between them and no spaces."""
    from extract.readers.pdf.runs import Run, font_of

    lefts = array("f", (16.0 * n + 6 * k for n in range(count) for k in range(2)))
    rights = array("f", (x + 6 for x in lefts))
    return Run("xã" * count, lefts, rights, 100.0, 12.0, font_of("Times"))


def read(text: str) -> None:
    """Read and analyse a text."""
    from extract.errors import InputError
    from extract.pipeline import analyse
    from extract.readers.text.reader import read_text

    with suppress(InputError):
        analyse(read_text(text, "growth.txt"))


def read_page(body: str) -> None:
    """Read a page of HTML."""
    from extract.readers.html.reader import read_html

    read_html(f"<html><body>{body}</body></html>".encode(), "growth.html")


def convert(piece: str, size: int) -> None:
    """Look for letters of old fonts in a text of one piece again and again."""
    from extract.readers.legacy.text import restore

    restore(piece * (size // len(piece)))


def seconds(work: Callable[[], object]) -> float:
    """Best time of three."""
    times = []
    for _ in range(3):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


def main() -> int:
    """Measure and print; the exit code."""
    from extract.readers.pages.pieces import pieces_of
    from extract.readers.pages.tables import _inner_first

    slow = 0
    works = {
        name: (partial(read, make(SIZE)), partial(read, make(4 * SIZE)))
        for name, make in HOSTILE.items()
    }
    for name, make in PAGES.items():
        works[name] = (partial(read_page, make(SIZE)), partial(read_page, make(4 * SIZE)))
    for piece in OLD_FONTS:
        name = f"old fonts: {piece.strip()[:12]}"
        works[name] = (partial(convert, piece, 4 * SIZE), partial(convert, piece, 16 * SIZE))
    works["grids of a page"] = (
        partial(_inner_first, side_by_side(GRIDS)),
        partial(_inner_first, side_by_side(4 * GRIDS)),
    )
    works["gaps of a line"] = (
        partial(pieces_of, drawn_apart(4 * GRIDS), 1, 0),
        partial(pieces_of, drawn_apart(16 * GRIDS), 1, 0),
    )
    for name, (one, four) in works.items():
        small, large = seconds(one), seconds(four)
        growth = large / small / 4
        bad = growth > LIMIT and large > NOISE
        slow += bad
        print(f"{name:<24}{small:>8.3f} s{large:>8.3f} s{growth:>7.2f}{'  SLOW' if bad else ''}")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
