"""Announced relations: what must be built, how it must be judged, and where silence is right."""

from __future__ import annotations

import pytest

from marks import built, contradicted, found, report_of, verdicts

AGREE = [
    (
        "Vận động được 46,8 tỷ đồng, đạt 117% kế hoạch (40,0 tỷ đồng): khối một 17,3 tỷ đồng, "
        "khối hai 16,9 tỷ đồng, khối ba 12,6 tỷ đồng.",
        ["17.300 + 16.900 + 12.600 = 46.800 triệu"],
    ),
    (
        "Tưới được 21.376 ha/kế hoạch 22.150 ha (đạt 96,5%), hụt 774 ha. Trong đó: lúa 12.908 "
        "ha; rau màu 4.617 ha; nho 2.186 ha; cây trồng khác 1.665 ha.",
        ["12.908 + 4.617 + 2.186 + 1.665 = 21.376"],
    ),
    (
        "Có 8.475 công dân có mặt trên 8.802 công dân được gọi, đạt 96,3%; vắng mặt 327 công dân.",
        ["8.802 - 8.475 = 327"],
    ),
    (
        "Năm 2017: 451,2 tỷ đồng, năm 2018: 478,6 tỷ đồng, năm 2021: 523,1 tỷ đồng. Như vậy năm "
        "2021 so với năm 2017 tăng 15,9%.",
        ["(523.100 - 451.200) / 451.200 = 15,9%"],
    ),
    (
        "Tưới 5.489,9 ha (giảm 5,4%; vụ Hè Thu 2023: 5.803,4 ha).",
        ["(5.803,4 - 5.489,9) / 5.803,4 = 5,4%"],
    ),
    (
        "Thu nội địa 1.515 tỷ đồng; trong đó thu tiền sử dụng đất 520 tỷ đồng. Thu nội địa không "
        "kể tiền sử dụng đất là 995 tỷ đồng.",
        ["1.515 - 520 = 995 tỷ"],
    ),
    (
        "Toàn tỉnh giải ngân 3.401 tỷ đồng.\n\nTrong số đã giải ngân có 1.928 tỷ đồng vốn trung "
        "ương, 1.216 tỷ đồng vốn địa phương và 257 tỷ đồng vốn kéo dài.",
        ["1.928 + 1.216 + 257 = 3.401 tỷ"],
    ),
    (
        "Xã có 1.425 cán bộ, trong đó nữ 684 người. Về trình độ chuyên môn: sau đại học 38 "
        "người, đại học 1.204 người, cao đẳng 183 người.",
        ["38 + 1.204 + 183 = 1.425"],
    ),
    (
        "Phường mới có diện tích 18,9 km2, đạt 343,6% so với tiêu chuẩn (5,5 km2).",
        ["18,9 / 5,5 = 343,6%"],
    ),
    (
        "Dùng tiếp 64 trụ sở, chuyển làm trường học 37 trụ sở, bán 17 trụ sở; hai nhóm đầu cộng "
        "lại "
        "là 101 trụ sở.",
        ["64 + 37 = 101"],
    ),
    (
        "Nếu loại trừ tiền đất (914,6 tỷ đồng) và xổ số (138,9 tỷ đồng), thu nội địa còn 5.409,4 "
        "tỷ "
        "đồng. Như vậy hai khoản được loại trừ là 1.053,5 tỷ đồng.",
        ["914.600 + 138.900 = 1.053.500 triệu"],
    ),
    (
        "Bội chi năm 2025: 152,4 tỷ đồng, là chênh lệch giữa tổng mức vay 214,7 tỷ đồng và số trả "
        "nợ gốc 62,3 tỷ đồng.",
        ["214.700 - 62.300 = 152.400 triệu"],
    ),
    (
        "Giải ngân đến 20/9 đạt 5.109,7 tỷ đồng, bằng 59,1% kế hoạch vốn 8.652 tỷ đồng tỉnh giao.",
        ["5.109.700 / 8.652.000 = 59,1%"],
    ),
    (
        "Thành lập xã An Hòa trên cơ sở nhập ba xã, với diện tích tương ứng là 22,40 km2, 32,30 "
        "km2, "
        "30,50 km2; xã mới có diện tích 85,20 km2.",
        ["22,4 + 32,3 + 30,5 = 85,2"],
    ),
    (
        "Tổng số bổ sung 392 tỷ đồng, gồm bổ sung cân đối 271 tỷ đồng và bổ sung có mục tiêu 121 "
        "tỷ "
        "đồng. So với năm trước (374 tỷ đồng), tổng số bổ sung tăng 18 tỷ đồng.",
        ["392 - 374 = 18 tỷ"],
    ),
    (
        "Tổng chi ước 1.025 tỷ đồng, chia ra: chi đầu tư 328 tỷ đồng, chi thường xuyên 615 tỷ "
        "đồng, chi chuyển nguồn 82 tỷ đồng. Tỷ trọng chi đầu tư là 32%, chi thường xuyên "
        "60% tổng chi.",
        ["328 / 1.025 = 32%", "615 / 1.025 = 60%"],
    ),
    ("giảm từ 24 xã xuống còn 15 xã, giảm 09 đơn vị (37,5%).", ["24 - 15 = 9", "9 / 24 = 37,5%"]),
    (
        "Năm 2023 tiếp nhận 45.120 hồ sơ, tăng 12,8% so với năm 2022 (40.000 hồ sơ).",
        ["(45.120 - 40.000) / 40.000 = 12,8%"],
    ),
    ("Có 1.234/1.300 thôn có nhà văn hóa, đạt 94,92%.", ["1.234 / 1.300 = 94,92%"]),
    (
        "Tổng số 3.450 người, trong đó nam 2.000 người, nữ 1.450 người.",
        ["2.000 + 1.450 = 3.450"],
    ),
    ("Đã tuyển 120 viên chức (giáo dục 80, y tế 30, khác 10).", ["80 + 30 + 10 = 120"]),
    ("Giao 150 biên chế, đã dùng 142 biên chế, còn lại 8 biên chế.", ["150 - 142 = 8"]),
    (
        "Thu 12.500 tỷ đồng, bằng 105% dự toán (11.905 tỷ đồng).",
        ["12.500 / 11.905 = 105%"],
    ),
    (
        "Hỗ trợ 250 hộ nghèo, mỗi hộ 40 triệu đồng, tổng kinh phí 10 tỷ đồng.",
        ["250 × 40 = 10.000 triệu"],
    ),
    ("Giảm 03 phòng (tỷ lệ 17,6%).", ["3 / 17 = 17,6%"]),
    (
        "Tỷ lệ hộ nghèo giảm từ 5,6% năm 2022 xuống 4,1% năm 2023 (giảm 1,5 điểm %).",
        ["5,6 - 4,1 = 1,5"],
    ),
    (
        "Kinh phí 2.150.000.000 đồng (Hai tỷ một trăm năm mươi triệu đồng).",
        ["2.150.000.000 = 2.150.000.000"],
    ),
    (
        "Sáp nhập 40 thôn để thành lập 18 thôn mới; giảm 22 thôn (trước khi sáp nhập có 210 thôn; "
        "sau khi sáp nhập còn 188 thôn).",
        ["40 - 18 = 22", "210 - 188 = 22"],
    ),
    (
        "Doanh thu 1,5 tỷ đồng, tăng 0,3 tỷ đồng (25%) so với năm 2022 (1,2 tỷ đồng).",
        ["1.500 - 1.200 = 300 triệu", "300 / 1.200 = 25%"],
    ),
    (
        "Thu nội địa 300 tỷ đồng, tăng 2,5 lần so với năm 2020 (120 tỷ đồng).",
        ["300 / 120 = 2,5"],
    ),
    (
        "Toàn tỉnh giảm 30 người. Trong đó: nghỉ hưu 18 người, thôi việc 12 người. Chia theo cấp: "
        "cấp tỉnh 20 người, cấp huyện 10 người.",
        ["18 + 12 = 30", "20 + 10 = 30"],
    ),
    (
        "Có 1.200 hộ bị ảnh hưởng, đã chi trả cho 960 hộ, đã di dời 840 hộ, lần lượt đạt 80% và "
        "70% tổng số hộ.",
        ["960 / 1.200 = 80%", "840 / 1.200 = 70%"],
    ),
    (
        "Năm 2022 được giao 900 biên chế, giảm 12; năm 2023 giảm 15; năm 2024 giảm 18. Ba năm giảm "
        "tổng cộng 45 biên chế.",
        ["12 + 15 + 18 = 45"],
    ),
    (
        "Năm 2024 bố trí 60 tỷ đồng, còn 5,5 tỷ đồng chưa giải ngân. Theo nguồn vốn:\n"
        "- Vốn tỉnh: kế hoạch 25 tỷ đồng, giải ngân 22,5 tỷ đồng;\n"
        "- Vốn huyện: kế hoạch 35 tỷ đồng, giải ngân 32 tỷ đồng.\n",
        ["25 + 35 = 60 tỷ"],
    ),
    (
        "Mở 32 lớp, mỗi lớp 25 học viên, tổng cộng 800 người học.",
        ["32 × 25 = 800"],
    ),
    (
        "Thuế của khu vực dân doanh: 372 tỷ đồng, trong đó:\n"
        "a) Thuế giá trị gia tăng: 248 tỷ đồng;\nb) Thuế thu nhập: 124 tỷ đồng.\n",
        ["248 + 124 = 372 tỷ"],
    ),
    (
        "Sản lượng đạt 5.250 tấn, tăng 5% so với vụ trước (vụ trước đạt 5.000 tấn).",
        ["(5.250 - 5.000) / 5.000 = 5%"],
    ),
    (
        "Chi cục xử lý 1.100 lượt hồ sơ, tăng 100 lượt so với năm trước, tương đương tăng 10%.",
        ["100 / (1.100 - 100) = 10%"],
    ),
    (
        "Cuối kỳ huyện còn 412 hội viên nghèo, giảm 88 hội viên so với đầu nhiệm kỳ. Đầu nhiệm kỳ, "
        "huyện có 500 hội viên nghèo.",
        ["500 - 412 = 88"],
    ),
    (
        "Giao 64 trạm[1] cho cấp xã.\n\n[1] Vùng cao 24 trạm, vùng thấp 40 trạm.",
        ["24 + 40 = 64"],
    ),
    (
        "Số thuế hụt 20 tỷ đồng so với con số 80 tỷ đồng của năm 2022 (năm nay thu 60 tỷ đồng), "
        "tức giảm 25% so với năm trước.",
        ["80 - 60 = 20 tỷ", "20 / 80 = 25%"],
    ),
    (
        "Trong 50 hộ có 30 hộ nghèo, 20 hộ cận nghèo; nếu chia theo vùng thì vùng cao 35 hộ, vùng "
        "thấp 15 hộ.",
        ["30 + 20 = 50", "35 + 15 = 50"],
    ),
    (
        "Huyện chi 2.510 triệu đồng cho các xã. Kế hoạch giao năm nay là 2.000 triệu đồng; số chi "
        "bằng 125,5% kế hoạch.",
        ["2.510 / 2.000 = 125,5%"],
    ),
]

