"""Parts with long names, numbers in names, sentences that begin with a figure: what real reports
of all provinces were misread in or missed."""

from __future__ import annotations

import pytest

from marks import built, found, report_of

RIGHT = [
    # numbers in words behind "gồm" are no names
    "Huyện có mười ba đơn vị cấp xã, gồm mười một xã và hai thị trấn, với 96 thôn.",
    # counts in brackets of some of those told before
    "Trong đợt này phát hiện 1.420 ca mắc mới.\n\nMột số xã có nhiều ca mắc: Tân Hưng (612), Phú "
    "Lộc (375), An Bình (158), Mỹ Đức (75).",
    # days of which the text tells nothing
    "Từ đầu năm 2031 đến nay, tỉnh xảy ra 393 vụ va chạm. Bình quân 1 ngày xảy ra 3 vụ.",
    "Trong tháng 8 năm 2031, tỉnh xảy ra 393 vụ va chạm. Bình quân 1 ngày xảy ra 3 vụ.",
    # who is counted beside one at the head may be more than one
    "Tổ giám sát có 12 người, gồm: lãnh đạo các ban, 03 công chức và 05 tổ viên.",
    # growth rates beside shares
    "Cơ cấu doanh thu: bán lẻ chiếm 61,24%, tăng 9,18% so với 2016; lưu trú chiếm 23,16%, giảm "
    "2,54% so với 2016 và du lịch chiếm 15,6%, tăng 1,24% so với 2016.",
    # rows that overlap
    "Vùng cao có 6.214 hộ với 27.480 khẩu, trong đó người Mường 4.102 hộ, 18.305 khẩu, người Thái "
    "1.854 hộ với 8.146 khẩu, hộ nghèo 1.391 hộ với 5.163 khẩu.",
    # a fall that is none of two other levels, though a slip of it would be a rise of them
    "Cán cân buôn bán nửa năm là xuất siêu 23,2 triệu USD (cùng kỳ 2031 xuất siêu 34,1 triệu USD). "
    "Cụ thể, kim ngạch xuất khẩu đạt 62,8 triệu USD, giảm 14,2% so với cùng kỳ năm trước.",
    # the yield of one season, the area of another
    "Trong tổng số, diện tích mía là 2.160 ha, giảm 1,2%.\n\nDự kiến năng suất một số cây chính "
    "như: mía đạt 652,4 tạ/ha, tăng 2,0%, sản lượng đạt 137.395 tấn.",
    # rates that moved, of three wholes
    "Tỷ lệ hộ nghèo từ 21,4% giảm xuống còn 14,8%; tỷ lệ lao động qua đào tạo từ 29,3% tăng lên "
    "33,6% và tỷ lệ xã đạt chuẩn từ 9,3% tăng lên 30,1%.",
    # shares of one whole, the last of which is told of the earlier time alone
    "Tỷ trọng trồng trọt từ 61,4% xuống còn 54,8%; chăn nuôi từ 29,3% lên 33,6%; dịch vụ 9,3%.",
    # parts of one whole are no two states of one thing, though a digit more would make them so
    "Tổng số trường học của tỉnh là 870 trường, giảm 41 trường so với năm 2016, trong đó, trường "
    "học thuộc UBND tỉnh có 28 trường, giữ nguyên như năm 2016; trường học thuộc các sở và đơn vị "
    "tương đương thuộc UBND tỉnh là 155 trường, giảm 9 trường so với năm 2016; trường học thuộc "
    "UBND huyện 687 trường, giảm 32 trường so với năm 2016.",
    # what is still going on behind a total of money
    "Kiểm tra 11 bến gồm 7 bến xe và 4 bến đò; lập biên bản 7 bến, phạt 3 bến, 3 chủ bến với tổng "
    "số tiền 9 triệu đồng và còn đang xem xét 1 bến.",
]

WRONG = [
    # two columns of rows, of which one is all and the other more than all
    (
        "Vùng cao có 6.214 hộ với 27.480 khẩu, trong đó nhiều nhất là người Mường với 4.102 hộ, "
        "18.305 khẩu, người Thái 1.877 hộ với 8.146 khẩu, dân tộc khác có 258 hộ với 1.029 khẩu.",
        "A104",
    ),
    # what the shares of one whole moved by is not as much up as down
    (
        "Cơ cấu kinh tế: công nghiệp chiếm 51,24%, tăng 4,18% so với 2016; dịch vụ chiếm 33,16%, "
        "giảm 2,54% so với 2016 và nông nghiệp chiếm 15,6%, giảm 1,24% so với 2016.",
        "A104",
    ),
    # houses by two names, of which the parts are more than all
    (
        "Lốc xoáy làm 14.362 ngôi nhà bị hư hỏng, trong đó: xã Nam 47 nhà; xã Bắc: 5.918 nhà; xã "
        "Tây: 8.444 nhà.",
        "A104",
    ),
    # what all shares moved to is not all of the whole
    (
        "Tỷ trọng trồng trọt từ 61,4% năm 2012 giảm xuống còn 54,8%; chăn nuôi từ 29,3% tăng lên "
        "33,6% và dịch vụ nông nghiệp từ 9,3% tăng lên 10,6%.",
        "A121",
    ),
    (
        "- Trồng trọt: giảm từ 61,4% xuống 54,8%;\n- Chăn nuôi: tăng từ 28,3% lên 33,6%;\n"
        "- Dịch vụ: tăng từ 9,3% lên 11,6%.",
        "A121",
    ),
]

