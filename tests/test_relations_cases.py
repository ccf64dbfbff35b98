"""Cases that came in, are done and are left, of courts, enforcement and petitions: rates of the
whole that the head of a sentence names, rests told sentences later, columns of several courts; how
wholes and parts moved, parts told in other sentences, rates from A to B. Right ones and wrong."""

from __future__ import annotations

from unittest.mock import ANY

import pytest

from marks import found, told

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
        "điều kiện thi hành, đã thi hành xong 1.632 việc, tăng 78 việc (tăng 5,02%) so với "
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
    (
        "Trung tâm đã giải quyết: 3.218/3.904 hồ sơ. Trong đó, có 9 hồ sơ trễ hạn. Trung tâm đang "
        "giải quyết 686 hồ sơ.",
        "3.904 - 3.218 = 686",
    ),
    (
        "Tháng 9, Trung tâm tiếp nhận 12.400 hồ sơ, đa số nộp trực tiếp.\n\nCơ quan chức năng đã "
        "giải quyết 11.284 hồ sơ các loại (đạt 91%).",
        "11.284 / 12.400 = 91%",
    ),
    (  # the change of a whole and those of its parts, in brackets or after a comma
        "Đảng bộ có 640 tổ chức cơ sở đảng (tăng 14 tổ chức so với năm 2031), trong đó có 212 đảng "
        "bộ cơ sở (tăng 09), 428 chi bộ cơ sở (tăng 5).",
        "9 + 5 = 14",
    ),
    (
        "Giao 4.210 người, giảm 90 người so với năm 2031, gồm: công chức 1.310 người, giảm 34 "
        "người; viên chức 2.900 người, giảm 56 người.",
        "34 + 56 = 90",
    ),
    (
        "Tỷ lệ hộ nghèo giảm 3,14% so với năm 2031, từ 12,61% xuống còn 9,47%.",
        "12,61 - 9,47 = 3,14%",
    ),
    (  # a part that is "from … up" is no lower bound
        "Xảy ra 845 vụ tai nạn giao thông, bao gồm 512 vụ tai nạn giao thông từ ít nghiêm trọng "
        "trở lên và 333 vụ va chạm giao thông.",
        "512 + 333 = 845",
    ),
    (  # a new subject behind a semicolon is no part
        "Số hộ thoát nghèo là 2.450 hộ, trong đó chuyển sang cận nghèo là 1.320 hộ; thoát hẳn là "
        "1.105 hộ; do chuyển đi là 25 hộ; Số hộ thoát cận nghèo là 3.610 hộ. Trong đó, rơi xuống "
        "nghèo là 70 hộ; thoát hẳn là 3.512 hộ; do chuyển đi là 28 hộ.",
        "70 + 3.512 + 28 = 3.610",
    ),
    (  # past what did not change
        "Hội đặc thù: 135 chỉ tiêu, không thay đổi so với chỉ tiêu giao năm 2031 (hội cấp tỉnh 91 "
        "chỉ tiêu; hội cấp huyện 44 chỉ tiêu).",
        "91 + 44 = 135",
    ),
    (  # every share of its own whole
        "Có 5.120 em dự thi, 4.310 em đỗ, chiếm 84,18%. Trong đó, cụm thi số một có 2.980 em đỗ, "
        "chiếm 92,4%, cụm thi số hai có 1.330 em đỗ, chiếm 70,19%.",
        "4.310 / 5.120 = 84,18%",
    ),
    (  # parts in sentences of their own, between how each moved
        "Tháng 8 xảy ra 1.640 vụ tai nạn giao thông, 610 người chết. So với cùng kỳ giảm 82 vụ. "
        "Trong đó, tai nạn từ ít nghiêm trọng trở lên xảy ra 715 vụ, làm chết 610 người. So với "
        "cùng kỳ giảm 61 vụ. Va chạm giao thông xảy ra 925 vụ. So với cùng kỳ giảm 21 vụ.",
        "715 + 925 = 1.640",
    ),
    (  # the last part is the rest by its name
        "Phát hiện sai phạm 8.410,6 triệu đồng và 512 m2 đất; kiến nghị thu hồi 6.180,2 triệu đồng "
        "và 512 m2 đất; kiến nghị khác 2.230,4 triệu đồng.",
        "6.180.200 + 2.230.400 = 8.410.600 nghìn",
    ),
    (  # the base by its name, after other figures
        "Ngành Nội vụ đã rà soát 64 cơ quan. Số công chức được bố trí là 1.260 người, bằng 84,0% "
        "so với tổng số chỉ tiêu được giao là 1.500 người.",
        "1.260 / 1.500 = 84%",
    ),
    (
        "Toàn tỉnh tuyển mới 14.250 người, trong đó cao đẳng 2.140 người, trung cấp 3.960 người, "
        "sơ cấp 8.150 người.",
        "2.140 + 3.960 + 8.150 = 14.250",
    ),
    (  # x/y behind a change, its rate behind that
        "So với cùng kỳ năm 2031, số vụ tăng 12 vụ (52/40), tức tăng 30%.",
        "(52 - 40) / 40 = 30%",
    ),
    (  # an age between a figure and its share
        "Đại hội có 1.640 đại biểu.\n\nCó 236 đại biểu nữ (chiếm 14,39%); 82 đại biểu dưới 40 tuổi "
        "(chiếm 5%).",
        "82 / 1.640 = 5%",
    ),
    (
        "Tỉnh hiện có 186 trường đạt chuẩn quốc gia (trong đó có 77 trường mầm non).\n\nNăm 2032 "
        "tăng thêm 17 trường; năm 2033 tăng thêm 9 trường, nâng tổng số trường lên 212 trường.",
        "186 + 17 + 9 = 212",
    ),
    (  # the words of the whole before every part, in paragraphs of their own
        "Năm 2032, tổng số hộ nghèo và hộ cận nghèo là 81.246 hộ.\n\nỞ vùng núi, tổng số hộ nghèo "
        "và hộ cận nghèo là 43.118 hộ.\n\nỞ trung du, tổng số hộ nghèo và hộ cận nghèo là 25.604 "
        "hộ.\n\nỞ đồng bằng, tổng số hộ nghèo và hộ cận nghèo là 12.524 hộ.",
        "43.118 + 25.604 + 12.524 = 81.246",
    ),
    (  # what opens a sentence names the part
        "Tỉnh có 8.640 học sinh (HS) bỏ học, chiếm 0,56%. Ở cấp tiểu học, số đó là 1.120 em, "
        "chiếm 0,13%. Cấp THCS, số học sinh bỏ học là 4.310 HS, chiếm 0,70% và cấp THPT là 3.210 "
        "em, chiếm 1,29%.",
        "1.120 + 4.310 + 3.210 = 8.640",
    ),
    (  # the rest is told in two figures
        "Tổ chức 1.744 cuộc tiếp xúc, trong đó có 1.543 cuộc định kỳ (chiếm 88,5%), còn lại là "
        "114 cuộc theo nhóm, 87 cuộc theo chuyên đề.",
        "1.543 + 114 + 87 = 1.744",
    ),
    (  # of what came in and what was carried over, with no total told
        "Kỳ trước chuyển sang 46 đơn, tiếp nhận mới 612 đơn; đã giải quyết 590 đơn, đạt 89,7%.",
        "590 / (46 + 612) = 89,7%",
    ),
    (
        "Tòa án huyện thụ lý 412 vụ việc + 57 vụ việc cũ chuyển sang; đã giải quyết 401 vụ việc, "
        "đạt tỷ lệ 85,5%.",
        "401 / (412 + 57) = 85,5%",
    ),
]

