# ruff: noqa: E501 (rows of tables)
"""Invented tables as provinces, districts and departments write them, and slips to plant in them.

A slip is (what stands there, what is written instead): the first place where it stands is meant.
Each must be found: some finding of the table (A111–A117) has to come out, and none without it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Written:
    """A document with tables; `slips` are found one by one."""

    name: str
    text: str
    slips: tuple[tuple[str, str], ...]


WRITTEN = (
    Written(
        "biên chế theo đơn vị",
        """
# BÁO CÁO KẾT QUẢ TINH GIẢN BIÊN CHẾ NĂM 2024

Biểu số 01. Biên chế công chức các phòng chuyên môn

| TT | Đơn vị | Biên chế giao năm 2021 | Biên chế giao năm 2024 | Tăng/giảm | Tỷ lệ giảm (%) |
|---|---|---|---|---|---|
| 1 | Văn phòng HĐND và UBND | 24 | 21 | -3 | 12,5 |
| 2 | Phòng Nội vụ | 12 | 11 | -1 | 8,3 |
| 3 | Phòng Tài chính - Kế hoạch | 13 | 12 | -1 | 7,7 |
| 4 | Phòng Giáo dục và Đào tạo | 11 | 9 | -2 | 18,2 |
| 5 | Phòng Tư pháp | 6 | 5 | -1 | 16,7 |
| 6 | Thanh tra huyện | 7 | 6 | -1 | 14,3 |
| | **Tổng cộng** | **73** | **64** | **-9** | **12,3** |

Tổng số biên chế công chức được giao năm 2024 là 64 biên chế, giảm 09 biên chế so với năm 2021.
""",
        (
            ("**64**", "**65**"),
            ("| -2 | 18,2", "| -3 | 18,2"),
            ("| 18,2", "| 12,8"),
            ("**73**", "**37**"),
            ("| 6 | 5 | -1", "| 6 | 5 | -2"),
        ),
    ),
    Written(
        "thu ngân sách",
        """
# BÁO CÁO TÌNH HÌNH THỰC HIỆN DỰ TOÁN NGÂN SÁCH NĂM 2024

Năm 2024, tổng thu ngân sách nhà nước trên địa bàn thực hiện 285,4 tỷ đồng, đạt 106,1% dự toán.
Trong đó, thu tiền sử dụng đất thực hiện 61.500 triệu đồng, bằng 87,9% dự toán; thuế ngoài quốc
doanh đạt 118.300 triệu đồng.

**Bảng 1. Thu ngân sách nhà nước năm 2024**

*Đơn vị: triệu đồng*

| STT | Nội dung | Dự toán năm 2024 | Thực hiện năm 2024 | So sánh TH/DT (%) |
|:-:|---|--:|--:|--:|
| A | B | 1 | 2 | 3=2/1 |
| | TỔNG THU NSNN (I+II) | 269.000 | 285.400 | 106,1 |
| I | Thu nội địa | 251.000 | 265.900 | 105,9 |
| 1 | Thuế ngoài quốc doanh | 105.000 | 118.300 | 112,7 |
| 2 | Lệ phí trước bạ | 38.000 | 41.200 | 108,4 |
| 3 | Thu tiền sử dụng đất | 70.000 | 61.500 | 87,9 |
| 4 | Thuế thu nhập cá nhân | 25.000 | 30.100 | 120,4 |
| 5 | Thu khác ngân sách | 13.000 | 14.800 | 113,8 |
| II | Thu viện trợ, đóng góp | 18.000 | 19.500 | 108,3 |
""",
        (
            ("| 265.900", "| 265.800"),
            ("| 112,7", "| 117,2"),
            ("| 70.000 | 61.500", "| 70.000 | 65.100"),
            ("thực hiện 61.500 triệu", "thực hiện 65.100 triệu"),
            ("đạt 118.300 triệu", "đạt 113.800 triệu"),
            ("thực hiện 285,4 tỷ", "thực hiện 258,4 tỷ"),
            ("bằng 87,9% dự toán", "bằng 89,7% dự toán"),
        ),
    ),
    Written(
        "giáo dục",
        """
Phụ lục II. Quy mô trường, lớp, học sinh năm học 2024 - 2025

<table>
<tr><th rowspan="2">TT</th><th rowspan="2">Cấp học</th><th colspan="3">Số trường</th><th rowspan="2">Số lớp</th><th rowspan="2">Số học sinh</th></tr>
<tr><th>Tổng số</th><th>Công lập</th><th>Ngoài công lập</th></tr>
<tr><td>1</td><td>Mầm non</td><td>45</td><td>38</td><td>7</td><td>412</td><td>10.630</td></tr>
<tr><td>2</td><td>Tiểu học</td><td>36</td><td>35</td><td>1</td><td>655</td><td>19.875</td></tr>
<tr><td>3</td><td>Trung học cơ sở</td><td>28</td><td>28</td><td>0</td><td>398</td><td>15.240</td></tr>
<tr><td>4</td><td>Trung học phổ thông</td><td>9</td><td>7</td><td>2</td><td>176</td><td>7.315</td></tr>
<tr><td></td><td>Tổng cộng</td><td>118</td><td>108</td><td>10</td><td>1.641</td><td>53.060</td></tr>
</table>

