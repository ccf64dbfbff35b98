"""True texts with figures near others that they do not tell of: no contradiction is found."""

from __future__ import annotations

import pytest

from marks import found

QUIET = [
    "Lúa và ngô đạt 1.218 ha và 415 ha, bằng 50,1% kế hoạch và 62,8% cùng kỳ (kế hoạch 2.430 ha và "
    "640 ha).",
    "Điểm môn Toán và Văn là 6,12 và 6,84, cao hơn toàn quốc 0,31 và 0,22 điểm; năm trước là 5,80 "
    "và 6,61.",
    "Tai nạn giảm: 48 vụ, 27 người chết, 34 người bị thương, so với cùng kỳ giảm 21 vụ (48/69), "
    "giảm "
    "08 người chết (27/35), giảm 16 người bị thương (34/50), tương ứng 30,4%, 22,9%, 32%.",
    "Số phòng chuyên môn từ 141 còn 120 (-21), đơn vị sự nghiệp từ 660 còn 568 (-92).",
    "Kinh phí tăng từ 82.294 triệu đồng lên 86.412 triệu đồng, số đối tượng tăng 1,2%.",
    "Đàn bò tăng từ 9.412 con lên 9.874 con, đàn lợn tăng 8,2%.",
    "Số vụ giảm từ 207 xuống 186 vụ, số người chết giảm 7,8%.",
    "Doanh thu tăng từ 936 tỷ đồng lên 1.135 tỷ đồng, lượng khách tăng 15,7%.",
    "Doanh thu tăng từ 936 tỷ đồng lên 1.135 tỷ đồng, vượt 8,1% kế hoạch.",
    "Giảm từ 21 sở xuống 17 sở, biên chế giảm 5,2%.",
    "Giảm từ 21 sở xuống 17 sở, cấp phòng giảm 39 phòng, tỷ lệ giảm 27,3%.",
    "Số hội viên tăng từ 124.334 lên 126.480 hội viên, tỷ lệ tập hợp tăng 0,8%.",
    "Thời gian từ 30 ngày xuống 21 ngày, chi phí tuân thủ giảm 15%.",
    "Tỷ lệ hộ nghèo giảm từ 14,9% xuống 11,2%, tỷ lệ hộ cận nghèo giảm 0,9%.",
    "Tỷ lệ giải ngân tăng từ 57,1% lên 62,4%, số vốn giải ngân tăng 12,3%.",
    "Thu 2.450 tỷ đồng, vượt 150 tỷ đồng so với dự toán (2.300 tỷ đồng), trong đó thu tiền "
    "đất vượt 92 tỷ đồng, thuế phí vượt 58 tỷ đồng.",
    "Có 98 xã, giảm 14 xã so với năm 2019 (112 xã), trong đó huyện A giảm 05 xã, huyện B "
    "giảm 09 xã.",
    "Còn 3.894 người, giảm 232 người so với đầu năm (4.126 người), riêng thành phố giảm 87 người.",
    "Còn 3.894 người, giảm 232 người so với đầu năm (4.126 người), bình quân mỗi huyện "
    "giảm 23 người.",
    "Có 186 vụ, giảm 21 vụ so với cùng kỳ (207 vụ), chủ yếu do đường bộ giảm 18 vụ.",
    "Có 412 vụ, giảm 24 vụ so với cùng kỳ (436 vụ): ma túy giảm 14 vụ, trộm cắp giảm 10 vụ.",
    "Đạt 62,4%, cao hơn 5,1% so với cùng kỳ (57,3%), cao hơn bình quân cả nước 2,7%.",
    "Đạt 41,3%, thấp hơn 9,6% so với bình quân chung (50,9%), thấp hơn cùng kỳ 3,5%.",
    "BHYT đạt 95,1%, tăng 1,1% so với năm 2023 (94,0%), vượt 0,1% kế hoạch.",
    "BHYT đạt 95,1%, tăng 1,1% so với năm 2023 (94,0%), hộ gia đình tăng 3,6%.",
    "Thu 512,7 tỷ đồng, tăng 8,8% so với năm 2023 (471,2 tỷ đồng), trong đó thu nội địa "
    "tăng 12,1%.",
    "Khách 1.256.800 lượt, tăng 15,7% so với năm 2023 (1.086.000 lượt), doanh thu tăng 21,3%.",
    "Khách 1.256.800 lượt, tăng 15,7% so với năm 2023 (1.086.000 lượt) và vượt 4,7% kế hoạch.",
    "Dư nợ 4.205 tỷ đồng, tăng 193 tỷ đồng (4,8%) so với đầu năm (4.012 tỷ đồng), nợ xấu "
    "giảm 0,2%.",
    "Tiết kiệm 62,4 tỷ đồng, tăng 8,1 tỷ đồng so với năm trước (54,3 tỷ đồng), chiếm 10%.",
    "Thu gom 144 tấn, tăng 12 tấn so với năm 2023 (132 tấn), đạt 82,3%.",
    "Giá 42.500 đồng/kg, tăng 3.500 đồng/kg so với tuần trước (39.000 đồng/kg), thấp hơn "
    "bình quân cả nước 1.200 đồng/kg.",
    "246 dự án hoàn thành, tăng 31 dự án so với năm 2023 (215 dự án), giảm 12 dự án chậm tiến độ.",
    "Năng suất 54,8 tạ/ha, tăng 0,6 tạ/ha so với năm 2023 (54,2 tạ/ha), thấp hơn kế hoạch "
    "0,2 tạ/ha.",
    "Cấp tỉnh đạt 15,2%, tăng 2,4%; cấp huyện 17,1%, tăng 1,5%.",
    "Cấp tỉnh đúng hạn 98,6%, tăng 0,4%; cấp huyện 97,2%, tăng 1,1%.",
    "Án hình sự 512 vụ, tăng 34 vụ; án dân sự 486 vụ, giảm 21 vụ.",
    "Thụ lý 512 vụ, giải quyết 498 vụ, tăng 12 vụ so với cùng kỳ.",
    "Tiếp nhận 1.246 hồ sơ, giải quyết 1.198 hồ sơ, giảm 42 hồ sơ so với tháng trước.",
    "Cháy nhà 21 vụ, cháy rừng 12 vụ, giảm 08 vụ.",
    "Tháng 10 xảy ra 17 vụ, tháng 11 xảy ra 14 vụ, giảm 02 vụ so với cùng kỳ năm trước.",
    "Có 86 phòng, 64 trưởng phòng, 118 phó trưởng phòng; giảm 12 phòng, 14 trưởng phòng, "
    "21 phó trưởng phòng.",
    "Hộ nghèo chiếm 12,6%, hộ cận nghèo 10,1%, giảm 1,5% so với đầu năm.",
    "Thiếu vốn 1.081 hộ, thiếu đất 936 hộ, thiếu lao động 185 hộ.",
    "Sản lượng 3.755 tấn (kế hoạch 3.403 tấn), tăng 312 tấn so với năm trước.",
    "Thu 5.386 tỷ đồng/kế hoạch 5.038 tỷ đồng, tăng 9,9% so với năm 2023.",
    "Năm 2023 thu 2.238 tỷ đồng, năm 2024 thu 2.450 tỷ đồng, vượt dự toán 6,5%.",
    "Phát sinh mới 39 hộ. Cuối năm còn 2.001 hộ nghèo, chiếm 11,9%.",
    "Năm 2024 có 86 trường, năm 2023 có 81 trường; huyện A tăng 02 trường; huyện B tăng 03 trường.",
    "Năm 2023 thu 2.238 tỷ đồng, năm 2024 thu 2.450 tỷ đồng, thu nội địa tăng 92 tỷ đồng.",
    "Quý I thu 412 tỷ đồng, quý II thu 486 tỷ đồng, tăng 38 tỷ đồng so với cùng kỳ.",
    "Năm 2023 đạt 62,1%, năm 2024 đạt 68,4%, tăng 1,2% so với bình quân chung của cả nước.",
    "Hộ nghèo giảm từ 3.215 hộ xuống 2.608 hộ, tỷ lệ hộ nghèo giảm 2,7%.",
    "Hộ nghèo giảm từ 3.215 hộ (14,2%) xuống 2.608 hộ (11,5%), giảm 607 hộ/2,7%.",
    "Hộ nghèo giảm từ 3.215 hộ (14,2%) xuống 2.608 hộ (11,5%); bình quân giảm 2,7%/năm, "
    "tương ứng giảm 607 hộ.",
    "Năm 2023 có 3.215 hộ, tỷ lệ 14,2%. Năm 2024 có 2.608 hộ, tỷ lệ 11,5%. Giảm 607 hộ, "
    "tương đương 2,7%.",
    "Giảm 03 phòng (từ 12 xuống 09), 14 đơn vị (từ 70 xuống 56), tương ứng 25% và 20%.",
    "Giảm từ 119 xã xuống 98 xã; giảm từ 2.317 thôn xuống 1.812 thôn, tương ứng 17,6% và 21,8%.",
    "Tăng 05 đơn vị (81/86).",
    "Giảm 03 phòng (12/09).",
    "Hỗ trợ xây mới 241 nhà x 50 triệu đồng; sửa chữa 145 nhà x 25 triệu đồng, tổng kinh "
    "phí 15.675 triệu đồng.",
    "Tổng 9.637 triệu đồng cho 1.271 hộ, mỗi hộ 7,6 triệu đồng.",
    "Bình quân mỗi xã 228 triệu đồng; 23 xã đợt 1, cả năm 5.644 triệu đồng cho 32 xã.",
    "Quý I thu 46,8 tỷ đồng, quý II 46,8 tỷ đồng, quý III 48,3 tỷ đồng; bình quân 47,3 tỷ "
    "đồng/quý.",
    "Kế hoạch 12.000 lao động, thực hiện 12.640 lao động, đạt 105,3%; năm 2023 thực hiện "
    "12.222 lao động, đạt 104,5% kế hoạch.",
    "Tỷ lệ hộ nghèo đầu năm 14,9%, cuối năm 11,2%, đã giảm được 3,7% (kế hoạch là 3,0%).",
    "Kinh phí 12,6 tỷ đồng, gồm: chi thường xuyên 8,4 tỷ đồng; dự án 2,9 tỷ đồng; tinh "
    "giản biên chế 1,3 tỷ đồng.",
    "Số gia súc được tiêm 18.640 con; chưa tiêm 2.860 con do mang thai 1.246 con, non yếu "
    "1.614 con; tổng diện tiêm 21.500 con.",
    "Chuyển sang 64 đơn; tiếp nhận 612 đơn, trong đó trùng 48 đơn, chuyển cơ quan khác 86 "
    "đơn; phải giải quyết 542 đơn.",
    "Có 98.412/99.640 hộ dùng điện (98,8%), trong đó điện lưới 97.206 hộ (97,6%), điện "
    "khác 1.206 hộ (1,2%).",
    "Trồng 412 ha, đạt 82,4% kế hoạch (giao đầu năm 520 ha, điều chỉnh còn 500 ha).",
    "Phạm pháp hình sự giảm 26 vụ (12 vụ ma túy, 09 vụ trộm cắp), số bị can giảm 41 bị can.",
    "Giải ngân 246 tỷ đồng, trong đó huyện A 84 tỷ đồng, huyện B 62 tỷ đồng.",
    "Giảm 486 người (8,98%) so với 5.412 biên chế năm 2021; năm 2024 giảm 126 người "
    "(2,49%) so với 5.052 biên chế năm 2023.",
    "Số xã nghèo giảm từ 46 xuống 31 xã; huyện A giảm 06 xã, huyện B giảm 09 xã.",
    "Thu đạt 60,1% dự toán (165 tỷ đồng), hụt thu 65,9 tỷ đồng, bằng 66,5% so cùng kỳ.",
    "Kinh phí tăng từ 82.294 triệu đồng lên 86.412 triệu đồng và số đối tượng tăng 1,2%.",
    "Số xã nghèo giảm từ 46 xuống 31, tỷ lệ xã nghèo giảm 12,6%, thu nhập bình quân tăng 8,4%.",
    "Diện tích ngô giảm từ 5.626 ha xuống 5.412 ha, năng suất tăng 2,1%, sản lượng giảm 1,8%.",
    "Giao 318 tỷ đồng, giải ngân 246 tỷ đồng (77,4%), trong đó huyện A giải ngân 84 tỷ "
    "đồng (91,3%), huyện B giải ngân 62 tỷ đồng (68,1%).",
    "Tỷ lệ hộ nghèo đầu năm là 14,9%, đến cuối năm là 11,2%, như vậy trong năm đã giảm "
    "được 3,7% (kế hoạch là 3,0%).",
    "Trồng 412 ha, đạt 82,4% kế hoạch (kế hoạch giao đầu năm 520 ha, điều chỉnh còn 500 ha).",
    # of what moved a whole, some is told
    "Diện tích gieo trồng tăng 120 ha so với cùng kỳ, trong đó lúa tăng 210 ha, ngô giảm 80 ha.",
    "Thu ngân sách tăng 350 tỷ đồng, chủ yếu do thuế tăng 420 tỷ đồng, lệ phí giảm 80 tỷ đồng.",
    "Biên chế giảm 125 người, trong đó nghỉ hưu 140 người, tuyển mới 14 người.",
    # one wrong digit would make them add up, and so does what is left out
    "Tổng diện tích cây ăn quả là 1.884 ha, trong đó cam 650 ha, bưởi 580 ha, chuối 454 ha.",
    "Toàn ngành có 1.245 cán bộ, trong đó 320 bác sĩ, 540 điều dưỡng, 85 dược sĩ.",
    "Chi đạt 1.457 tỷ đồng, tăng 10,7%; trong đó chi đầu tư 547 tỷ đồng, chi giáo dục 310 tỷ đồng, "
    "chi y tế 200 tỷ đồng.",
    "Đạt 458 tấn, trong đó cá tra 100 tấn; cá rô phi 100 tấn; tôm sú 58 tấn; nghêu 100 tấn.",
    "Kim ngạch đạt 1.933 triệu USD, trong đó dệt may 582 triệu USD, tăng 20,5%; thủy sản 470 triệu "
    "USD, giảm 13,6%; gỗ 610 triệu USD, tăng 26,1%.",
    "Số vụ giảm 41 vụ so với cùng kỳ, trong đó huyện Tân An giảm 12 vụ, huyện Bình Hòa giảm 8 vụ, "
    "huyện Phú Lâm giảm 11 vụ.",
    "Thu đạt 1.746 triệu đồng. Trong đó:\n- Thuế ngoài quốc doanh: 546 triệu đồng;\n- Lệ phí "
    "trước bạ: 700 triệu đồng;\n- Thuế thu nhập cá nhân: 400 triệu đồng.",
    "Dôi dư 61 người, trong đó hiệu trưởng 06, phó hiệu trưởng 08, nhân viên 2 người.",
    "Toàn huyện có 731 cây, trong đó xã Tân An 244 cây, Bình Hòa 50 cây và Phú Lâm 257 cây.",
    "Toàn tỉnh xảy ra 319 vụ vi phạm (trong đó trộm cắp 50 vụ, đánh bạc 89 vụ).",
    # parts that overlap, or are a plan
    "Đảng bộ có 616 đảng viên; trong đó đảng viên nữ 201 đồng chí, đảng viên dân tộc thiểu số 100 "
    "đồng chí, đảng viên có đạo 135 đồng chí.",
    "Trồng rừng được 3.069 ha, đạt 122,0% kế hoạch, trong đó rừng sản xuất 2.455 ha, rừng phòng hộ "
    "307 ha; kế hoạch cả năm là 2.516 ha.",
    # lists under a total with no word that they are all of it, and lists that overlap
    "Số người được đào tạo nghề: 589 người.\n- Nghề nông nghiệp: 160 người;\n- Nghề may: 129 "
    "người;\n- Nghề điện: 100 người.",
    "Đã hỗ trợ 556 hộ nghèo, gồm:\n- Hỗ trợ nhà ở: 110 hộ;\n- Hỗ trợ vay vốn: 215 hộ;\n- Hỗ trợ "
    "tiền điện: 331 hộ.\nMột hộ có thể được hỗ trợ nhiều nội dung.",
    "Đã hỗ trợ 556 hộ nghèo (mỗi hộ có thể được hưởng nhiều chính sách), gồm: nhà ở 110 hộ, vay "
    "vốn 215 hộ, tiền điện 331 hộ.",
    # what there is besides
    "Toàn tỉnh có 440 hợp tác xã, trong đó 292 hợp tác xã nông nghiệp; có 150 hợp tác xã hoạt động "
    "hiệu quả.",
]

