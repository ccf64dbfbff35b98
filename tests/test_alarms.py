"""Honest sentences whose figures only look as if they were tied: none of them is an alarm."""

from __future__ import annotations

import pytest

from marks import found

HONEST = {
    "area-harvested-so-far": "Đến ngày 12/9, các xã đã thu hoạch được 3.120 ha lúa mùa, bằng "
    "64,2% diện tích gieo cấy; năng suất lúa mùa ước đạt 55,4 tạ/ha, sản lượng ước 26.924 tấn.",
    "area-harvested-rest-left": "Huyện đã thu hoạch 1.240 ha ngô, còn 860 ha đang vào hạt; năng "
    "suất bình quân ước 48,0 tạ/ha; sản lượng ngô năm nay dự ước 10.080 tấn.",
    "area-of-all-trees": "Trồng mới 120 ha chè, nâng tổng diện tích lên 4.310 ha; năng suất chè "
    "búp diện tích kinh doanh đạt 92,0 tạ/ha, sản lượng đạt 31.280 tấn.",
    "short-of-own-plan": "Có 92 người là dân tộc thiểu số (thiếu 5 so với dự kiến), phụ nữ là 147 "
    "người (thiếu 13 người so với dự kiến).",
    "states-after-a-part": "Tiếp nhận 8.240 hồ sơ, trong đó tiếp nhận trực tuyến 3.296 hồ sơ, "
    "chiếm 40,0%; kỳ trước chuyển sang 412 hồ sơ; đã giải quyết 8.116 hồ sơ, trong đó đúng hạn "
    "8.080 hồ sơ (đạt 99,6%), quá hạn 36 hồ sơ; đang giải quyết 536 hồ sơ.",
    "answered-by-now": "Tổng hợp 131 kiến nghị, gồm 34 kiến nghị gửi Trung ương; đến nay 58 kiến "
    "nghị đã được trả lời.",
    "answered-by-now-slip": "Tổng hợp 96 kiến nghị, gồm 39 kiến nghị gửi Trung ương; đến nay 59 "
    "kiến nghị đã được trả lời.",
    "two-of-many-countries": "Đưa 640 người đi làm việc ở nước ngoài (Nhật Bản 310 người, Đài Loan "
    "180 người).",
    "two-sorts-of-damage": "Có 712 nhà bị hư hại (sập hoàn toàn 48 nhà, tốc mái 236 nhà).",
    "two-sorts-of-fish": "Nuôi trồng đạt 18.420 tấn (cá 14.110 tấn, tôm 1.940 tấn).",
    "awards-of-one-sort": "Khen thưởng 41 tập thể, 75 cá nhân; trong đó Bằng khen cho 15 tập thể, "
    "42 cá nhân.",
    "cleared-of-what-fell": "Xảy ra 107 vụ trộm (giảm 12 vụ so với cùng kỳ); điều tra làm rõ 90 "
    "vụ, 143 đối tượng, đạt 84,1%.",
    "plan-share-then-growth": "Kế hoạch trồng 327 ha rừng, đến nay đã trồng 306 ha, đạt 93,6% kế "
    "hoạch; so với cùng kỳ năm trước tăng 8,9%.",
    "count-rose": "Công suất giường đạt 115,0% theo giường kế hoạch; khám 64.830 lượt, đạt 108,7% "
    "kế hoạch; điều trị nội trú 9.141 lượt, tăng 2,3%.",
    "rate-of-own-name": "Bệnh viện có 215 giường kế hoạch, thực kê 279 giường; công suất sử dụng "
    "giường bệnh đạt 119,8% theo giường kế hoạch.",
    "kept-is-not-before": "Hợp nhất Phòng Văn hóa và Phòng Thông tin; giữ nguyên 7 phòng; sau sắp "
    "xếp còn 11 phòng, giảm 3 phòng so với trước.",
    "balance-of-nine-months": "Tháng 9, xuất khẩu đạt 31,2 tỷ USD, nhập khẩu đạt 33,1 tỷ USD, nhập "
    "siêu 1,9 tỷ USD; 9 tháng xuất siêu 6,4 tỷ USD.",
    "raised-is-a-part": "Thu hút 558 triệu USD: cấp mới 42 dự án với 385 triệu USD, điều chỉnh 19 "
    "lượt dự án tăng 143 triệu USD, góp vốn 17 lượt với 30 triệu USD.",
    "rate-of-the-last-of-a-list": "Tiêm phòng: lở mồm long móng 27.453 liều, tụ huyết trùng 24.707 "
    "liều, dịch tả 32.943 liều, đạt 75,1% tổng đàn trong diện tiêm.",
    "parts-of-what-a-new-line-counts": "Cơ sở giám sát 1.420 lượt đảng viên.\n\nQua giám sát, đã "
    "kỷ luật 31 tổ chức, với hình thức: khiển trách 27, cảnh cáo 04.",
    "fall-of-one-and-others": "Có 5 hợp tác xã doanh số tăng so với năm trước, 1 hợp tác xã "
    "doanh số giảm và 3 hợp tác xã lỗ.",
    "neighbours-are-no-sum": "Có 415.290 tài khoản; 45 tổ công nghệ số cộng đồng cấp xã, 316 tổ "
    "cấp thôn với 1.699 thành viên.",
    "stock-of-now": "Tuyển mới: năm 2022: 120 học sinh; năm 2023: 212 học sinh; năm 2024: 126 học "
    "sinh. Tổng quy mô hiện nay 438 học sinh.",
    "other-firms-below": "Các ngành có nhiều dự án nhất (toàn tỉnh có 240 dự án):\n\n| Ngành | Số "
    "dự án |\n|---|---|\n| Dệt may | 117 |\n| Cơ khí | 72 |\n| Gỗ | 41 |\n",
    "change-names-its-own": "Xảy ra 193 vụ, làm chết 85 người, bị thương 80 người. So với cùng kỳ "
    "giảm 7 vụ (giảm 3,50%), giảm 5 người chết (giảm 5,56%), tăng 5 người bị thương (tăng 6,67%).",
    "of-what-was-tried": "Thụ lý 465 vụ ly hôn, giải quyết 372 vụ, trong đó thuận tình ly hôn 232 "
    "vụ; hòa giải thành 160 vụ, đạt 49,0% số vụ đưa ra hòa giải.",
    "pay-for-a-month": "Quyên góp trị giá 1.872 triệu đồng.\n\nLao động 188 người, thu nhập bình "
    "quân 10,2 triệu đồng/người/tháng.",
    "own-line-below": "Đang xây dựng 83 nhà.\n\nHỗ trợ người có công với đất nước: xây mới 32 nhà, "
    "sửa chữa 37 nhà.",
    "done-in-other-years": "Kiến nghị khác 686 tỷ đồng. Đến 31/12 đã thực hiện 1.095 tỷ đồng, đạt "
    "80,0%; kiến nghị các năm trước thực hiện thêm 109 tỷ đồng.",
    "states-of-some": "Tổng số ca mắc 6.266 ca, trong đó 5.012 ca đã khỏi, 939 ca đang điều trị, "
    "15 ca chuyển tuyến.",
    "list-that-goes-on": "Có 41.200 lao động ra nước ngoài. Trong đó, Nhật Bản tiếp nhận lao "
    "động Việt Nam nhiều nhất với 19.430 người, Đài Loan 17.860 người, Hàn Quốc 1.370 người…",
    "south-is-no-sex": "Có 41.200 lao động ở các tỉnh, trong đó Nam Định 19.430 người, Hà Nam "
    "17.860 người, Ninh Bình 1.370 người.",
    "rates-of-plans-in-brackets": "Khu vực đầu tư nước ngoài tăng 3,8% (đạt 70,4% dự toán), còn "
    "doanh nghiệp Nhà nước tăng 13,5% (đạt 88,9% dự toán).",
    "small-counts-beside": "Có 3 doanh nghiệp doanh thu tăng, 2 doanh nghiệp doanh thu giảm và 2 "
    "doanh nghiệp chưa báo cáo.",
    "other-things-below": "Trận lốc làm 528 nhà bị hư hại.\n\nCụ thể: 46 vụ, 23 bị cáo; 412 ca, "
    "37 xe.",
    "output-of-something-else": "Sản lượng chè búp tươi đạt 3.184 tấn.\n\nCác trang trại nuôi "
    "được 1.240 tấn cá, chiếm 45,2% sản lượng.",
    "rise-of-a-fraction": "Tiêu chí số 3 có 96/98 xã; tiêu chí số 17 có 48/98 xã, tăng 10 xã.",
    "women-occupy-their-own-share": "Quy hoạch 58 người vào cấp ủy, trong đó 46 người có bằng đại "
    "học, nữ chiếm 22,4%.",
    "parts-of-a-part-then-parts": "Đã lập 16 chi hội với 940 hội viên. Cụ thể, 12 chi hội được cấp "
    "kinh phí; trong đó, có 05 chi hội ở phường (An Hòa: 02 hội viên mới, Phú Tân: 04 hội viên "
    "mới); 07 chi hội ở xã và 04 chi hội không được cấp kinh phí.",
    "what-each-school-has": "Có 14/20 trường thi đỗ 100% (tăng 3 trường so với năm trước).",
    "change-of-an-untold-level": "Bắt 03 đối tượng ở cửa khẩu. Toàn tuyến bắt 15 vụ/26 đối tượng "
    "(giảm 05 vụ/giảm 21 đối tượng).",
    "free-candidates": "Có 6.240 thí sinh (TS), gồm 5.912 TS đang học lớp 12 và 328 TS tự do (112 "
    "TS chưa tốt nghiệp và 216 TS đã tốt nghiệp).",
    "fractions-in-a-list-of-their-own": "Đến nay đã có 11/11 huyện và 24/24 sở, ngành kiểm điểm "
    "xong:\n- Đối với tập thể: có 35/35 đơn vị kiểm điểm theo quy định.\n- Đối với cá nhân: có "
    "96/96 đồng chí đã kiểm điểm.",
    "mean-of-men-and-women": "Tuổi thọ trung bình của người dân tỉnh là 74,6; trong đó tuổi thọ "
    "trung bình của nam giới là 71,9 và của nữ giới là 77,4.",
    "a-part-without-a-figure": "Đã tiến hành 41 cuộc kiểm tra, trong đó cuộc kiểm tra chuyên đề về "
    "đất đai và 2 cuộc đột xuất chưa có kết luận, còn lại 38 cuộc kiểm tra đã kết thúc.",
    "what-they-are": "Có 8 đoàn viên là con em thương binh và theo đạo Tin lành.",
    "times-of-spans-of-years": "Nguồn lực huy động trong 03 năm giai đoạn 2018-2020 tăng 1,46 lần "
    "so với 05 năm giai đoạn 2013-2017.",
    "bracket-tells-both-again": "Vốn thực hiện đạt 1.512 tỷ đồng, bằng 31,4% kế hoạch năm và tăng "
    "12,6% so với cùng kỳ năm trước (cùng kỳ năm 2022 bằng 27,5% và tăng 9,8%).",
    "change-and-its-plan": "Huyện giảm nghèo vượt kế hoạch cao nhất, đạt 160% (giảm 3,2% so với "
    "2,0% kế hoạch giao).",
    "a-total-of-each": "Trong năm lập mới 5 câu lạc bộ thể thao và 3 câu lạc bộ văn nghệ, nâng "
    "tổng số hiện tại có 17 câu lạc bộ thể thao và 4 câu lạc bộ văn nghệ.",
    "votes-of-another": "Người có số phiếu tán thành cao thứ hai là ông Lâm với 213 phiếu tán "
    "thành cao.\n\nCụ thể, bà Hạnh được 238 phiếu tán thành cao, 21 phiếu tán thành và chỉ có 5 "
    "phiếu tán thành thấp.",
    "one-town-with-no-figure": "Tỉnh có 9 đơn vị hành chính cấp huyện, bao gồm 3 quận: Bắc Sơn, "
    "Nam Hải, Tây Lộc; 5 huyện: An Phú, Đông Hà, Hòa Lạc, Long Điền, Phước Tân và thị xã Kim Bình.",
    "losses-in-a-table": "| Chỉ tiêu (triệu đồng) | Quý I | Quý II | Quý III |\n"
    "|---|---|---|---|\n| Doanh thu tài chính | 28.420 | 29.310 | 27.110 |\n| Chi phí tài chính | "
    "18.420 | 9.310 | 17.110 |\n| Trong đó: Chi phí lãi vay | 12.050 | 14.870 | 11.320 |\n| Chi "
    "phí bán hàng | 2.050 | 4.870 | 1.320 |\n| Lợi nhuận khác | 1.215 | -3.480 | 1.002 |",
    "share-behind-a-change": "Đến hết năm 2021, dư nợ ủy thác là 1.936 tỷ đồng, tăng 124 tỷ đồng "
    "so với đầu năm 2021, chiếm 98,4% tổng dư nợ toàn chi nhánh.",
    "rates-of-one-target": "Số tân binh là đảng viên là 64 người (đạt 2,13% so với chỉ tiêu), "
    "trong đó đảng viên chính thức là 51 người (chiếm 1,7%).",
    "in-which-communes": "Trong tuần ghi nhận 6 ổ dịch sởi tại các xã, thị trấn: Hòa Lộc, Tân "
    "Thanh, Phú Sơn, An Bình.",
    "worth-more-than": "Tài sản là ô tô tăng 1.418,6 tỷ đồng còn tài sản khác có nguyên giá từ 600 "
    "triệu đồng trở lên tăng 2.957,3 tỷ đồng.",
    "growth-of-the-planned": "Lũy kế 5 tháng thu đạt 318.640 tỷ đồng, bằng 31,4% dự toán, giảm "
    "4,6% so cùng kỳ năm 2022 (cùng kỳ năm 2022 đạt 35,9% dự toán).",
    "blank-in-a-decimal": "Tỉnh hỗ trợ trên 196 tỷ đồng (gồm vốn trái phiếu 104 tỷ đồng, vốn sự "
    "nghiệp 61, 3 tỷ đồng, vốn đầu tư phát triển 31, 2 tỷ đồng).",
    "cases-handed-on": "Năm 2022, tòa án huyện đã giải quyết 541 vụ trong tổng số 618 vụ thụ lý, "
    "đạt tỷ lệ 88,3%; chuyển cho tòa án khác theo thẩm quyền 5 vụ.",
}