Toàn huyện hiện có 118 trường học các cấp với 53.060 học sinh.
""",
        (
            ("<td>1.641</td>", "<td>1.614</td>"),
            ("<td>118</td>", "<td>117</td>"),
            ("<td>36</td><td>35</td>", "<td>37</td><td>35</td>"),
            ("<td>53.060</td>", "<td>53.600</td>"),
        ),
    ),
    Written(
        "y tế, nhân lực theo tuyến",
        """
## Bảng 3. Nhân lực y tế theo tuyến đến 31/12/2024

ĐVT: người

| Tuyến | Tổng số | Trong đó: Bác sĩ | Dược sĩ | Điều dưỡng | Khác |
|---|---|---|---|---|---|
| Tuyến tỉnh | 1.250 | 310 | 62 | 545 | 333 |
| Tuyến huyện | 980 | 205 | 48 | 410 | 317 |
| Tuyến xã | 740 | 118 | 35 | 260 | 327 |
| Y tế tư nhân | 315 | 96 | 88 | 101 | 30 |
| Tổng cộng | 3.285 | 729 | 233 | 1.316 | 1.007 |
""",
        (
            ("| 729 |", "| 792 |"),
            ("| 3.285 |", "| 3.258 |"),
            ("| 980 |", "| 890 |"),
        ),
    ),
    Written(
        "sắp xếp xã",
        """
# ĐỀ ÁN SẮP XẾP ĐƠN VỊ HÀNH CHÍNH CẤP XÃ

Biểu 2: Phương án sắp xếp

| STT | Tên xã mới | Các xã nhập | Diện tích tự nhiên (km2) | Quy mô dân số (người) | Tỷ lệ diện tích so với tiêu chuẩn (%) |
|---|---|---|---|---|---|
| 1 | Xã Phú Thịnh | Phú Thịnh, Tân Thịnh | 52,40 | 14.250 | 174,67 |
| 2 | Xã Yên Bình | Yên Bình, Yên Lập, Bình Sơn | 78,15 | 18.930 | 260,50 |
| 3 | Xã Hợp Thành | Hợp Thành, Hợp Tiến | 41,35 | 11.486 | 137,83 |
| 4 | Xã Minh Tân | Minh Tân, Tân Hòa | 36,10 | 16.034 | 120,33 |
| | Cộng | | 208,00 | 60.700 | |

Sau sắp xếp, 04 xã mới có tổng diện tích tự nhiên 208,00 km2, quy mô dân số 60.700 người. Xã Yên
Bình có diện tích tự nhiên 78,15 km2, quy mô dân số 18.930 người.
""",
        (
            ("| 208,00", "| 280,00"),
            ("| 60.700", "| 60.070"),
            ("| 18.930", "| 18.390"),
        ),
    ),
    Written(
        "hộ nghèo",
        """
Bảng 4. Kết quả rà soát hộ nghèo, hộ cận nghèo năm 2024

| TT | Xã, thị trấn | Tổng số hộ dân | Hộ nghèo | | Hộ cận nghèo | |
|---|---|---|---|---|---|---|
| | | | Số hộ | Tỷ lệ (%) | Số hộ | Tỷ lệ (%) |
| 1 | Thị trấn Sông Vân | 2.140 | 45 | 2,10 | 62 | 2,90 |
| 2 | Xã Bình Lộc | 1.860 | 112 | 6,02 | 140 | 7,53 |
| 3 | Xã Đông Giang | 1.325 | 158 | 11,92 | 171 | 12,91 |
| 4 | Xã Tân Hiệp | 1.540 | 97 | 6,30 | 118 | 7,66 |
| 5 | Xã Vĩnh Hòa | 980 | 134 | 13,67 | 127 | 12,96 |
| | Toàn huyện | 7.845 | 546 | 6,96 | 618 | 7,88 |

Đến cuối năm 2024, toàn huyện còn 546 hộ nghèo, chiếm tỷ lệ 6,96%; 618 hộ cận nghèo.
""",
        (
            ("| 546 |", "| 564 |"),
            ("| 11,92", "| 12,92"),
            ("| 618 |", "| 681 |"),
            ("| 7.845", "| 7.854"),
        ),
    ),
    Written(
        "đầu tư công theo nguồn",
        """
Mẫu biểu số 04. Kế hoạch vốn đầu tư công năm 2025

(Ban hành kèm theo Báo cáo số 118/BC-UBND ngày 12/11/2024)

(Đơn vị tính: Triệu đồng)