WRONG = [
    (
        "Dư nợ là 4.962,7 tỷ đồng, chiếm 99,75% tổng dư nợ: Hội Liên hiệp Phụ nữ 1.987,4 tỷ "
        "đồng, Hội Nông dân 1.452,0 tỷ đồng, Hội Cựu chiến binh 861,5 tỷ đồng, Đoàn Thanh niên "
        "681,8 tỷ đồng.",
        "1.987.400 + 1.452.000 + 861.500 + 681.800 = 4.962.700 triệu",
        "A104",
    ),
    (
        "Sản lượng đạt 5.489 tấn (giảm 3,7%; năm 2023: 5.803 tấn).",
        "(5.803 - 5.489) / 5.803 = 3,7%",
        "A102",
    ),
    (
        "Xã An có 21 đoàn, xã Bình 34 đoàn, xã Chánh 38 đoàn. Ba địa phương này có 103 đoàn.",
        "21 + 34 + 38 = 103",
        "A104",
    ),
    (
        "Bội chi 125,4 tỷ đồng, là chênh lệch giữa tổng mức vay 214,7 tỷ đồng và trả nợ 62,3 tỷ "
        "đồng.",
        "214.700 - 62.300 = 125.400 triệu",
        "A101",
    ),
    (
        "Nhập phường An Hòa (diện tích 4,42 km2, 14.618 người) và xã Bình Lộc (25,38 km2, 9.307 "
        "người). Sau khi nhập, phường mới có diện tích 29,80 km2, đạt 541,8% so với tiêu chuẩn "
        "(5,5 km2), dân số 29.325 người.",
        "14.618 + 9.307 = 29.325",
        "A104",
    ),
    (
        "Kế hoạch vốn là 5.873,6 tỷ đồng. Toàn tỉnh giải ngân 3.402,1 tỷ đồng, bằng 57,92% kế "
        "hoạch vốn; còn 2.741,5 tỷ đồng phải giải ngân.",
        "5.873.600 - 3.402.100 = 2.741.500 triệu",
        "A101",
    ),
    (
        "Bố trí cho 05 công trình trọng điểm (đường vành đai 5; cầu Tân Lang; nút giao Phú Thứ; "
        "đường kết nối di sản) 1.482 triệu đồng.",
        "4 = 5",
        "A107",
    ),
    (
        "Tỷ lệ trẻ ra lớp đạt 41,5%, năm học trước đạt 43,2%, tăng 1,7 điểm %.",
        "41,5 - 43,2 = 1,7",
        "A105",
    ),
    (
        "Tỉnh đã tuyển năm 2021 212 giáo viên, năm 2022 187 giáo viên, năm 2023 145 giáo viên, "
        "tổng cộng 399 giáo viên.",
        "212 + 187 + 145 = 399",
        "A104",
    ),
    (
        "Năm 2020 cả vùng có 412 hợp tác xã. Về sau vùng gọn dần: năm 2021 duy trì 380 hợp tác xã "
        "(giảm 30 hợp tác xã so với năm 2020), năm 2022 duy trì 340 hợp tác xã (giảm 40 hợp tác xã "
        "so với năm 2021), năm 2023 duy trì 310 hợp tác xã (giảm 30 hợp tác xã so với năm 2022).",
        "412 - 380 = 30",
        "A101",
    ),
    (
        "Kim ngạch đạt 1.320 triệu USD, tăng 12,5% so với cùng kỳ (cùng kỳ đạt 1.200 triệu USD).",
        "(1.320 - 1.200) / 1.200 = 12,5%",
        "A102",
    ),
    (
        "Thu phí được 66 tỷ đồng, bằng 120% dự toán (dự toán huyện giao 60 tỷ đồng).",
        "66 / 60 = 120%",
        "A103",
    ),
    (
        "Chi cục xử lý 1.100 lượt hồ sơ, tăng 100 lượt so với năm trước, tương đương tăng 9,1%.",
        "100 / (1.100 - 100) = 9,1%",
        "A102",
    ),
    ("Số vụ cháy là 27 vụ, tăng so với năm 2022 (34 vụ).", "34 < 27", "A105"),
    ("Thu cả năm đạt 96 tỷ đồng, vượt dự toán huyện giao (dự toán 98 tỷ đồng).", None, "A105"),
    ("Tỷ lệ hộ nghèo hạ từ 4,2% năm 2022 xuống 4,6% năm 2023.", None, "A105"),
    ("Thu nhập được nâng từ 47 triệu đồng năm 2022 lên 45 triệu đồng năm 2023.", None, "A105"),
    (
        "Thu nội địa vượt 12 tỷ đồng so với dự toán tỉnh giao: dự toán 245 tỷ đồng, thực hiện 262 "
        "tỷ đồng.",
        "262 - 245 = 12 tỷ",
        "A101",
    ),
    (
        "Lượng điện năm 2024 đạt 1.120 triệu kWh, tăng 8% so với năm 2023; năm 2023 lượng điện là "
        "1.080 triệu kWh.",
        "(1.120 - 1.080) / 1.080 = 8%",
        "A102",
    ),
    (
        "So với năm 2020 (320 đội), số đội tự quản còn 272 đội, đã giảm 48 đội, đạt tỷ lệ 12,5%.",
        "48 / 320 = 12,5%",
        "A102",
    ),
    (
        "Đợt kiểm tra có 28 cuộc, gồm: 12 cuộc theo kế hoạch, 9 cuộc đột xuất và 4 cuộc phúc tra.",
        "12 + 9 + 4 = 28",
        "A104",
    ),
    ("Bốn xã chưa nộp báo cáo là: Hòa Sơn, Hòa Hải và Hòa Lộc.", "3 = 4", "A107"),
    (
        "Kiểm tra phát hiện 5 thiếu sót: thứ nhất, lưu hồ sơ chậm; thứ hai, chưa công khai; thứ "
        "ba, chi sai nguồn.",
        "3 = 5",
        "A107",
    ),
    ("Tuyến đường qua 3 huyện (Mường Ảng, Tủa Chùa) dài 42 km.", "2 = 3", "A107"),
    ("Thời hạn là 60 ngày (sáu mươi lăm ngày) kể từ hôm nay.", "65 = 60", "A108"),
    (
        "Năm qua thụ lý 486 vụ án hình sự. Với 468 vụ án hình sự nói trên, đã xét xử 451 vụ.",
        "486 = 468",
        "A110",
    ),
    ("Số đơn vị giảm từ 14 đơn vị xuống còn 17 đơn vị.", "14 > 17", "A105"),
    (
        "Tiếp nhận 964 đơn (khiếu nại 186 đơn, tố cáo 74 đơn, kiến nghị 740 đơn).",
        "186 + 74 + 740 = 964",
        "A104",
    ),
    ("Xảy ra 61 vụ, so với cùng kỳ tăng 8 vụ (61/52 vụ).", "61 - 52 = 8", "A101"),
    (
        "Tổng số phiếu 53 phiếu, trong đó hợp lệ 51 phiếu, không hợp lệ 01 phiếu.",
        "51 + 1 = 53",
        "A104",
    ),
    (
        "Theo mức độ, 563 đơn vị được xếp loại: tự chủ hoàn toàn 44 đơn vị; tự chủ một phần 179 "
        "đơn vị; ngân sách bảo đảm 343 đơn vị.",
        "44 + 179 + 343 = 563",
        "A104",
    ),
    (
        "Giảm 149 đơn vị, tỷ lệ 20,9%<sup>1</sup>.\n\n"
        "<sup>1</sup> Gồm 31 đơn vị cấp tỉnh và 119 đơn vị cấp huyện.",
        "31 + 119 = 149",
        "A104",
    ),
    (
        "Nhập ba xã Mai Sơn (1.400 ha; 5.200 người), Hòa An (1.200 ha; 4.800 người) và Phú Mỹ "
        "(1.400 ha; 5.600 người). Sau khi nhập, xã Mai Sơn có 4.000 ha và 15.609 người.",
        "5.200 + 4.800 + 5.600 = 15.609",
        "A104",
    ),
    (
        "Mỗi khu có 03 người, 184 khu có tất cả 552 người. Trước khi nhập khu, lực lượng này là "
        "657 người, nay đã giảm 115 người.",
        "657 - 552 = 115",
        "A101",
    ),
    (
        "Số tổ chức đảng là 793, giảm 8%; xếp theo loại hình có 220 tổ chức ở xã, 318 ở cơ quan và "
        "265 ở doanh nghiệp.",
        "220 + 318 + 265 = 793",
        "A104",
    ),
    (
        "Ngành có 21 đầu mối. Các đầu mối hiện nay gồm có: 02 chi cục, 05 bệnh viện và 15 trung "
        "tâm.",
        "2 + 5 + 15 = 21",
        "A104",
    ),
    (
        "Phân theo chức danh, 3.741 người nói trên có 1.012 bác sĩ, 2.027 điều dưỡng và 675 người "
        "giữ chức danh khác.",
        "1.012 + 2.027 + 675 = 3.741",
        "A104",
    ),
    (
        "Bước vào nhiệm kỳ có 52.318 đảng viên; đến hết năm 2020 có 63.907 đảng viên, tăng 11.859 "
        "đồng chí.",
        "63.907 - 52.318 = 11.859",
        "A101",
    ),
    (
        "Từ 29.846 người năm 2015 xuống còn 27.108 người năm 2020; so với năm 2015 giảm 2.738 "
        "người, tỷ lệ 10,1%.",
        "2.738 / 29.846 = 10,1%",
        "A102",
    ),
    (
        "Mỗi người được hỗ trợ 45 triệu đồng; đã có 98 người được nhận, tổng kinh phí 4,23 tỷ "
        "đồng.",
        None,
        "A109",
    ),
    ("Giải ngân 1.215/2.430 tỷ đồng, đạt 52,1%KH.", "1.215 / 2.430 = 52,1%", "A103"),
    (
        "Trong tổng số 1.450 thôn có 1.073 thôn đạt chuẩn (đạt 74%), còn 387 thôn chưa đạt.",
        "1.450 - 1.073 = 387",
        "A101",
    ),
    (
        "Thu 845 tỷ đồng, bằng 70,4% dự toán (1.200 tỷ đồng), tăng gấp 1,9 lần so với cùng kỳ "
        "(520 tỷ đồng).",
        "845 / 520 = 1,9",
        "A102",
    ),
    ("giảm từ 24 xã xuống còn 15 xã, giảm 08 xã.", "24 - 15 = 8", "A101"),
    (
        "giảm từ 5.000 người xuống còn 4.500 người (giảm 11%).",
        "(5.000 - 4.500) / 5.000 = 11%",
        "A102",
    ),
    ("Có 31/72 xã đạt chuẩn, đạt tỷ lệ 46,3%.", "31 / 72 = 46,3%", "A103"),
    (
        "Kinh phí 5.200 triệu đồng, gồm: tỉnh 3.000 triệu đồng, huyện 1.500 triệu đồng, xã hội "
        "hóa 800 triệu đồng.",
        "3.000 + 1.500 + 800 = 5.200 triệu",
        "A104",
    ),
    ("giảm từ 14 ca xuống 17 ca (giảm 03 ca).", "14 - 17 = 3", "A105"),
    ("Giảm 05 khoa (23,5%).", "5 / ? = 23,5%", "A106"),
    (
        "Huyện có 5 xã đặc thù gồm: An Lộc, Bình Minh, Cẩm Sơn, Duy Tân, Hòa Hải, Kim Long.",
        None,
        "A107",
    ),
    ("Hỗ trợ 12.900.000 đồng (Bằng chữ: Mười hai triệu chín mươi nghìn đồng).", None, "A108"),
    (
        "Hỗ trợ 36 nhà, mỗi nhà 24,5 triệu đồng, tổng cộng 892 triệu đồng.",
        "36 × 24.500 = 892.000 nghìn",
        "A109",
    ),
    (
        "Năm 2021 là 2.500 người, năm 2022 là 2.450 người (giảm 50 người), năm 2023 là 2.400 "
        "người (giảm 40 người).",
        "2.450 - 2.400 = 40",
        "A101",
    ),
    ("Kế hoạch 342,5 tỷ đồng, giải ngân 315,1 tỷ đồng, đạt 93,5%.", None, "A103"),
    ("Tổng thu 96 tỷ đồng, tổng chi 84 tỷ đồng; kết dư 15 tỷ đồng.", "96 - 84 = 15 tỷ", "A101"),
    (
        "Y tế 1.215 người, giáo dục 8.120 người, ngành khác 640 người; tổng số viên chức là 9.957 "
        "người.",
        "1.215 + 8.120 + 640 = 9.957",
        "A104",
    ),
    (
        "Có 26 cơ sở dôi dư, bao gồm 11 trụ sở, 09 trạm y tế và 04 điểm trường; đã bán 15 cơ sở.",
        "11 + 9 + 4 = 26",
        "A104",
    ),
    (
        "Sở lập 12 đoàn<sup>1</sup>, thu hồi 9,2 tỷ đồng.\n\n"
        "<sup>1</sup> Bao gồm 05 đoàn thanh tra và 08 đoàn kiểm tra.",
        "5 + 8 = 12",
        "A104",
    ),
    (
        "Năm 2022 xây 140 nhà, năm 2023 xây 210 nhà, năm 2024 xây 260 nhà, lũy kế ba năm 601 nhà.",
        "140 + 210 + 260 = 601",
        "A104",
    ),
    (
        "Có 318 vụ, hư hỏng 742 xe, giảm lần lượt 24 vụ và 116 xe so với năm 2023 (342 vụ, 857 "
        "xe).",
        "857 - 742 = 116",
        "A101",
    ),
]