BUILT = [
    # names behind which the sentence tells more of what they name
    ("Hội đồng có 03 Ban: Ban Pháp chế, Ban Dân tộc và Ban Đô thị, mỗi Ban có 7 người.", "3 = 3"),
    # counts in brackets, all of what the paragraph before tells
    (
        "Trong đợt này phát hiện 1.420 ca mắc mới, tăng 12 ca.\n\nCác xã có ca mắc như sau: Tân "
        "Hưng (812), Phú Lộc (375), An Bình (158), Mỹ Đức (75).",
        "812 + 375 + 158 + 75 = 1.420",
    ),
    # how far a share is from its aim, of what is named in between
    (
        "Nợ có khả năng thu là 64,2 tỷ đồng, chiếm tỷ lệ 3,1% trên tổng thu của huyện năm 2031, "
        "thấp hơn 1,9% so với chỉ tiêu giao 5% của tỉnh.",
        "5 - 3,1 = 1,9%",
    ),
    # what a day of the period has
    (
        "Trong tháng 8 năm 2031, trên địa bàn tỉnh xảy ra 93 vụ va chạm, làm bị thương 62 người. "
        "Bình quân 1 ngày xảy ra 3 vụ, làm bị thương 2 người.",
        "2 × 31 = 62",
    ),
    # one at the head, and others counted
    (
        "Tổ giám sát có 12 người, gồm: Tổ trưởng, 03 Tổ phó và 08 tổ viên.",
        "12 = 12",
    ),
    # shares of one whole, each with what it moved by
    (
        "Cơ cấu kinh tế: công nghiệp chiếm 51,24%, tăng 3,78% so với 2016; dịch vụ chiếm 33,16%, "
        "giảm 2,54% so với 2016 và nông nghiệp chiếm 15,6%, giảm 1,24% so với 2016.",
        "2,54 + 1,24 = 3,78%",
    ),
    # names in a bracket that another figure follows
    (
        "Huyện có 04 dân tộc (gồm Kinh, Tày, Nùng, Dao), với 12.406 hộ.",
        "4 = 4",
    ),
    # shares of one whole at two times
    (
        "Tỷ trọng trồng trọt từ 61,4% năm 2012 giảm xuống còn 54,8%; chăn nuôi từ 29,3% tăng lên "
        "33,6% và dịch vụ nông nghiệp từ 9,3% tăng lên 11,6%.",
        "61,4% + 29,3% + 9,3% = 100%",
    ),
    (
        "- Trồng trọt: giảm từ 61,4% xuống 54,8%, giảm 6,6%;\n- Chăn nuôi: tăng từ 29,3% lên "
        "33,6%, tăng 4,3%;\n- Dịch vụ: tăng từ 9,3% lên 11,6%, tăng 2,3%.",
        "54,8% + 33,6% + 11,6% = 100%",
    ),
    # shares that are all of what was looked at, in a clause of their own
    (
        "Trong số vụ đã xét có 21,4% vụ đúng, 52,3% vụ sai, 26,3% vụ có đúng, có sai; 12,5% tin "
        "báo có căn cứ, 62,5% không có căn cứ và 25,0% còn phải xác minh.",
        "21,4% + 52,3% + 26,3% = 100%",
    ),
    # an average of one, told with its number
    (
        "Cả huyện đạt 243 tiêu chí ở 16 xã. Số tiêu chí bình quân là 15,2 tiêu chí/01 xã.",
        "243 / 16 = 15,2",
    ),
    # what was sown, paragraphs before what it bears
    (
        "Trong tổng số, diện tích sắn là 3.418 ha, giảm 1,2%; mía đạt 2.106 ha, tăng 0,4%."
        "\n\nDự kiến năng suất một số cây như: mía đạt 652,4 tạ/ha, sản lượng đạt 137.395 tấn.",
        "652,4 × 0,1 × 2.106 = 137.395",
    ),
    # parts, one of which is as large as it was
    (
        "Toàn ngành có 214 trạm, giảm 15 trạm so với năm 2020, gồm: vùng cao 61 trạm, không tăng, "
        "không giảm; vùng thấp 97 trạm, giảm 11 trạm; đô thị 56 trạm, giảm 4 trạm.",
        "11 + 4 = 15",
    ),
    # a sentence that begins with a figure
    (
        "Có 4 xã, thị trấn thu trên 2 tỷ đồng là Mường Sại, Nậm Giôn, Chiềng Lao, Hua Trai. 3 xã "
        "còn lại thu từ 0,4 đến 1,9 tỷ đồng là Pi Toong, Nậm Păm, Tạ Bú.",
        "4 = 4",
    ),
    # the number of a regiment
    (
        "Năm nay huyện có 96 thanh niên nhập ngũ, gồm: Trung đoàn Pháo binh 6 là 41 thanh niên, "
        "Lữ đoàn Công binh 9: 25 thanh niên và Công an tỉnh 30 thanh niên.",
        "41 + 25 + 30 = 96",
    ),
]


@pytest.mark.parametrize("text", RIGHT)
def test_nothing_is_found_in_what_is_right(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "equation"), BUILT)
def test_what_is_told_is_recomputed(text: str, equation: str) -> None:
    assert equation in built(text)


@pytest.mark.parametrize(("text", "code"), WRONG)
def test_what_is_wrong_is_told(text: str, code: str) -> None:
    assert code in found(text)


def test_counts_behind_telephones_are_figures() -> None:
    text = "Tặng 07 điện thoại di động, 120 suất quà; số điện thoại 120, 114 vẫn trực."
    assert [q.text for q in report_of(text).quantities] == ["07", "120"]
