"""Pieces of a sentence that look like one more part, a rest or a total of what stands before them,
and are none: no contradiction is found. Beside them wrong twins, which are told."""

from __future__ import annotations

import pytest

from marks import found

QUIET = [
    "Đã tinh giản 229 người, trong đó khối đảng 29 người, khối chính quyền 70 người; đến năm 2026 "
    "phải tinh giản thêm 121 người.",
    "Vụ đông gieo trồng 1.850 ha, trong đó ngô 556 ha, khoai lang 210 ha, rau màu 695 ha; thời "
    "gian "
    "còn lại tiếp tục gieo trồng 452 ha.",
    "Kế hoạch giao 512 người, có mặt 495 người; trong đó bác sĩ 178, dược sĩ 45; nhu cầu bổ sung "
    "đến năm 2026 là 172 người.",
    "Kế hoạch vốn năm 2024 là 1.634 tỷ đồng, trong đó vốn kéo dài 181 tỷ đồng; đã phân bổ 1.353 tỷ "
    "đồng, giải ngân 1.100 tỷ đồng.",
    "Tổng kinh phí 22,5 tỷ đồng, trong đó ngân sách tỉnh 11,5 tỷ đồng; năm 2022 bố trí 3,6 tỷ "
    "đồng, "
    "năm 2023 bố trí 7,7 tỷ đồng, phần còn lại bố trí sau năm 2024.",
    "Giải quyết chế độ cho 225 trường hợp, gồm nghỉ hưu 135 trường hợp, thôi việc 60 trường hợp và "
    "một số trường hợp khác.",
    "Bảo tàng đón 52 nghìn lượt khách, trong đó khách nước ngoài 06 nghìn lượt, học sinh 12 nghìn "
    "lượt; sưu tầm 119 hiện vật, nâng tổng số hiện vật lên 16.757.",
    "Có 06 hợp tác xã thành lập mới, 02 hợp tác xã giải thể, nâng tổng số lên 80 hợp tác xã với "
    "3.736 thành viên, 38 hợp tác xã hoạt động khá.",
    "Nâng cấp 29 km đường liên xã, 48 km đường trục thôn, 44 km đường nội đồng; tổng chiều dài "
    "đường được cứng hóa đạt 721 km.",
    "Đã hoàn thành 20 công trình trên tổng 48 công trình, còn 08 công trình đang thi công.",
    "Đã hoàn thành 20 công trình trên tổng 48 công trình, còn 19 công trình dở dang, 09 công trình "
    "chưa khởi công.",
    "Cơ quan có 55 người, đã bố trí 27 người sang đơn vị mới, dôi dư 05 người, nghỉ hưu 23 người.",
    "Tỉnh còn 12 sở, giảm 07 sở; 61 phòng thuộc sở, giảm 47 phòng; 307 đơn vị sự nghiệp, giảm 57.",
    "Bình quân mỗi xã có 20 công chức và 15 người hoạt động không chuyên trách; toàn huyện có 450 "
    "công chức cấp xã.",
    "Tín nhiệm cao 41 phiếu, tín nhiệm 06 phiếu, tín nhiệm thấp 01 phiếu trong tổng số 48 phiếu, "
    "tín nhiệm cao đạt 85,4%.",
    "Tỉnh có 06 tôn giáo hoạt động là Phật giáo, Công giáo, Tin Lành, Hồi giáo, Cao ĐàiHòa Hảo.",
    "Di dời 56 hộ khỏi vùng sạt lở, 26 hộ đã ổn định, còn 89 hộ trong vùng nguy cơ cao chưa có "
    "đất.",
    "Đã giải ngân 140 tỷ đồng vốn năm 2024 và 66 tỷ đồng vốn năm 2023; lũy kế giải ngân cả giai "
    "đoạn "
    "đạt 806 tỷ đồng.",
    "Kế hoạch giao 492 tỷ đồng, trong đó vốn trung ương 114 tỷ đồng; đến 30/9 giải ngân 101 tỷ "
    "đồng; ước đến 31/12 giải ngân 282 tỷ đồng.",
    "Năm 2024 có 130 vụ cháy, trong đó cháy nhà dân 46 vụ; nguyên nhân do điện 48 vụ, do sơ suất "
    "26 "
    "vụ.",
    "Bình quân mỗi tháng xảy ra 15 vụ, làm chết 06 người; riêng tháng 8 xảy ra 19 vụ, làm chết 10 "
    "người, tăng 05 vụ so với tháng 7.",
    "Đã tuyển 44 giáo viên, còn thiếu 160 giáo viên so với định mức, trong đó mầm non thiếu 59, "
    "tiểu học thiếu 41.",
    "Còn thiếu 110 giáo viên, trong đó mầm non 65, tiểu học 29; điều động 20 giáo viên từ nơi "
    "thừa.",
    "Đợt 1 có 203 em trúng tuyển; đợt 2 có 187 thí sinh, 72 em trúng tuyển; sau hai đợt còn thiếu "
    "138 em.",
    "Mỗi hộ được giao 2,0 ha rừng; tổng diện tích giao 6.310 ha cho 3.108 hộ và 57 cộng đồng.",
    "Hoàn thành 65 km/113 km tuyến chính, 28 km/40 km tuyến nhánh; giá trị đạt 79,8% hợp đồng; "
    "chậm "
    "4,4% so với kế hoạch.",
    "Đã hoàn thành 12 công trình trên tổng 53 công trình, còn 14 công trình đang thi công.",
    "Giải quyết chế độ cho 209 trường hợp, gồm nghỉ hưu 145 trường hợp, thôi việc 55 trường hợp và "
    "một số trường hợp khác; kinh phí 50 tỷ đồng.",
    "Toàn tỉnh có 254 trường mầm non, 188 trường tiểu học, 167 trường THCS, 33 trường THPT; có 322 "
    "trường đạt chuẩn, đạt 50,2%.",
    "Hội kết nạp mới 1.500 hội viên, giảm 1.378 hội viên, tăng 122 hội viên so với đầu năm, đạt tỷ "
    "lệ 84,6% so với hộ nông nghiệp.",
    "Di dời 58 hộ khỏi vùng sạt lở, 32 hộ đã ổn định, còn 58 hộ trong vùng nguy cơ cao chưa có "
    "đất.",
    "Trong 136 vụ tai nạn có 66 vụ xe mô tô, 28 vụ ô tô, còn lại là phương tiện khác; 52 vụ do vi "
    "phạm tốc độ, 17 vụ do sử dụng rượu bia.",
]