SLIPS = [
    ("Tuyến đê dài 26,4 km, đã kiên cố 17,8 km; 9,6 km vẫn là đê đất.", "A101"),
    ("Diện tích rừng thu hẹp từ 85.640 ha xuống 85.218 ha, nghĩa là mất đi 322 ha.", "A101"),
    ("Nhiệm kỳ trước mở 36 lớp; nhiệm kỳ này mở 52 lớp. Như vậy nhiều hơn 18 lớp.", "A101"),
    ("Hiện có 73/98 thôn có sóng 4G, còn 35 thôn chưa được phủ sóng.", "A101"),
    ("Tỷ lệ hộ nghèo năm trước là 11,46%, năm nay còn 8,92%, giảm 3,54 điểm phần trăm.", "A101"),
    ("Cả tỉnh có 1.280 km đường, đã cứng hóa 1.088 km, đạt 58%.", "A103"),
    ("Cùng kỳ năm trước đạt 240 triệu USD. Năm nay ước 276 triệu USD, tăng 18%.", "A102"),
    ("Năm 2015 có 14 hợp tác xã, nay đã có 49 hợp tác xã, gấp 2,5 lần.", "A102"),
    ("Thụ lý 215 vụ hình sự, 640 vụ dân sự, 388 vụ khác; tổng số là 1.343 vụ.", "A104"),
    ("Hai đợt hỗ trợ xóa 386 nhà: đợt một 198 nhà, đợt hai 178 nhà.", "A104"),
    ("Sau sáp nhập, 248 thôn có 44.640 hộ, trung bình mỗi thôn 150 hộ.", "A109"),
]