WRONG = {
    "harvested-in-full": "Diện tích thu hoạch đạt 3.120 ha, năng suất 55,4 tạ/ha, sản lượng đạt "
    "21.924 tấn.",
    "short-of-the-plan": "Hiện có 118 người, so với định mức (131 người) còn thiếu 17 người.",
    "late-closes-the-list": "Đã giải quyết 412 hồ sơ, trong đó đúng hạn 386 hồ sơ, quá hạn 16 hồ "
    "sơ.",
    "list-goes-on": "Tổng hợp 131 kiến nghị, gồm 34 kiến nghị gửi Trung ương; 58 kiến nghị gửi "
    "tỉnh; 49 kiến nghị gửi huyện.",
    "bracket-of-three": "Nhận 151 đơn (khiếu nại 78 đơn, tố cáo 23 đơn, kiến nghị 40 đơn).",
    "both-sorts": "Khen thưởng 116 tập thể, cá nhân, trong đó 41 tập thể, 65 cá nhân.",
    "fell-in-a-bracket": "Năm trước có 107 vụ, năm nay 90 vụ (giảm 14 vụ so với năm trước).",
    "level-before": "Trước sắp xếp có 14 phòng, còn 11 phòng, giảm 4 phòng.",
    "balance-of-the-same-months": "Tính chung 9 tháng, xuất khẩu đạt 31,2 tỷ USD, nhập khẩu đạt "
    "27,1 tỷ USD. Cán cân thương mại 9 tháng xuất siêu 6,1 tỷ USD.",
    "discipline-below": "Đảng bộ thi hành kỷ luật 41 đảng viên.\n\nTrong đó: khiển trách 27, cảnh "
    "cáo 11, khai trừ 05.",
    "both-sexes": "Có 596 lao động, trong đó nam 285 người, nữ 301 người.",
    "few-of-many": "Được giao 81 biên chế, hiện có mặt 77 người, chưa sử dụng 05 biên chế.",
    "named-change": "Làm chết 85 người. So với cùng kỳ giảm 5 người chết (giảm 7,36%).",
    "share-of-what-must-be": "Đã cấp 2.470 giấy, tổng số phải cấp 3.294 giấy, đạt 76,0%.",
    "part-occupies-its-share": "Quy hoạch 58 người vào cấp ủy, trong đó 46 người có bằng đại học, "
    "chiếm 69,3%.",
    "parts-of-a-part-short": "Đã lập 16 chi hội, gồm: 12 chi hội theo địa bàn (05 chi hội ở phường "
    "và 07 chi hội ở xã) và 03 chi hội theo nghề.",
    "schools-reached": "Có 14/20 trường đạt chuẩn, đạt 75%.",
    "change-of-the-level-before": "Năm trước bắt 47 đối tượng. Năm nay bắt 26 đối tượng (giảm 12 "
    "đối tượng).",
    "free-candidates-short": "Có 6.240 thí sinh, gồm 5.912 em đang học lớp 12 và 328 em tự do (122 "
    "em chưa tốt nghiệp và 216 em đã tốt nghiệp).",
    "fractions-of-the-line-above": "Đến nay đã có 31/42 xã đạt chuẩn, gồm:\n- Miền núi: có 12/18 "
    "xã.\n- Đồng bằng: có 18/24 xã.",
    "men-and-women-of-a-mean": "Dân số trung bình của tỉnh là 74,6 nghìn người; trong đó nam giới "
    "là 37,9 nghìn người và nữ giới là 37,4 nghìn người.",
    "parts-with-figures": "Đã tiến hành 41 cuộc kiểm tra, trong đó có 2 cuộc đột xuất chưa có kết "
    "luận, còn lại 38 cuộc kiểm tra đã kết thúc.",
    "who-they-are": "Có 4 xã là Tân Hòa, Phú Lộc và An Mỹ.",
    "times-of-levels": "Năm 2023 đón 8.460 lượt khách, gấp 2,9 lần so với năm 2022 (3.525 lượt).",
    "bracket-tells-the-rate-before": "Tỷ lệ hộ có nước sạch đạt 91,4%, tăng 5,6% so với cùng kỳ "
    "năm trước (cùng kỳ năm 2022 đạt 84,8%).",
    "one-total-of-both": "Xã có 17 câu lạc bộ thể thao và 14 câu lạc bộ văn nghệ, tổng số 33 câu "
    "lạc bộ.",
    "votes-in-all": "Ông Lâm nhận 264 phiếu.\n\nCụ thể, ông Lâm được 228 phiếu tán thành cao, 21 "
    "phiếu tán thành và 5 phiếu tán thành thấp.",
    "towns-with-figures": "Tỉnh có 9 đơn vị hành chính cấp huyện, bao gồm 3 quận: Bắc Sơn, Nam "
    "Hải, Tây Lộc; 4 huyện: An Phú, Đông Hà, Hòa Lạc, Long Điền và 1 thị xã.",
    "part-larger-in-a-table": "| Chỉ tiêu (triệu đồng) | Quý I | Quý II | Quý III |\n"
    "|---|---|---|---|\n| Doanh thu tài chính | 28.420 | 29.310 | 27.110 |\n| Chi phí tài chính | "
    "18.420 | 9.310 | 17.110 |\n| Trong đó: Chi phí lãi vay | 12.050 | 14.870 | 11.320 |\n| Chi "
    "phí bán hàng | 2.050 | 4.870 | 1.320 |\n| Lợi nhuận khác | 1.215 | 3.480 | 1.002 |",
    "rate-behind-a-change": "Đến hết năm 2021, dư nợ ủy thác là 1.936 tỷ đồng, tăng 124 tỷ đồng "
    "so với đầu năm 2021, tỷ lệ tăng 8,4%.",
    "share-of-the-whole": "Số tân binh là đảng viên là 64 người (đạt 2,13% so với chỉ tiêu), trong "
    "đó đảng viên chính thức là 51 người (chiếm 73,7%).",
    "which-communes": "Trong tuần có 6 xã, thị trấn ghi nhận ca bệnh gồm: Hòa Lộc, Tân Thanh, Phú "
    "Sơn, An Bình, Đông Hải.",
    "worth-more-now": "Tài sản là ô tô tăng 1.418,6 tỷ đồng, từ 2.957,3 tỷ đồng lên 4.735,9 tỷ "
    "đồng.",
    "growth-of-the-planned": "Giải ngân vốn đầu tư công đạt 62,3% kế hoạch, tăng 6,3% so với cùng "
    "kỳ năm trước (cùng kỳ đạt 56,2% kế hoạch).",
    "blank-in-a-decimal": "Tỉnh hỗ trợ trên 199 tỷ đồng (gồm vốn trái phiếu 104 tỷ đồng, vốn sự "
    "nghiệp 61, 3 tỷ đồng, vốn đầu tư phát triển 31, 2 tỷ đồng).",
    "rate-of-a-fraction": "Điều trị nội trú 14.208/12.400 lượt người bệnh, đạt 114,6% kế "
    "hoạch, tăng 16,8% so với cùng kỳ (năm 2017 đạt 95,8%).",
    "cases-handed-on": "Năm 2022, tòa án huyện đã giải quyết 541 vụ trong tổng số 618 vụ thụ lý, "
    "đạt tỷ lệ 83,8%; chuyển cho tòa án khác theo thẩm quyền 5 vụ.",
    "cases-carried-over": "Năm 2022, tòa án huyện đã giải quyết 541 vụ trong tổng số 618 vụ thụ "
    "lý, đạt tỷ lệ 88,3%; chuyển sang kỳ sau 5 vụ.",
}


@pytest.mark.parametrize("name", HONEST)
def test_no_alarm(name: str) -> None:
    assert found(HONEST[name]) == []


@pytest.mark.parametrize("name", WRONG)
def test_slip_is_still_found(name: str) -> None:
    assert found(WRONG[name])
