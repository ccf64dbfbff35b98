"""Budgets, harvests, trade and investment: what real reports announce and was missed, and what must
not be told beside it."""

from __future__ import annotations

import pytest

from marks import found, told

AGREE = [
    # a list's items whose own lists name a plan
    (
        "1. Tổng chi ngân sách huyện: 412.600 triệu đồng.\nTrong đó:\n1.1. Chi cân đối: 398.400 "
        "triệu đồng, gồm:\na) Chi thường xuyên: 301.900 triệu đồng;\nb) Chi đầu tư (giao chi "
        "tiết sau khi có kế hoạch của tỉnh): 96.500 triệu đồng.\n1.2. Chi từ nguồn thu để lại: "
        "14.200 triệu đồng.",
        "398.400 + 14.200 = 412.600 triệu",
    ),
    # a label whose figure stands on the line below
    (
        "2. Tổng thu ngân sách\n: 81.450 triệu đồng\nTrong đó:\na) Thu cân đối :\n64.250 triệu "
        "đồng\nb) Thu bổ sung :\n17.200 triệu đồng",
        "64.250 + 17.200 = 81.450 triệu",
    ),
    # capital that was added is a level by its label
    (
        "Tổng vốn đăng ký cấp mới và tăng thêm là 86,4 triệu USD (cấp mới: 51,2 triệu USD; tăng "
        "vốn: 35,2 triệu USD), bằng 74% cùng kỳ.",
        "51.200 + 35.200 = 86.400 nghìn",
    ),
    # changes of the parts are the change of the whole
    (
        "Tổng đàn đạt 48.650 con, tăng 1.204 con so với cùng kỳ; trong đó, trâu 12.310 con, giảm "
        "318 con; bò 36.340 con, tăng 1.522 con.",
        "- 318 + 1.522 = 1.204",
    ),
    # what was just told leads to a total
    (
        "Có 41 dự án cấp mới, vốn đăng ký 512,75 triệu USD; 18 lượt dự án điều chỉnh, vốn tăng "
        "thêm 204,36 triệu USD, nâng tổng vốn đăng ký lên 717,11 triệu USD.",
        "512.750 + 204.360 = 717.110 nghìn",
    ),
    # both ways of trade, each in a paragraph of its own
    (
        "Tổng kim ngạch xuất nhập khẩu quý I/2031 đạt 936,4 triệu USD, tăng 6%.\n\nTrong đó, "
        "xuất khẩu quý I/2031 đạt 518,9 triệu USD, tăng 4%.\n\nNhập khẩu quý I/2031 đạt 417,5 "
        "triệu USD, tăng 8,6%.",
        "518.900 + 417.500 = 936.400 nghìn",
    ),
    # one budget divided by two criteria, each an item of its own
    (
        "Tổng số kế hoạch vốn năm 2031 là 812,4 tỷ đồng, trong đó:\na) Phân bổ theo nguồn vốn\n- "
        "Ngân sách tập trung 312,9 tỷ đồng.\n- Tiền sử dụng đất 499,5 tỷ đồng.\nb) Phân bổ theo "
        "cấp quản lý\n- Ngân sách tỉnh 540,2 tỷ đồng.\n- Ngân sách huyện 272,2 tỷ đồng.",
        "540.200 + 272.200 = 812.400 triệu",
    ),
    # money given for an aim is no aim
    (
        "Ngân sách tỉnh 612,8 tỷ đồng, gồm:\n- Tỉnh quản lý 418,3 tỷ đồng.\n- Tỉnh hỗ trợ mục "
        "tiêu 194,5 tỷ đồng.",
        "418.300 + 194.500 = 612.800 triệu",
    ),
    # rows of area, yield and output
    (
        "Vụ xuân, toàn huyện cấy 3.412 ha lúa. Năng suất lúa đạt 61,20 tạ/ha. Sản lượng thóc đạt "
        "20.881 tấn.\n\nKết quả của các xã như sau: Xã An Hòa: 1.204 ha, 60,80 tạ/ha, 7.320 tấn; "
        "xã Tân Phú: 1.118 ha, 61,90 tạ/ha, 6.920 tấn; xã Bình Lợi: 1.090 ha, 60,93 tạ/ha, 6.641 "
        "tấn.",
        "1.204 + 1.118 + 1.090 = 3.412",
    ),
    (
        "Toàn huyện gieo cấy 3.412 ha lúa. Năng suất lúa đạt 61,20 tạ/ha. Sản lượng thóc đạt "
        "20.881 tấn.",
        "61,2 × 0,1 × 3.412 = 20.881",
    ),
    # parts in paragraphs of their own
    (
        "Sản lượng thủy sản tháng 5/2031 ước đạt 64.310 tấn, tăng 3%.\n\nSản lượng thủy sản nuôi "
        "trồng trong tháng 5 ước đạt 38.940 tấn, tăng 4%.\n\nSản lượng thủy sản khai thác tháng "
        "5/2031 ước đạt 25.370 tấn, tăng 1,5%.",
        "38.940 + 25.370 = 64.310",
    ),
    # a part that is divided itself stands between the parts
    (
        "Tổng thu trên địa bàn là 318 tỷ đồng, đạt 41% dự toán. Trong đó, thu do huyện quản lý "
        "184 tỷ đồng, tăng 9%. Cụ thể, thu thuế 112 tỷ đồng, bằng 38% dự toán; thu đất 72 tỷ "
        "đồng. Riêng thu do tỉnh quản lý 134 tỷ đồng, tăng 6%.",
        "184 + 134 = 318 tỷ",
    ),
    # contributions to a contribution
    (
        "Công nghiệp và xây dựng tăng 8,1%, đóng góp 2,46 điểm % vào mức tăng chung. Cụ thể, "
        "công nghiệp tăng 6,2%, đóng góp 0,88 điểm % nhờ có thêm đơn hàng. Xây dựng tăng 10,4%, "
        "đóng góp 1,58 điểm %.",
        "0,88 + 1,58 = 2,46",
    ),
    # what a budget is left with
    (
        "1. Tổng thu ngân sách huyện: 512.340 triệu đồng.\n2. Tổng chi ngân sách huyện: 498.125 "
        "triệu đồng.\n3. Kết dư ngân sách năm 2031: 14.215 triệu đồng.",
        "512.340 - 498.125 = 14.215 triệu",
    ),
    # capital of three sorts, each told after the number of its projects
    (
        "Vốn đầu tư nước ngoài đạt 12,64 tỷ USD. Trong đó, có 812 dự án được cấp phép mới với số "
        "vốn đăng ký đạt 7,15 tỷ USD, giảm 3% về số dự án; có 340 lượt dự án đăng ký điều chỉnh "
        "với số vốn tăng thêm đạt 3,28 tỷ USD, tăng 6%. Bên cạnh đó, có 1.910 lượt góp vốn mua "
        "cổ phần với tổng giá trị góp vốn 2,21 tỷ USD.",
        "7.150 + 3.280 + 2.210 = 12.640 triệu",
    ),
    # what is left, in a sentence of its own
    (
        "Huyện có 64 hợp tác xã phải chuyển đổi.\nĐến nay 51 hợp tác xã đã chuyển đổi.\nCòn lại "
        "13 hợp tác xã chờ giải thể.",
        "64 - 51 = 13",
    ),
    # a total of what each sentence told
    (
        "Tháng 1, dịch xảy ra tại 14 xã, số lợn tiêu hủy là 3.104 con. Tháng 2, dịch xảy ra tại "
        "9 xã, số lợn tiêu hủy là 2.870 con. Tháng 3 không có xã mới, số lợn tiêu hủy là 645 "
        "con.\n\nTổng số lợn phải tiêu hủy là 6.619 con.",
        "3.104 + 2.870 + 645 = 6.619",
    ),
    # balances of a month and of the months so far, each of its own terms
    (
        "Tổng thu ngân sách thực hiện tháng 5 đạt 62,18 nghìn tỷ đồng; lũy kế 5 tháng, thu ngân "
        "sách đạt 301,42 nghìn tỷ đồng.\nVề chi ngân sách, trong tháng 5 ước chi 71,63 nghìn tỷ "
        "đồng; lũy kế chi 5 tháng ước đạt 344,91 nghìn tỷ đồng. Như vậy, bội chi tháng 5 ước "
        "9,45 nghìn tỷ đồng, lũy kế 5 tháng ước 43,49 nghìn tỷ đồng.",
        "344.910 - 301.420 = 43.490 tỷ",
    ),
    # a surplus of one less the deficit of the other
    (
        "Tính chung cả nước xuất siêu 1,43 tỷ USD, trong đó khu vực kinh tế trong nước nhập siêu "
        "2,16 tỷ USD; khu vực có vốn đầu tư nước ngoài xuất siêu 3,59 tỷ USD.",
        "- 2.160 + 3.590 = 1.430 triệu",
    ),
    # what parts are compared with is no series of years
    (
        "Tổng nguồn vốn đạt hơn 4.318,2 tỷ đồng.\n\nTrong đó, vốn Trung ương gần 3.104,5 tỷ "
        "đồng; vốn huy động trên 802,3 tỷ đồng; vốn ủy thác hơn 411,4 tỷ đồng, tăng 61 tỷ đồng "
        "so với năm 2033, hoàn thành 148,2% kế hoạch (12/12 đơn vị đã hoàn thành kế hoạch năm "
        "2034).",
        "3.104.500 + 802.300 + 411.400 = 4.318.200 triệu",
    ),
    # growth told in the paragraph before what makes it up
    (
        "Kinh tế nửa đầu năm tăng trưởng ước 7,2%.\nTrong đó, khu vực nông "
        "nghiệp tăng 3,1%, đóng góp 0,52 điểm phần trăm; khu vực công nghiệp tăng 8,4%, đóng góp "
        "4,11 điểm phần trăm; khu vực dịch vụ tăng 6,9%, đóng góp 2,57 điểm phần trăm.",
        "0,52 + 4,11 + 2,57 = 7,2%",
    ),
    # an average told paragraphs after what it divides
    (
        "Có thêm 8.416 doanh nghiệp với số vốn đăng ký là 92.310 tỷ đồng, tăng 12,3%.\n\nVốn "
        "tăng thêm của các đơn vị là 31.204 tỷ đồng.\n\nVốn bình quân của mỗi một doanh "
        "nghiệp đạt 11 tỷ đồng, tăng 4% so với cùng kỳ.",
        "11 × 8.416 = 92.310 tỷ",
    ),
    # counts of a sentence further back
    (
        "Tỉnh có 14 dự án được cấp mới, với vốn đăng ký xấp xỉ 52 triệu USD.\n\nSo với cùng kỳ, "
        "vốn đăng ký chỉ bằng 21,4%. Trong đó, có 11 dự án trong khu công nghiệp; 3 dự án ngoài "
        "khu công nghiệp.",
        "11 + 3 = 14",
    ),
    # a share behind the size of what the part counts
    (
        "Có 9.412 doanh nghiệp giải thể, trong đó có 8.753 doanh nghiệp có quy mô vốn dưới 10 tỷ "
        "đồng, chiếm 93% và tăng 21%.",
        "8.753 / 9.412 = 93%",
    ),
    # parts whose shares of one whole leave nothing out
    (
        "Tổng dư nợ cho vay đạt 38.412 tỷ đồng. Nợ xấu chiếm 0,8%. Phân theo khách hàng thì "
        "1.320 doanh nghiệp có dư nợ 14.610 tỷ đồng, chiếm 38% tổng dư nợ; 27 hợp tác xã có dư "
        "nợ 94 tỷ đồng, chiếm 0,2% tổng dư nợ; 214.530 hộ gia đình có dư nợ 23.708 tỷ đồng, "
        "chiếm 61,7% tổng dư nợ.",
        "14.610 + 94 + 23.708 = 38.412 tỷ",
    ),
    # an amount told with "bằng" in the bracket behind its rate
    (
        "Lượng hàng qua kho đạt 318.240 tấn, giảm 22,45% (bằng 92.130 tấn).",
        "92.130 / (318.240 + 92.130) = 22,45%",
    ),
    (  # in percent of the growth
        "Trong đó, nông nghiệp tăng 3,4%, đóng góp 6,1% vào mức tăng chung; công nghiệp và xây "
        "dựng tăng 8,9%, đóng góp 51,7%; dịch vụ tăng 7,2%, đóng góp 42,2%.",
        "6,1% + 51,7% + 42,2% = 100%",
    ),
]

