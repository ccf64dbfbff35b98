"""Sentences of kinds that real reports are full of, all right, in which nothing may be found."""

from __future__ import annotations

from unittest.mock import ANY

import pytest

from extract.pipeline import analyse
from extract.readers.text.reader import read_text
from marks import found

RIGHT = [
    # the poor of the end of the year
    "Đầu năm có 15.206 hộ nghèo (9,84%), cuối năm còn 12.418 hộ (8,21%), giảm 2.788 hộ. Hai huyện "
    "vùng cao có 7.426 hộ nghèo, chiếm 59,8% số hộ nghèo của tỉnh.",
    # wholes in a row, each with parts of its own
    "Hãng A khai thác 1.842 chuyến, trong đó chậm 431 chuyến, hủy 17 chuyến; hãng B 906 chuyến, "
    "trong đó chậm 188 chuyến, hủy 4 chuyến; hãng C 437 chuyến, trong đó chậm 61 chuyến.",
    # a rise since another time, no share
    "Hãng A có 1.206 chuyến chậm trong tổng số 10.417 chuyến bay, tăng 0,8% so với cùng kỳ.",
    # a row of sentences that goes on behind two parts that are all of one thing
    "Toàn ngành thu 914.206 triệu đồng. Trong đó, thu BHXH bắt buộc 640.318 triệu đồng, tăng "
    "71.204 triệu đồng. Thu BHXH tự nguyện 2.406 triệu đồng. Thu bảo hiểm y tế 269.817 triệu đồng.",
    # a bracket says more of what is counted, and names none of it
    "Đã tổ chức 7 lớp tập huấn (trực tiếp, trực tuyến).",
    "Tai nạn xảy ra 12 vụ, làm chết 04 người (không tăng, không giảm).",
    "Cử 15 đồng chí (trong và ngoài tỉnh) đi học.",
    "Có mười hai đồng chí, gồm bảy đồng chí nam và năm đồng chí nữ.",
    # a change of all parts, of which the last stands beside it
    "Tổng thu 1.240 tỷ đồng, trong đó:\n- Thu nội địa: 880 tỷ đồng;\n- Thu khác: 360 tỷ đồng.\nSo "
    "với cùng kỳ tăng 40 tỷ đồng, tương ứng tăng 3,3%.",
    "Cán bộ 71 người, công chức 209 người, giảm 20 người (6,7%) so với năm 2021.",
    # what all pairs of levels have moved by
    "Cấp tỉnh từ 64 phòng xuống còn 52 phòng, cấp huyện từ 96 phòng xuống còn 72 phòng; tổng cộng "
    "giảm 36 phòng (22,5%).",
    "Khối Đảng từ 140 biên chế xuống 131 biên chế; khối chính quyền từ 305 biên chế xuống 290 biên "
    "chế. Như vậy, toàn huyện giảm 24 biên chế.",
    "Số ban giảm từ 71 xuống 50, số hợp tác xã tăng từ 140 lên 166; như vậy giảm 21 ban, tăng 26 "
    "hợp tác xã.",
    # parts that overlap, by several ways to divide
    "Số người tham gia là 512 người, trong đó đang học nghề 140 người; nam 301 người, nữ 211 "
    "người.",
    "Xảy ra 36 vụ đuối nước, trong đó trẻ em 11 vụ; thành thị 14 vụ, nông thôn 22 vụ.",
    # the share of the sum in what is told behind it
    "Ba xã lần lượt có 14, 22 và 31 thôn, tổng cộng 67 thôn, chiếm 21,8% trong 308 thôn của huyện.",
    # communes of so many districts
    "Sau sắp xếp, 4 huyện còn 63 xã, giảm 07 xã (10%).",
    # parts of what was done, not of the plan behind the slash
    "Trồng rừng được 2.080 ha/2.000 ha, đạt 104% kế hoạch (rừng sản xuất 1.850 ha, rừng phòng hộ "
    "230 ha).",
    # two rates, two counts, one total
    "Mua 14 máy tính (15 triệu đồng/máy) và 30 máy in (6 triệu đồng/máy), tổng 390 triệu đồng.",
    # levels of two years, each with its parts
    "Năm 2023: 214 hồ sơ (trực tuyến 72, trực tiếp 142); năm 2024: 240 hồ sơ (trực tuyến 121, trực "
    "tiếp 119), tăng 26 hồ sơ (12,1%).",
    # each change in its own bracket
    "Làm chết 15 người (tăng 03 người), bị thương 84 người (giảm 19 người).",
    # two levels that are as far apart by chance
    "Tòa án thụ lý 60 vụ, xét xử 45 vụ. So với cùng kỳ, số vụ thụ lý giảm 15 vụ (20%).",
    # a share of the whole told as a fraction
    "Kết quả có 27/30 xã đạt (90%), trong đó 12 xã nâng cao, 15 xã cơ bản; 03 xã không đạt (10%).",
    # the parts in a bracket are of the time before
    "Xuất khẩu 530 triệu USD, nhập khẩu 270 triệu USD; tổng kim ngạch 800 triệu USD, giảm 2,4% "
    "so với cùng kỳ (xuất khẩu 511 triệu USD, nhập khẩu 309 triệu USD).",
    # a total cut after its second digit
    "Cả nước có 118,4 nghìn doanh nghiệp đăng ký với tổng số vốn 1,6 triệu tỷ đồng; vốn bình quân "
    "một doanh nghiệp đạt 14,2 tỷ đồng.",
    # the level before is told with the scale of the one after
    "Công ty nâng công suất gấp 3 lần (từ 40.000 lên 120.000 m3/ngày), nước ghi thu tăng 6,4 lần "
    "(từ 4,7 lên 30,1 triệu m3).",
    # the last part has its number in a word
    "Hiện còn 14 điểm sạt lở gây ách tắc, gồm: huyện Long Sơn có 10 điểm trên tỉnh lộ 8; huyện Phú "
    "Tân có 3 điểm trên tỉnh lộ 12 (tại dốc Cao và dốc Đá) và một điểm trên tỉnh lộ 8.",
    # the areas of two places, and one of them proved
    "Thành lập phường Tân Lộc trên cơ sở nhập toàn bộ diện tích tự nhiên là 8,45 km2 của xã Hòa "
    "Lộc và toàn bộ diện tích tự nhiên là 17,25 km2 của phường Phú Lộc.\n\nSau khi thành lập, "
    "phường Tân Lộc có diện tích tự nhiên là 25,70 km2.\n\nPhường Tân Lộc giáp xã An Lộc.\n\n"
    "Thành lập phường Mỹ Lộc trên cơ sở toàn bộ diện tích tự nhiên là 17,52 km2 của xã Mỹ Lộc.",
    # one item of two lists: what there is, and what is planned
    "1. Hiện trạng: tổng diện tích 584.310 ha, đất nông nghiệp 372.416 ha, chiếm 63,7%, trong đó:\n"
    "a) Đất trồng trọt 131.208 ha (22,46% tổng diện tích);\nb) Đất nuôi trồng thủy sản 4.107 ha "
    "(0,7%).\n\n2. Điều chỉnh: đất nông nghiệp 390.552 ha, chiếm 66,84% diện tích, trong đó:\n"
    "a) Đất trồng trọt 129.604 ha;\nb) Đất nuôi trồng thủy sản 4.167 ha.",
    # a list that "trong đó" opens may leave some out
    "Tỉnh thu hoạch được 27.120,5 ha/38.460 ha, đạt 70,52%, trong đó:\n- Lúa: 4.210,4 ha/8.870 ha, "
    "đạt 47,47%.\n- Ngô: 1.270 ha/2.030 ha, đạt 62,56%.\n- Rau: 17.440 ha/20.570 ha, đạt 84,78%.",
    # parts of what is done, not of what is behind the slash
    "Lúa thu hoạch 3.082 ha/5.710 ha, đạt 53,98%, gồm xã Tân 3.050 ha, xã Hoa 32 ha.",
    # a district whose name ends in a word for "into"; others besides are no rest
    "Có 134 ca, gồm: Phú An 65 người, Long Sơn 19, Phú Châu 18, Chợ Mới 04, Châu Thành 28. Ngoài "
    "ra còn 42 ca khác.",
    # what a mixed farm does
    "Có 969 trang trại, trong đó 964 trang trại chăn nuôi và 5 trang trại tổng hợp (nuôi cá, "
    "chăn nuôi, trồng trọt).",
    # the same people by another unit, with a change of their own
    "Cả nước có 96,3 nghìn lượt hộ thiếu đói, giảm 38,2% so với cùng kỳ năm trước, tương ứng với "
    "402,7 nghìn lượt nhân khẩu thiếu đói, giảm 40,1%.",
    # what the growth of one place is for
    "Tỉnh Tân An thu hoạch 263.400 tấn, sản lượng tăng 14,2% so với cùng kỳ để bù cho sự giảm sút "
    "của các tỉnh như Tân Phú có sản lượng 201.700 tấn (giảm 4,2%).",
    # two totals, each with its own part in every row
    "Vận tải đạt 3.826 triệu lượt khách, tăng 10,3% và 121,96 tỷ lượt khách, tăng 10,4%, trong đó "
    "đường bộ đạt 3.624 triệu lượt khách và 118,5 tỷ lượt khách; đường thủy đạt 161 triệu lượt "
    "khách và 3,1 tỷ lượt khách; đường biển đạt 41 triệu lượt khách và 0,36 tỷ lượt khách.",
    # a rate of others, told by its own name, that a slip would make the share of two levels
    "Tiểu học có 412.800 giáo viên; THCS có 309.700 giáo viên. Tỷ lệ giáo viên mầm non đạt chuẩn "
    "là 73%, trung cấp 26,6%.",
    "Tổng vốn đầu tư đạt 28,4 nghìn tỷ đồng; tổng thu ngân sách vượt dự toán (5.717 tỷ đồng); tỷ "
    "lệ đường nông thôn được cứng hóa đạt 70%.",
    # names of where there are none
    "Quy hoạch 9 cơ sở tại 7 huyện, thị xã (Trấn An và Trạm Thủy chưa có).",
    # a rough rate
    "Riêng 6 tháng có 1.250 trẻ bị hại, gần bằng 80% số trẻ bị hại của cả năm 2018 (1.586 trẻ).",
    # a share and how what it is of grew, each of its own
    "Vốn tư nhân đạt 417,2 tỷ đồng, chiếm 41,7% và tăng 10,1%. Vốn nước ngoài đạt 264,5 tỷ đồng, "
    "chiếm 26,4% và tăng 13,3%.",
    # shares of an aim, of plans in turn
    "Đến nay tỉnh đã có 36/60 xã đạt chuẩn nông thôn mới, đạt 50% mục tiêu đến năm 2030.",
    "Vốn ngân sách đạt 160 tỷ đồng (trong đó vốn trung ương là 38,2 tỷ đồng, vốn địa phương là "
    "121,8 tỷ đồng, tương ứng 67,3% và 69,9% kế hoạch năm).",
    # years are no part of what came in over them
    "Trong 5 năm, thụ lý 814 tin báo; tổng số phải giải quyết là 820 tin.",
    "Toàn tỉnh đã tiếp nhận 59.245 hồ sơ.\n\nTrong số hồ sơ còn lại đang giải quyết gồm 7.172 hồ "
    "sơ, có 5.950 hồ sơ chưa đến hạn và 1.222 hồ sơ đã quá hạn.",
    # all of one sort are done, what is left is of another
    "Đã giải quyết 11/11 đơn khiếu nại, đạt 100%; còn 14 đơn kiến nghị đang xem xét.",
    "Tuyển 138 thanh niên nhập ngũ, đạt 100% chỉ tiêu (quân sự 110, công an 28).",
    # classes, each with its share of all that were judged
    "Xếp loại: tốt 60 (75%), trung bình 08 (10%).",
    # rates of two things in two sentences
    "Công suất sử dụng giường bệnh 97,4%. Tỷ lệ tham gia bảo hiểm đạt 95,1% dân số, tăng 2,1%.",
    # people hurt and people killed
    "Xảy ra 12 vụ, chết 09, bị thương 11 (so với cùng kỳ tăng 02 vụ, giảm 01 người chết, tăng 03 "
    "người bị thương).",
    "Có 07 vụ cháy, chết 02, bị thương 05 (so với cùng kỳ tăng 01 vụ, tăng 01 người chết, tăng 02 "
    "người bị thương).",
    # shares told one after another, each of a whole that is not told
    "Tỷ lệ hộ nghèo cuối năm còn 8,74% (giảm 2,9 điểm %), tương ứng 11.240 hộ; hộ cận nghèo 7.820 "
    "hộ, chiếm 6,08%.",
    # a semicolon turns to a change of other things
    "Các sở giảm 34 phòng (27,2%), từ 125 phòng xuống còn 91 phòng; giảm 07 chi cục và tương "
    "đương thuộc sở, từ 19 xuống còn 12.",
    "Các sở từ 125 phòng xuống còn 91 phòng; giảm 07 chi cục thuộc sở.",
    # a part beside the change of the whole, and what an earlier year has nothing to do with
    "Tỷ lệ nhà kiên cố đạt 79,5%, tăng 3,1% so với cùng kỳ, trong đó vùng cao đạt 71,4%.",
    "Tỷ lệ nhà kiên cố đạt 79,5%, tăng 3,1% so với cùng kỳ năm trước, vùng cao đạt 71,4%.",
    "Năm 2030 thu 12.410 triệu đồng. Số đã nộp đến nay là 27.390 triệu đồng, đạt tỷ lệ 85%.",
    # a part beside the change of the whole: the level before it is not told
    "Tổng số thụ lý là 6.430 việc, tăng 312 việc (tăng 5,10% so với cùng kỳ năm 2022), "
    "trong đó: số "
    "cũ chuyển sang là 2.105 việc; số thụ lý mới là 4.325 việc, tăng 96 việc (tăng 2,27% so với "
    "cùng kỳ năm 2022).",
    "- Tổng số phải thi hành là 7.900 việc, trong đó: số có điều kiện là 6.200 việc, tăng 84 việc "
    "(tăng 1,37% so với cùng kỳ năm 2022); số chưa có điều kiện là 1.700 việc;\nTrong số có điều "
    "kiện, đã thi hành xong 4.030 việc, tăng 190 việc (tăng 4,95% so với cùng kỳ năm 2022).",
    # what follows the time compared with is of this time
    "Có 540 hộ nghèo, giảm 60 hộ so với năm 2018 và 230 hộ cận nghèo.",
    "Huyện có 54 xã, giảm 6 xã so với năm 2018 và 23 phường.",
    "Toàn ngành thụ lý 4.218 hồ sơ, giảm 164 hồ sơ (3,74%) so với năm 2021 (trong đó đã chuyển nơi "
    "khác 37 hồ sơ).",
    "Tháng 5 xã thu 52 triệu đồng, tăng 11% so với cùng kỳ năm 2023. Quý I xã thu 148 triệu đồng.",
    "Tỉnh có 83 xã kiểu mẫu (tăng 40 xã so với cuối năm 2021).\n\nTỉnh cũng có 249 đơn "
    "vị được công "
    "nhận, tăng 36 đơn vị so cuối năm 2021 và chiếm 38,7% tổng số đơn vị.",
    # two measures compared with another time
    "Tiếp nhận 64 hồ sơ, giải quyết 45 hồ sơ; so với cùng kỳ năm 2019, tiếp nhận giảm 17 "
    "hồ sơ, giải "
    "quyết tăng 12 hồ sơ.",
    "Tỉnh có 41 xã nâng cao (tăng 12 xã so với cuối năm 2021) và 9 xã kiểu mẫu (tăng 4 "
    "xã so với cuối "
    "năm 2021).\n\nTỉnh cũng có 7 đơn vị cấp huyện đạt chuẩn, tăng 2 đơn vị so cuối năm 2021.",
    # times are no levels
    "Trong 15 ngày đầu tháng 6, giá giảm 2,4% so với 15 ngày đầu tháng 5.",
    "Riêng tháng 2 năm nay xuất khẩu 300 tấn; so với tháng 6 năm trước tăng 2%.",
    # counts side by side, criteria, fractions of their own, shares of something else
    "Án hình sự: thụ lý 640 vụ/1.105 bị cáo, giải quyết 560 vụ/958 bị cáo, đạt 87,5%.",
    "Giảm cả 3 tiêu chí (giảm 5,21% số vụ).",
    "Phát sinh trong kỳ 145 vụ việc.\n\nTrong đó: đã giải quyết 120/160 vụ việc, đạt tỷ "
    "lệ 75%, còn "
    "lại 40 vụ việc.",
    "Bội chi là 204.000 tỷ đồng, tương đương 3,7% GDP, gồm: bội chi trung ương 195.000 "
    "tỷ đồng, tương "
    "đương 3,54% GDP; bội chi địa phương 9.000 tỷ đồng.",
    # another fact after a comparison; shares of a larger whole; units named, not counted
    "Doanh thu đạt 1.904 tỷ đồng, tăng 12% so với năm 2023 và lợi nhuận đạt 260 tỷ đồng, tăng 34%.",
    "Huyện có 18.420 người dân tộc thiểu số, chiếm 4,6% dân số. Trong đó, người Mường có 14.910 "
    "người chiếm 3,72%; người Thái có 3.510 người chiếm 0,88%.",
    "Tỉnh có 7 đơn vị cấp huyện, gồm 5 huyện; thị xã Tân An và thành phố Long Hà với 98 đơn vị cấp "
    "xã.",
    # amounts in words told in a unit that is itself a scale
    "1. Tổng số thu là 1.412.500.000 triệu đồng (một tỷ, bốn trăm mười hai triệu, năm trăm nghìn "
    "triệu đồng).\n2. Mức bội chi là 18.000.000 triệu đồng (mười tám triệu triệu đồng).\n3. Tổng "
    "mức vay là 352.418.206 triệu đồng (ba trăm năm mươi hai triệu, bốn trăm mười tám nghìn, hai "
    "trăm linh sáu triệu đồng).",
    # the rate that another fact falls from; a list numbered in a later sentence; whose parts
    "Số dân tăng từ 48,3 triệu người lên 92,1 triệu người, trong khi tỉ lệ sinh giảm từ 2,3% xuống "
    "còn 1,02%.",
    "Sở cần làm 03 nhóm việc, gồm: rà soát quy trình; số hóa hồ sơ; đào tạo cán bộ. Sở có 02 "
    "nền tảng cần làm ngay, cụ thể: (1) Cổng hồ sơ; (2) Kho dữ liệu dùng chung.",
    "Đại hội đã bầu Ban Chấp hành gồm 21 đồng chí; bầu Đoàn đại biểu dự Đại hội tỉnh gồm 45 đại "
    "biểu chính thức và 5 đại biểu dự khuyết.",
    # facts told after a comparison: set against it, after a comma, in a bracket with its own rate
    "Lũy kế 7 tháng, số vụ phạm pháp là 1.620 vụ, giảm 4,2% so với cùng kỳ nhưng số vụ đánh bạc là "
    "712 vụ, tăng 18,4%.",
    "Vốn đăng ký đạt 31,6 tỷ đồng, tăng 8,4% so với cùng kỳ năm 2020, vốn thực hiện ước đạt 20,1 "
    "tỷ đồng.",
    "Sản lượng khai thác đạt 1.812,4 nghìn tấn, tăng 1,3% so với cùng kỳ (khai thác xa bờ đạt "
    "1.640,2 nghìn tấn, tăng 1,6%).",
    "Tổng đàn lợn là 412 nghìn con, tăng 3,1% so với cùng kỳ năm 2022 (lợn nái 351 nghìn con, tăng "
    "1,4%).",
    "Lao động nông nghiệp là 24 nghìn người, chiếm 41% tổng số lao động so với 26 nghìn người và "
    "47,2% năm 2012.",
    # each measured on a past of its own
    "Diện tích ngô đạt 71,9 nghìn ha, bằng 91,2% so cùng kỳ; khoai sọ đạt 16,9 nghìn ha, bằng "
    "93,5%.",
    "Tổng số kiến nghị là 38.410 tỷ đồng (riêng năm 2022, số kiến nghị là 9.870 tỷ đồng). Đến nay "
    "đã thực hiện 22.953 tỷ đồng, đạt tỷ lệ 83%.",
    "Chỉ số sản xuất tăng 5% so với cùng kỳ, trong đó 4 ngành trọng điểm tăng 11%, và 3 ngành "
    "truyền thống tăng 10,6%.",
    # the level that a fall led to and a part of the same size; names with «và» among parts
    "Số hộ nghèo từ 1.100 hộ (năm 2011) giảm xuống còn 700 hộ (năm 2013), trong đó hộ nghèo ở nông "
    "thôn còn 700 hộ.",
    "Đã giám sát 1.852 đảng viên, gồm: cấp tỉnh và tương đương 82, cấp huyện và tương đương 430; "
    "cấp cơ sở 1.340 đảng viên.",
    # others follow in a sentence of its own; names run together where a line ends
    "Vùng ven biển trồng đạt 9.010 ha (+41,2%). Trong khi đó, các vùng khác đều giảm. Cụ thể là "
    "vùng núi trồng đạt 3.912 ha (-2,7%), vùng trung du đạt 790 ha (-12,8%).",
    "Có 04 ổ dịch tại 04 tỉnh _(Nam Định, Hà Nam_ _Thái Bình và Bắc Giang)_.",
    "Có 04 ổ dịch tại 04 tỉnh (Nam Định, Hà Nam\nThái Bình và Bắc Giang).",
    # a week from day to day
    "Tuần 02 – 06/08, giá lợn hơi tăng 2,4% so với tuần trước, giá gà giữ ở mức 8 nghìn đồng.",
    "Hệ thống có 48 tổ chức, gồm 27 đảng bộ và 21 chi bộ, giảm 2 tổ chức (4%) so với năm 2020.",
    "Phải thi hành 6.480 việc, trong đó có 4.120 việc có điều kiện, đã giải quyết xong 3.708 việc, "
    "đạt 90%.",
    "Nhận 34 lượt đơn, đã chuyển 9 đơn, trong đó xếp lưu 25 đơn trùng nội dung.",
    "Huyện nhận 34 đơn trong quý. Đã chuyển 9 đơn, trong đó xếp lưu 25 đơn trùng nội dung.",
    "Tuyển sinh 4.310 người, gồm cao đẳng 215, trung cấp 730, sơ cấp và dưới 3 tháng 3.365.",
    "Chi 9 tháng đạt 8.420 tỷ đồng, trong đó chi đầu tư 2.515 tỷ đồng; chi thường xuyên 5.872 tỷ "
    "đồng.",
    "Vụ này gieo 62.300 ha (trong đó giống ngắn ngày 14.100 ha), chiếm 71,4% diện tích cả năm.",
    "Có 17 xã đạt chuẩn nâng cao, bằng 34,7% số xã đạt chuẩn, 05 xã kiểu mẫu.",
    "Đã thu về 214.600.000 đồng, đạt 18,3% số phải thu, số chưa thu là 958.070.000 đồng.",
    "Đoàn viên công đoàn có 27.310 người, hội viên có 31.205 người, tỷ lệ hộ dùng nước sạch đạt "
    "78,5%.",
    "Số hộ cận nghèo tăng 640 hộ so với năm 2021 (18.350 hộ, tương ứng 9,4%).",
    "Thanh tra 27 công trình với số tiền sai là 1.910.000.000 đồng, gồm:\n\na) Sai khối lượng "
    "1.230.000.000 đồng tại 16 công trình;\n\nb) Sai đơn giá 680.000.000 đồng tại 14 công trình.",
    "Toàn tỉnh tiếp 4.100 lượt người. Có 72 đoàn đông người, tăng 5 đoàn. Cụ thể:\n\n- Tiếp "
    "thường xuyên: 3.050 lượt;\n\n- Tiếp định kỳ: 1.050 lượt.",
    "1.2. Số hộ nghèo và cận nghèo còn 41.320 hộ.\n\n1.3. Phân theo khu vực: thành thị có 912 hộ, "
    "nông thôn 18.407 hộ.",
    "Các cơ sở của ngành: 4 đơn vị bảo tồn, Nhà hát (nay là Trung tâm Nghệ thuật, Múa rối), Hội "
    "Văn nghệ.",
    "Giải ngân 2.410 tỷ đồng, trong đó vốn địa phương 1.508 tỷ đồng, đạt 57,2%, vốn trung ương "
    "902 tỷ đồng, đạt 58,9%.",
    "Chỉ số hài lòng đạt 82,14%, tăng 4 bậc so với năm 2022 (80,67%, xếp thứ 30).",
    "Tỷ lệ bao phủ nước sạch đạt 91,5%, tăng 7 xã so với năm 2022 (89,3%).",
    "Xã A trồng được 1.240 ha, tăng 3,2 lần so với cùng kỳ năm trước, xã B trồng được 610 ha.",
    "Sản lượng đạt 84.200 tấn, tăng 12% so với cùng kỳ 2019, trong đó: nuôi thâm canh đạt 61.500 "
    "tấn, tăng 14% so với cùng kỳ 2019, trong đó huyện A đạt 18,4 nghìn tấn, tăng 21,5% "
    "so với cùng kỳ.",
    "Diện tích ước đạt 6.240 ha, giảm 2,1% so với cùng kỳ, sản lượng 31.400 tấn, giảm 3%, diện "
    "tích và sản lượng vùng ven biển giảm so với cùng kỳ năm trước: diện tích đạt 3.910 ha, giảm "
    "1,4%; sản lượng đạt 18.200 tấn, giảm 4,5%.",
    "Số khách đạt 246 nghìn lượt, bằng 97,5% kế hoạch; số học viên là 630 người; số cán bộ được "
    "tập huấn là 246 người (gấp 3,6 lần so với năm trước).",
    "Huyện A thu 62,4 tỷ đồng, gấp 3,4 lần và huyện B thu 21,8 tỷ đồng, tăng 8% so với năm trước.",
    "Ước 10 tháng đầu năm 2021, khách trong nước là 3.045 lượt (tăng 59%), riêng tuyến đảo 2.310 "
    "lượt, bằng 83,4% so với đầu năm.",
    "Vận chuyển hành khách đạt 441 lượt, đạt 102,1% kế hoạch, vận chuyển hành khách là 4.802 lượt, "
    "bằng 86% so với năm 2020; vận chuyển hành khách có 8.074 lượt, đạt 107% kế hoạch.",
    "Khách quốc tế đạt 8.256 lượt, bằng 110%. Hàng may đạt 789 triệu USD (bằng 76,1% so với cùng "
    "kỳ), đã cấp 146 giấy phép, tăng 33,1% so với cùng kỳ.",
    "Muối công nghiệp đạt 69.752 tấn, tăng 8,7%, thóc đạt 96.510 tấn (bằng 128%).",
    "Hội viên mới kết nạp ước 17.724 người, trong khi đó thành phố Vinh ước đạt 7.707 người, giảm "
    "54,5% so với đầu năm.",
    "Lũy kế 9 tháng, bán lẻ hàng hóa được 6.199 tỷ đồng, còn dịch vụ lưu trú là 23.625 tỷ đồng "
    "(gấp 4,8 lần).",
    # changes from a plan that is not told
    "Lớp ghép có 86 em (thiếu 4 em so với kế hoạch), lớp đơn có 133 em (thiếu 17 em so kế hoạch).",
    # two rough parts of a budget that has more
    "Tổng chi ước đạt 4.980 tỷ đồng. Trong đó, chi đầu tư khoảng 880 tỷ đồng; chi thường xuyên "
    "ước đạt 3,7 nghìn tỷ đồng.",
    # thousands set off by blanks, behind months
    "Tổng chi ước 10 tháng 14 620 tỷ đồng, trong đó chi đầu tư 8 140 tỷ đồng.",
    # a level so coarse that any small change leads from it to another
    "Cả nước chi trên 42 tỷ đồng. Tỉnh An chi 42,31 tỷ đồng, nhiều nhất vùng. Tỉnh Bình chi 14,1 "
    "tỷ đồng, giảm 611 triệu đồng, tương ứng giảm 4%.",
    # items of a list in one line
    "Số lớp: 19 lớp - Số giáo viên dạy môn chung: 25 - Số giáo viên có phòng riêng: 27 người, "
    "phòng chung: 18 người.",
    # a change of what comes next, not of what was told before
    "Tỷ trọng lúa đã giảm 3,1% từ 48,6% xuống còn 45,5%, trong khi đó tỷ trọng ngô tăng 2,7% từ "
    "21,4% lên 24,1%.",
    # a change since a year, by the word "là"
    "Vốn chủ sở hữu: Năm 2016 tăng so với năm 2015 là 614 triệu đồng, tương đương tăng 12,06%.\n"
    "1. Vốn kinh doanh: năm 2016 tăng 614 triệu đồng, tương đương tăng 12,56% so với năm 2015.",
    # an estimate in round thousands, to which its parts round
    "Lượng hàng qua cảng ước đạt 731.000 tấn, trong đó hàng rời 402.600 tấn, hàng thùng 328.000 "
    "tấn.",
    "Tổng lượng hàng hóa ước đạt 731.000 tấn, giảm 12% so với cùng kỳ. Trong đó, hàng hóa quốc tế "
    "đạt 402.600 tấn, giảm 9%. Hàng hóa nội địa đạt 328.000 tấn, tăng 4%.",
    # a change told before with a misread word, no level
    "Vốn chủ sở hữu: năm 2006 tãng so với năm 2005 là 41.620.310 đ tương đương tăng 12,4%. Sự gia "
    "tăng này là do: Vốn kinh doanh năm 2006 tăng 41.620.310 đ tương đương tăng 14,1% so với năm "
    "2005.",
    # words that lost a horn or whose breve was misread
    "Trong tháng xảy ra 812 vụ, làm chết 640 người, bị thương 415 nguời. So với cùng kỳ giảm 35 "
    "người chết (-5,2%), giảm 105 người bị thưong (-20,2%).",
    "Toàn tỉnh giải quyết tãng 8.450 vụ. Trong đó, thụ lý sơ thẩm 51.240 vụ, phúc thẩm 300 vụ.",
    # a share of one of two things that a total adds up
    "Tổng vốn đăng ký của các dự án cấp mới và vốn bổ sung đạt 1,86 tỉ USD. Dự án ngành chế biến "
    "có vốn đăng ký đạt 912,4 triệu USD, chiếm 61,7% tổng vốn đăng ký cấp mới.",
]

