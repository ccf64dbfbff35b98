"""Invented tables in the forms of budget, staff, land and school reports, with slips to plant."""

from __future__ import annotations

from tables_written import Written

KINDS = (
    Written(
        "dự toán chi theo chương",
        """
# BÁO CÁO DỰ TOÁN CHI CỦA CÁC SỞ NĂM 2027

Đơn vị: triệu đồng

| Chương | Đơn vị | Tổng dự toán | Chi đầu tư | Chi thường xuyên |
|---|---|---|---|---|
| 405 | Sở Nội vụ | 18.420 | 3.150 | 15.270 |
| 412 | Sở Nông nghiệp và Môi trường | 96.735 | 61.300 | 35.435 |
| 418 | Sở Tài chính | 27.910 | 4.680 | 23.230 |
| 422 | Sở Giáo dục và Đào tạo | 143.265 | 38.400 | 104.865 |
| 423 | Sở Y tế | 112.540 | 45.220 | 67.320 |
| | **Cộng** | **398.870** | **152.750** | **246.120** |
""",
        (("| 35.435 |", "| 35.345 |"), ("| 45.220 |", "| 42.220 |")),
    ),
    Written(
        "thu theo nhóm, nhóm in đậm không đánh số dòng con",
        """
# BÁO CÁO QUYẾT TOÁN THU NĂM 2026

*Đơn vị tính: triệu đồng*

| Nội dung | Số quyết toán | Số thẩm định | Chênh lệch |
|---|---|---|---|
| **A. Thu từ sản xuất, kinh doanh** | **512.340** | **514.125** | **1.785** |
| Khu vực doanh nghiệp nhà nước | 88.215 | 88.215 | 0 |
| Khu vực có vốn nước ngoài | 131.460 | 132.090 | 630 |
| Khu vực ngoài quốc doanh | 292.665 | 293.820 | 1.155 |
| **B. Thu từ đất** | **274.905** | **273.385** | **-1.520** |
| Tiền sử dụng đất | 241.380 | 239.760 | -1.620 |
| Tiền thuê đất | 28.730 | 28.830 | 100 |
| Thuế sử dụng đất phi nông nghiệp | 4.795 | 4.795 | 0 |
""",
        (("| 131.460 |", "| 134.160 |"), ("| 1.155 |", "| 1.515 |")),
    ),
    Written(
        "số thứ tự I, 1, 1.1 và Trong đó",
        """
# BÁO CÁO TÌNH HÌNH NGÂN SÁCH HUYỆN

Đơn vị: triệu đồng

| STT | Nội dung | Dự toán | Thực hiện | TH/DT (%) |
|---|---|---|---|---|
| I | Chi cân đối | 184.600 | 179.250 | 97,1 |
| 1 | Chi đầu tư phát triển | 52.400 | 49.800 | 95,0 |
| | Trong đó: vốn ngân sách tỉnh | 31.000 | 29.640 | 95,6 |
| 2 | Chi thường xuyên | 128.500 | 126.350 | 98,3 |
| 2.1 | Sự nghiệp giáo dục | 71.300 | 70.915 | 99,5 |
| 2.2 | Sự nghiệp kinh tế | 24.650 | 23.480 | 95,3 |
| 2.3 | Quản lý hành chính | 32.550 | 31.955 | 98,2 |
| 3 | Dự phòng | 3.700 | 3.100 | 83,8 |
| II | Chi chương trình mục tiêu | 41.250 | 33.480 | 81,2 |
| 1 | Giảm nghèo bền vững | 17.900 | 15.210 | 85,0 |
| 2 | Xây dựng nông thôn mới | 23.350 | 18.270 | 78,2 |
| | Tổng cộng (I+II) | 225.850 | 212.730 | 94,2 |
""",
        (("| 23.480 |", "| 24.380 |"), ("| 78,2 |", "| 87,2 |")),
    ),
    Written(
        "biên chế: đầu năm, tăng, giảm, cuối năm",
        """
# BÁO CÁO BIẾN ĐỘNG BIÊN CHẾ NĂM 2026

| TT | Đơn vị | Đầu năm | Tăng | Giảm | Cuối năm |
|---|---|---|---|---|---|
| 1 | Trung tâm Y tế | 186 | 12 | 9 | 189 |
| 2 | Ban Quản lý dự án | 41 | 3 | 5 | 39 |
| 3 | Trung tâm Văn hóa - Thể thao | 27 | 1 | 4 | 24 |
| 4 | Trung tâm Dịch vụ nông nghiệp | 33 | 2 | 6 | 29 |
| 5 | Trường Trung cấp nghề | 58 | 7 | 3 | 62 |
| 6 | Đội Quản lý trật tự đô thị | 22 | 4 | 1 | 25 |
| | Tổng cộng | 367 | 29 | 28 | 368 |
""",
        (("| 39 |", "| 36 |"), ("| 58 |", "| 53 |")),
    ),
    Written(
        "diện tích đất và cơ cấu",
        """
# BÁO CÁO KIỂM KÊ ĐẤT ĐAI

| STT | Loại đất | Diện tích (ha) | Cơ cấu (%) |
|---|---|---|---|
| 1 | Đất nông nghiệp | 31.482,6 | 74,28 |
| 1.1 | Đất trồng lúa | 8.215,3 | 19,38 |
| 1.2 | Đất trồng cây lâu năm | 9.740,8 | 22,98 |
| 1.3 | Đất rừng | 13.526,5 | 31,92 |
| 2 | Đất phi nông nghiệp | 9.127,4 | 21,54 |
| 2.1 | Đất ở | 2.964,9 | 7,00 |
| 2.2 | Đất chuyên dùng | 6.162,5 | 14,54 |
| 3 | Đất chưa sử dụng | 1.771,6 | 4,18 |
| | Tổng diện tích | 42.381,6 | 100,00 |
""",
        (("| 6.162,5 |", "| 6.126,5 |"), ("| 22,98 |", "| 29,28 |")),
    ),
    Written(
        "học sinh theo huyện, nam và nữ",
        """
# BÁO CÁO ĐẦU NĂM HỌC

| TT | Địa bàn | Số trường | Số lớp | Tổng số học sinh | Nam | Nữ |
|---|---|---|---|---|---|---|
| 1 | Vân Hồ | 18 | 214 | 6.482 | 3.315 | 3.167 |
| 2 | Mai Sơn | 25 | 331 | 10.127 | 5.208 | 4.919 |
| 3 | Sông Mã | 29 | 362 | 11.840 | 6.093 | 5.747 |
| 4 | Bắc Yên | 14 | 175 | 5.236 | 2.714 | 2.522 |
| | Toàn tỉnh | 86 | 1.082 | 33.685 | 17.330 | 16.355 |
""",
        (("| 5.747 |", "| 5.477 |"), ("| 331 |", "| 313 |")),
    ),
    Written(
        "bốn quý và cả năm",
        """
# SẢN LƯỢNG KHAI THÁC THỦY SẢN

Đơn vị: tấn

| Địa phương | Quý I | Quý II | Quý III | Quý IV | Cả năm |
|---|---|---|---|---|---|
| Phường Cửa Lò | 1.215 | 1.480 | 1.362 | 1.147 | 5.204 |
| Xã Quỳnh Lập | 2.031 | 2.296 | 2.418 | 1.925 | 8.670 |
| Xã Diễn Bích | 864 | 910 | 987 | 795 | 3.556 |
| Xã Nghi Thiết | 573 | 612 | 655 | 540 | 2.380 |
| Cộng | 4.683 | 5.298 | 5.422 | 4.407 | 19.810 |
""",
        (("| 2.418 |", "| 2.148 |"), ("| 2.380 |", "| 2.830 |")),
    ),
    Written(
        "bảng vẽ bằng khoảng trắng, số căn trái",
        """
KẾ HOẠCH
Tuyển dụng viên chức năm 2027

Chỉ tiêu được phân bổ về các đơn vị như sau:

    TT   Đơn vị                      Vị trí   Chỉ tiêu   Hồ sơ
    1    Trung tâm Y tế Nam Đàn      06       14         52
    2    Trường Tiểu học Hưng Tân    04       09         31
    3    Trường Mầm non Kim Liên     03       12         46
    4    Trung tâm Văn hóa           02       03         118
    5    Ban Quản lý rừng Yên Na     05       07         26
         Cộng                        20       45         273

Hồ sơ nhận tại bộ phận một cửa.
""",
        (("  118", "  181"), ("45  ", "54  ")),
    ),
    Written(
        "bảng vẽ bằng khoảng trắng, số căn phải",
        """
BÁO CÁO
Kết quả thu quỹ năm 2026

Đơn vị: nghìn đồng

  Thôn              Kế hoạch     Đã thu    Còn lại
  Đồng Tâm            48.000     45.200      2.800
  Quyết Thắng         52.500     50.150      2.350
  Tiền Phong          36.000     36.000          0
  Hồng Thái           41.300     38.900      2.400
  Liên Minh           29.700     26.450      3.250
  Tổng cộng          207.500    196.700     10.800

Các thôn nộp đủ trước ngày 15/12/2026.
""",
        (("38.900", "39.800"), ("2.350", "2.530")),
    ),
)