@pytest.mark.parametrize(("text", "code"), SLIPS)
def test_slips_are_found_where_only_a_cue_announces(text: str, code: str) -> None:
    assert [f.code for f in report_of(text).findings] == [code]


SILENT = [
    "Kết nối 28 điểm cầu, trong đó có các điểm cầu: Thành ủy, Huyện ủy Mai Sơn.",
    "Giảm 48 hộ, tỷ lệ hộ nghèo giảm từ 12,5% xuống 11,3%.",
    "Thu ngân sách đạt 1.140 tấn, vượt kế hoạch; chế biến 368 tấn, đạt 100% kế hoạch.",
    "Tăng 5% so với cùng kỳ (trong đó xuất khẩu 120 triệu USD, nhập khẩu 80 triệu USD).",
    "Số vụ cháy là 27 vụ, giảm so với năm 2022 (34 vụ).",
    "Sáu tháng qua, hai trụ sở được giao lại là Chi cục Thuế, Chi cục Thống kê.",
    "Có 126 chi bộ nông thôn. Đến nay 128/128 tổ dân phố đã có nhà họp.",
    "Chi được 2.034 tỷ đồng, năm 2022 là 1.859 tỷ đồng. Dự toán giao là 1.964 tỷ đồng; số chi bằng "
    "103,6% dự toán.",
    "Kế hoạch 342,5 tỷ đồng, giải ngân 315,1 tỷ đồng, đạt 104,2% so với cùng kỳ.",
    "Tổng thu 96 tỷ đồng, tổng chi 84 tỷ đồng, chi trả nợ 13 tỷ đồng.",
    "Có 3 đơn vị, bao gồm 2 phòng, 14 biên chế và 6 xe.",
    "Sở lập 12 đoàn và thu hồi 9,2 tỷ đồng<sup>1</sup>.\n\n"
    "<sup>1</sup> Gồm 05 đoàn thanh tra và 08 đoàn kiểm tra.",
    "Năm 2022 xây 140 nhà, năm 2023 xây 210 nhà, bình quân hai năm 175 nhà.",
    "Xã An Bình có 12 km2, 4.000 người và xã Yên Hòa có 10 km2, 3.000 người. Sau khi sắp xếp, "
    "huyện có 23 km2 đất rừng.",
    "Cuối năm 2015 có 84 đơn vị. Đến nay còn 67 đơn vị, tức là giảm 17 đầu mối, tương đương 20,24% "
    "so với năm 2015.",
    "Năm 2024 kết nạp 1.486 đảng viên. Kết quả kết nạp đảng viên qua các năm như sau: năm 2021 là "
    "1.302, năm 2022 là 1.247.",
    "Ngành có 21 đầu mối. Các dự án hiện nay gồm có: 02 nhà máy, 05 bệnh viện và 15 trung tâm.",
    "Mỗi xã được hỗ trợ 500 triệu đồng; năm 2023 có 12 xã, tổng kinh phí từ đầu giai đoạn là "
    "15.500 triệu đồng.",
    "Có 862 đảng viên; đến nay có 912 đảng viên, tăng 12 đồng chí so với năm trước.",
    "Loại yếu: có 50 điểm hoặc thuộc một trong các trường hợp sau:\na) Vi phạm kỷ luật;\n"
    "b) Không hoàn thành nhiệm vụ.",
    "Có 48 vụ, 31 người chết, 40 người bị thương (tăng 5 vụ, tăng 2 người chết, giảm 6 người bị "
    "thương so với cùng kỳ).",
    "Tỷ lệ nữ cấp tỉnh 17,6%, cấp huyện 20,4%, cấp cơ sở 22,8%, tăng 2,1%, 1,8% và 2,5%.",
    "Bố trí 1.005 người tại 143 xã, bình quân 7 người/xã.",
    "Tổng số 35 tiết, gồm 20 tiết lý thuyết, 10 tiết thực hành và hoạt động trải nghiệm.",
    "Đợt một 124 hộ, đợt hai 96 hộ, có 15 hộ được hỗ trợ cả hai đợt; tính chung 205 hộ.",
    "Sau sắp xếp còn 12 phòng, giảm 03 phòng so với trước, giảm 05 phòng so với năm 2015 (17 "
    "phòng).",
    "Giảm từ 310 thôn xuống 268 thôn; giai đoạn tới dự kiến giảm thêm 15 thôn.",
    "Mở 32 lớp, mỗi lớp 25 học viên, tổng cộng khoảng 900 lượt người học.",
    "Có 12 phòng (năm 2020: 15 phòng; năm 2018: 18 phòng).",
    "Cấp 350 giấy phép (huyện A 120, thành phố 180...).",
    "Tỷ lệ hộ nghèo giảm từ 34,9% năm 2022 xuống còn 30,35% năm 2023, giảm 4,55%.",
    "Số hộ nghèo giảm từ 52.000 xuống 36.000 hộ, bình quân mỗi năm giảm 4,1%.",
    "Số xã đạt chuẩn tăng từ 38 xã lên 58 xã, trong đó năm 2023 tăng 8 xã.",
    "Số vụ giảm từ 340 vụ xuống 312 vụ, riêng địa bàn thành phố giảm 15 vụ (12,5%).",
    "Huy động vốn đạt 16.520 tỷ đồng, tăng 1.120 tỷ đồng, bằng 107,3% so với đầu năm "
    "(15.400 tỷ đồng).",
    "Số tiền 1.250.000 đồng (Một triệu, hai trăm năm mươi nghìn đồng).",
    "Số tiền 1.250 tỷ đồng (Một nghìn hai trăm năm mươi tỷ đồng).",
    "Số tiền 120 triệu đồng (một phần từ nguồn xã hội hóa).",
    "Tổng số 120 cán bộ, gồm 35 nữ, 98 người DTTS, 45 người dưới 40 tuổi.",
    "Đội ngũ 250 người như sau:\n- Nữ: 95 người;\n- Dân tộc thiểu số: 130 người;\n"
    "- Đoàn viên: 60 người.",
    "Trạm có 6 người, gồm 01 bác sĩ, 02 y sĩ, điều dưỡng và nữ hộ sinh.",
    "Hỗ trợ 1,5 triệu đồng/người mỗi tháng cho 120 người, tổng kinh phí cả năm là 2.160 triệu "
    "đồng.",
    "Đã giải quyết 43/47 vụ việc, tỷ lệ đơn đúng hạn đạt 95%.",
    "Có 2/3 trường đạt chuẩn, tăng 5% so với năm trước.",
    "Có 07/37 cơ sở vượt dự kiến chi từ 10% trở lên.",
    "Xảy ra 47 vụ, tăng 05 vụ so với cùng kỳ năm 2022 và giảm 03 vụ so với năm 2021.",
    "So với năm 2020 (1.500 doanh nghiệp), số doanh nghiệp tăng gấp 1,6 lần, đạt 2.400.",
    "Thành lập 03 sở trên cơ sở hợp nhất 06 sở: Sở Tài chính; Sở Xây dựng; Sở Nông nghiệp và "
    "Môi trường.",
    "Trong 684 vụ, sở hữu 412 vụ, tính mạng 163 vụ, trật tự công cộng 78 vụ, loại khác 31 vụ.",
    "Giảm 14 người chết (từ 101 người xuống 87 người), tăng 09 người bị thương (từ 133 người lên "
    "142 người).",
    "Có 986.214 tài khoản, gồm 41.570 tài khoản mức 1 và 944.644 tài khoản mức 2.",
    "Có 25 đơn vị, trong đó có 12 đơn vị tự chủ và 5 đơn vị tự chủ một phần.",
    "Phấn đấu đến năm 2030 giảm 20% số đầu mối, từ 50 xuống còn 45 đầu mối.",
    "Diện tích gieo trồng 12.450 ha, đạt 101,2% kế hoạch, tăng 350 ha so với năm trước.",
    "Trường có 15 lớp với 450 học sinh, trong đó có 230 học sinh nữ.",
    "Chi 21.049 tỷ đồng (trong đó: đầu tư 5.937 tỷ đồng, thường xuyên 14.635 tỷ đồng).",
    "Có 240 hộ, gồm 182 hộ về đất và 96 hộ về nhà (có 38 hộ được tính ở cả hai nhóm).",
    "Có 135 nghị quyết bổ nhiệm 2.651 đại biểu; 45 xã có 312 thôn.",
    "Đơn vị có 20 dự án; giải ngân đạt 78,4% kế hoạch, tăng 5% so với cùng kỳ.",
    "Cơ sở vật chất gồm phòng học, nhà ở…; có 12 phòng (phòng họp, phòng khách…).",
    "Mỗi phòng được bố trí không quá 02 phó trưởng phòng; tối thiểu 05 biên chế.",
    "Do người sử dụng lao động 45,5% (15 vụ trên tổng số 33 vụ), do người lao động 18,2%, còn "
    "lại do khách quan.",
    "Tổng thu 341,8 tỷ đồng, tổng chi 289,4 tỷ đồng, chênh lệch 52,4 tỷ đồng. Chi hoa hồng, phí "
    "ủy thác chiếm 18,6% tổng chi.",
    "Số thu đạt 215 tỷ đồng, cùng kỳ năm trước là 232 tỷ đồng, giảm 17 tỷ đồng.",
    "Số thu đạt 232 tỷ đồng, so với năm trước tăng 17 tỷ đồng.",
    "Có 112 cán bộ, 87 công chức, 45 lao động hợp đồng, tổng cộng 199 cán bộ, công chức.",
]