| STT | Nguồn vốn | Kế hoạch vốn năm 2025 | Giải ngân đến 30/9/2025 | Tỷ lệ giải ngân (%) | Số vốn còn lại |
|---|---|---|---|---|---|
| (1) | (2) | (3) | (4) | (5)=(4)/(3)*100 | (6)=(3)-(4) |
| A | Vốn ngân sách địa phương | 312.500 | 187.250 | 59,92 | 125.250 |
| 1 | Vốn cân đối theo tiêu chí | 85.000 | 61.200 | 72,00 | 23.800 |
| 2 | Vốn từ tiền sử dụng đất | 140.000 | 68.550 | 48,96 | 71.450 |
| 3 | Vốn xổ số kiến thiết | 87.500 | 57.500 | 65,71 | 30.000 |
| B | Vốn ngân sách trung ương | 228.000 | 120.840 | 53,00 | 107.160 |
| 1 | Chương trình mục tiêu quốc gia | 98.000 | 41.650 | 42,50 | 56.350 |
| 2 | Vốn hỗ trợ có mục tiêu | 130.000 | 79.190 | 60,92 | 50.810 |
| | TỔNG SỐ (A+B) | 540.500 | 308.090 | 57,00 | 232.410 |
""",
        (
            ("| 308.090", "| 308.900"),
            ("| 72,00", "| 70,20"),
            ("| 23.800", "| 28.300"),
            ("| 228.000", "| 282.000"),
            ("| 68.550 |", "| 65.850 |"),
        ),
    ),
    Written(
        "hồ sơ theo lĩnh vực",
        """
### Bảng 5. Kết quả giải quyết hồ sơ thủ tục hành chính quý III/2024

| STT | Lĩnh vực | Tổng số tiếp nhận | Trong kỳ | Kỳ trước chuyển sang | Đã giải quyết | Đúng hạn | Quá hạn | Đang giải quyết |
|---|---|---|---|---|---|---|---|---|
| (1) | (2) | (3)=(4)+(5) | (4) | (5) | (6)=(7)+(8) | (7) | (8) | (9)=(3)-(6) |
| 1 | Đất đai | 1.845 | 1.610 | 235 | 1.602 | 1.570 | 32 | 243 |
| 2 | Hộ tịch | 962 | 950 | 12 | 951 | 951 | 0 | 11 |
| 3 | Chứng thực | 3.410 | 3.410 | 0 | 3.410 | 3.410 | 0 | 0 |
| 4 | Xây dựng | 186 | 160 | 26 | 158 | 149 | 9 | 28 |
| 5 | Bảo trợ xã hội | 427 | 398 | 29 | 401 | 396 | 5 | 26 |
| | Tổng số | 6.830 | 6.528 | 302 | 6.522 | 6.476 | 46 | 308 |
""",
        (
            ("| 1.845 |", "| 1.854 |"),
            ("| 6.522 |", "| 6.252 |"),
            ("| 46 |", "| 64 |"),
            ("| 28 |\n", "| 38 |\n"),
        ),
    ),
    Written(
        "cơ cấu chi",
        """
Bảng 2. Cơ cấu chi ngân sách năm 2024

| Nội dung | Số tiền (triệu đồng) | Tỷ trọng (%) |
|---|---|---|
| Chi đầu tư phát triển | 142.300 | 31,6 |
| Chi thường xuyên | 276.800 | 61,5 |
| Dự phòng ngân sách | 9.000 | 2,0 |
| Chi chuyển nguồn | 21.900 | 4,9 |
| Tổng chi | 450.000 | 100 |
""",
        (("| 31,6", "| 36,1"), ("| 450.000", "| 405.000"), ("| 276.800", "| 267.800")),
    ),
    Written(
        "tăng trưởng theo ngành",
        """
## Biểu 3. Giá trị sản xuất các ngành

Đơn vị tính: tỷ đồng

| Ngành | Năm 2023 | Ước thực hiện năm 2024 | So với cùng kỳ (%) |
|---|---|---|---|
| Nông, lâm nghiệp, thủy sản | 4.210 | 4.370 | 103,8 |
| Công nghiệp | 6.850 | 7.466 | 109,0 |
| Xây dựng | 2.940 | 3.146 | 107,0 |
| Thương mại | 5.120 | 5.530 | 108,0 |
| Vận tải, kho bãi | 1.360 | 1.489 | 109,5 |
| Tổng cộng | 20.480 | 22.001 | 107,4 |
""",
        (("| 109,0", "| 119,0"), ("| 22.001", "| 22.010"), ("| 103,8", "| 108,3")),
    ),
    Written(
        "Đảng viên theo loại hình",
        """
Phụ lục 1. Tổ chức cơ sở đảng và đảng viên

| Loại hình | Tổ chức cơ sở đảng | Đảng bộ cơ sở | Chi bộ cơ sở | Đảng viên | Trong đó: Đảng viên nữ | Đảng viên là người dân tộc thiểu số |
|---|---|---|---|---|---|---|
| Xã, thị trấn | 15 | 15 | 0 | 3.412 | 1.105 | 980 |
| Cơ quan hành chính | 22 | 4 | 18 | 645 | 298 | 121 |
| Đơn vị sự nghiệp | 9 | 2 | 7 | 388 | 240 | 96 |
| Doanh nghiệp | 4 | 0 | 4 | 76 | 21 | 5 |
| Lực lượng vũ trang | 2 | 2 | 0 | 214 | 19 | 88 |
| Cộng | 52 | 23 | 29 | 4.735 | 1.683 | 1.290 |
""",
        (
            ("| 4.735", "| 4.753"),
            ("| 52 |", "| 25 |"),
            ("| 76 | 21", "| 76 | 121"),
            ("| 22 | 4", "| 22 | 14"),
        ),
    ),
    Written(
        "một chỉ tiêu ở hai bảng",
        """
