"""Shares of wholes: rows of pairs, bases named by words, what no whole allows."""

from __future__ import annotations

import pytest

from marks import built, found, report_of

AGREE = [
    (  # the whole before, in the same sentence
        "Đến nay, toàn huyện có 312 đảng viên sinh hoạt tại 18 chi bộ; về trình độ: trên đại học "
        "39 đồng chí (12,5%), đại học 234 đồng chí (75,0%), cao đẳng 39 đồng chí (12,5%).",
        ["39 / 312 = 12,5%", "234 / 312 = 75%"],
    ),
    (  # after the row
        "Trình độ lý luận chính trị: cao cấp 48 đồng chí (tỷ lệ 20,0%), trung cấp 132 đồng chí "
        "(tỷ lệ 55,0%), sơ cấp 60 đồng chí (tỷ lệ 25,0%) trên tổng số 240 cán bộ, công chức.",
        ["132 / 240 = 55%", "60 / 240 = 25%"],
    ),
    (  # money, a sentence earlier
        "Chi ngân sách là 1.250,0 tỷ đồng. Cơ cấu chi: chi đầu tư 412,5 tỷ đồng, chiếm 33,0%; chi "
        "thường xuyên 775,0 tỷ đồng, chiếm 62,0%; dự phòng 62,5 tỷ đồng, chiếm 5,0%.",
        ["775.000 / 1.250.000 = 62%"],
    ),
    (  # what the parts add up to, told paragraphs before
        "Toàn ngành có 31.204 học sinh THCS, 12.610 học sinh THPT.\n\nTrang bị 2.040 máy "
        "tính.\n\nDạy "
        "nghề cho 915 em.\n\nVề rèn luyện cấp THCS, loại tốt 26.523 học sinh (85,0%), khá 4.057 "
        "học "
        "sinh (13,0%), đạt 624 học sinh (2,0%).",
        ["26.523 / 31.204 = 85%", "4.057 / 31.204 = 13%", "624 / 31.204 = 2%"],
    ),
    (  # what the parts add up to
        "Vốn phân theo nguồn: ngân sách trung ương 340 tỷ đồng, chiếm 42,5%; ngân sách tỉnh 300 tỷ "
        "đồng, chiếm 37,5%; ngân sách huyện 160 tỷ đồng, chiếm 20,0%.",
        ["340 / (340 + 300 + 160) = 42,5%", "160 / (160 + 340 + 300) = 20%"],
    ),
    (  # told in turn
        "Tổng giá trị sản xuất 15.482 tỷ đồng. Nông, lâm, thủy sản 6.118 tỷ đồng; công nghiệp "
        "4.207 tỷ đồng; dịch vụ 5.157 tỷ đồng. Tỷ trọng ba khu vực lần lượt là 39,5%, 27,2% và "
        "33,3%.",
        ["6.118 / 15.482 = 39,5%", "4.207 / 15.482 = 27,2%", "5.157 / 15.482 = 33,3%"],
    ),
    (  # the first pair names the whole of all
        "Tổng vốn đăng ký cấp mới là 7,25 tỷ USD. Hàn Quốc dẫn đầu với 2,47 tỷ USD, chiếm 34,1% "
        "tổng vốn đăng ký cấp mới; tiếp đến là Xin-ga-po với 1,05 tỷ USD, chiếm 14,5%; Nhật Bản "
        "769,9 triệu USD, chiếm 10,6%.",
        ["2.470 / 7.250 = 34,1%", "1.050 / 7.250 = 14,5%", "769.900 / 7.250.000 = 10,6%"],
    ),
    (
        "Phát hiện 21 công trình có sai phạm trong 84 công trình được giám sát; đã xử lý 14 công "
        "trình, chiếm 66,7% số công trình có sai phạm.",
        ["14 / 21 = 66,7%"],
    ),
    (
        "Thu tiền sử dụng đất trên địa bàn là 240 tỷ đồng.\n\nChi đầu tư từ nguồn này bố trí 192 "
        "tỷ đồng, bằng 80% số thu tiền sử dụng đất.",
        ["192 / 240 = 80%"],
    ),
    (
        "Cơ cấu lao động: nông nghiệp chiếm 45,2%, công nghiệp chiếm 31,6%, dịch vụ chiếm 23,2%.",
        ["45,2% + 31,6% + 23,2% = 100%"],
    ),
    (  # 100,1 by rounding
        "Cơ cấu kinh tế: nông nghiệp 33,3%; công nghiệp 33,4%; dịch vụ 33,4%.",
        ["33,3% + 33,4% + 33,4% = 100%"],
    ),
    ("Tỷ lệ gia đình văn hóa đạt 91,5%, tức 1.464/1.600 hộ.", ["1.464 / 1.600 = 91,5%"]),
    ("Tỷ lệ thôn có nhà văn hóa là 96,2%, cụ thể là 76/79 thôn.", ["76 / 79 = 96,2%"]),
    ("Giảm 12 đầu mối trên tổng số 96 đầu mối trước sắp xếp (đạt 12,5%).", ["12 / 96 = 12,5%"]),
]