TOLD = [
    "Giải quyết chế độ cho 209 trường hợp, gồm nghỉ hưu 145 trường hợp, thôi việc 55 trường hợp.",
    "Toàn tỉnh có 642 trường, có 322 trường đạt chuẩn, đạt 52,0%.",
    "Hội giảm 1.378 hội viên, từ 84.540 xuống 83.162 hội viên, tỷ lệ giảm 1,36%.",
    "Năm 2024 có 130 vụ cháy, gồm cháy nhà dân 46 vụ, cháy rừng 48 vụ, cháy xe 26 vụ.",
    "Tháng 7 xảy ra 15 vụ, làm chết 06 người; tháng 8 xảy ra 19 vụ, làm chết 10 người, tăng 05 vụ "
    "so "
    "với tháng 7.",
    "Có 44 giáo viên, so với định mức 160 giáo viên còn thiếu 106 giáo viên.",
    "Mỗi hộ được giao 2,0 ha rừng; tổng diện tích giao 6.310 ha cho 3.108 hộ.",
    "Di dời 56 hộ khỏi vùng sạt lở, 26 hộ đã ổn định, còn 31 hộ chưa ổn định.",
    "Đã giải ngân 140 tỷ đồng vốn năm 2024 và 66 tỷ đồng vốn năm 2023, tổng cộng 216 tỷ đồng.",
    "Đã tinh giản 229 người, gồm khối đảng 29 người, khối chính quyền 70 người; khối huyện 120 "
    "người.",
    "Tổng kinh phí 22,5 tỷ đồng, trong đó năm 2021 bố trí 11,5 tỷ đồng; năm 2022 bố trí 3,6 tỷ "
    "đồng; năm 2023 bố trí 7,7 tỷ đồng.",
    "Giải quyết chế độ cho 225 trường hợp, gồm nghỉ hưu 135 trường hợp, thôi việc 60 trường hợp, "
    "chế độ khác 20 trường hợp.",
    "Đã hoàn thành 20 công trình trên tổng 48 công trình, còn 18 công trình.",
    "Cơ quan có 55 người, đã bố trí 27 người sang đơn vị mới, dôi dư 38 người.",
    "Mỗi xã có 20 công chức, 15 xã có 350 công chức.",
    "Tín nhiệm cao 41 phiếu, tín nhiệm 06 phiếu, tín nhiệm thấp 01 phiếu trong tổng số 48 phiếu, "
    "tín nhiệm cao đạt 84,5%.",
    "Tỉnh có 06 tôn giáo hoạt động là Phật giáo, Công giáo, Tin Lành, Hồi giáo, Cao Đài.",
]


@pytest.mark.parametrize("text", QUIET)
def test_pieces_that_are_no_parts_are_no_alarm(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", TOLD)
def test_wrong_twins_are_told(text: str) -> None:
    assert found(text)
