"""Names that a sentence counts: which figure counts them, and how many there are."""

from __future__ import annotations

import pytest

from marks import built, found

RIGHT = [
    # the last item numbered behind "và", with no comma
    ("Đề án nêu 4 nhóm việc: (1) soát quy định, (2) gộp phòng, (3) bố trí người và (4) mua máy.",
     "4 = 4"),
    # what the things counted reach is no count of their names
    ("Có 5 xã đạt 14 tiêu chí gồm Bình Lợi, Minh Hà, Tiến Lên, Tứ Sơn, Thiện Mỹ.", "5 = 5"),
    ("5 xã đạt 15 tiêu chí: A Mới, Hồng Hạ, Hương Lâm, Phú Sơn, Quảng Tiến.", "5 = 5"),
    ("Toàn huyện có 4 trường đạt 9 điểm gồm: Hòa An, Hòa Phú, Hòa Sơn, Hòa Hải.", "4 = 4"),
    ("3 xã đạt 19 tiêu chí là các xã Tân An, Tân Phú và Khánh Hòa.", "3 = 3"),
    ("Có 4 xã với 3 thôn khó khăn gồm: Bản Đông, Bản Tây, Nà Pha.", "3 = 3"),
    ("Có 12 xã hoàn thành 3 tiêu chí gồm: giao thông, thủy lợi, điện.", "3 = 3"),
    # places with the larger ones they lie in
    (
        "Có 4 xã đạt chuẩn gồm: xã Thanh Hòa, huyện Hàm Sơn; xã Hồng Hà và Đại Lộc, huyện Sơn Hải; "
        "xã Kim Long, huyện Yên Châu.",
        "4 = 4",
    ),
    ("Có 4 xã về đích gồm, Sơn Lâm (Hà Bắc); Phước Hải, Minh Long (Tân Sơn); Yên Mỹ (Đông Hà).",
     "4 = 4"),
    # names told with how far each moved
    ("Có 3 nhóm tăng giá gồm: giao thông tăng 1,2%; giáo dục tăng 0,8%; may mặc tăng 0,4%.",
     "3 = 3"),
    ("Có 3 nhóm tăng giá gồm: giao thông tăng 1,2%, giáo dục tăng 0,8% và may mặc tăng 0,4%.",
     "3 = 3"),
    (
        "Có 3 nhóm tăng giá gồm: Ăn uống tăng 0,12%, làm chỉ số chung tăng 0,05 điểm phần trăm; "
        "May mặc, mũ nón, giày dép tăng 0,8%; Giáo dục tăng 1,15%.",
        "3 = 3",
    ),
    # names behind what the things counted reach
    ("Có 3 trường có tỷ lệ đỗ 100% là THPT chuyên Tân An, THPT Bình Hòa và THPT Phú Lâm.",
     "3 = 3"),
    ("Có 4 xã đạt trên 95% là Tân An, Bình Hòa, Phú Lâm (xã nghèo) và An Thạnh.", "4 = 4"),
    # items that tell figures of their own, and one set apart from them
    (
        "Có 2 đảng bộ vượt chỉ tiêu, gồm: Đảng bộ Công an kết nạp 21 đảng viên, đạt 105%; Đảng bộ "
        "Quân sự kết nạp 6 đảng viên, đạt 120%; riêng Đảng bộ huyện Tân An chỉ đạt 17,3%.",
        "2 = 2",
    ),
    # places right behind their number
    ("Mưa lũ làm 7 người chết (ở 3 tỉnh Quảng Tân, Hà Lâm và Bà Rá - Tân Hải).", "3 = 3"),
]  # fmt: skip