Bảng 1. Các chỉ tiêu chủ yếu

| TT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2023 | Kế hoạch năm 2024 | Ước thực hiện năm 2024 |
|---|---|---|---|---|---|
| 1 | Tổng diện tích gieo trồng | ha | 15.420 | 15.600 | 15.685 |
| 2 | Sản lượng lương thực có hạt | tấn | 78.300 | 79.000 | 79.650 |
| 3 | Tỷ lệ hộ nghèo | % | 8,4 | 6,9 | 6,8 |
| 4 | Số xã đạt chuẩn nông thôn mới | xã | 9 | 11 | 11 |
| 5 | Thu nhập bình quân đầu người | triệu đồng | 42,5 | 46,0 | 46,3 |

Năm 2024, tổng diện tích gieo trồng ước thực hiện 15.685 ha, đạt 100,5% kế hoạch; sản lượng lương
thực có hạt ước đạt 79.650 tấn; thu nhập bình quân đầu người ước đạt 46,3 triệu đồng.

Bảng 2. Kết quả ngành nông nghiệp

| TT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2023 | Kế hoạch năm 2024 | Ước thực hiện năm 2024 |
|---|---|---|---|---|---|
| 1 | Tổng diện tích gieo trồng | ha | 15.420 | 15.600 | 15.685 |
| | Trong đó: Lúa cả năm | ha | 9.310 | 9.300 | 9.342 |
| 2 | Sản lượng lương thực có hạt | tấn | 78.300 | 79.000 | 79.650 |
""",
        (
            ("ước thực hiện 15.685 ha", "ước thực hiện 15.865 ha"),
            ("ước đạt 79.650 tấn", "ước đạt 76.950 tấn"),
            ("ước đạt 46,3 triệu", "ước đạt 43,6 triệu"),
            ("đạt 100,5% kế hoạch", "đạt 105,0% kế hoạch"),
            ("| 15.600 | 15.685 |\n| | Trong", "| 15.600 | 15.865 |\n| | Trong"),
            ("| 9.310 | 9.300 | 9.342", "| 9.310 | 9.300 | 19.342"),
        ),
    ),
    Written(
        "cấp nước nông thôn",
        """
# BÁO CÁO KẾT QUẢ CHƯƠNG TRÌNH NƯỚC SẠCH NÔNG THÔN NĂM 2024

## 1. Kết quả chung

Tính đến 31/12/2024, toàn tỉnh có 186.420 hộ dân nông thôn, trong đó 171.850 hộ được sử dụng nước hợp vệ sinh, đạt tỷ lệ 92,2%; 98.740 hộ sử dụng nước sạch đáp ứng quy chuẩn, đạt 53,0%.

Biểu 01: Kết quả cấp nước sạch nông thôn theo huyện (đến 31/12/2024)

| TT | Huyện, thành phố | Số hộ nông thôn | Số hộ sử dụng nước hợp vệ sinh | Tỷ lệ (%) | Số hộ sử dụng nước sạch | Tỷ lệ (%) |
|---|---|---|---|---|---|---|
| 1 | Huyện Thanh Ba | 28.450 | 26.900 | 94,6 | 15.210 | 53,5 |
| 2 | Huyện Hạ Lâm | 31.200 | 28.300 | 90,7 | 14.870 | 47,7 |
| 3 | Huyện Yên Sơn | 42.610 | 38.950 | 91,4 | 21.380 | 50,2 |
| 4 | Huyện Cẩm Thủy | 35.760 | 32.700 | 91,4 | 19.640 | 54,9 |
| 5 | Huyện Đoan Hòa | 29.150 | 27.100 | 93,0 | 15.490 | 53,1 |
| 6 | Thành phố Việt An | 19.250 | 17.900 | 93,0 | 12.150 | 63,1 |
| | Toàn tỉnh | 186.420 | 171.850 | 92,2 | 98.740 | 53,0 |

Huyện có tỷ lệ hộ sử dụng nước hợp vệ sinh cao nhất là Thanh Ba (94,6%); thấp nhất là Hạ Lâm (90,7%).
""",
        (
            ("171.850 hộ được", "178.150 hộ được"),
            ("toàn tỉnh có 186.420", "toàn tỉnh có 184.620"),
            ("| 38.950 | 91,4", "| 38.950 | 94,1"),
            ("| 15.490", "| 14.590"),
            ("Toàn tỉnh | 186.420", "Toàn tỉnh | 186.240"),
        ),
    ),
    Written(
        "công an xử phạt",
        """
Phụ lục số 03
KẾT QUẢ XỬ LÝ VI PHẠM TRẬT TỰ AN TOÀN GIAO THÔNG

