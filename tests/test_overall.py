"""Totals of what several sentences or items told, and rates of the people of a place."""

from __future__ import annotations

import pytest

from extract.pipeline import analyse
from extract.readers.text.reader import read_text
from marks import found


def _agreed(text: str) -> set[str]:
    return {r.expression for r in analyse(read_text(text, "t.txt")).relations if r.agreement}


LEVELS = (
    "a) HĐND tỉnh: bầu đủ 52/52 đại biểu, trong đó nữ 17 người.\n"
    "b) HĐND cấp huyện: trúng cử 318 đại biểu, thiếu 3 đại biểu; nữ 104 người.\n"
    "c) HĐND cấp xã: trúng cử 2.476 đại biểu, thiếu 29 đại biểu; nữ 711 người.\n"
    "Cả 3 cấp trúng cử 2.846 đại biểu.\n"
)
BLOCS = (
    "Biên chế giao cho khối Đảng là 2.117 người; số có mặt 1.986 người. Khối chính quyền được giao "
    "5.430 biên chế, có mặt 5.218 người, đạt 96,1%. Viên chức sự nghiệp 31.206 người, có mặt "
    "29.884 người, còn thiếu 1.322 người.\n\n"
    "Cộng chung, toàn tỉnh được giao 38.753 người, có mặt 37.088 người.\n"
)
FORCES = (
    "Công an tỉnh lập biên bản 21.406 trường hợp; đã xử phạt 20.318 trường hợp; tước 1.204 bằng."
    "\n\nThanh tra Sở xử lý 1.573 trường hợp, phạt tiền 2.417 triệu đồng. Như vậy, hai "
    "lực lượng đã xử phạt 21.891 trường hợp.\n"
)


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        (LEVELS, "52 + 318 + 2.476 = 2.846"),
        (BLOCS, "2.117 + 5.430 + 31.206 = 38.753"),
        (BLOCS, "1.986 + 5.218 + 29.884 = 37.088"),
        (FORCES, "20.318 + 1.573 = 21.891"),
        (
            "Toàn tỉnh có 618 bác sĩ, trong đó tuyến tỉnh 274; bình quân 8,9 bác sĩ/vạn dân (dân "
            "số trung bình 694.300 người).",
            "618 / 694.300 × 10.000 = 8,9",
        ),
        (
            "Dân số toàn tỉnh là 694.300 người.\n\nSố người có thẻ là 641.800 người, đạt tỷ lệ bao "
            "phủ 92,4% dân số.",
            "641.800 / 694.300 = 92,4%",
        ),
        (
            "Trẻ sinh ra sống 9.214 trẻ, trong đó trẻ trai 4.851, trẻ gái 4.363; tỷ số giới tính "
            "khi sinh là 111,2 trẻ trai/100 trẻ gái.",
            "4.851 / 4.363 × 100 = 111,2",
        ),
        (
            "Tổ chức 3.614 cuộc tuyên truyền với 97.578 lượt người dự (bình quân 27 người/cuộc).",
            "27 × 3.614 = 97.578",
        ),
        # the same, told of another figure
        (
            "Tổ chức 3.614 cuộc tuyên truyền với 97.578 lượt người dự (bình quân 27 người/cuộc).",
            "97.578 / 3.614 = 27",
        ),
        (
            "Xảy ra 241 vụ, trong đó từ 18 giờ đến 24 giờ 103 vụ, từ 0 giờ đến 6 giờ 21 vụ, từ 6 "
            "giờ đến 12 giờ 49 vụ, còn lại 68 vụ.",
            "241 - 103 - 21 - 49 = 68",
        ),
        (
            "Đầu năm có 6.218 hộ nghèo (8,47%), cuối năm còn 4.905 hộ (6,61%), giảm 1.313 hộ; tỷ "
            "lệ hộ nghèo giảm 1,86%.",
            "8,47 - 6,61 = 1,86%",
        ),
        (
            "Có 47/62 xã đạt chuẩn (75,8%), tăng 06 xã so với năm trước (41 xã). Còn 15 xã chưa "
            "đạt chuẩn, gồm: 09 xã đạt trên 15 tiêu chí, 06 xã đạt dưới 15 tiêu chí.",
            "62 - 47 = 15",
        ),
    ],
)
def test_told_so(text: str, expression: str) -> None:
    assert found(text) == []
    assert expression in _agreed(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (BLOCS.replace("38.753", "38.573"), "A104"),
        (FORCES.replace("21.891", "21.981"), "A104"),
        (
            "Trẻ trai 4.851, trẻ gái 4.363; tỷ số giới tính khi sinh là 112,1 trai/100 gái.",
            "A103",
        ),
        (
            "- BHYT: 1.204.318 người, tỷ lệ bao phủ đạt 88,71% dân số (dân số 1.318.400 người).",
            "A103",
        ),
        (
            "Đầu năm có 18.406 hộ nghèo. Trong năm có 5.217 hộ thoát nghèo, phát sinh mới 829 hộ, "
            "do đó cuối năm số hộ nghèo còn 14.018 hộ, số hộ nghèo giảm 4.838 hộ.",
            "A101",
        ),
        (
            "Tổng kinh phí được cấp là 514.370 triệu đồng, gồm ngân sách nhà nước 318.240 triệu "
            "đồng, thu viện phí và BHYT 176.500 triệu đồng, nguồn khác 19.360 triệu đồng; ước thực "
            "hiện đến hết tháng 12 là 498.940 triệu đồng, đạt 97%.",
            "A104",
        ),
        (
            "Thu ngân sách đạt 5.412 tỷ đồng. Trong đó, thuế giá trị gia tăng 3.917 tỷ đồng; thuế "
            "nhập khẩu 1.608 tỷ đồng, còn lại là các loại thuế khác.",
            "A104",
        ),
        # what follows the parts is told of the whole
        (
            "Thu ngân sách 5 năm đạt 431,6 tỷ đồng, trong đó năm 2016 thu 52,7 tỷ đồng, năm 2017 "
            "thu 61,4 tỷ đồng, năm 2018 thu 74,2 tỷ đồng, năm 2019 thu 88,5 tỷ đồng, năm 2020 ước "
            "136,8 tỷ đồng; bình quân mỗi năm 82,7 tỷ đồng.",
            "A104",
        ),
        (
            "Trả nợ vay 27.000 triệu đồng, trong đó trả nợ gốc 24.300 triệu đồng, trả lãi 3.700 "
            "triệu đồng; sau khi trả, dư nợ gốc từ 71.200 triệu đồng còn 46.900 triệu đồng.",
            "A104",
        ),
        (
            "Kế hoạch vốn năm 2023 là 3.207.400 triệu đồng. Giải ngân đến hết tháng 11 đạt "
            "2.245.180 triệu đồng, bằng 70,0% kế hoạch, cao hơn cùng kỳ 3,1 điểm phần trăm; số vốn "
            "còn phải giải ngân đến tháng 01 năm 2024 là 962.202 triệu đồng.",
            "A101",
        ),
    ],
)
def test_slips_in_them(text: str, code: str) -> None:
    assert code in found(text)