WRONG = [
    (
        "Về độ tuổi: dưới 35 tuổi 42 đồng chí (tỷ lệ 14,0%); từ 35 đến 50 tuổi 198 đồng chí (tỷ "
        "lệ 66,0%); trên 50 tuổi 60 đồng chí (tỷ lệ 22,0%). Tổng số cấp ủy viên là 300 đồng chí.",
        "A103",
        "60 / 300 = 22%",
    ),
    (
        "Kết quả xếp loại công chức của Sở năm 2023 (tổng số 85 người được đánh giá):\n"
        "- Hoàn thành xuất sắc nhiệm vụ: 15 người, đạt tỷ lệ 17,65%;\n"
        "- Hoàn thành tốt nhiệm vụ: 62 người, đạt tỷ lệ 79,24%;\n"
        "- Hoàn thành nhiệm vụ: 08 người, đạt tỷ lệ 9,41%.",
        "A103",
        "62 / 85 = 79,24%",
    ),
    (
        "Vốn phân theo nguồn: ngân sách trung ương 340 tỷ đồng, chiếm 42,5%; ngân sách tỉnh 300 tỷ "
        "đồng, chiếm 35,7%; ngân sách huyện 160 tỷ đồng, chiếm 20,0%.",
        "A103",
        "300 / (300 + 340 + 160) = 35,7%",
    ),
    (
        "Hội đồng nhân dân xã có 25 đại biểu. Cơ cấu: nữ 08 đại biểu (32,0%), ngoài Đảng 05 đại "
        "biểu (20,0%), trẻ tuổi 06 đại biểu (26,0%).",
        "A103",
        "6 / 25 = 26%",
    ),
    (
        "Trong 160 đối tượng được giám sát, số có vi phạm là 24 đối tượng (bằng 15%), số phải xử "
        "lý kỷ luật là 06 đối tượng, chiếm 30% số có vi phạm.",
        "A103",
        "6 / 24 = 30%",
    ),
    (
        "Tiếp nhận 640 đơn thư, trong đó có 512 đơn đủ điều kiện xử lý. Các cơ quan đã giải quyết "
        "480 đơn, đạt 97,3% số đơn đủ điều kiện xử lý.",
        "A103",
        "480 / 512 = 97,3%",
    ),
    (
        "Diện tích lúa Mùa bị sâu bệnh là 315 ha, chiếm 12,4% diện tích gieo cấy (diện tích gieo "
        "cấy toàn vụ 2.100 ha).",
        "A103",
        "315 / 2.100 = 12,4%",
    ),
    (
        "Đến nay tỷ lệ xã đạt chuẩn nông thôn mới là 75,0%, tương đương 12/15 xã.",
        "A103",
        "12 / 15 = 75%",
    ),
    (
        "Giảm 08 phòng trên tổng số 46 phòng hiện có trước khi sắp xếp (tỷ lệ 14,79%).",
        "A102",
        "8 / 46 = 14,79%",
    ),
    (
        "Cơ cấu kinh tế của huyện: nông, lâm nghiệp và thủy sản chiếm 34,6%; công nghiệp - xây "
        "dựng chiếm 28,1%; dịch vụ chiếm 39,3%.",
        "A118",
        "34,6% + 28,1% + 39,3% = 100%",
    ),
    (
        "Kết quả đánh giá, xếp loại năm 2023: hoàn thành xuất sắc nhiệm vụ 18,5%; hoàn thành tốt "
        "nhiệm vụ 71,2%; hoàn thành nhiệm vụ 9,8%; không hoàn thành nhiệm vụ 1,5%.",
        "A118",
        "18,5% + 71,2% + 9,8% + 1,5% = 100%",
    ),
    (
        "Kết quả xếp loại học lực:\n- Giỏi: 12,4%;\n- Khá: 41,8%;\n- Trung bình: 38,5%;\n- Yếu: "
        "8,6%.",
        "A118",
        "12,4% + 41,8% + 38,5% + 8,6% = 100%",
    ),
    (
        "Số hộ dùng nước hợp vệ sinh đạt 103,5% tổng số hộ trên địa bàn (3.105 hộ).",
        "A119",
        "103,5% > 100%",
    ),
    ("Số người tham gia bảo hiểm y tế đạt 104,2% dân số toàn huyện.", "A119", "104,2% > 100%"),
    ("Chi thường xuyên chiếm 112,3% tổng chi cân đối.", "A119", "112,3% > 100%"),
    (
        "Từ đầu năm đã kết nạp 118 đảng viên mới, trong đó có 131 đảng viên là đoàn viên.",
        "A120",
        "118 < 131",
    ),
    (
        "Trong năm xảy ra 37 vụ tai nạn giao thông. Trong đó có 41 vụ nghiêm trọng.",
        "A120",
        "37 < 41",
    ),
    (
        "Tổng vốn là 245 tỷ đồng, trong đó vốn ngân sách trung ương 254 tỷ đồng.",
        "A120",
        "245 < 254 tỷ",
    ),
    (  # counts of several sorts
        "Trong tổng số 520 người có 416 lao động tiên tiến (80%), 78 chiến sĩ thi đua cơ sở (15%), "
        "13 người không xếp loại (3,5%).",
        "A103",
        "13 / 520 = 3,5%",
    ),
    (
        "Ý kiến cử tri tập trung vào: đất đai 36 ý kiến, chiếm 30%; giao thông 48 ý kiến, chiếm "
        "40%; y tế, giáo dục 24 ý kiến, chiếm 20%; lĩnh vực khác 12 ý kiến, chiếm 12%.",
        "A103",
        "12 / (12 + 36 + 48 + 24) = 12%",
    ),
    (
        "Toàn ngành có 2.160 giáo viên, trong đó giáo viên mầm non 720 người. Số giáo viên mầm non "
        "đạt chuẩn trình độ là 666 người, đạt 95,2% tổng số giáo viên mầm non.",
        "A103",
        "666 / 720 = 95,2%",
    ),
    ("Đến nay đạt 86,0% (tức là 172/215 thôn) thôn có nhà văn hóa.", "A103", "172 / 215 = 86%"),
    (
        "Diện tích cây ăn quả 1.860 ha, trong đó diện tích cho thu hoạch 1.960 ha.",
        "A120",
        "1.860 < 1.960",
    ),
    (  # sorts of one unit
        "Trong kỳ đã tiếp 132 lượt công dân, trong đó tiếp thường xuyên 97 lượt, tiếp định kỳ và "
        "đột xuất 45 lượt.",
        "A104",
        "97 + 45 = 132",
    ),
    (  # beside one that agrees as those of the sentence before do
        "Trường có 640 học sinh. Xếp loại: giỏi 256 em (chiếm 40%), khá 320 em (chiếm 50%), "
        "trung bình 64 em (chiếm 10%). Về hạnh kiểm, 608 em đạt loại tốt (chiếm 95%), 32 em đạt "
        "loại khá (chiếm 8%).",
        "A103",
        "32 / 640 = 8%",
    ),
]