@pytest.mark.parametrize(("text", "expected"), AGREE)
def test_agreeing_relations_are_built(text: str, expected: list[str]) -> None:
    report = report_of(text)
    relations = verdicts(report)
    for expression in expected:
        assert relations.get(expression) == "consistent", relations
    assert not report.findings


@pytest.mark.parametrize(("text", "expression", "code"), WRONG)
def test_contradictions_are_found(text: str, expression: str | None, code: str) -> None:
    report = report_of(text)
    assert [f.code for f in report.findings] == [code]
    if expression is not None:
        assert verdicts(report)[expression] == "inconsistent"
    stated = {q.id: q for q in report.quantities}
    relation = next(r for r in report.relations if r.verdict == "inconsistent")
    finding = report.findings[0]
    figure = stated[relation.stated]
    assert (finding.start, finding.end) == (figure.start, figure.end)
    assert text[finding.start : finding.end] == figure.text


@pytest.mark.parametrize("text", SILENT)
def test_no_alarm_where_nothing_is_announced(text: str) -> None:
    assert contradicted(text) == [] and found(text) == []


def test_round_rates_do_not_add_up_by_chance() -> None:
    text = "Đóng góp khoảng 45%; tỷ trọng chế biến đạt trên 25%; kinh tế số khoảng 20% GRDP."
    assert report_of(text).relations == ()
    shares = "Cây lâu năm chiếm 45% diện tích, trong đó cà phê 25%, cao su 20%."
    assert [r.expression for r in report_of(shares).relations] == ["25 + 20 = 45%"]