| STT | Nội dung | ĐVT | 6 tháng đầu năm 2023 | 6 tháng đầu năm 2024 | Tăng (+), giảm (-) | Tỷ lệ (%) |
|---|---|---|---|---|---|---|
| 1 | Số trường hợp vi phạm | Trường hợp | 8.412 | 9.236 | +824 | 9,8 |
| 2 | Số tiền phạt | Triệu đồng | 6.150 | 8.365 | +2.215 | 36,0 |
| 3 | Phương tiện tạm giữ | Chiếc | 1.320 | 1.188 | -132 | -10,0 |
| 4 | Tước giấy phép lái xe | Trường hợp | 415 | 498 | +83 | 20,0 |
| 5 | Số vụ tai nạn | Vụ | 64 | 52 | -12 | -18,8 |
| 6 | Số người chết | Người | 40 | 31 | -9 | -22,5 |
| 7 | Số người bị thương | Người | 45 | 36 | -9 | -20,0 |
""",
        (
            ("+824", "+842"),
            ("| 36,0", "| 63,0"),
            ("-132", "-123"),
            ("-22,5", "-25,2"),
            ("| 31 | -9", "| 31 | -10"),
        ),
    ),
    Written(
        "quyết toán đơn vị",
        """
# BÁO CÁO QUYẾT TOÁN KINH PHÍ NĂM 2024

Biểu số 02/QT - Tổng hợp quyết toán theo đơn vị

Đơn vị tính: đồng

| STT | Đơn vị | Kinh phí năm trước chuyển sang | Dự toán giao trong năm | Tổng kinh phí được sử dụng | Kinh phí quyết toán | Kinh phí còn lại |
|---|---|---|---|---|---|---|
| A | B | 1 | 2 | 3=1+2 | 4 | 5=3-4 |
| 1 | Văn phòng Sở | 120.500.000 | 8.450.000.000 | 8.570.500.000 | 8.412.300.000 | 158.200.000 |
| 2 | Chi cục Thủy lợi | 0 | 3.215.000.000 | 3.215.000.000 | 3.198.750.000 | 16.250.000 |
| 3 | Chi cục Kiểm lâm | 45.000.000 | 6.120.000.000 | 6.165.000.000 | 6.165.000.000 | 0 |
| 4 | Trung tâm Khuyến nông | 12.000.000 | 2.040.000.000 | 2.052.000.000 | 1.987.600.000 | 64.400.000 |
| | Cộng | 177.500.000 | 19.825.000.000 | 20.002.500.000 | 19.763.650.000 | 238.850.000 |

Tổng kinh phí quyết toán năm 2024 là 19.763,65 triệu đồng; kinh phí còn lại chuyển năm sau 238,85 triệu đồng.
""",
        (
            ("| 8.570.500.000", "| 8.750.500.000"),
            ("| 238.850.000", "| 283.850.000"),
            ("19.763,65 triệu", "19.673,65 triệu"),
            ("| 16.250.000", "| 12.650.000"),
            ("| 19.825.000.000", "| 19.852.000.000"),
        ),
    ),
    Written(
        "chỉ tiêu KTXH",
        """
# BÁO CÁO TÌNH HÌNH KINH TẾ - XÃ HỘI NĂM 2024, PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2025

## I. KẾT QUẢ THỰC HIỆN NĂM 2024

1. Tốc độ tăng trưởng kinh tế (GRDP) ước đạt 7,42%. Quy mô nền kinh tế ước đạt 58.640 tỷ đồng; GRDP bình quân đầu người đạt 68,9 triệu đồng.

2. Tổng vốn đầu tư toàn xã hội ước đạt 21.350 tỷ đồng, đạt 101,7% kế hoạch, tăng 9,5% so với năm 2023.

3. Kim ngạch xuất khẩu ước đạt 845 triệu USD, tăng 8,3% so với cùng kỳ.

4. Tỷ lệ che phủ rừng duy trì 58,2%; tỷ lệ hộ nghèo giảm còn 4,35%. Số lao động được tạo việc làm mới 17.850 người, đạt 102% kế hoạch.

## II. MỤC TIÊU NĂM 2025

Phấn đấu tốc độ tăng trưởng đạt 8,0%; tổng vốn đầu tư toàn xã hội 23.500 tỷ đồng; kim ngạch xuất khẩu 920 triệu USD; tỷ lệ hộ nghèo còn 3,5%; tạo việc làm mới cho 18.000 lao động.

PHỤ LỤC: CÁC CHỈ TIÊU CHỦ YẾU

| TT | Chỉ tiêu | Đơn vị | TH 2023 | KH 2024 | Ước TH 2024 | Mục tiêu 2025 |
|---|---|---|---|---|---|---|
| 1 | Tốc độ tăng trưởng kinh tế (GRDP) | % | 6,85 | 7,5 | 7,42 | 8,0 |
| 2 | GRDP bình quân đầu người | Triệu đồng | 62,4 | 68,0 | 68,9 | 75,5 |
| 3 | Tổng vốn đầu tư toàn xã hội | Tỷ đồng | 19.500 | 21.000 | 21.350 | 23.500 |
| 4 | Kim ngạch xuất khẩu | Triệu USD | 780 | 840 | 845 | 920 |
| 5 | Tỷ lệ hộ nghèo | % | 5,6 | 4,4 | 4,35 | 3,5 |
| 6 | Số lao động được tạo việc làm mới | Người | 17.200 | 17.500 | 17.850 | 18.000 |
| 7 | Tỷ lệ che phủ rừng | % | 58,0 | 58,2 | 58,2 | 58,3 |
""",
        (
            ("ước đạt 21.350 tỷ", "ước đạt 23.150 tỷ"),
            ("đạt 101,7% kế hoạch", "đạt 107,1% kế hoạch"),
            ("845 triệu USD, tăng", "854 triệu USD, tăng"),
            ("còn 4,35%", "còn 4,53%"),
            ("mới 17.850 người", "mới 18.750 người"),
            ("xã hội 23.500 tỷ", "xã hội 25.300 tỷ"),
            ("đạt 68,9 triệu", "đạt 69,8 triệu"),
            ("khẩu 920 triệu", "khẩu 290 triệu"),
        ),
    ),
    Written(
        "nông thôn mới vốn",
        """