WRONG = [
    (
        "1. Tổng chi ngân sách huyện: 412.600 triệu đồng.\nTrong đó:\n1.1. Chi cân đối: 398.400 "
        "triệu đồng, gồm:\na) Chi thường xuyên: 301.900 triệu đồng;\nb) Chi đầu tư (giao chi "
        "tiết sau khi có kế hoạch của tỉnh): 96.500 triệu đồng.\n1.2. Chi từ nguồn thu để lại: "
        "12.400 triệu đồng.",
        "A104",
    ),
    (
        "Tổng vốn đăng ký cấp mới và tăng thêm là 86,4 triệu USD (cấp mới: 51,2 triệu USD; tăng "
        "vốn: 53,2 triệu USD), bằng 74% cùng kỳ.",
        "A104",
    ),
    (
        "Toàn tỉnh đón khoảng 248.000 lượt khách, tăng 9,1% (khách quốc tế khoảng 31.000 lượt, "
        "tăng 12%; khách trong nước khoảng 127.000 lượt, tăng 8,7%).",
        "A104",
    ),
    # the label of a part stands before its count
    (
        "Tỉnh có 121 dự án với tổng vốn hơn 18,412 tỷ USD (trong KCN 84 dự án với tổng vốn "
        "khoảng 12,340 tỷ USD; ngoài KCN 37 dự án với tổng vốn hơn 6,702 tỷ USD).",
        "A104",
    ),
    # a bracket behind another figure divides what it counts
    (
        "Đã xây 318 nhà văn hóa, với tổng kinh phí 412 tỷ đồng (gồm 46 nhà văn hóa xã, 227 nhà "
        "văn hóa thôn).",
        "A104",
    ),
    (
        "Tổng đàn đạt 48.650 con, tăng 1.204 con so với cùng kỳ; trong đó, trâu 12.310 con, giảm "
        "318 con; bò 36.340 con, tăng 1.552 con.",
        "A104",
    ),
    (
        "Có 41 dự án cấp mới, vốn đăng ký 512,75 triệu USD; 18 lượt dự án điều chỉnh, vốn tăng "
        "thêm 240,36 triệu USD, nâng tổng vốn đăng ký lên 717,11 triệu USD.",
        "A104",
    ),
    (
        "Tổng kim ngạch xuất nhập khẩu quý I/2031 đạt 936,4 triệu USD, tăng 6%.\n\nTrong đó, "
        "xuất khẩu quý I/2031 đạt 518,9 triệu USD, tăng 4%.\n\nNhập khẩu quý I/2031 đạt 471,5 "
        "triệu USD, tăng 8,6%.",
        "A104",
    ),
    (
        "Nhập khẩu đạt 64,28 tỷ USD, trong đó của doanh nghiệp FDI 35,94 tỷ USD, chiếm 59,5% "
        "tổng trị giá nhập khẩu của Việt Nam.",
        "A103",
    ),
    (
        "Tổng số kế hoạch vốn năm 2031 là 812,4 tỷ đồng, trong đó:\na) Phân bổ theo nguồn vốn\n- "
        "Ngân sách tập trung 312,9 tỷ đồng.\n- Tiền sử dụng đất 499,5 tỷ đồng.\nb) Phân bổ theo "
        "cấp quản lý\n- Ngân sách tỉnh 540,2 tỷ đồng.\n- Ngân sách huyện 227,2 tỷ đồng.",
        "A104",
    ),
    (
        "Sản lượng thủy sản tháng 5/2031 ước đạt 64.310 tấn, tăng 3%, bao gồm cá đạt 41.200 tấn; "
        "tôm đạt 14.110 tấn; thủy sản khác đạt 9.000 tấn.\n\nSản lượng thủy sản nuôi trồng trong "
        "tháng 5 ước đạt 39.840 tấn, tăng 4%.\n\nSản lượng thủy sản khai thác tháng 5/2031 ước "
        "đạt 25.370 tấn, tăng 1,5%.",
        "A104",
    ),
    (
        "Quý I có 148,6 nghìn doanh nghiệp (DN) đăng ký thành lập mới, tăng 2%. Có 21,7 nghìn DN "
        "quay trở lại hoạt động. Tính chung cả số DN thành lập mới và DN quay trở lại thị "
        "trường, cả nước có 173,0 nghìn DN.",
        "A104",
    ),
    (
        "Có tổng số 3.218 doanh nghiệp thành lập mới và doanh nghiệp quay trở lại hoạt động, "
        "trong đó có 2.164 doanh nghiệp thành lập mới và 1.045 doanh nghiệp quay trở lại hoạt "
        "động.",
        "A104",
    ),
    (
        "Vốn đầu tư nước ngoài từ đầu năm đạt 1.204,6 triệu USD. Trong đó, vốn của 55 dự án được "
        "cấp phép mới đạt 714,2 triệu USD; vốn bổ sung của 21 lượt dự án từ các năm trước là "
        "409,4 triệu USD.",
        "A104",
    ),
    (
        "Vận chuyển được hơn 2,314 triệu lượt khách. Trong đó, đường bộ vận chuyển được hơn "
        "420.000 lượt khách, tăng 2%. Đường sông vận chuyển được hơn 1,984 triệu lượt khách.",
        "A104",
    ),
    (
        "1. Tổng thu ngân sách huyện: 512.340 triệu đồng.\n2. Tổng chi ngân sách huyện: 498.125 "
        "triệu đồng.\n3. Kết dư ngân sách năm 2031: 14.251 triệu đồng.",
        "A101",
    ),
    (
        "Vốn đầu tư nước ngoài đạt 12,64 tỷ USD. Trong đó, có 812 dự án được cấp phép mới với số "
        "vốn đăng ký đạt 7,51 tỷ USD, giảm 3% về số dự án; có 340 lượt dự án đăng ký điều chỉnh "
        "với số vốn tăng thêm đạt 3,28 tỷ USD, tăng 6%. Bên cạnh đó, có 1.910 lượt góp vốn mua "
        "cổ phần với tổng giá trị góp vốn 2,21 tỷ USD.",
        "A104",
    ),
    # parts with more decimals than their whole
    (
        "Mưa lũ làm 643 ha lúa bị ngập (huyện An Phú 128 ha; huyện Tân Lập 424 ha; huyện Bình "
        "Sơn 64 ha; huyện Hòa Mỹ 2,4 ha; huyện Long Điền 6,8 ha).",
        "A104",
    ),
    (
        "Tháng 1, dịch xảy ra tại 14 xã, số lợn tiêu hủy là 3.104 con. Tháng 2, dịch xảy ra tại "
        "9 xã, số lợn tiêu hủy là 2.780 con. Tháng 3 không có xã mới, số lợn tiêu hủy là 645 "
        "con.\n\nTổng số lợn phải tiêu hủy là 6.619 con.",
        "A104",
    ),
    # by which way guests came, in words of their own
    (
        "Năm nay vùng tiếp 848.160 lượt khách quốc tế, tăng 6%. Khách đến bằng đường không là "
        "531.420 lượt (tăng 5%); khách đến bằng đường biển là 62.310 lượt (giảm 3%); "
        "khách đến bằng "
        "đường bộ là 284.430 lượt (tăng 11%).",
        "A104",
    ),
    # changes rounded each by itself
    (
        "Tổng nợ là 582 tỷ đồng, giảm 18,6 tỷ đồng so với tháng trước, trong đó: nợ có khả năng "
        "thu là 501,4 tỷ đồng, giảm 12,1 tỷ đồng; nợ khó thu là 80,6 tỷ đồng, tăng 2,4 tỷ đồng.",
        "A104",
    ),
    (
        "Tính chung cả nước xuất siêu 1,43 tỷ USD, trong đó khu vực kinh tế trong nước nhập siêu "
        "2,61 tỷ USD; khu vực có vốn đầu tư nước ngoài xuất siêu 3,59 tỷ USD.",
        "A104",
    ),
    # the growth that words divide, not one of its sectors
    (
        "GDP quý I ước tính tăng 6,32% so với cùng kỳ năm 2030, bao gồm khu vực nông nghiệp tăng "
        "2,41%; khu vực công nghiệp tăng 6,13%; khu vực dịch vụ tăng 7,02%. Trong tốc độ tăng "
        "trưởng chung, khu vực nông nghiệp đóng góp 0,31 điểm phần trăm; khu vực công nghiệp "
        "đóng góp 2,58 điểm phần trăm; khu vực dịch vụ đóng góp 3,34 điểm phần trăm.",
        "A104",
    ),
    # the two contributions that another is named by
    (
        "Khu vực công nghiệp và xây dựng tăng 8,12%, đóng góp 2,47 điểm phần trăm. Cụ thể, khu "
        "vực công nghiệp tăng 6,1%, đóng góp 0,83 điểm phần trăm; khu vực xây dựng tăng 11,2%, "
        "đóng góp 1,46 điểm phần trăm.",
        "A104",
    ),
    # the shares leave nothing out, a digit of one part has slipped
    (
        "Tháng 10 đạt 84,36 triệu USD. Trong đó, doanh nghiệp trong nước ước đạt 53,12 triệu "
        "USD, chiếm 63% kim ngạch xuất khẩu toàn tỉnh.\n\nDoanh nghiệp có vốn đầu tư nước ngoài "
        "ước đạt 32,14 triệu USD, chiếm 37% kim ngạch xuất khẩu.",
        "A104",
    ),
    (
        "Trong đó, nông nghiệp tăng 3,4%, đóng góp 6,1% vào mức tăng chung; công nghiệp và xây "
        "dựng tăng 8,9%, đóng góp 57,1%; dịch vụ tăng 7,2%, đóng góp 42,2%.",
        "A104",
    ),
]