def test_nested_totals_over_bullets() -> None:
    text = (
        "1. Tổng chi: 100,5 tỷ đồng:\n"
        "- Chi đầu tư: 40,5 tỷ đồng.\n"
        "- Chi thường xuyên: 60 tỷ đồng.\n"
        "+ Giáo dục: 35 tỷ đồng.\n"
        "+ Y tế: 25 tỷ đồng.\n"
    )
    report = report_of(text)
    values = {r.stated: r for r in report.relations}
    by_id = {q.id: q.text for q in report.quantities}
    assert {by_id[s]: r.verdict for s, r in values.items()} == {
        "100,5": "consistent",
        "60": "consistent",
    }


def test_shares_of_a_list_are_judged_by_their_siblings() -> None:
    text = (
        "Toàn tỉnh có 489 đơn vị, cụ thể:\n"
        "- Nhóm 1: 02 đơn vị, chiếm 0,4%;\n"
        "- Nhóm 2: 21 đơn vị, chiếm 3,4%;\n"
        "- Nhóm 3: 148 đơn vị, chiếm 30,3%;\n"
        "- Nhóm 4: 318 đơn vị, chiếm 65,0%.\n"
    )
    report = report_of(text)
    wrong = [r.expression for r in report.relations if r.verdict == "inconsistent"]
    assert wrong == ["21 / 489 = 3,4%"]
    suggestion = report.findings[0].suggestions[0]
    assert (str(suggestion.value), suggestion.confidence) == ("4.3", "high")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Cộng", ["A104"]),
        ("Tổng cộng", ["A104"]),
        ("Cộng đồng dân cư đóng góp", []),
        ("Tổng công ty Điện lực hỗ trợ", []),
    ],
)
def test_only_a_total_closes_a_list(line: str, found: list[str]) -> None:
    text = (
        "Kết quả huy động nguồn lực:\n"
        "- Xã Tân An: 12 triệu đồng\n"
        "- Xã Tân Phú: 15 triệu đồng\n"
        f"{line}: 41 triệu đồng\n"
    )
    assert [f.code for f in report_of(text).findings] == found