SILENT = [
    (  # cut shares of those who were classed, though there are more of them
        "Nâng số hội viên lên 86 người. Kết quả xếp loại: hội viên xuất sắc là 17 người, chiếm "
        "20%; hội viên tốt là 65 người, chiếm 76,4%; hội viên đạt là 03 người, chiếm 3,5%."
    ),
    # a pair of another whole at the end of a row, in another sentence, in a bracket
    "Toàn huyện có 17.240 hộ. Số hộ nghèo còn 812 hộ (4,71%), giảm 260 hộ so với năm trước; số hộ "
    "cận nghèo là 1.034 hộ (6,00%). Riêng xã Tân Lập còn 96 hộ nghèo (9,4%).",
    "Năm 2023 có 2.400 học sinh dự thi, trong đó đỗ 2.352 em (98,0%), giỏi 312 em (13,0%). Khối "
    "trung cấp nghề tuyển 190 em (95,0%).",
    "Có 496 người trúng cử: nữ 133 người (26,8%), tái cử 160 người (32,3%), bằng số dự kiến (khóa "
    "trước có 167 người, 33,4%); lần đầu 317 người (63,9%).",
    # the whole is not told, or is a plan
    "Có 126 doanh nghiệp đang hoạt động. Đã kiểm tra 18 doanh nghiệp, chiếm 42,9% số doanh nghiệp "
    "sử dụng trên 50 lao động.",
    "Có 24.500 lao động. Đã giải quyết việc làm cho 1.820 lao động, đạt 107,1% kế hoạch tỉnh giao.",
    "Hồ sơ trực tuyến là 105.970 hồ sơ trong tổng số 178.661 hồ sơ, tỷ lệ hồ sơ trực tuyến được "
    "giải quyết đúng hạn đạt 99,7%.",
    "Vụ Xuân gieo trồng 4.500 ha (đạt 102,3% kế hoạch), thu hoạch 3.980 ha (88,4%).",
    "Tổng chi thường xuyên là 820 tỷ đồng; chi mua sắm 18 tỷ đồng, chiếm 12,4% chi thường xuyên "
    "ngoài lương.",
    "Có 128 xã, phường. Đã có 96 xã đạt chuẩn nông thôn mới (đạt 87,3%), 24 xã đạt chuẩn nâng cao "
    "(đạt 25,0%).",
    # rates of several wholes, groups that overlap, growth, two years
    "Tỷ lệ hộ dùng điện đạt 99,8%; tỷ lệ hộ dùng nước sạch đạt 87,4%; tỷ lệ hộ có nhà tiêu hợp vệ "
    "sinh đạt 78,2%.",
    "Cơ cấu cấp ủy khóa mới: cán bộ nữ chiếm 21,5%; cán bộ trẻ chiếm 14,3%; dân tộc thiểu số chiếm "
    "35,7%; trình độ đại học trở lên chiếm 92,9%.",
    "Tiến độ giải ngân phân theo nguồn: trung ương đạt 45,2%, tỉnh đạt 61,6%, huyện đạt 72,0%.",
    "Tỷ trọng đóng góp: nông nghiệp tăng 45,2%, công nghiệp tăng 31,6%, dịch vụ tăng 33,2%.",
    "Cơ cấu kinh tế năm 2020: nông nghiệp 40,2%, công nghiệp 30,1%, dịch vụ 29,7%; đến năm 2023: "
    "nông nghiệp 35,0%, công nghiệp 34,0%, dịch vụ 31,0%.",
    "Cơ cấu kinh tế chuyển dịch đúng hướng, nông nghiệp chiếm 25,2% (kế hoạch 26%), công nghiệp "
    "chiếm 40,3% (kế hoạch 40%), dịch vụ chiếm 34,5% (kế hoạch 34%).",
    # more than 100% of what may be exceeded
    "Thu ngân sách đạt 104,2% dự toán tỉnh giao, bằng 112,3% so với cùng kỳ.",
    "Số lao động có việc làm đạt 103% tổng chỉ tiêu giao; số thu bằng 106,2% tổng số thu năm 2022.",
    "Tổng dư nợ cho vay bằng 108,3% tổng nguồn vốn huy động tại chỗ.",
    # no part and whole
    "Tổ chức 12 lớp tập huấn, trong đó có 640 lượt cán bộ tham gia.",
    "Kết nạp 118 đảng viên mới, trong đó nữ 64 đồng chí, đoàn viên 91 đồng chí.",
    "Thu ngân sách tăng 18 tỷ đồng, trong đó thu nội địa đạt 245 tỷ đồng.",
    "Thu nhập bình quân 5 triệu đồng, trong đó cao nhất 12 triệu đồng.",
    "Đã giải quyết 215 đơn trong tháng, trong đó lũy kế từ đầu năm giải quyết 1.240 đơn.",
    "Hội viên toàn tỉnh là 45.600 người, phát triển mới 1.240 hội viên; trong đó dân tộc thiểu số "
    "12.500 hội viên.",
    "Có 560 hộ vay vốn, trong đó hộ nghèo 140 hộ (25%), hộ cận nghèo 112 hộ (20%), nợ quá hạn 14 "
    "hộ (10,0%).",
    "Thành lập 02 xã mới, trong đó sáp nhập 05 xã cũ.",
    "Xã A có 86 hộ nghèo, xã B có 45 hộ nghèo, trong đó 60 hộ là dân tộc thiểu số.",
    # a rate beside a fraction of something else
    "Tỷ lệ hộ nghèo còn 3,2%, có 12/15 xã đạt chuẩn nông thôn mới.",
    # a level compared in two ways
    "Nữ có 86 người (tỷ lệ 17,3%), thấp hơn 4 người so với dự kiến nhưng cao hơn so với khóa trước "
    "(khóa trước có 78 người).",
]


