"""Sums of several breakdowns, of columns told in prose, of what was just told, of outcomes."""

from __future__ import annotations

import pytest

from extract.readers.text.reader import read_text
from marks import built, found, judged

AGREE: list[tuple[str, list[str]]] = [
    (
        "Hạt Kiểm lâm đã xử phạt 427 vụ (năm 2018 là 512 vụ), với các hình thức: "
        "phạt tiền 318; tịch thu tang vật 75; cảnh cáo 34.\n\n"
        "+ Theo thẩm quyền: trạm 211 (tỷ lệ 49,4%), hạt 160, chi cục 56.\n\n"
        "+ Theo hành vi: phá rừng 96; vận chuyển 142; cất giữ 87; chế biến 61; "
        "hành vi khác 41.",
        ["318 + 75 + 34 = 427", "211 + 160 + 56 = 427", "96 + 142 + 87 + 61 + 41 = 427"],
    ),
    (
        "Năm qua xử phạt 412 trường hợp vi phạm. Theo hình thức xử phạt: cảnh cáo"
        " 131, phạt tiền 281. Theo thẩm quyền: cấp xã 240, cấp huyện 150, cấp "
        "tỉnh 22. Theo lĩnh vực: đất đai 198, xây dựng 120, môi trường 94.",
        ["131 + 281 = 412", "240 + 150 + 22 = 412", "198 + 120 + 94 = 412"],
    ),
    (
        "Trong kỳ tiếp nhận 275 đơn. Phân loại theo nội dung: khiếu nại 82, tố "
        "cáo 41, kiến nghị 152. Theo thẩm quyền: cấp tỉnh 35, cấp huyện 110, cấp "
        "xã 130. Theo kết quả: đã giải quyết 240, đang giải quyết 35.",
        ["82 + 41 + 152 = 275", "35 + 110 + 130 = 275", "240 + 35 = 275"],
    ),
    (
        "Toàn huyện có 640 cán bộ (nam 400, nữ 240). Xét theo trình độ: đại học "
        "410, cao đẳng 120, trung cấp 110; theo độ tuổi: dưới 35 tuổi 210, từ 35 "
        "đến 50 tuổi 330, trên 50 tuổi 100.",
        ["400 + 240 = 640", "410 + 120 + 110 = 640"],
    ),
    (
        "Số vụ tai nạn là 187 vụ, cụ thể: theo tuyến đường: đường đô thị 80, "
        "đường xã 60, đường huyện 47; theo phương tiện: mô tô 120, ô tô 50, khác "
        "17; theo nguyên nhân: vượt ẩu 77, sai phần đường 65, quá tốc độ 45.",
        ["80 + 60 + 47 = 187", "120 + 50 + 17 = 187"],
    ),
    (
        "Có 524 hộ thoát nghèo:\n\n"
        "- Theo khu vực: đồng bằng 210, miền núi 314.\n\n"
        "- Theo dân tộc: Kinh 230, Dao 150, Tày 144.\n\n"
        "- Theo nguyên nhân: có việc làm 280, được vay vốn 150, nguyên nhân khác "
        "94.",
        ["210 + 314 = 524", "230 + 150 + 144 = 524", "280 + 150 + 94 = 524"],
    ),
    (
        "Hội Nông dân đã thẩm định 415 tổ vay vốn và 1.282 hộ vay. Phân theo loại"
        " xã: xã miền núi 15 tổ, 42 hộ; xã trung du 90 tổ, 240 hộ; xã đồng bằng "
        "310 tổ, 1.000 hộ.",
        ["15 + 90 + 310 = 415", "42 + 240 + 1.000 = 1.282"],
    ),
    (
        "Nguồn vốn vay năm 2019 được giao 2.140,3 tỷ đồng; cho vay đến cuối quý "
        "III là 1.406,5 tỷ đồng. Theo ngân hàng: ngân hàng thứ nhất được giao "
        "1.415,1 tỷ đồng, cho vay 918,2 tỷ đồng (64,9%); ngân hàng thứ hai được "
        "giao 725,2 tỷ đồng, cho vay 488,3 tỷ đồng (67,3%).",
        ["1.415.100 + 725.200 = 2.140.300 triệu", "918.200 + 488.300 = 1.406.500 triệu"],
    ),
    (
        "Dạy nghề: Cả huyện có 1.734 học viên ở 58 lớp; may 466 học viên/16 lớp; "
        "hàn 703 học viên/24 lớp; điện 565 học viên/18 lớp.",
        ["466 + 703 + 565 = 1.734", "16 + 24 + 18 = 58"],
    ),
    (
        "Mở 64 lớp với 2.140 học viên; cấp huyện 14 lớp, 540 học viên; cấp xã 50 "
        "lớp, 1.600 học viên.",
        ["14 + 50 = 64", "540 + 1.600 = 2.140"],
    ),
    (
        "Toàn tỉnh phát hiện 187 vụ, 312 đối tượng; trộm cắp 102 vụ, 160 đối "
        "tượng; đánh bạc 60 vụ, 130 đối tượng; ma túy 25 vụ, 22 đối tượng.",
        ["102 + 60 + 25 = 187", "160 + 130 + 22 = 312"],
    ),
    (
        "Gieo trồng 8.450 ha, sản lượng 41.280 tấn, trong đó lúa 6.200 ha, 33.480"
        " tấn; ngô 1.500 ha, 6.300 tấn; lạc 750 ha, 1.500 tấn.",
        ["6.200 + 1.500 + 750 = 8.450", "33.480 + 6.300 + 1.500 = 41.280"],
    ),
    (
        "Hỗ trợ 1.240 hộ với 18,6 tỷ đồng: hộ nghèo 840 hộ, 12,6 tỷ đồng; hộ cận "
        "nghèo 400 hộ, 6,0 tỷ đồng.",
        ["12.600 + 6.000 = 18.600 triệu", "840 + 400 = 1.240"],
    ),
    (
        "Tổng hợp: cấp tỉnh 24 tổ chức, 41 đảng viên; cấp huyện 198 tổ chức, 306 "
        "đảng viên. Cả hai cấp có 222 tổ chức, 347 đảng viên.",
        ["24 + 198 = 222", "41 + 306 = 347"],
    ),
    (
        "Xuất khẩu chè: năm 2016 đạt 41.310 tấn; năm 2017 đạt 46.825 tấn, cao hơn"
        " năm trước 5.515 tấn; năm 2018 đạt 44.207 tấn, hụt 2.618 tấn so với năm "
        "2017. Cộng chung ba năm xuất được 132.342 tấn.",
        ["41.310 + 46.825 + 44.207 = 132.342"],
    ),
    (
        "Cây ăn quả 3.412 cây, mật độ 22,4 cây/ha; cây lấy gỗ 15.280 cây. Cộng "
        "hai loại là 18.692 cây.",
        [],
    ),
    (
        "Đợt 1 vận động 1.204 hộ, đạt 95%; đợt 2 vận động 618 hộ, giảm 586 hộ so "
        "với đợt 1. Gộp hai đợt được 1.822 hộ.",
        ["1.204 + 618 = 1.822"],
    ),
    (
        "Vụ xuân gieo 412,5 ha; vụ mùa gieo 380,2 ha, giảm 32,3 ha. Tính chung cả"
        " hai vụ gieo 792,7 ha.",
        ["412,5 + 380,2 = 792,7"],
    ),
    (
        "Nguồn tỉnh cấp 12.415 triệu đồng, bằng 95% dự toán; nguồn huyện cấp "
        "8.120 triệu đồng; nguồn xã hội hóa 3.065 triệu đồng. Tổng cả ba nguồn là"
        " 23.600 triệu đồng.",
        ["12.415 + 8.120 + 3.065 = 23.600 triệu"],
    ),
    (
        "Năm 2021 kết nạp 312 đảng viên; năm 2022 kết nạp 298 đảng viên; năm 2023"
        " kết nạp 341 đảng viên, tăng 43 đảng viên; cộng 3 năm kết nạp 951 đảng "
        "viên.",
        ["312 + 298 + 341 = 951"],
    ),
    (
        "Phát 8.140 phiếu hỏi; số hộ trả lời 7.512 (đạt 92,3%); nhất trí 6.830 "
        "hộ, bằng 90,9% số hộ trả lời; không nhất trí 471 hộ; ý kiến khác 211 hộ.",
        ["6.830 + 471 + 211 = 7.512"],
    ),
    (
        "Tiếp 1.906 lượt công dân, đưa ra đối thoại 874 đơn; đối thoại thành 512 "
        "vụ, bằng 58,6% số đơn đối thoại; không thành 301, đang xem xét 61 vụ.",
        ["512 + 301 + 61 = 874"],
    ),
    (
        "Phát ra 640 phiếu, thu về 612 phiếu; tán thành 540 phiếu, đạt 88,2%; "
        "không tán thành 60 phiếu; phiếu trắng 12 phiếu.",
        ["540 + 60 + 12 = 612"],
    ),
    (
        "Lấy 845 mẫu, xét nghiệm 812 mẫu; đạt 761 mẫu, tỷ lệ 93,7%; không đạt 38 "
        "mẫu; chưa có kết quả 13 mẫu.",
        ["761 + 38 + 13 = 812"],
    ),
    (
        "Giám sát 1.204 ca, xét nghiệm 918 ca; dương tính 214 ca, chiếm 23,3%; âm"
        " tính 650 ca; chờ kết quả 54 ca.",
        ["214 + 650 + 54 = 918"],
    ),
    (
        "Kiểm tra 512 cơ sở, lấy phiếu 480 cơ sở; hài lòng 402 cơ sở, chiếm "
        "83,8%; chưa hài lòng 58 cơ sở, không ý kiến 20 cơ sở.",
        ["402 + 58 + 20 = 480"],
    ),
    (
        "Gửi tin nhắn nhắc nộp thuế 52.310 tin, thành công 51.846, thất bại 464; "
        "cước 12,6 triệu đồng.",
        [],
    ),
]