RIGHT = [
    # spans of time are no levels of what grew
    "Nguồn lực huy động trong 03 năm giai đoạn 2031-2033 tăng 1,62 lần so với cả 04 năm giai "
    "đoạn 2027-2030.",
    # a change since another time than that of the whole
    "Tổng đàn đạt 48.650 con, tăng 1.204 con so với cùng kỳ; trong đó, trâu 12.310 con, giảm 41 "
    "con so với tháng trước; bò 36.340 con, tăng 98 con.",
    # what was there before is a part of the total, too
    "Trong tháng cấp mới 12,45 triệu USD, tăng thêm 8,31 triệu USD, nâng tổng vốn đăng ký lên "
    "1.204,18 triệu USD.",
    # trade of another time than the total
    "Tổng kim ngạch xuất nhập khẩu 8 tháng năm 2031 đạt 936,4 triệu USD.\n\nTháng 8/2031, xuất "
    "khẩu đạt 64,2 triệu USD; nhập khẩu đạt 51,8 triệu USD.",
    # others have a balance, too, that is not told
    "Cả nước xuất siêu 1,43 tỷ USD, trong đó nhập siêu từ thị trường châu Á 6,2 tỷ USD; xuất "
    "siêu sang Hoa Kỳ 5,1 tỷ USD.",
    # the same two rates of the year before: of the plan, and of change
    "Vốn thực hiện đạt 33,4 nghìn tỷ đồng, bằng 28,1% kế hoạch năm và tăng 12,6% so với cùng kỳ "
    "năm trước (cùng kỳ năm 2030 bằng 23,8% và tăng 15,1%).",
    # parts of the months so far, the whole of one month
    "Sản lượng thủy sản tháng 5/2031 ước đạt 64.310 tấn.\n\nSản lượng thủy sản nuôi trồng 5 "
    "tháng năm 2031 ước đạt 38.490 tấn.\n\nSản lượng thủy sản khai thác 5 tháng năm 2031 ước đạt "
    "25.370 tấn.",
    # a budget and one sort of its receipts
    "1. Thu ngân sách huyện hưởng: 512.340 triệu đồng.\n2. Chi ngân sách huyện: 498.125 triệu "
    "đồng.\n3. Kết dư ngân sách năm 2031: 36.251 triệu đồng.",
    # what is asked of a list is no criterion that divides
    "Tổng kinh phí 812,4 tỷ đồng, trong đó:\na) Thực hiện theo quy định\n- Mua sắm 312,9 tỷ "
    "đồng.\n- Sửa chữa 99,5 tỷ đồng.",
    # a share of the debt, no rate of its change
    "Dư nợ ủy thác là 1.947 tỷ đồng, tăng 140 tỷ đồng so với đầu năm, chiếm 99,4% tổng dư nợ "
    "toàn chi nhánh.",
    # more than a round figure told in words
    "Tỉnh đón hơn ba triệu lượt khách quốc tế, tăng 20%.\n\nTrong đó, khách đến bằng đường hàng "
    "không là 2.410.236 lượt, đường biển là 88.170 lượt, đường bộ là 511.408 lượt.",
    # accidents at sea are not told
    "Toàn quốc xảy ra 5.217 vụ tai nạn. So với cùng kỳ, giảm 4%. Đường bộ xảy ra 5.168 vụ, giảm "
    "3%. Đường sắt xảy ra 31 vụ, giảm 9%. Đường thủy xảy ra 14 vụ, giảm 6%.",
    # a total of more than was told before
    "Tháng 1, số lợn tiêu hủy là 3.104 con. Tháng 2, số lợn tiêu hủy là 2.870 con. Tháng 3, số "
    "lợn tiêu hủy là 645 con.\n\nTổng số lợn phải tiêu hủy từ khi có dịch là 48.619 con.",
    # what is left of more than two sentences tell
    "Huyện có 64 hợp tác xã.\nNăm nay 12 hợp tác xã giải thể.\nCòn lại 47 hợp tác xã hoạt động "
    "tốt.",
    # a bracket of another sort behind the money
    "Đã xây 318 nhà văn hóa, với tổng kinh phí 412 tỷ đồng (gồm 46 nhà xã hội hóa toàn bộ, còn "
    "lại được hỗ trợ).",
    # a space inside a decimal
    "Tổng vốn được cấp trên 311 tỉ đồng (gồm vốn vay 184 tỉ đồng, vốn sự nghiệp 86, 3 tỉ đồng, "
    "vốn phát triển 41, 2 tỉ đồng).",
    # construction beside industry is not told
    "Khu vực công nghiệp đóng góp 2,47 điểm phần trăm. Cụ thể, khai khoáng đóng góp 0,83 điểm "
    "phần trăm; chế biến đóng góp 1,46 điểm phần trăm.",
    # an average of others than the capital told before is of
    "Có thêm 8.416 doanh nghiệp với số vốn đăng ký là 92.310 tỷ đồng.\n\nVốn bình quân trên một "
    "doanh nghiệp đang hoạt động đạt 24 tỷ đồng.",
    # shares of two wholes that come to 100% by chance
    "Vốn huy động đạt 41.904 tỷ đồng, vốn ngắn hạn 24.304 tỷ đồng, chiếm 58% tổng vốn huy động. "
    "Dư nợ đạt 42.745 tỷ đồng, dư nợ trung hạn 17.953 tỷ đồng, chiếm 42% tổng dư nợ.",
    # shares in the growth that leave some out, and shares of several wholes
    "Nông nghiệp đóng góp 6,1% vào mức tăng chung; công nghiệp đóng góp 51,7%; bán lẻ đóng "
    "góp 24,2%.",
    "Thuế đóng góp 51,2% vào mức tăng thu; tư nhân đóng góp 43,1% GRDP; du lịch đóng "
    "góp 14,2% GRDP.",
]


@pytest.mark.parametrize(("text", "expression"), AGREE)
def test_agrees(text: str, expression: str) -> None:
    assert told(text, expression) == ("consistent", [])


@pytest.mark.parametrize(("text", "code"), WRONG)
def test_wrong(text: str, code: str) -> None:
    assert code in found(text)


@pytest.mark.parametrize("text", RIGHT)
def test_right(text: str) -> None:
    assert found(text) == []
