# ruff: noqa: E501 (rows of tables)
"""Invented tables as provinces, districts and departments write them, and slips to plant in them.

A slip is (what stands there, what is written instead): the first place where it stands is meant.
Each must be found: some finding of the table (A111–A115) has to come out, and none without it.
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
)
