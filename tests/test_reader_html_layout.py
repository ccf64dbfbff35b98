"""Pages of portals that are laid out in tables: the menus go, the document is read in order."""

from __future__ import annotations

import pytest

from extract.pipeline import analyse
from test_reader_html import lines, read

FIRST = (
    "Toàn xã giảm từ 40 tổ xuống còn 31 tổ, giảm 9 tổ; Ủy ban nhân dân xã đã họp bàn với các "
    "trưởng thôn, lấy ý kiến của nhân dân ở từng cụm dân cư."
)
LAST = "Thu ngân sách 12,5 tỷ đồng, đạt 105% dự toán năm."
DATA = (
    "<table border=1><tr><td>Thôn</td><td>Số hộ</td></tr><tr><td>Đông</td><td>120</td></tr></table>"
)
DOCUMENT = f"<p>{FIRST}</p>{DATA}<p>{LAST}</p>"
READ = [FIRST, "", "| Thôn | Số hộ |", "| --- | --- |", "| Đông | 120 |", "", LAST]
NAMES = ("Trang chủ", "Giới thiệu", "Tin 24 giờ", "Văn bản số 7")
MENU = "".join(f"<tr><td><a href=/{n}>{name}</a></td></tr>" for n, name in enumerate(NAMES))
BAR = "".join(f"<td><a href=/{n}>{name}</a></td>" for n, name in enumerate(NAMES))
ACTS = "".join(f"<li><a href=/v{n}>Quyết định {n}/QĐ-UBND giao {n}2 hộ</a></li>" for n in range(5))
COUNTER = "<table><tr><td>Thống kê truy cập</td></tr><tr><td>Hôm nay: 1.204</td></tr></table>"
FOOT = "Bản quyền của tỉnh. Giấy phép số 12/GP-TTĐT ngày 3/4/2029. Điện thoại: 0203.3835.678"


@pytest.mark.parametrize(
    "body",
    [
        # a menu, the document and related acts side by side, below a banner, above the foot
        f"<table><tr><td colspan=3><table><tr>{BAR}</tr></table></td></tr>"
        f"<tr><td><table>{MENU}</table></td><td>{DOCUMENT}</td><td><b>Liên quan</b><ul>{ACTS}</ul>"
        f"</td></tr><tr><td colspan=3><table><tr><td>{FOOT}</td></tr></table></td></tr></table>",
        # a column with a menu and a counter
        f"<table border=1><tr><td><table>{MENU}</table>{COUNTER}</td><td>{DOCUMENT}"
        "</td></tr></table>",
        # tables one under the other
        f"<table><tr>{BAR}</tr></table><table><tr><td>{DOCUMENT}</td></tr></table>"
        f"<div>{FOOT}</div>",
        # the way to the page, what may be done with it, other news
        "<table><tr><td><a href=/>Trang chủ</a> &gt; <a href=/v>Văn bản</a> &gt; Báo cáo 45</td>"
        "</tr>"
        "<tr><td>Lượt xem: 1.245 | <a href=#>In trang</a></td></tr>"
        f"<tr><td>{DOCUMENT}</td></tr><tr><td><b>Tin khác</b><ul>{ACTS}</ul></td></tr></table>",
        f"<table><tr><td>{'<br>'.join(f'<a href=/{n}>{n}</a>' for n in NAMES)}</td>"
        f"<td>{DOCUMENT}</td></tr></table>",
    ],
)  # fmt: skip
def test_what_the_site_sets_around_the_document(body: str) -> None:
    document = read(body)
    assert document.text.strip("\n").split("\n") == READ
    assert [q.text for q in analyse(document).quantities] == [
        "40",
        "31",
        "9",
        "120",
        "12,5",
        "105%",
    ]


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        # the document's own head and signature in tables beside its cell
        (f"<table><tr><td>UBND XÃ A</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</td></tr></table>"
         f"<table><tr><td>{DOCUMENT}</td></tr></table>"
         "<table><tr><td>Nơi nhận: - Như trên.</td><td>CHỦ TỊCH</td></tr></table>",
         ("UBND XÃ A", "Nơi nhận: - Như trên.", "CHỦ TỊCH")),
        # its properties, told by the portal
        (f"<table><tr><td><table><tr><td>Số ký hiệu</td><td>45/BC-UBND</td></tr></table></td></tr>"
         f"<tr><td>{DOCUMENT}</td></tr></table>", ("45/BC-UBND",)),
        # a list of acts with links in the document
        (f"<table><tr><td>{DOCUMENT}<ul>{ACTS}</ul></td></tr></table>",
         ("• Quyết định 4/QĐ-UBND giao 42 hộ",)),
        # a page without a cell of the document
        (f"<p>{FIRST}</p><table border=1>{MENU}</table><p>{LAST}</p>", ("Tin 24 giờ",)),
    ],
)  # fmt: skip
def test_what_is_the_documents_own_stays(body: str, kept: tuple[str, ...]) -> None:
    shown = lines(body)
    assert all(any(words in line for line in shown) for words in kept)


def test_a_row_of_one_cell_parts_the_columns() -> None:
    body = (
        "<table><tr><td>UBND XÃ A<br>VĂN PHÒNG</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</td></tr>"
        "<tr><td colspan=2>BÁO CÁO</td></tr><tr><td>Nơi nhận:</td><td>CHỦ TỊCH</td></tr></table>"
    )
    assert lines(body) == [
        "UBND XÃ A",
        "VĂN PHÒNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "BÁO CÁO",
        "Nơi nhận:",
        "CHỦ TỊCH",
    ]