WRONG = [
    (
        "Hạt Kiểm lâm đã xử phạt 427 vụ (năm 2018 là 512 vụ), với các hình thức: "
        "phạt tiền 318; tịch thu tang vật 75; cảnh cáo 34.\n\n"
        "+ Theo thẩm quyền: trạm 211 (tỷ lệ 49,4%), hạt 160, chi cục 56.\n\n"
        "+ Theo hành vi: phá rừng 96; vận chuyển 142; cất giữ 78; chế biến 61; "
        "hành vi khác 41.",
        "96 + 142 + 78 + 61 + 41 = 427",
    ),
    (
        "Năm qua xử phạt 412 trường hợp vi phạm. Theo hình thức xử phạt: cảnh cáo"
        " 131, phạt tiền 281. Theo thẩm quyền: cấp xã 240, cấp huyện 150, cấp "
        "tỉnh 23. Theo lĩnh vực: đất đai 198, xây dựng 120, môi trường 94.",
        "240 + 150 + 23 = 412",
    ),
    (
        "Trong kỳ tiếp nhận 275 đơn. Phân loại theo nội dung: khiếu nại 82, tố "
        "cáo 41, kiến nghị 152. Theo thẩm quyền: cấp tỉnh 35, cấp huyện 110, cấp "
        "xã 103. Theo kết quả: đã giải quyết 240, đang giải quyết 35.",
        "35 + 110 + 103 = 275",
    ),
    (
        "Số vụ tai nạn là 187 vụ, cụ thể: theo tuyến đường: đường đô thị 80, "
        "đường xã 60, đường huyện 47; theo phương tiện: mô tô 120, ô tô 50, khác "
        "71; theo nguyên nhân: vượt ẩu 77, sai phần đường 65, quá tốc độ 45.",
        "120 + 50 + 71 = 187",
    ),
    (
        "Có 524 hộ thoát nghèo:\n\n"
        "- Theo khu vực: đồng bằng 210, miền núi 314.\n\n"
        "- Theo dân tộc: Kinh 230, Dao 150, Tày 164.\n\n"
        "- Theo nguyên nhân: có việc làm 280, được vay vốn 150, nguyên nhân khác "
        "94.",
        "230 + 150 + 164 = 524",
    ),
    (
        "Hội Nông dân đã thẩm định 415 tổ vay vốn và 1.282 hộ vay. Phân theo loại"
        " xã: xã miền núi 15 tổ, 42 hộ; xã trung du 90 tổ, 204 hộ; xã đồng bằng "
        "310 tổ, 1.000 hộ.",
        "42 + 204 + 1.000 = 1.282",
    ),
    (
        "Nguồn vốn vay năm 2019 được giao 2.140,3 tỷ đồng; cho vay đến cuối quý "
        "III là 1.406,5 tỷ đồng. Theo ngân hàng: ngân hàng thứ nhất được giao "
        "1.415,1 tỷ đồng, cho vay 918,2 tỷ đồng (64,9%); ngân hàng thứ hai được "
        "giao 725,2 tỷ đồng, cho vay 498,3 tỷ đồng (67,3%).",
        "918.200 + 498.300 = 1.406.500 triệu",
    ),
    (
        "Dạy nghề: Cả huyện có 1.734 học viên ở 58 lớp; may 466 học viên/16 lớp; "
        "hàn 703 học viên/24 lớp; điện 556 học viên/18 lớp.",
        "466 + 703 + 556 = 1.734",
    ),
    (
        "Mở 64 lớp với 2.140 học viên; cấp huyện 14 lớp, 540 học viên; cấp xã 50 "
        "lớp, 1.500 học viên.",
        "540 + 1.500 = 2.140",
    ),
    (
        "Toàn tỉnh phát hiện 187 vụ, 312 đối tượng; trộm cắp 102 vụ, 160 đối "
        "tượng; đánh bạc 60 vụ, 130 đối tượng; ma túy 52 vụ, 22 đối tượng.",
        "102 + 60 + 52 = 187",
    ),
    (
        "Gieo trồng 8.450 ha, sản lượng 41.280 tấn, trong đó lúa 6.200 ha, 33.480"
        " tấn; ngô 1.500 ha, 6.800 tấn; lạc 750 ha, 1.500 tấn.",
        "33.480 + 6.800 + 1.500 = 41.280",
    ),
    (
        "Hỗ trợ 1.240 hộ với 18,6 tỷ đồng: hộ nghèo 840 hộ, 12,6 tỷ đồng; hộ cận "
        "nghèo 400 hộ, 6,6 tỷ đồng.",
        "12.600 + 6.600 = 18.600 triệu",
    ),
    (
        "Xuất khẩu chè: năm 2016 đạt 41.310 tấn; năm 2017 đạt 46.825 tấn, cao hơn"
        " năm trước 5.515 tấn; năm 2018 đạt 44.207 tấn, hụt 2.618 tấn so với năm "
        "2017. Cộng chung ba năm xuất được 132.432 tấn.",
        "41.310 + 46.825 + 44.207 = 132.432",
    ),
    (
        "Cây ăn quả 3.412 cây, mật độ 22,4 cây/ha; cây lấy gỗ 15.280 cây. Cộng "
        "hai loại là 18.962 cây.",
        "3.412 + 15.280 = 18.962",
    ),
    (
        "Đợt 1 vận động 1.204 hộ, đạt 95%; đợt 2 vận động 681 hộ, giảm 586 hộ so "
        "với đợt 1. Gộp hai đợt được 1.822 hộ.",
        "1.204 + 681 = 1.822",
    ),
    (
        "Vụ xuân gieo 412,5 ha; vụ mùa gieo 380,2 ha, giảm 32,3 ha. Tính chung cả"
        " hai vụ gieo 797,2 ha.",
        "412,5 + 380,2 = 797,2",
    ),
    (
        "Nguồn tỉnh cấp 12.415 triệu đồng, bằng 95% dự toán; nguồn huyện cấp "
        "8.120 triệu đồng; nguồn xã hội hóa 3.056 triệu đồng. Tổng cả ba nguồn là"
        " 23.600 triệu đồng.",
        "12.415 + 8.120 + 3.056 = 23.600 triệu",
    ),
    (
        "Năm 2021 kết nạp 312 đảng viên; năm 2022 kết nạp 298 đảng viên; năm 2023"
        " kết nạp 341 đảng viên, tăng 43 đảng viên; cộng 3 năm kết nạp 915 đảng "
        "viên.",
        "312 + 298 + 341 = 915",
    ),
    (
        "Phát 8.140 phiếu hỏi; số hộ trả lời 7.512 (đạt 92,3%); nhất trí 6.380 "
        "hộ, bằng 90,9% số hộ trả lời; không nhất trí 471 hộ; ý kiến khác 211 hộ.",
        "6.380 + 471 + 211 = 7.512",
    ),
    (
        "Tiếp 1.906 lượt công dân, đưa ra đối thoại 874 đơn; đối thoại thành 512 "
        "vụ, bằng 58,6% số đơn đối thoại; không thành 310, đang xem xét 61 vụ.",
        "512 + 310 + 61 = 874",
    ),
    (
        "Phát ra 640 phiếu, thu về 612 phiếu; tán thành 450 phiếu, đạt 88,2%; "
        "không tán thành 60 phiếu; phiếu trắng 12 phiếu.",
        "450 + 60 + 12 = 612",
    ),
    (
        "Lấy 845 mẫu, xét nghiệm 812 mẫu; đạt 716 mẫu, tỷ lệ 93,7%; không đạt 38 "
        "mẫu; chưa có kết quả 13 mẫu.",
        "716 + 38 + 13 = 812",
    ),
    (
        "Giám sát 1.204 ca, xét nghiệm 918 ca; dương tính 214 ca, chiếm 23,3%; âm"
        " tính 605 ca; chờ kết quả 54 ca.",
        "214 + 605 + 54 = 918",
    ),
    (
        "Kiểm tra 512 cơ sở, lấy phiếu 480 cơ sở; hài lòng 420 cơ sở, chiếm "
        "83,8%; chưa hài lòng 58 cơ sở, không ý kiến 20 cơ sở.",
        "420 + 58 + 20 = 480",
    ),
]