### Bảng 2.1. Nguồn vốn thực hiện Chương trình nông thôn mới giai đoạn 2021 - 2025

*(ĐVT: tỷ đồng)*

| Nguồn vốn | Tổng cộng | Năm 2021 | Năm 2022 | Năm 2023 | Năm 2024 | Năm 2025 | Tỷ trọng |
|---|---|---|---|---|---|---|---|
| Ngân sách trung ương | 612,5 | 98,2 | 121,4 | 130,6 | 128,3 | 134,0 | 18,4% |
| Ngân sách tỉnh | 485,3 | 82,1 | 91,5 | 99,8 | 103,4 | 108,5 | 14,6% |
| Vốn lồng ghép | 1.240,8 | 215,6 | 240,2 | 256,1 | 262,7 | 266,2 | 37,2% |
| Vốn tín dụng | 720,0 | 130,0 | 140,0 | 145,0 | 150,0 | 155,0 | 21,6% |
| Huy động cộng đồng | 275,4 | 48,8 | 53,6 | 56,2 | 57,8 | 59,0 | 8,3% |
| **Tổng số** | **3.334,0** | **574,7** | **646,7** | **687,7** | **702,2** | **722,7** | **100%** |
""",
        (
            ("**3.334,0**", "**3.343,0**"),
            ("| 1.240,8", "| 1.420,8"),
            ("| 37,2%", "| 32,7%"),
            ("**646,7**", "**664,7**"),
            ("| 57,8 |", "| 58,7 |"),
        ),
    ),
    Written(
        "cán bộ theo trình độ",
        """
Biểu 5. Trình độ cán bộ, công chức cấp xã năm 2024

<table border="1">
<thead>
<tr><th rowspan="2">Đơn vị</th><th rowspan="2">Tổng số</th><th colspan="4">Trình độ chuyên môn</th><th colspan="2">Giới tính</th></tr>
<tr><th>Sau đại học</th><th>Đại học</th><th>Cao đẳng</th><th>Trung cấp</th><th>Nam</th><th>Nữ</th></tr>
</thead>
<tbody>
<tr><td>Xã An Bình</td><td>22</td><td>2</td><td>17</td><td>1</td><td>2</td><td>14</td><td>8</td></tr>
<tr><td>Xã An Lộc</td><td>20</td><td>1</td><td>16</td><td>2</td><td>1</td><td>12</td><td>8</td></tr>
<tr><td>Xã Bình Hải</td><td>21</td><td>0</td><td>18</td><td>1</td><td>2</td><td>13</td><td>8</td></tr>
<tr><td>Xã Tân Tiến</td><td>23</td><td>3</td><td>17</td><td>0</td><td>3</td><td>15</td><td>8</td></tr>
<tr><td>Cộng</td><td>86</td><td>6</td><td>68</td><td>4</td><td>8</td><td>54</td><td>32</td></tr>
</tbody>
</table>
""",
        (
            ("<td>86</td>", "<td>68</td>"),
            ("<td>68</td>", "<td>86</td>"),
            ("<td>54</td>", "<td>45</td>"),
            ("<td>22</td><td>2</td>", "<td>22</td><td>3</td>"),
        ),
    ),
    Written(
        "tai sản công",
        """
Bảng 6. Tài sản công tại thời điểm 31/12/2024

| STT | Loại tài sản | Số lượng | Nguyên giá (triệu đồng) | Hao mòn lũy kế (triệu đồng) | Giá trị còn lại (triệu đồng) |
|---|---|---|---|---|---|
| I | Đất | 312 | 845.200 | 0 | 845.200 |
| II | Nhà | 468 | 1.236.500 | 514.300 | 722.200 |
| 1 | Trụ sở làm việc | 205 | 684.000 | 301.500 | 382.500 |
| 2 | Cơ sở sự nghiệp | 263 | 552.500 | 212.800 | 339.700 |
| III | Xe ô tô | 74 | 68.900 | 51.200 | 17.700 |
| IV | Tài sản khác | 1.205 | 95.400 | 70.100 | 25.300 |
| | Tổng cộng | 2.059 | 2.246.000 | 635.600 | 1.610.400 |
""",
        (
            ("| 722.200", "| 727.200"),
            ("| 17.700", "| 11.700"),
            ("| 2.246.000", "| 2.264.000"),
            ("| 1.205 |", "| 1.250 |"),
            ("| 339.700", "| 393.700"),
        ),
    ),
    Written(
        "kết quả nhiệm vụ trung ương (không cộng)",
        """
