"""Cases that came in, are done and are left, of courts, enforcement and petitions: rates of the
whole that the head of a sentence names, rests told sentences later, columns of several courts."""

from __future__ import annotations

import pytest

from marks import judged

AGREE = [
    (  # a rest after how the figures moved
        "Thụ lý 4.120 vụ, việc, đã giải quyết 3.605 vụ, việc. So với cùng kỳ năm trước, thụ lý "
        "tăng 212 vụ, việc; giải quyết tăng 96 vụ, việc. Án còn tồn 515 vụ, việc đang tiếp tục "
        "giải quyết.",
        "4.120 - 3.605 = 515",
    ),
    (  # a rest that opens the next paragraph but one
        "Toàn ngành phải thi hành 9.250 việc, đã thi hành xong 6.105 việc.\n\nSo với cùng kỳ, số "
        "việc thi hành xong tăng 240 việc. Số việc chuyển sang kỳ sau 3.145 việc.",
        "9.250 - 6.105 = 3.145",
    ),
    (  # the whole is named at the head of the sentence, how the part moved stands before its rate
        "Số có điều kiện thi hành là 2.400 việc, số chưa có điều kiện là 1.310 việc. Trong số có "
        " điều kiện thi hành, đã thi hành xong 1.632 việc, tăng 78 việc (tăng 5,02%) so với "
        "cùng kỳ năm 2031; đạt tỷ lệ 68%.",
        "1.632 / 2.400 = 68%",
    ),
    (
        "Viện kiểm sát hai cấp thụ lý kiểm sát việc giải quyết 415 tố giác, tin báo về tội phạm, "
        "giảm 21 tin so với cùng kỳ; đã giải quyết 386 tin, đạt tỷ lệ 93,0%.",
        "386 / 415 = 93%",
    ),
    (  # of two levels of one unit the one that the change names
        "Đường bộ xảy ra 34 vụ, làm chết 24 người, bị thương 15 người. So với cùng kỳ năm trước "
        "giảm 6 vụ (giảm 15%), tăng 4 người chết (tăng 20%).",
        "4 / (24 - 4) = 20%",
    ),
    (  # columns of sentences
        "Tòa án hai cấp thụ lý 3.410 vụ, đã giải quyết 2.875 vụ (đạt 84,3%), còn lại 535 vụ. Trong "
        "đó: cấp tỉnh thụ lý 290 vụ, đã giải quyết 214 vụ (đạt 73,8%), còn lại 76 vụ. Cấp huyện "
        "thụ lý 3.120 vụ, đã giải quyết 2.661 vụ (đạt 85,3%), còn lại 459 vụ.",
        "214 + 2.661 = 2.875",
    ),
]

WRONG = [
    (
        "Thụ lý 4.120 vụ, việc, đã giải quyết 3.605 vụ, việc. So với cùng kỳ năm trước, thụ lý "
        "tăng 212 vụ, việc; giải quyết tăng 96 vụ, việc. Án còn tồn 551 vụ, việc đang tiếp tục "
        "giải quyết.",
        "4.120 - 3.605 = 551",
    ),
    (  # a wrong digit in what is done
        "Tổng số phải thi hành là 9.250 việc; đã thi hành xong 6.015 việc. Số việc chuyển kỳ sau "
        "3.145 việc.",
        "9.250 - 6.015 = 3.145",
    ),
    (
        "Số có điều kiện thi hành là 2.400 việc, số chưa có điều kiện là 1.310 việc. Trong số có "
        " điều kiện thi hành, đã thi hành xong 1.632 việc, tăng 78 việc (tăng 5,02%) so với "
        "cùng kỳ năm 2031; đạt tỷ lệ 86%.",
        "1.632 / 2.400 = 86%",
    ),
    (
        "Viện kiểm sát hai cấp thụ lý kiểm sát việc giải quyết 415 tố giác, tin báo về tội phạm, "
        "giảm 21 tin so với cùng kỳ; đã giải quyết 368 tin, đạt tỷ lệ 93,0%.",
        "368 / 415 = 93%",
    ),
    (
        "Đường bộ xảy ra 34 vụ, làm chết 24 người, bị thương 15 người. So với cùng kỳ năm trước "
        "giảm 6 vụ (giảm 15%), tăng 4 người chết (tăng 25%).",
        "4 / (24 - 4) = 25%",
    ),
    (  # one column adds up, the other misses by two swapped digits
        "Tòa án hai cấp thụ lý 3.410 vụ, đã giải quyết 2.875 vụ. Trong đó: cấp tỉnh thụ lý 290 vụ, "
        "đã giải quyết 214 vụ. Cấp huyện thụ lý 3.120 vụ, đã giải quyết 2.616 vụ.",
        "214 + 2.616 = 2.875",
    ),
]

QUIET = [
    # what is left of what a paragraph told, with other cases between
    "Thụ lý 4.120 vụ, đã giải quyết 3.605 vụ, tạm đình chỉ 118 vụ. Còn lại 397 vụ.",
    # some of what was carried over is left as well
    "Tiếp nhận 1.536 đơn, đã giải quyết 1.102 đơn. Còn tồn 472 đơn.",
    # the rate of the rise, of money, of a plan
    "Trong số có điều kiện thi hành, đã thi hành xong 1.632 việc, tăng 78 việc so với cùng kỳ, "
    "về tiền đạt 41%.",
    # the head names another whole than the one that was told
    "Số chưa có điều kiện thi hành là 2.400 việc. Trong số có điều kiện thi hành, đã thi hành xong "
    "1.632 việc, tăng 78 việc so với cùng kỳ; đạt tỷ lệ 57,4%.",
    # two levels, and a change that names neither
    "Đường bộ xảy ra 34 vụ, làm chết 24 người, bị thương 15 người. So với cùng kỳ năm trước giảm 6 "
    "vụ (giảm 15%), tăng 4 người (tăng 25%).",
    # no column adds up
    "Tòa án hai cấp thụ lý 3.410 vụ, đã giải quyết 2.875 vụ. Trong đó: cấp tỉnh thụ lý 290 vụ, đã "
    "giải quyết 214 vụ. Tòa án thành phố thụ lý 1.120 vụ, đã giải quyết 961 vụ.",
]


@pytest.mark.parametrize(("text", "expression"), AGREE)
def test_right_ones_agree(text: str, expression: str) -> None:
    relations, findings = judged(text)
    assert relations[expression] == "consistent" and findings == []


@pytest.mark.parametrize(("text", "expression"), WRONG)
def test_wrong_ones_are_found(text: str, expression: str) -> None:
    relations, findings = judged(text)
    assert relations[expression] == "inconsistent" and len(findings) == 1


@pytest.mark.parametrize("text", QUIET)
def test_misleading_ones_are_quiet(text: str) -> None:
    assert judged(text)[1] == []