QUIET = [
    # what the law leaves open: not all parts are told
    "Xử phạt 412 trường hợp. Theo hình thức: cảnh cáo 131, phạt tiền 281. Theo lĩnh vực: đất đai "
    "198, xây dựng 120.",
    "Xử phạt 412 vụ. Theo hình thức: cảnh cáo 131, phạt tiền 281. Theo lĩnh vực: chủ yếu là "
    "đất đai 198, xây dựng 160, môi trường 45.",
    # groups that overlap
    "Có 524 hộ thoát nghèo. Theo khu vực: đồng bằng 210, miền núi 314. Theo đối tượng: nữ 231, dân "
    "tộc thiểu số 295.",
    # the parts of one criterion are no whole of the next one
    "Năm qua xử phạt vi phạm. Theo hình thức: cảnh cáo 131, phạt tiền 281. Theo thẩm quyền: cấp xã "
    "240, cấp huyện 150, cấp tỉnh 22.",
    # rows of others than the total before them
    "Mở 64 lớp với 2.140 học viên; huyện Tân An 14 lớp, 540 học viên; huyện Tân Phú 30 lớp, 1.100 "
    "học viên.",
    # a total of two years is not that of the three told
    "Năm 2021 kết nạp 312 đảng viên; năm 2022 kết nạp 298 đảng viên; năm 2023 kết nạp 341 đảng "
    "viên. Cộng hai năm gần nhất là 639 đảng viên.",
    # only some outcomes
    "Nhận 1.182 đơn; hòa giải thành 714 vụ việc; không thành 291 vụ việc.",
]