## Bảng 7. Một số chỉ tiêu năng suất

| Cây trồng | Diện tích (ha) | Năng suất (tạ/ha) | Sản lượng (tấn) |
|---|---|---|---|
| Lúa đông xuân | 4.520 | 62,5 | 28.250 |
| Lúa hè thu | 3.980 | 55,0 | 21.890 |
| Ngô | 1.250 | 48,2 | 6.025 |
| Lạc | 640 | 24,5 | 1.568 |
| Sắn | 2.100 | 185,0 | 38.850 |
""",
        (("| 28.250", "| 22.850"), ("| 6.025", "| 6.205"), ("| 185,0", "| 158,0")),
    ),
    Written(
        "thu hút đầu tư",
        """
# BÁO CÁO TÌNH HÌNH THU HÚT ĐẦU TƯ QUÝ III/2024

Trong quý III/2024, toàn tỉnh cấp mới 27 dự án với tổng vốn đăng ký 3.845 tỷ đồng, trong đó khu công nghiệp 12 dự án, vốn đăng ký 2.610 tỷ đồng.

Bảng 1: Dự án cấp mới quý III/2024 theo địa bàn

| STT | Địa bàn | Số dự án | Vốn đăng ký (tỷ đồng) | Diện tích đất (ha) | Cơ cấu vốn (%) |
|---|---|---|---|---|---|
| 1 | Khu công nghiệp | 12 | 2.610 | 145,2 | 67,9 |
| 2 | Cụm công nghiệp | 6 | 485 | 38,6 | 12,6 |
| 3 | Khu du lịch | 3 | 520 | 62,4 | 13,5 |
| 4 | Ngoài khu, cụm | 6 | 230 | 21,8 | 6,0 |
| | TỔNG CỘNG | 27 | 3.845 | 268,0 | 100,0 |
""",
        (
            ("| 27 | 3.845", "| 27 | 3.485"),
            ("vốn đăng ký 2.610", "vốn đăng ký 2.160"),
            ("| 12,6", "| 16,2"),
            ("| 268,0", "| 286,0"),
            ("tổng vốn đăng ký 3.845", "tổng vốn đăng ký 3.485"),
        ),
    ),
    Written(
        "bảo hiểm",
        """
Biểu số 02-BHXH: TÌNH HÌNH THAM GIA BẢO HIỂM ĐẾN 30/11/2024

Đơn vị tính: Người

|STT|Chỉ tiêu|Kế hoạch năm 2024|Thực hiện đến 30/11/2024|Tỷ lệ đạt (%)|Còn phải thực hiện|
|--|--|--|--|--|--|
|1|BHXH bắt buộc|45.200|43.815|96,9|1.385|
|2|BHXH tự nguyện|12.600|10.420|82,7|2.180|
|3|BH thất nghiệp|38.900|37.450|96,3|1.450|
|4|BHYT hộ gia đình|118.500|109.760|92,6|8.740|
|5|BHYT học sinh, sinh viên|96.300|95.870|99,6|430|
""",
        (("|43.815|96,9", "|43.815|99,6"), ("|2.180", "|2.810"), ("|8.740", "|7.840")),
    ),
    Written(
        "tiếp công dân",
        """
### Phụ lục 2: Kết quả tiếp công dân, xử lý đơn

| Đơn vị | Tiếp thường xuyên | | Tiếp định kỳ | | Tổng số lượt | Tổng số người |
|---|---|---|---|---|---|---|
| | Số lượt | Số người | Số lượt | Số người | | |
| UBND tỉnh | 125 | 210 | 48 | 96 | 173 | 306 |
| Sở, ngành | 342 | 415 | 156 | 188 | 498 | 603 |
| Huyện, thành phố | 890 | 1.120 | 420 | 655 | 1.310 | 1.775 |
| Xã, phường | 2.140 | 2.365 | 1.035 | 1.210 | 3.175 | 3.575 |
| Cộng | 3.497 | 4.110 | 1.659 | 2.149 | 5.156 | 6.259 |
""",
        (("| 5.156", "| 5.165"), ("| 1.659", "| 1.695"), ("| 498 |", "| 489 |")),
    ),
    Written(
        "công nghiệp sản phẩm",
        """
## Bảng 8. Sản phẩm công nghiệp chủ yếu

| Sản phẩm | ĐVT | Tháng 10/2024 | Ước tháng 11/2024 | 11 tháng 2024 | So với cùng kỳ 2023 (%) |
|---|---|---|---|---|---|
| Xi măng | 1.000 tấn | 215 | 222 | 2.310 | 104,2 |
| Điện sản xuất | Triệu KWh | 312,5 | 298,4 | 3.456,8 | 108,9 |
| Đường kính | Tấn | 0 | 1.250 | 38.400 | 96,5 |
| Quần áo may sẵn | 1.000 cái | 1.845 | 1.902 | 20.115 | 111,4 |

Ước 11 tháng năm 2024, sản lượng xi măng đạt 2.310 nghìn tấn, tăng 4,2% so với cùng kỳ.
""",
        (),
    ),
    Written(
        "phân bổ mục tiêu",
        """