WRONG = [
    # a list that "trong đó" opens, but for a slip; parts of what stands before a slash; names
    "Tỉnh thu hoạch được 22.920,4 ha, trong đó:\n- Lúa: 4.210,4 ha.\n- Ngô: 1.270 ha.\n- Rau: "
    "14.440 ha.",
    "Lúa thu hoạch 3.256 ha/5.710 ha, đạt 57,02%, gồm xã Tân 3.050 ha, xã Hoa 32 ha.",
    "Có 1.134 ca, gồm: Phú An 655 ca, Long Sơn 189, Phú Châu 108, Châu Thành 128.",
    "Có 5 trang trại chăn nuôi (Tân An, Tân Phú, Tân Lập).",
    "Năm trước có 9 vụ, năm nay có 11 vụ, tăng 3 vụ.",
    "Có 11.240 hộ nghèo, trong đó hộ dân tộc thiểu số 7.820 hộ, chiếm 68,57%.",
    "Các sở từ 125 phòng xuống còn 91 phòng; giảm 35 đầu mối.",
    "Tỷ lệ nhà kiên cố đạt 79,5%, tăng 3,1% so với năm trước (75,4%).",
    "Kế hoạch thu 32.410 triệu đồng. Số đã nộp là 27.390 triệu đồng, đạt tỷ lệ 85,4%.",
    "Tổng số thu là 1.412.500.000 triệu đồng (một tỷ, bốn trăm hai mươi mốt triệu, năm trăm nghìn "
    "triệu đồng).",
    "Số hồ sơ tăng từ 480 hồ sơ lên 600 hồ sơ, tăng 52%.",
    "Doanh thu đạt 1.120 tỷ đồng; so với năm 2023 (1.000 tỷ đồng) tăng 21%.",
    "Huyện có 18.420 người. Trong đó, người Mường có 14.910 người chiếm 80,49%.",
    "Đoàn đại biểu gồm 60 đồng chí, gồm 45 đại biểu chính thức và 5 đại biểu dự khuyết.",
    "Năm 2018 có 600 hộ nghèo, năm nay có 540 hộ nghèo, giảm 66 hộ so với năm 2018.",
    "Có 54 xã, giảm 6 xã so với năm 2018 (62 xã).",
    "Thụ lý 4.218 hồ sơ, giảm 164 hồ sơ so với năm 2021 (4.832 hồ sơ).",
    "Đã giải quyết 120/160 vụ việc, đạt tỷ lệ 88,9%.",
    "Xã A thu 52 tấn, tăng 11% so với cùng kỳ năm 2023 (42 tấn).",
    "Bội chi là 204.000 tỷ đồng, gồm: bội chi trung ương 195.000 tỷ đồng; bội chi địa phương 9.900 "
    "tỷ đồng.",
    "Đón 620 nghìn lượt; so với cùng kỳ (toàn tỉnh có 500 nghìn lượt) tăng 34%.",
    "Đã giám sát 1.852 đảng viên, gồm: cấp tỉnh và tương đương 82, cấp huyện và tương đương 430; "
    "cấp cơ sở 1.430 đảng viên.",
    "Có 60 trường, gồm 31 trường mầm non và 19 trường tiểu học; đã kiểm tra 42 trường.",
    "Có 120 trường. Các trường chia cho ba vùng. Cụ thể là vùng núi 41 trường, vùng đồi 39 trường, "
    "vùng biển 30 trường.",
    "Có 04 ổ dịch tại 05 tỉnh (Nam Định, Hà Nam, Thái Bình và Bắc Giang).",
    "Đã nhận 640 hồ sơ, tăng 5% so với cùng kỳ; đã giải quyết 610 hồ sơ, đạt 96,3%.",
    "Đã giải quyết 9 đơn, trong đó xếp lưu 26 đơn trùng nội dung.",
    "Chi 8.420 tỷ đồng, trong đó chi đầu tư 2.515 tỷ đồng; chi thường xuyên 5.915 tỷ đồng.",
    "Kế hoạch mở 133 lớp, đã mở 86 lớp, thiếu 17 lớp so với kế hoạch.",
    "Tổng chi đạt 4.983 tỷ đồng. Trong đó, chi đầu tư 882 tỷ đồng; chi thường xuyên 3.701 tỷ đồng.",
    "Tổng chi 10 tháng 14 620 tỷ đồng, gồm: chi đầu tư 8 140 tỷ đồng; chi thường xuyên 6 490 tỷ "
    "đồng.",
    "Năm 2022 chi 42,9 tỷ đồng, năm 2023 chi 42,3 tỷ đồng, giảm 0,6 tỷ đồng, tương ứng giảm 4%.",
    "Số lớp: 19 lớp - Số giáo viên: 125 người, gồm: nam 67 người, nữ 59 người.",
    "Tỷ trọng lúa đã giảm 3,1% từ 48,6% xuống còn 45,5%, trong khi đó tỷ trọng ngô tăng 2,7% từ "
    "21,4% lên 24,7%.",
    "Vốn năm 2015 là 5.120 triệu đồng, năm 2016 là 5.734 triệu đồng; vốn năm 2016 tăng so với năm "
    "2015 là 641 triệu đồng.",
    # an estimate its parts do not round to, a figure that is none, an amount of money
    "Lượng hàng qua cảng ước đạt 731.000 tấn, trong đó hàng rời 483.000 tấn, hàng thùng 328.000 "
    "tấn.",
    "Tổng lượng hàng hóa ước đạt 731.000 tấn, giảm 12% so với cùng kỳ. Trong đó, hàng hóa quốc tế "
    "đạt 483.000 tấn, giảm 9%. Hàng hóa nội địa đạt 328.000 tấn, tăng 4%.",
    "Lượng hàng qua cảng đạt 731.000 tấn, trong đó hàng rời 402.600 tấn, hàng thùng 328.000 tấn.",
    "Thu ước đạt 731.000 triệu đồng, trong đó thu nội địa 402.600 triệu đồng, thu khác 328.000 "
    "triệu đồng.",
    "Xuất khẩu ước đạt 731.000 USD, trong đó nông sản 402.600 USD, hàng khác 328.000 USD.",
    # a change from a level told before
    "Năm 2005, vốn chủ sở hữu là 295.180.000 đồng. Năm 2006, vốn chủ sở hữu tăng 41.620.310 đồng, "
    "tương đương tăng 12,4% so với năm 2005.",
    # the same with a slip, and a share of the total that is told
    "Trong tháng xảy ra 812 vụ, làm chết 640 người, bị thương 415 nguời. So với cùng kỳ giảm 35 "
    "người chết (-5,2%), giảm 105 người bị thưong (-30,2%).",
    "Tổng vốn đăng ký của các dự án cấp mới đạt 1,86 tỉ USD. Dự án ngành chế biến có vốn đăng ký "
    "đạt 912,4 triệu USD, chiếm 61,7% tổng vốn đăng ký cấp mới.",
]