@pytest.mark.parametrize(("text", "expressions"), AGREE)
def test_right_ones_agree(text: str, expressions: list[str]) -> None:
    relations, findings = judged(text)
    assert {e: relations.get(e) for e in expressions} == dict.fromkeys(expressions, "consistent")
    assert findings == []


@pytest.mark.parametrize(("text", "expression"), WRONG)
def test_wrong_ones_are_found(text: str, expression: str) -> None:
    relations, findings = judged(text)
    assert relations[expression] == "inconsistent" and "A104" in findings


@pytest.mark.parametrize("text", QUIET)
def test_misleading_ones_are_quiet(text: str) -> None:
    assert found(text) == []


LISTED = (
    "(2) Kinh phí mở lớp {} triệu đồng, trong đó thuê giảng viên, trợ giảng 957,4 triệu đồng; in "
    "tài liệu 218,9 triệu đồng;\nthuê hội trường, thiết bị 352,3 triệu đồng. Mở 46 lớp."
)


def test_a_list_told_in_a_row_goes_on_below() -> None:
    right, wrong = judged(LISTED.format("1.528,6")), judged(LISTED.format("1.582,6"))
    assert right == ({"957.400 + 218.900 + 352.300 = 1.528.600 nghìn": "consistent"}, [])
    assert wrong[1] == ["A104"]