QUIET += [
    # several rates or changes told in turn
    "Trồng rừng sản xuất và rừng phòng hộ đạt 1.014/2.025 ha và 320/504 ha, bằng 50,1% và 63,5% kế "
    "hoạch.",
    "Hoàn tất 09 trong 13 dự án với 69,7 ha trong tổng số 137,2 ha (đạt 69,2% số dự án, 50,8% diện "
    "tích).",
    "Có 61 dự án với 1.171 triệu USD, tăng 6 dự án và 543 triệu USD so với năm 2022 (55 dự án, 628 "
    "triệu USD), tức tăng 10,9% về số dự án, 86,5% về số vốn.",
    "Khách nội địa đạt 137 nghìn lượt, khách quốc tế 24 nghìn lượt, còn thiếu 159 nghìn lượt và 8 "
    "nghìn lượt so với kế hoạch.",
    "Xếp loại 44 cơ quan: 15 hoàn thành xuất sắc, 20 hoàn thành tốt và 9 hoàn thành nhiệm vụ, "
    "tương ứng các tỷ lệ 34,1%, 45,5%, 20,5%.",
    "Kỷ luật 28 trường hợp (23 đảng viên, 5 tổ chức đảng), giảm 9 đảng viên và 4 tổ chức đảng so "
    "với năm 2021 (32 đảng viên, 9 tổ chức đảng).",
    # what the plan is short of, and what the year before was
    "Lệ phí trước bạ thu được 389,8 tỷ đồng, bằng 82,7% dự toán (471,1 tỷ đồng), hụt 81,3 tỷ đồng, "
    "giảm 11,0% so với năm 2023 (437,8 tỷ đồng).",
    "Có 9.417 đơn vị, tăng 845 đơn vị (9,9%) và tỷ lệ bao phủ đạt 64,8%, tăng 9,1% so với cùng kỳ; "
    "cùng kỳ có 8.572 đơn vị, tỷ lệ 55,7%.",
    "Vi phạm 05 vụ, giảm 10 vụ/15 vụ cùng kỳ (66,7%).",
    # round figures that miss a whole by one digit, as others are left out
    "Diện tích gieo trồng 4.500 ha, trong đó: lúa 3.200 ha, ngô 800 ha.",
    "Tổng thu ngân sách 7.400 tỷ đồng; trong đó thu nội địa 5.600 tỷ đồng; thu từ hoạt động xuất "
    "nhập khẩu 1.400 tỷ đồng.",
    "Tổng chi 8.200 tỷ đồng, gồm chi thường xuyên 5.300 tỷ đồng, chi đầu tư phát triển 2.400 tỷ "
    "đồng, dự phòng và chi tạo nguồn.",
    # a last part with no figure
    "Kinh phí 847 triệu đồng gồm ngân sách huyện 312 triệu đồng; ngân sách xã 205 triệu đồng; và "
    "một phần do nhân dân đóng góp.",
    "Kinh phí 847 triệu đồng, gồm: ngân sách huyện 312 triệu đồng; ngân sách xã 205 triệu đồng; "
    "nguồn vốn khác.",
    "Đã trồng 461 ha rừng, gồm: keo 123 ha, quế 207 ha, cây bản địa (chưa thống kê).",
    "Số biên chế được giao là 461, gồm: khối Đảng 118, khối chính quyền 203 và các tổ chức chính "
    "trị - xã hội.",
    # a part that is divided itself
    "Toàn huyện có 97 trường, bao gồm: 30 trường mầm non, 31 trường tiểu học; 29 trường THCS, "
    "trong đó có 5 trường chuyên; 7 trường khác.",
    "Toàn huyện có 97 trường, bao gồm: 30 trường mầm non; 31 trường tiểu học; 29 trường THCS, "
    "trong đó 5 trường chuyên và 7 trường khác.",
    "Toàn huyện có 96 trường, gồm: 30 trường mầm non; 31 trường tiểu học; 27 trường THCS, 5 trường "
    "liên cấp' 01 trường bán trú và có 02 trường THPT (trong đó co 01 trương chuyên, 01 trường dân "
    "lập).",
    "Toàn xã có 42 chi bộ, gồm: 30 chi bộ thôn; 9 chi bộ trường học, trong đó có 4 chi bộ mầm non "
    "và 3 chi bộ quân sự.",
    # words and figures that belong to others than the two levels beside them
    "Xử phạt 1.944 triệu đồng, tăng 2 lần so với cùng kỳ (648 triệu đồng).",
    "Kỳ trước chuyển sang 58 đơn; trong kỳ tiếp nhận 634 đơn, trong đó trùng 46 đơn, chuyển cơ "
    "quan "
    "khác 92 đơn; phải giải quyết 554 đơn.",
    "Tỷ lệ hộ nghèo năm 2024: 10,4%/năm 2023: 13,6%, giảm 3,2%.",
    "Kết quả năm học: lên lớp 98,38%, tốt nghiệp THPT 97,41%, tăng 0,37%.",
    "Nợ thuế 40,2 tỷ đồng, trong đó nợ có khả năng thu 15,4 tỷ đồng, chiếm 3,8% tổng thu.",
    "Tỷ lệ của cấp tỉnh, cấp xã lần lượt 94,3% và 96,4%; trong 138 xã có 34 xã chưa đạt 95%.",
    "Trong 46 cán bộ dôi dư, đã giải quyết chế độ cho 24 người, bố trí công tác khác 07 người.",
    "Cả năm trước giải quyết 77,4%. Tỷ lệ giải quyết đơn đạt 85,3%, cao hơn năm trước 7,1%, trong "
    "khi năm trước đạt 78,2%.",
    "Phát triển đảng: 104/126 đ/c (82,5% CT), tăng 13 đ/c so CK (91 đ/c); nữ 53 đ/c (51%).",
    "Có 3 chi bộ vượt chỉ tiêu, gồm: Chi bộ Trường học kết nạp 31 đảng viên, đạt 103%; Chi bộ Công "
    "an kết nạp 8 đảng viên, đạt 160%.",
    "Kỷ luật 96 đảng viên, tăng 08 đảng viên so với năm trước; trong đó cấp ủy viên 18 đồng chí, "
    "chiếm 18,8%.",
    "Năm 2022 tuyển 125 người, năm 2023 tuyển 98 người, năm 2024 tuyển 140 người; hiện còn thiếu "
    "312 "
    "người so với định mức.",
    "Công nhận thêm 26 khu dân cư kiểu mẫu (huyện 17 khu, thành phố 09 khu), thưởng mỗi khu 112 "
    "triệu đồng, tổng kinh phí 2.912 triệu đồng.",
]