WRONG = [
    (
        "Trung tâm đã giải quyết: 3.218/3.904 hồ sơ. Trong đó, có 9 hồ sơ trễ hạn. Trung tâm đang "
        "giải quyết 668 hồ sơ.",
        "3.904 - 3.218 = 668",
    ),
    (
        "Tháng 9, Trung tâm tiếp nhận 12.400 hồ sơ, đa số nộp trực tiếp.\n\nCơ quan chức năng đã "
        "giải quyết 11.284 hồ sơ các loại (đạt 97%).",
        "11.284 / 12.400 = 97%",
    ),
    (
        "Đảng bộ có 640 tổ chức cơ sở đảng (tăng 14 tổ chức so với năm 2031), trong đó có 212 đảng "
        "bộ cơ sở (tăng 06), 428 chi bộ cơ sở (tăng 5).",
        "6 + 5 = 14",
    ),
    (
        "Đảng bộ có 640 tổ chức cơ sở đảng (tăng 14 tổ chức so với năm 2031), trong đó có 221 đảng "
        "bộ cơ sở (tăng 09), 428 chi bộ cơ sở (tăng 5).",
        "221 + 428 = 640",
    ),
    (
        "Tỷ lệ hộ nghèo giảm 3,41% so với năm 2031, từ 12,61% xuống còn 9,47%.",
        "12,61 - 9,47 = 3,41%",
    ),
    (
        "Xảy ra 845 vụ tai nạn giao thông, bao gồm 512 vụ tai nạn giao thông từ ít nghiêm trọng "
        "trở lên và 323 vụ va chạm giao thông.",
        "512 + 323 = 845",
    ),
    (
        "Số hộ thoát nghèo là 2.450 hộ, trong đó chuyển sang cận nghèo là 1.320 hộ; thoát hẳn là "
        "1.105 hộ; do chuyển đi là 25 hộ; Số hộ thoát cận nghèo là 3.610 hộ. Trong đó, rơi xuống "
        "nghèo là 70 hộ; thoát hẳn là 3.521 hộ; do chuyển đi là 28 hộ.",
        "70 + 3.521 + 28 = 3.610",
    ),
    (  # a slip in the part, where the whole is told as the total
        "Tổng số hộ dân là 214.300 hộ. Số hộ nghèo 23.350 hộ, chiếm tỷ lệ 15,10%; Số hộ cận nghèo "
        "19.287 hộ, chiếm tỷ lệ 9,0%.",
        "23.350 / 214.300 = 15,1%",
    ),
    (  # parts in sentences of their own
        "Tổng số người làm việc là 18.450 chỉ tiêu. Trong đó, đơn vị sự nghiệp: 15.230 chỉ tiêu. "
        "Các hội tổng: 118 chỉ tiêu. Tổng biên chế cấp xã là 3.120 chỉ tiêu, giảm 96 chỉ tiêu.",
        "15.230 + 118 + 3.120 = 18.450",
    ),
    (  # the last item of a list is the rest
        "Tổng số cơ sở y tế: 165, trong đó:\n- 14 bệnh viện\n- 05 phòng khám\n- 129 trạm y tế\n"
        "- 18 cơ sở y tế khác",
        "14 + 5 + 129 + 18 = 165",
    ),
    (
        "Phát hiện sai phạm 8.410,6 triệu đồng và 512 m2 đất; kiến nghị thu hồi 6.810,2 triệu đồng "
        "và 512 m2 đất; kiến nghị khác 2.230,4 triệu đồng.",
        "6.810.200 + 2.230.400 = 8.410.600 nghìn",
    ),
    (  # two others agree, and only 22 gives such a share
        "Bầu đủ 90 đại biểu, tại 25 đơn vị bầu cử. Trong đó có 21 đại biểu nữ (chiếm 24,44%); 9 "
        "đại biểu dưới 35 tuổi (chiếm 10,0%); số đại biểu tái cử là 31 người (chiếm 34,44%).",
        "21 / 90 = 24,44%",
    ),
    (  # the second part is larger than the whole
        "Tỉnh mở 141 lớp, trong đó có 52 lớp ngắn ngày và 189 lớp dài ngày.",
        "141 < 189",
    ),
    (  # the changes of two parts are that of the whole
        "Số người tham gia là 412.510 người, tăng 21.340 người so với cùng kỳ; trong đó: nhóm một "
        "là 305.210 người, tăng 15.220 người so với cùng kỳ; nhóm hai là 107.030 người, tăng 6.120 "
        "người so với cùng kỳ; bảo hiểm khác là 280.100 người, tăng 9.000 người so với cùng kỳ.",
        "305.210 + 107.030 = 412.510",
    ),
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
        "điều kiện thi hành, đã thi hành xong 1.632 việc, tăng 78 việc (tăng 5,02%) so với "
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
    (
        "Ngành Nội vụ đã rà soát 64 cơ quan. Số công chức được bố trí là 1.260 người, bằng 86,0% "
        "so với tổng số chỉ tiêu được giao là 1.500 người.",
        "1.260 / 1.500 = 86%",
    ),
    (  # the last part is the rest by its name
        "Thường trực HĐND tỉnh đã tổng hợp 138 lượt ý kiến, kiến nghị của cử tri. Trong đó có 65 ý "
        "kiến, kiến nghị về giao thông; 37 ý kiến, kiến nghị về đất đai; 24 ý kiến, kiến nghị về y "
        "tế và 21 ý kiến, kiến nghị thuộc lĩnh vực khác.",
        "65 + 37 + 24 + 21 = 138",
    ),
    (
        "Đoàn kiểm tra phát hiện sai phạm 4.230 triệu đồng, kiến nghị thu hồi 2.780 triệu đồng, "
        "kiến nghị khác 1.950 triệu đồng.",
        "2.780 + 1.950 = 4.230 triệu",
    ),
    (  # levels of government leave nothing out
        "Tổng số ý kiến của cử tri là 144 ý kiến. Trong đó, 15 ý kiến thuộc thẩm quyền Trung ương; "
        "92 ý kiến thuộc thẩm quyền cấp tỉnh, 36 ý kiến thuộc thẩm quyền cấp huyện.",
        "15 + 92 + 36 = 144",
    ),
    (
        "Toàn tỉnh tuyển mới 14.350 người, trong đó cao đẳng 2.140 người, trung cấp 3.960 người, "
        "sơ cấp 8.150 người.",
        "2.140 + 3.960 + 8.150 = 14.350",
    ),
    (  # the changes add up, the levels do not
        "Toàn tỉnh có 642 tổ chức (tăng 114 tổ chức), gồm 212 đảng bộ (tăng 69) và 420 chi bộ "
        "(tăng 45).",
        "212 + 420 = 642",
    ),
    (
        "So với cùng kỳ năm 2031, số vụ tăng 12 vụ (52/40), tức tăng 35%.",
        "(52 - 40) / 40 = 35%",
    ),
    (
        "Trong tổng số 1.236 cấp ủy viên của 24 tỉnh, thành phố có 387 đồng chí tham gia lần đầu, "
        "đạt 33,31%.",
        "387 / 1.236 = 33,31%",
    ),
    (
        "Đã bầu được 1.352 bí thư chi đoàn, trong đó số tái cử là 874 người, 496 người "
        "tham gia lần "
        "đầu.",
        "874 + 496 = 1.352",
    ),
    (
        "Huyện xảy ra 74 vụ tai nạn giao thông. Trong đó, va chạm giao thông 21 vụ, bị thương 16 "
        "người; số vụ ít nghiêm trọng là 9 vụ; số vụ nghiêm trọng là 42 vụ và số vụ rất nghiêm "
        "trọng là 4 vụ.",
        "21 + 9 + 42 + 4 = 74",
    ),
    (  # the parts of what is done of all
        "Có 342/590 trường đạt chuẩn, trong đó mầm non 71 trường, tiểu học 160 trường, trung học "
        "cơ sở 80 trường và trung học phổ thông 13 trường.",
        "71 + 160 + 80 + 13 = 342",
    ),
    (
        "Tỉnh hiện có 186 trường đạt chuẩn quốc gia.\n\nNăm 2032 tăng thêm 17 trường; năm 2033 "
        "tăng thêm 9 trường, nâng tổng số trường lên 221 trường.",
        "186 + 17 + 9 = 221",
    ),
    (
        "Năm 2032, tổng số hộ nghèo và hộ cận nghèo là 81.246 hộ.\n\nỞ vùng núi, tổng số hộ nghèo "
        "và hộ cận nghèo là 43.178 hộ.\n\nỞ trung du, tổng số hộ nghèo và hộ cận nghèo là 25.604 "
        "hộ.\n\nỞ đồng bằng, tổng số hộ nghèo và hộ cận nghèo là 12.524 hộ.",
        "43.178 + 25.604 + 12.524 = 81.246",
    ),
    (
        "Tổ chức 1.744 cuộc tiếp xúc, trong đó có 1.543 cuộc định kỳ (chiếm 88,5%), còn lại là "
        "141 cuộc theo nhóm, 87 cuộc theo chuyên đề.",
        "1.744 - 1.543 - 87 = 141",
    ),
    (  # a list behind a colon, set apart by semicolons
        "Số liều tiêm cho trẻ là 239.556 liều: mũi 1 là 91.308 liều; mũi 2 là 90.123 liều; mũi "
        "nhắc lại là 58.215 liều.",
        "91.308 + 90.123 + 58.215 = 239.556",
    ),
    (  # of the dead, past the injured
        "Đường bộ xảy ra 724 vụ, làm chết 568 người, bị thương 384 người, giảm 76 vụ (9,5%), giảm "
        "71 người chết (11,61%), giảm 66 người bị thương (14,67%), so với cùng kỳ năm trước.",
        "71 / (568 + 71) = 11,61%",
    ),
    (
        "Kỳ trước chuyển sang 46 đơn, tiếp nhận mới 612 đơn; đã giải quyết 509 đơn, đạt 89,7%.",
        "509 / (46 + 612) = 89,7%",
    ),
]