def test_items_of_a_line_each_stay_apart() -> None:
    text = (
        "Xã giao ba thôn:\n\ntổ chức họp dân, bàn việc làm đường trong quý II năm nay;\nthu đủ quỹ."
    )
    assert len(read_text(text, "x.txt").blocks) == 3


CLASSES = [
    "Xã có {} thôn, 15 tổ.\n\nPhân loại theo quy mô:\n\n- Thôn dưới 60 hộ: 18 (8,7%)\n\n"
    "- Thôn từ 60 đến dưới 120 hộ: 92 (44,4%)\n\n- Thôn từ 120 hộ trở lên: 97 (46,9%)",
    "Có {} hợp tác xã. Hợp tác xã dưới 50 thành viên có 18; từ 50 đến dưới 200 thành viên có 92; "
    "từ 200 thành viên trở lên có 97.",
    "Có {} trang trại, trong đó: trang trại dưới 2 ha: 18; từ 2 đến 5 ha: 92; trên 5 ha: 97.",
    "Có {} dự án, gồm: dự án dưới 5 tỷ đồng: 18; từ 5 đến dưới 45 tỷ đồng: 92; trên 45 tỷ đồng: "
    "97.",
    "Có {} cán bộ. Cán bộ dưới 35 tuổi 18, từ 35 đến 50 tuổi 92, trên 50 tuổi 97.",
]


