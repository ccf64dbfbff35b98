"""Budgets, harvests, trade and investment: what real reports announce and was missed, and what must
not be told beside it."""

from __future__ import annotations

import pytest

from marks import built, found

AGREE = [
    # a list's items whose own lists name a plan
    (
        "1. Tổng chi ngân sách huyện: 412.600 triệu đồng.\nTrong đó:\n1.1. Chi cân đối: 398.400 "
        "triệu đồng, gồm:\na) Chi thường xuyên: 301.900 triệu đồng;\nb) Chi đầu tư (giao chi tiết "
        "sau khi có kế hoạch của tỉnh): 96.500 triệu đồng.\n1.2. Chi từ nguồn thu để lại: 14.200 "
        "triệu đồng.",
        "398.400 + 14.200 = 412.600 triệu",
    ),
    # a label whose figure stands on the line below
    (
        "2. Tổng thu ngân sách\n: 81.450 triệu đồng\nTrong đó:\na) Thu cân đối :\n64.250 triệu "
        "đồng\nb) Thu bổ sung :\n17.200 triệu đồng",
        "64.250 + 17.200 = 81.450 triệu",
    ),
    # capital that was added is a level by its label
    (
        "Tổng vốn đăng ký cấp mới và tăng thêm là 86,4 triệu USD (cấp mới: 51,2 triệu USD; tăng "
        "vốn: 35,2 triệu USD), bằng 74% cùng kỳ.",
        "51.200 + 35.200 = 86.400 nghìn",
    ),
    # changes of the parts are the change of the whole
    (
        "Tổng đàn đạt 48.650 con, tăng 1.204 con so với cùng kỳ; trong đó, trâu 12.310 con, giảm "
        "318 con; bò 36.340 con, tăng 1.522 con.",
        "- 318 + 1.522 = 1.204",
    ),
    # what was just told leads to a total
    (
        "Có 41 dự án cấp mới, vốn đăng ký 512,75 triệu USD; 18 lượt dự án điều chỉnh, vốn tăng thêm "
        "204,36 triệu USD, nâng tổng vốn đăng ký lên 717,11 triệu USD.",
        "512.750 + 204.360 = 717.110 nghìn",
    ),
    # both ways of trade, each in a paragraph of its own
    (
        "Tổng kim ngạch xuất nhập khẩu quý I/2031 đạt 936,4 triệu USD, tăng 6%.\n\nTrong đó, xuất "
        "khẩu quý I/2031 đạt 518,9 triệu USD, tăng 4%.\n\nNhập khẩu quý I/2031 đạt 417,5 triệu "
        "USD, tăng 8,6%.",
        "518.900 + 417.500 = 936.400 nghìn",
    ),
    # a surplus of one less the deficit of the other
    (
        "Tính chung cả nước xuất siêu 1,43 tỷ USD, trong đó khu vực kinh tế trong nước nhập siêu "
        "2,16 tỷ USD; khu vực có vốn đầu tư nước ngoài xuất siêu 3,59 tỷ USD.",
        "- 2.160 + 3.590 = 1.430 triệu",
    ),
]