@pytest.mark.parametrize("text", QUIET)
def test_what_is_true_is_quiet(text: str) -> None:
    assert found(text) == []


WRONG = [
    (
        "Công nhận thêm 26 khu dân cư kiểu mẫu (huyện 17 khu, thành phố 09 khu), thưởng mỗi khu "
        "112 "
        "triệu đồng, tổng kinh phí 2.192 triệu đồng.",
        "A109",
    ),
    ("Xử phạt 1.944 triệu đồng, tăng 4 lần so với cùng kỳ (648 triệu đồng).", "A102"),
    ("Kỳ trước chuyển sang 58 đơn; trong kỳ tiếp nhận 634 đơn; phải giải quyết 629 đơn.", "A104"),
    ("Tỷ lệ hộ nghèo năm 2023 là 13,6%, năm 2024 là 10,4%, giảm 2,3%.", "A101"),
    ("Nợ thuế 40,2 tỷ đồng, trong đó nợ khó thu 15,4 tỷ đồng, chiếm 39,3% tổng nợ.", "A103"),
    # the same constructions with a figure that is of them, and wrong
    ("Đàn bò tăng từ 9.412 con lên 9.874 con, tăng 9,4%.", "A102"),
    ("Số vụ giảm từ 207 xuống 186 vụ, tương ứng giảm 11,1%.", "A102"),
    ("Thu 2.450 tỷ đồng, vượt 160 tỷ đồng so với dự toán (2.300 tỷ đồng).", "A101"),
    (
        "Xếp loại giỏi 1.318 em (22,0%), khá 2.964 em (49,5%), đạt 1.637 em (27,3%), chưa đạt 73 "
        "em (1,2%) trên tổng số 5.929 em.",
        "A104",
    ),
    ("Có 186 vụ, so với cùng kỳ (207 vụ) giảm 12 vụ.", "A101"),
    ("Năm trước xảy ra 512 vụ, năm nay xảy ra 486 vụ, giảm 21 vụ.", "A101"),
    ("Dự toán 2.300 tỷ đồng, thực hiện 2.450 tỷ đồng, vượt 140 tỷ đồng.", "A101"),
    ("Diện tích gieo trồng 4.573 ha, trong đó: lúa 3.264 ha, ngô 1.209 ha.", "A104"),
    (
        "Toàn huyện có 97 trường, gồm: 30 trường mầm non; 31 trường tiểu học; 28 trường THCS "
        "(trong đó 5 trường chuyên, 23 trường thường); 7 trường khác.",
        "A104",
    ),
    (
        "Toàn xã có 40 chi bộ, gồm 30 chi bộ thôn, 9 chi bộ trường học, trong đó 3 chi bộ mầm non.",
        "A104",
    ),
    (
        "Lượng khách tăng 12.500 lượt, trong đó khách nội địa tăng 14.100 lượt, khách quốc tế giảm "
        "1.500 lượt.",
        "A104",
    ),
    ("Biên chế giảm 125 người, gồm nghỉ hưu 140 người, tuyển mới 14 người.", "A104"),
    # digits enough, or hardly anything left out
    (
        "Tổng diện tích cây ăn quả là 18.843 ha, trong đó cam 6.501 ha, bưởi 5.807 ha, chuối 4.535 "
        "ha.",
        "A104",
    ),
    (
        "Tổng diện tích cây ăn quả là 1.887 ha, trong đó cam 651 ha, bưởi 782 ha, chuối 414 ha.",
        "A104",
    ),
    ("Tổng diện tích cây ăn quả là 188 ha, gồm cam 61 ha, bưởi 52 ha, chuối 65 ha.", "A104"),
    (
        "Đã hỗ trợ 556 hộ nghèo, gồm:\n- Hỗ trợ nhà ở: 110 hộ;\n- Hỗ trợ vay vốn: 215 hộ;\n- Hỗ "
        "trợ tiền điện: 241 hộ.",
        "A104",
    ),
]


@pytest.mark.parametrize(("text", "code"), WRONG)
def test_what_is_wrong_is_found(text: str, code: str) -> None:
    assert found(text) == [code]