@pytest.mark.parametrize("text", CLASSES)
def test_classes_of_size_leave_nothing_out(text: str) -> None:
    assert built(text.format("207"))["18 + 92 + 97 = 207"] == "consistent"
    wrong = judged(text.format("270"))
    assert wrong[0]["18 + 92 + 97 = 270"] == "inconsistent" and "A104" in wrong[1]


def test_classes_with_a_gap_are_not_all() -> None:
    text = "Có 270 thôn. Thôn dưới 60 hộ: 18; từ 70 đến dưới 120 hộ: 92; từ 120 hộ trở lên: 97."
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Huyện có 67 trường đạt chuẩn (13 trường mầm non, 12 trường tiểu học, 12 trường THCS).",
        "Mưa lũ làm 41 người bị thương (Văn Bàn: 9 người; Bảo Yên: 2 người).",
        "Đoàn thi hành kỷ luật 98 tổ chức (khiển trách 57, cảnh cáo 23).",
        "Có 1.961 người thuộc diện theo dõi, giảm 27 người so với năm 2019. Trong đó, có 539 người "
        "ở huyện, 1.122 người ở thành phố. Số đã ra khỏi diện có 346 người ở huyện và 1.315 người "
        "ở thành phố.",
    ],
)
def test_a_bracket_and_the_parts_of_one_sentence_are_a_whole(text: str) -> None:
    assert found(text) == ["A104"]


@pytest.mark.parametrize(
    "text",
    [
        "Huyện có 67 trường đạt chuẩn (tiêu biểu: 13 trường mầm non, 12 trường tiểu học).",
        "Huyện có 67 trường đạt chuẩn (trong đó 13 trường mầm non, 12 trường tiểu học mới).",
        "Chi bộ có 27 đảng viên (nữ 18, dân tộc thiểu số 12).",
    ],
)
def test_a_bracket_that_names_some_is_no_whole(text: str) -> None:
    assert found(text) == []