# NGHỊ QUYẾT PHÂN BỔ NGÂN SÁCH NĂM 2025

Biểu số 05. Phân bổ dự toán chi ngân sách cấp tỉnh theo lĩnh vực (ĐVT: triệu đồng)

| STT | Đơn vị | Tổng số | Bao gồm | | | |
|---|---|---|---|---|---|---|
| | | | Giáo dục | Y tế | Kinh tế | Quản lý hành chính |
| A | B | 1=2+3+4+5 | 2 | 3 | 4 | 5 |
| I | Khối quản lý nhà nước | 412.600 | 285.000 | 86.400 | 18.200 | 23.000 |
| 1 | Sở Giáo dục và Đào tạo | 293.500 | 285.000 | 0 | 0 | 8.500 |
| 2 | Sở Y tế | 93.900 | 0 | 86.400 | 0 | 7.500 |
| 3 | Sở Nông nghiệp | 25.200 | 0 | 0 | 18.200 | 7.000 |
| II | Khối đảng, đoàn thể | 38.900 | 0 | 2.100 | 0 | 36.800 |
| 1 | Văn phòng Tỉnh ủy | 28.400 | 0 | 2.100 | 0 | 26.300 |
| 2 | Ủy ban MTTQ tỉnh | 10.500 | 0 | 0 | 0 | 10.500 |
| | Tổng cộng (I+II) | 451.500 | 285.000 | 88.500 | 18.200 | 59.800 |
""",
        (
            ("| 451.500", "| 451.050"),
            ("| 93.900", "| 99.300"),
            ("| 38.900", "| 39.800"),
            ("| 59.800", "| 58.900"),
            ("| 36.800", "| 38.600"),
        ),
    ),
    Written(
        "văn bản cột thẳng",
        """
BÁO CÁO KẾT QUẢ NĂM 2024

Bảng 3. Tình hình sử dụng biên chế năm 2024 (ĐVT: người)

Đơn vị                        Được giao    Có mặt     Còn thiếu
Văn phòng Tỉnh ủy                    62        58             4
Ban Tổ chức                          35        33             2
Ban Tuyên giáo                       29        27             2
Ban Dân vận                          21        19             2
Ủy ban Kiểm tra                      32        30             2
Tổng cộng                           179       167            12

Toàn khối có 167 người có mặt.
""",
        (
            ("       167            12", "       176            12"),
            ("   179       167", "   197       167"),
        ),
    ),
    Written(
        "nhà ở",
        """
<table>
<caption>Bảng 4. Kết quả xóa nhà tạm, nhà dột nát đến 30/9/2025</caption>
<tr><th>STT</th><th>Huyện</th><th>Tổng số nhà</th><th>Xây mới</th><th>Sửa chữa</th><th>Đã hoàn thành</th><th>Tỷ lệ hoàn thành (%)</th></tr>
<tr><td>1</td><td>Lâm Bình</td><td>420</td><td>310</td><td>110</td><td>378</td><td>90,0</td></tr>
<tr><td>2</td><td>Na Hang</td><td>365</td><td>240</td><td>125</td><td>310</td><td>84,9</td></tr>
<tr><td>3</td><td>Chiêm Hóa</td><td>512</td><td>388</td><td>124</td><td>490</td><td>95,7</td></tr>
<tr><td>4</td><td>Hàm Yên</td><td>298</td><td>190</td><td>108</td><td>265</td><td>88,9</td></tr>
<tr><td>5</td><td>Yên Sơn</td><td>276</td><td>201</td><td>75</td><td>276</td><td>100</td></tr>
<tr><td></td><td>Tổng</td><td>1.871</td><td>1.329</td><td>542</td><td>1.719</td><td>91,9</td></tr>
</table>
""",
        (
            ("<td>1.719</td>", "<td>1.791</td>"),
            ("<td>84,9</td>", "<td>89,4</td>"),
            ("<td>388</td>", "<td>338</td>"),
            ("<td>542</td>", "<td>524</td>"),
        ),
    ),
    Written(
        "bẫy: nhiều bảng một nhãn",
        """
# BÁO CÁO GIÁO DỤC NĂM HỌC 2023 - 2024

Bảng 1. Số học sinh công lập

| Cấp học | Số trường | Số học sinh |
|---|---|---|
| Mầm non | 40 | 9.850 |
| Tiểu học | 35 | 21.300 |
| Trung học cơ sở | 30 | 14.620 |
| Cộng | 105 | 45.770 |

Bảng 2. Số học sinh ngoài công lập

| Cấp học | Số trường | Số học sinh |
|---|---|---|
| Mầm non | 8 | 1.120 |
| Tiểu học | 1 | 310 |
| Trung học cơ sở | 1 | 205 |
| Cộng | 10 | 1.635 |

Toàn huyện có 115 trường với 47.405 học sinh. Cấp tiểu học có 36 trường, 21.610 học sinh. Trong năm học có 312 học sinh mầm non suy dinh dưỡng.
""",
        (("| 45.770", "| 45.707"), ("| 1.635", "| 1.653")),
    ),
)