QUIET = [
    # some of those named are parts of others
    "Có 3 nhóm tăng giá gồm: ăn uống tăng 0,5%; lương thực tăng 0,7%; thực phẩm tăng 0,4%; nhà ở "
    "tăng 0,3%; giáo dục tăng 0,2%.",
    # another count of the sentence is that of the names, or what the list is of has no known name
    "Có 3 huyện đạt 100% tiêu chí với 12 chỉ tiêu gồm: Tân Lâm, Hòa Sơn, Bắc An.",
    "Đoạt 15 giải khuyến khích ở 5 môn: Toán, Hóa học, Sinh học, Ngữ văn, Lịch sử.",
    # more is told within an item, or not all are named
    "Có 6 nhóm tăng giá gồm: Ăn uống tăng 0,12%, trong đó thịt tăng 0,5%; May mặc tăng 0,8%; Giáo "
    "dục tăng 1,15%.",
    "Có 5 nhóm tăng giá gồm: giao thông tăng 1,2%, giáo dục tăng 0,8%, may mặc tăng 0,4%.",
    # which of two counts of places the names are of is not told
    "Có 4 xã với 12 thôn khó khăn gồm: Bản Đông, Bản Tây, Nà Pha, Nà Lốc, Nà Sang.",
    # several communes under one name
    "Có 5 xã đạt chuẩn gồm: xã Thanh Hòa, huyện Hàm Sơn; các xã ven sông, huyện Sơn Hải.",
    # what follows "là" are no names, or not names alone
    "Có 4 huyện tỷ lệ hộ nghèo trên 30% là huyện vùng cao, biên giới và hải đảo.",
    "Có 5 xã đạt trên 95% là Tân An, Bình Hòa và hai xã vùng cao Phú Lâm, An Thạnh.",
    # names of regions are one name and several places
    "Mưa lũ làm 7 người chết ở 6 tỉnh Bắc Trung Bộ và Tân Hải.",
    # the bracket says where they were
    "Đến 6 giờ sáng, có 14 người bị nạn (tại thị trấn Hàm Sơn, huyện Sông Mây).",
    # the last item holds all others
    "Tỉnh có 5 dân tộc chính: dân tộc Kinh chiếm 61,4%; dân tộc Tày chiếm 22,6%; dân tộc Dao chiếm "
    "9%; dân tộc Mông chiếm 4%; các dân tộc khác chiếm 3%.",
]

WRONG = [
    "Đề án nêu 5 nhóm việc: (1) soát quy định, (2) gộp phòng, (3) bố trí người và (4) mua máy.",
    "Có 5 xã đạt 14 tiêu chí gồm Bình Lợi, Minh Hà, Tiến Lên, Tứ Sơn.",
    "4 xã đạt 19 tiêu chí là các xã Tân An, Tân Phú và Khánh Hòa.",
    "Có 12 xã hoàn thành 4 tiêu chí gồm: giao thông, thủy lợi, điện.",
    "Có 04 ổ dịch tại 05 xã (Tân An, Tân Phú, Tân Lập và Khánh Hòa).",
    "Có 5 xã đạt chuẩn gồm: xã Thanh Hòa, huyện Hàm Sơn; xã Hồng Hà và Đại Lộc, huyện Sơn Hải; "
    "xã Kim Long, huyện Yên Châu.",
    "Có 5 xã về đích gồm, Sơn Lâm (Hà Bắc); Phước Hải, Minh Long (Tân Sơn); Yên Mỹ (Đông Hà).",
    "Có 4 nhóm tăng giá gồm: giao thông tăng 1,2%; giáo dục tăng 0,8%; may mặc tăng 0,4%.",
    "Có 5 xã đạt trên 95% là Tân An, Bình Hòa, Phú Lâm và An Thạnh.",
    "Có 3 dự án chậm: Dự án đường Tân An vốn 12 tỷ đồng, đạt 30%; Dự án hồ Bình Hòa vốn 9 tỷ đồng; "
    "Dự án kè Phú Lâm vốn 20 tỷ đồng, đạt 5%; Dự án chợ Long Mỹ vốn 7 tỷ đồng, đạt 2%.",
]


@pytest.mark.parametrize(("text", "expression"), RIGHT)
def test_the_count_of_the_names_is_told(text: str, expression: str) -> None:
    assert expression in built(text)
    assert found(text) == []


@pytest.mark.parametrize("text", QUIET)
def test_where_nobody_can_tell_nothing_is_said(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", WRONG)
def test_another_count_contradicts(text: str) -> None:
    assert found(text) == ["A107"]