@pytest.mark.parametrize("text", RIGHT)
def test_nothing_is_found_in_a_right_text(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", WRONG)
def test_like_texts_with_a_slip_are_still_found(text: str) -> None:
    assert found(text) == [ANY]


def test_a_month_of_another_year_is_no_count_of_years() -> None:
    report = analyse(read_text("So với tháng 6 năm trước, riêng tháng 2 năm nay tăng 2%.", "t"))
    assert [q.text for q in report.quantities] == ["2%"]
    warranty = analyse(read_text("Thiết bị được bảo hành 6 năm.", "t"))
    assert [q.text for q in warranty.quantities] == ["6"]


def test_digits_that_agree_over_a_list_are_chance() -> None:
    text = (
        "Kết quả như sau:\n\n- Có 7/9 huyện làm điểm; các sở từ 125 phòng còn 91 phòng.\n\n"
        "- Có 512 đơn vị (tỉnh 61, huyện 451), giảm 64 trường.\n\n- Giảm 5 phòng của 3 ban.\n"
    )
    relations = analyse(read_text(text, "t.md")).relations
    assert [r.expression for r in relations if r.kind == "difference"] == []


def test_an_index_of_two_columns_is_no_part_of_a_whole() -> None:
    text = (
        "| Chỉ tiêu | Năm 2022 | Năm 2023 | C.kỳ |\n|---|---|---|---|\n"
        "| 1. Cây màu | 640,0 | 650,9 | 101,7 |\n| Trong đó: - Ngô | 310,0 | 334,2 | 107,8 |\n"
        "| - Sắn | 210,0 | 199,1 | 94,8 |\n| 2. Cây công nghiệp | 420,0 | 405,3 | 96,5 |\n"
        "| Trong đó: - Lạc | 160,0 | 165,3 | 103,3 |\n| - Mía | 130,0 | 122,2 | 94,0 |\n"
    )
    report = analyse(read_text(text, "t.md"))
    assert [f for f in report.findings if f.code == "A117"] == []
    wrong = analyse(read_text(text.replace("334,2", "734,2"), "t.md"))
    assert "A117" in [f.code for f in wrong.findings]


def test_numbers_of_notes_are_no_figures() -> None:
    text = (
        "| STT | Chỉ tiêu | Thuyết minh | Cuối năm | Đầu năm |\n|---|---|---|---|---|\n"
        "| I. | Tiền | 5 | 900 | 800 |\n| II. | Hàng tồn kho | 7 | 600 | 500 |\n"
        "| 1. | Nguyên liệu | 7.1 | 400 | 350 |\n| 2. | Thành phẩm | 7.2 | 200 | 150 |\n"
        "| III. | Tài sản khác | 8 | 300 | 300 |\n| 1. | Phải thu | 8.1 | 100 | 120 |\n"
        "| 2. | Tạm ứng | 8.2 | 200 | 180 |\n"
    )
    assert found(text) == []
    assert found(text.replace("| 400 |", "| 440 |")) == ["A111"]


def test_a_part_of_what_is_left_of_gains_and_losses_may_be_larger() -> None:
    text = (
        "| Chỉ tiêu | Quý 1 | Quý 2 | Quý 3 | Quý 4 | Cả năm |\n|---|---|---|---|---|---|\n"
        "| 1. Doanh thu tài chính | -52 | 110 | 45 | 61 | 164 |\n"
        "| 2. Chi phí tài chính | 406 | 198 | 187 | 297 | 1088 |\n"
        "| - Trong đó: Chi phí lãi vay | 197 | 196 | 222 | 205 | 820 |\n"
    )
    assert found(text) == []
    assert found(text.replace("-52", "52")) == ["A117"]