@pytest.mark.parametrize(("text", "expected"), AGREE)
def test_shares_of_a_whole_agree(text: str, expected: list[str]) -> None:
    report = report_of(text)
    agreed = {r.expression for r in report.relations if r.verdict == "consistent"}
    assert set(expected) <= agreed
    assert not report.findings


@pytest.mark.parametrize(("text", "code", "expression"), WRONG)
def test_what_a_whole_does_not_allow(text: str, code: str, expression: str) -> None:
    findings = [(f.code, f.args["expression"]) for f in report_of(text).findings]
    assert findings == [(code, expression)]


@pytest.mark.parametrize("text", SILENT)
def test_other_wholes_are_no_contradiction(text: str) -> None:
    assert not report_of(text).findings


def test_shares_over_100_tell_their_sum() -> None:
    finding = report_of(WRONG[9][0]).findings[0]
    assert finding.args["left"] == "34,6% + 28,1% + 39,3%"
    assert finding.args["total"] == "102"


def test_a_share_of_a_total_told_before_that_slipped() -> None:
    text = (
        "Nâng số hội viên lên 86 người. Kết quả xếp loại: hội viên xuất sắc là 17 người, chiếm "
        "20%; hội viên tốt là 65 người, chiếm 67,4%; hội viên đạt là 03 người, chiếm 3,5%."
    )
    assert found(text) == ["A103"]


def test_what_a_bracket_divides_ends_with_it() -> None:
    text = "Có 5 chi hội xuất sắc (trong đó có 3 chi hội được khen), 02 chi hội tốt, 4 chi hội mới."
    assert built(text) == {}