WRONG = [
    (
        "1. Tổng chi ngân sách huyện: 412.600 triệu đồng.\nTrong đó:\n1.1. Chi cân đối: 398.400 "
        "triệu đồng, gồm:\na) Chi thường xuyên: 301.900 triệu đồng;\nb) Chi đầu tư (giao chi tiết "
        "sau khi có kế hoạch của tỉnh): 96.500 triệu đồng.\n1.2. Chi từ nguồn thu để lại: 12.400 "
        "triệu đồng.",
        "A104",
    ),
    (
        "Tổng vốn đăng ký cấp mới và tăng thêm là 86,4 triệu USD (cấp mới: 51,2 triệu USD; tăng "
        "vốn: 53,2 triệu USD), bằng 74% cùng kỳ.",
        "A104",
    ),
    (
        "Toàn tỉnh đón khoảng 248.000 lượt khách, tăng 9,1% (khách quốc tế khoảng 31.000 lượt, tăng "
        "12%; khách trong nước khoảng 127.000 lượt, tăng 8,7%).",
        "A104",
    ),
    # the label of a part stands before its count
    (
        "Tỉnh có 121 dự án với tổng vốn hơn 18,412 tỷ USD (trong KCN 84 dự án với tổng vốn khoảng "
        "12,340 tỷ USD; ngoài KCN 37 dự án với tổng vốn hơn 6,702 tỷ USD).",
        "A104",
    ),
    # a bracket behind another figure divides what it counts
    (
        "Đã xây 318 nhà văn hóa, với tổng kinh phí 412 tỷ đồng (gồm 46 nhà văn hóa xã, 227 nhà văn "
        "hóa thôn).",
        "A104",
    ),
    (
        "Tổng đàn đạt 48.650 con, tăng 1.204 con so với cùng kỳ; trong đó, trâu 12.310 con, giảm "
        "318 con; bò 36.340 con, tăng 1.552 con.",
        "A104",
    ),
    (
        "Có 41 dự án cấp mới, vốn đăng ký 512,75 triệu USD; 18 lượt dự án điều chỉnh, vốn tăng thêm "
        "240,36 triệu USD, nâng tổng vốn đăng ký lên 717,11 triệu USD.",
        "A104",
    ),
    (
        "Tổng kim ngạch xuất nhập khẩu quý I/2031 đạt 936,4 triệu USD, tăng 6%.\n\nTrong đó, xuất "
        "khẩu quý I/2031 đạt 518,9 triệu USD, tăng 4%.\n\nNhập khẩu quý I/2031 đạt 471,5 triệu "
        "USD, tăng 8,6%.",
        "A104",
    ),
    (
        "Nhập khẩu đạt 64,28 tỷ USD, trong đó của doanh nghiệp FDI 35,94 tỷ USD, chiếm 59,5% tổng "
        "trị giá nhập khẩu của Việt Nam.",
        "A103",
    ),
    (
        "Tính chung cả nước xuất siêu 1,43 tỷ USD, trong đó khu vực kinh tế trong nước nhập siêu "
        "2,61 tỷ USD; khu vực có vốn đầu tư nước ngoài xuất siêu 3,59 tỷ USD.",
        "A104",
    ),
]

RIGHT = [
    # spans of time are no levels of what grew
    "Nguồn lực huy động trong 03 năm giai đoạn 2031-2033 tăng 1,62 lần so với cả 04 năm giai đoạn "
    "2027-2030.",
    # a change since another time than that of the whole
    "Tổng đàn đạt 48.650 con, tăng 1.204 con so với cùng kỳ; trong đó, trâu 12.310 con, giảm 41 con "
    "so với tháng trước; bò 36.340 con, tăng 98 con.",
    # what was there before is a part of the total, too
    "Trong tháng cấp mới 12,45 triệu USD, tăng thêm 8,31 triệu USD, nâng tổng vốn đăng ký lên "
    "1.204,18 triệu USD.",
    # trade of another time than the total
    "Tổng kim ngạch xuất nhập khẩu 8 tháng năm 2031 đạt 936,4 triệu USD.\n\nTháng 8/2031, xuất khẩu "
    "đạt 64,2 triệu USD; nhập khẩu đạt 51,8 triệu USD.",
    # others have a balance, too, that is not told
    "Cả nước xuất siêu 1,43 tỷ USD, trong đó nhập siêu từ thị trường châu Á 6,2 tỷ USD; xuất siêu "
    "sang Hoa Kỳ 5,1 tỷ USD.",
    # a bracket of another sort behind the money
    "Đã xây 318 nhà văn hóa, với tổng kinh phí 412 tỷ đồng (gồm 46 nhà xã hội hóa toàn bộ, còn lại "
    "được hỗ trợ).",
]


@pytest.mark.parametrize(("text", "expression"), AGREE)
def test_agrees(text: str, expression: str) -> None:
    assert built(text).get(expression) == "consistent"
    assert found(text) == []


@pytest.mark.parametrize(("text", "code"), WRONG)
def test_wrong(text: str, code: str) -> None:
    assert code in found(text)


@pytest.mark.parametrize("text", RIGHT)
def test_right(text: str) -> None:
    assert found(text) == []