QUIET = [
    (  # a digit more is no slip of a count
        "Án hình sự thụ lý 1.329 vụ (giảm 26 vụ so với cùng kỳ); đã giải quyết 1.322 vụ (giảm 17 "
        "vụ so với cùng kỳ)."
    ),
    (  # the parts of y, two told only
        "Có 42/90 xã đạt chuẩn, trong đó vùng núi 11 xã, vùng biển 20 xã. Toàn tỉnh có 90 xã."
    ),
    (  # regions of which some are not told
        "Năm 2032, tổng số hộ nghèo và hộ cận nghèo là 81.246 hộ.\n\nỞ vùng núi, tổng số hộ nghèo "
        "và hộ cận nghèo là 43.118 hộ.\n\nỞ trung du, tổng số hộ nghèo và hộ cận nghèo là 15.604 "
        "hộ.\n\nỞ ven biển, tổng số hộ nghèo và hộ cận nghèo là 2.520 hộ."
    ),
    (  # a part is told without its number
        "Năm qua, cơ quan thực hiện 191 cuộc kiểm tra, trong đó cuộc kiểm tra về ngân sách vừa kết "
        "thúc và 3 cuộc chưa có kết luận, còn lại 187 cuộc kiểm tra khác đã hoàn thành."
    ),
    (  # of several sorts, no rest
        "Tỉnh tiếp nhận 138 ý kiến. Trong đó có 56 ý kiến về giao thông, 37 ý kiến về đất đai và "
        "44 ý kiến thuộc các lĩnh vực khác nhau."
    ),
    # accidents of one sort on roads only
    "Toàn quốc xảy ra 1.310 vụ tai nạn giao thông. Trong đó, va chạm giao thông xảy ra 560 vụ. Tai "
    "nạn giao thông từ ít nghiêm trọng trở lên trên đường bộ xảy ra 744 vụ.",
    # the rest of something else, and one that no slip explains
    "Phát hiện sai phạm 4.230 triệu đồng, kiến nghị thu hồi 2.780 triệu đồng; các sai phạm khác "
    "1.100 triệu đồng.",
    # a number that those of a list teach
    "Tỉnh mở 141 lớp, trong đó có 52 lớp ban ngày, đào tạo cho 190 lớp trưởng.",
    # a fall, put to the fall that was planned
    "Tỷ lệ giảm nghèo vượt kế hoạch, đạt 160% (giảm 3,2% so với 2% kế hoạch giao).",
    # every share of its own whole, and parts that are not all
    "Có 5.120 em dự thi, 4.310 em đỗ, chiếm 84,18%. Trong đó, cụm thi số một có 2.980 em đỗ, chiếm "
    "92,4%, cụm thi số hai có 1.030 em đỗ, chiếm 70,19%.",
    # another unit tells its own rate
    "Huyện An tiếp nhận 12.400 hồ sơ.\n\nHuyện Bình đã giải quyết 11.284 hồ sơ (đạt 96,4%).",
    # changes of some parts only, of other times
    "Đảng bộ có 640 tổ chức cơ sở đảng (tăng 14), trong đó có 212 đảng bộ cơ sở, 428 chi bộ cơ sở "
    "(tăng 5).",
    # a yearly fall
    "Bình quân mỗi năm tỷ lệ hộ nghèo giảm 1,57%, từ 12,61% xuống còn 9,47%.",
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
    # of something else than what came in and what was carried over
    "Kỳ trước chuyển sang 46 đơn, tiếp nhận mới 612 đơn; đã giải quyết 590 hồ sơ, đạt 97,2%.",
]


@pytest.mark.parametrize(("text", "expression"), AGREE)
def test_right_ones_agree(text: str, expression: str) -> None:
    assert told(text, expression) == ("consistent", [])


@pytest.mark.parametrize(("text", "expression"), WRONG)
def test_wrong_ones_are_found(text: str, expression: str) -> None:
    assert told(text, expression) == ("inconsistent", [ANY])


@pytest.mark.parametrize("text", QUIET)
def test_misleading_ones_are_quiet(text: str) -> None:
    assert found(text) == []