def test_series_over_bullets_compares_like_with_like() -> None:
    text = (
        "Kết quả giao số người làm việc:\n"
        "+ Năm 2022: Giao 20.100 người hưởng lương từ ngân sách; giao 949 người hưởng lương từ "
        "nguồn thu.\n"
        "+ Năm 2023: Giao 19.741 người hưởng lương từ ngân sách; 1.025 người hưởng lương từ "
        "nguồn thu (giảm 359 người hưởng lương từ ngân sách và tăng 159 người hưởng lương từ "
        "nguồn thu so với năm 2022).\n"
    )
    relations = built(text)
    assert relations["20.100 - 19.741 = 359"] == "consistent"
    assert relations["1.025 - 949 = 159"] == "inconsistent"


@pytest.mark.parametrize(
    ("stated", "agreement"), [("12,5%", "exact"), ("33,3%", "rounding"), ("66,6%", "truncation")]
)
def test_three_ways_to_agree(stated: str, agreement: str) -> None:
    fraction = {"12,5%": "1/8", "33,3%": "1/3", "66,6%": "2/3"}[stated]
    report = report_of(f"Có {fraction} xã hoàn thành, đạt {stated}.")
    assert [(r.verdict, r.agreement) for r in report.relations] == [("consistent", agreement)]


def test_a_sentence_cut_by_a_page_is_one_sentence() -> None:
    text = (
        "Toàn tỉnh giảm 99 đơn vị, gồm: giảm 26 đơn vị thuộc sở; 51 đơn vị thuộc huyện; 22\n\n"
        "<sup>1</sup> Quyết định số 15/QĐ-UBND.\n\n12\n\n"
        "đơn vị khác thuộc tỉnh<sup>1</sup>.\n"
    )
    assert built(text) == {"26 + 51 + 22 = 99": "consistent"}


def test_note_calls_do_not_grow_numbers() -> None:
    text = "Toàn tỉnh giảm 99¹ đơn vị năm 2015³.\n\n¹ Theo báo cáo.\n\n³ Số liệu gốc.\n"
    report = report_of(text)
    assert [q.text for q in report.quantities] == ["99"]
    assert [d.value for d in report.dates] == ["2015"]