@pytest.mark.parametrize(
    "text",
    [
        # other figures of the levels, and one level that is not told
        LEVELS.replace("2.846", "1.905"),
        "Cấp huyện trúng cử 318 đại biểu. Cấp xã trúng cử 2.476 đại biểu. Cả 3 cấp trúng cử 2.846.",
        "Thu ngân sách đạt 5.812 tỷ đồng. Trong đó, thuế giá trị gia tăng 3.917 tỷ đồng; thuế nhập "
        "khẩu 1.608 tỷ đồng, còn lại là các loại thuế khác.",
        # boys for a hundred girls of another place
        "Có nơi 131 trẻ trai/100 trẻ gái, tỷ số giới tính khi sinh toàn tỉnh là 113 trẻ trai.",
        # of another year's people
        "Dân số năm 2030 là 694.300 người.\n\nCó 631 bác sĩ, đạt 9,7 bác sĩ/vạn dân.",
        # a rate of the whole behind a change
        "Đạt chuẩn 187 trường, tăng 13 trường so với năm học trước, đạt 58,44% trên tổng số 320 "
        "trường.",
        "Hộ nghèo dân tộc từ 9.804 hộ còn 6.317 hộ, giảm 3.487 hộ, chiếm 41,2% tổng số hộ nghèo.",
        # the level of the time that is named
        "Tỷ suất năm 2030 là 27,4‰, năm 2031 là 26,9‰, năm 2032 còn 26,1‰, giảm 1,3‰ so với năm "
        "2030.",
        # months are no share of firms
        "Có 1.764 đơn vị nợ từ 3 tháng trở lên trên tổng số 4.728 đơn vị đang tham gia (37,3%).",
        # what came in stands between what was handed out and its kinds
        "- Số phiếu phát ra: 84.215;\n- Số phiếu thu vào: 84.209, thiếu 6 phiếu so với phát ra;\n"
        "- Số phiếu hợp lệ: 82.104, chiếm 97,5%;\n- Số phiếu không hợp lệ: 2.105, chiếm 2,5%.\n",
    ],
)
def test_nothing_is_found(text: str) -> None:
    assert found(text) == []
