"""Relations that no words tie, proved by the digits of figures near each other; and figures that
meet by chance."""

from __future__ import annotations

import pytest

from marks import judged

PROVED = [
    (  # the whole stands sentences before
        "Toàn tỉnh có 148.236 học sinh dự thi. Đề thi môn Toán được đánh giá là vừa sức, điểm "
        "trung bình 5,94 điểm. Điểm dưới 5 là 51.730 em (chiếm 34,9%).",
        "51.730 / 148.236 = 34,9%",
    ),
    (  # a share of few digits has the whole of the one beside it
        "Toàn tỉnh có 148.236 học sinh dự thi. Đề thi môn Toán được đánh giá là vừa sức, điểm "
        "trung bình 5,94 điểm. Bị điểm 0 là 45 em (0,03%), điểm dưới 5 là 51.730 em (34,9%).",
        "45 / 148.236 = 0,03%",
    ),
    (  # the base is the level now with the fall
        "Số vụ cháy ở khu dân cư là 418 vụ, ở cơ sở sản xuất là 126 vụ. So với năm 2021, số vụ "
        "cháy ở khu dân cư giảm 17 vụ tương ứng với 3,91%.",
        "17 / (418 + 17) = 3,91%",
    ),
    (  # votes of delegates, told paragraphs before
        "Tổ kiểm phiếu của 57 đại biểu làm việc.\n\n+ Số phiếu đồng ý: 54 phiếu (94,74% số đại "
        "biểu).",
        "54 / 57 = 94,74%",
    ),
    (  # two parts of a whole that is not told
        "Tài sản do trung ương quản lý là 21.648 tỷ đồng, do địa phương quản lý là 57.310 tỷ đồng. "
        "Tài sản của trung ương chiếm 27,42% về giá trị.",
        "21.648 / (21.648 + 57.310) = 27,42%",
    ),
    (  # growth of what another sentence tells of the year before
        "Năm 2014 quỹ thu được 326,31 tỷ đồng. Nhờ nỗ lực cao, quỹ đã nâng số thu lên mức 341,87 "
        "tỷ đồng vào năm 2015, tăng 4,77% cụ thể là 15,56 tỷ đồng.",
        "(341.870 - 326.310) / 326.310 = 4,77%",
    ),
]

CHANCE = [
    # few digits are met by chance
    "Xã có 18 thôn, 25 tổ tự quản. Tỷ lệ gia đình văn hóa là 72%.",
    "Xã có 12 thôn, 30 tổ tự quản. Tỷ lệ hộ dùng nước sạch là 40%.",
    "Huyện có 214 giáo viên, 36 lớp, 178 phòng học.",
    # most figures of a year and of the one before give a share near 100%
    "Diện tích lúa là 48.924 ha. Cây hàng năm khác 575 ha, đạt 98,8% kế hoạch năm.",
]


@pytest.mark.parametrize(("text", "expression"), PROVED)
def test_what_digits_prove_agrees(text: str, expression: str) -> None:
    relations, findings = judged(text)
    assert relations[expression] == "consistent" and findings == []


@pytest.mark.parametrize("text", CHANCE)
def test_what_chance_may_explain_is_left_alone(text: str) -> None:
    assert judged(text) == ({}, [])


def test_a_proof_contradicts_nothing() -> None:
    text = PROVED[0][0].replace("34,9%", "39,4%")
    assert judged(text) == ({}, [])
