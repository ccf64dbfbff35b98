"""Quantities: value, span, unit, bound, direction; and what is no quantity."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extract.pipeline import analyse
from extract.readers.text.reader import read_text
from extract.values.numerals import parse_digits, parse_words
from marks import report_of

CASES: list[tuple[str, dict[str, object]]] = [
    ("Có «22.475» người.", {"value": "22475", "unit": "người"}),
    ("Tỷ lệ đạt «14,8%».", {"value": "14.8", "unit": "%", "low": "14.75", "high": "14.85"}),
    ("Hiện có «08» phòng.", {"value": "8", "unit": "phòng"}),
    ("Tăng «9.65%» so với năm trước.", {"value": "9.65", "direction": "increase"}),
    ("Kinh phí «1,5» tỷ đồng.", {"value": "1500000000", "unit": "đồng", "low": "1450000000"}),
    ("Kinh phí «1 tỷ 250 triệu» đồng.", {"value": "1250000000", "unit": "đồng"}),
    ("Đã giải quyết «18.670/22.740» hồ sơ.", {"value": "18670", "of": "22740"}),
    ("Có từ «08 đến 14» biên chế.", {"value": "8", "value_to": "14", "bound": "range"}),
    ("Đắp nền «36.420/41.300»m3, đạt 88,2%.", {"value": "36420", "of": "41300", "unit": "m3"}),
    ("Kè bờ dài «704/716»m.", {"value": "704", "of": "716", "unit": "m"}),
    ("Củi đạt «27,3» triệu Ste.", {"value": "27300000", "unit": "ste"}),
    ("Rào «41.523» md hai bên.", {"value": "41523", "unit": "md"}),
    ("Gỗ đạt «1.240,5» nghìn m [3], tăng 3%.", {"value": "1240500", "unit": "m3"}),
    ("Cát đạt «12» triệu m [3].", {"value": "12000000", "unit": "m3"}),
    ("Cọc dài «12» m [3].", {"value": "12", "unit": "m"}),
    ("Tưới «40» lít/m [2] mỗi vụ.", {"value": "40", "unit": "lít/m2", "per": "m2"}),
    ("Hằng năm giảm «1%-1,5%» hộ nghèo.", {"value": "1", "value_to": "1.5", "unit": "%"}),
    ("Có ít nhất «01» lần kiểm tra.", {"value": "1", "bound": "at_least"}),
    ("Bố trí không quá «02» cấp phó.", {"value": "2", "bound": "at_most"}),
    ("Phòng có dưới «08» biên chế.", {"value": "8", "bound": "less_than"}),
    ("Có trên «200» hộ tham gia.", {"value": "200", "bound": "more_than"}),
    ("Phường có trên «10.000» dân.", {"value": "10000", "bound": "more_than"}),
    ("Đã có 3 phường trên «10.000» dân.", {"value": "10000", "bound": "more_than"}),
    ("Đạt 9,5 dược sĩ trên «10.000» dân.", {"value": "10000", "bound": None}),
    ("Thu nhập đạt «28,6%» triệu đồng/người.", {"value": "28600000", "unit": "đồng"}),
    ("Tai nạn giảm trên «3» tiêu chí.", {"value": "3", "bound": None, "direction": None}),
    ("Tai nạn giảm trên «3%».", {"value": "3", "bound": "more_than", "direction": "decrease"}),
    ("Thu hút gần «8,1» triệu lượt khách.", {"value": "8100000", "bound": "about"}),
    ("Sản lượng tăng từ «5,8» lên 40,0 triệu tấn.", {"value": "5800000", "unit": "tấn"}),
    ("Giảm từ «12» xuống còn 9 nghìn hộ.", {"value": "12000", "unit": "hộ"}),
    ("Tỷ lệ hộ nghèo giảm từ «5,2» xuống 3,1%.", {"value": "5.2", "unit": "%"}),
    ("Tăng từ «850» lên 1,2 nghìn hộ.", {"value": "850"}),
    ("Giảm 50% số xã vùng cao và «60%» số thôn.", {"direction": "decrease"}),
    ("Giảm 50% số vụ; «70%» số hộ được vay vốn.", {"direction": None}),
    ("Đơn vị đạt từ «90» điểm trở lên xếp loại Tốt.", {"bound": "at_least"}),
    ('Có «100%» tiêu chí đạt cấp độ "Xuất sắc" trở lên.', {"bound": None}),
    ("Đơn vị có từ «15» người trở lên.", {"value": "15", "bound": "at_least"}),
    ("Đã giảm được «99» đơn vị.", {"value": "99", "direction": "decrease"}),
    ("Lãnh đạo còn 04 đồng chí, giám «03» đồng chí.", {"value": "3", "direction": "decrease"}),
    ("Được bổ sung «437» biên chế.", {"value": "437", "direction": "increase"}),
    ("Đến nay giảm còn «570» đơn vị.", {"value": "570", "direction": None}),
    ("Giảm 5 đầu mối, «7» trưởng phòng.", {"value": "7", "direction": "decrease"}),
    ("Công suất «870,2» MW.", {"value": "870.2", "unit": "MW"}),
    ("Thu nhập «80» triệu đồng/người/năm.", {"value": "80000000", "per": "người/năm"}),
    ("Công suất cấp nước «45.000» m3/ngày đêm.", {"unit": "m3/ngày đêm", "per": "ngày đêm"}),
    ("Tỉnh đạt «32» giường bệnh/vạn dân.", {"unit": "giường", "per": "vạn dân"}),
    ("Có «30» giường bệnh/1 vạn dân.", {"unit": "giường", "per": "1 vạn dân"}),
    ("Xã đạt chuẩn «83,2%»/50% tổng số xã.", {"value": "83.2", "unit": "%"}),
    ("Xã đạt chuẩn 83,2%/«50%» tổng số xã.", {"value": "50", "noun": "tổng số xã"}),
    ("Giảm «1,5%» hằng năm.", {"noun": "tỷ lệ giảm"}),
    (
        "Tặng «5.000.000» đồng/tập thể, tiền mặt.",
        {"unit": "đồng", "per": "tập thể", "noun": "Tặng"},
    ),
    ("Có «02» phân môn.", {"unit": "phân môn"}),
    ("Có 99 nhà (An Giang 91, Cà Mau «5» và Trà Vinh 3).", {"unit": "nhà"}),
    ("Đàn bò là «971/876» = 110,8%.", {"unit": None, "noun": "Đàn bò"}),
    ("Thu «33» triệu đồng + 12 tấn gạo.", {"unit": "đồng", "noun": "Thu"}),
    ("Cơ cấu nông nghiệp 35,2% - công nghiệp «38,6%» - dịch vụ 26,2%.", {"noun": "công nghiệp"}),
    ("Năm 2031, diện tích cây lâu năm là «6.075» ha.", {"noun": "diện tích cây lâu năm"}),
    ("Diện tích cây ngắn ngày là «605» ha.", {"noun": "Diện tích cây ngắn ngày"}),
    ("Cấp tỉnh có 151 (chiếm 15,2%), huyện: «208» (chiếm 27,3%).", {"noun": "huyện"}),
    ("Án hình sự thụ lý 32 vụ/47 bị cáo, đạt «76,2%».", {"noun": "Án hình sự thụ lý"}),
    ("Thụ lý 32 vụ/47 bị cáo; số bị can là 61 bị can, chiếm «76,2%».", {"noun": "số bị can"}),
    ("Tỷ lệ che phủ tăng «0,6» điểm phần trăm.", {"unit": "điểm %"}),
    ("Có «02» khẩu súng.", {"unit": "khẩu"}),
    ("Giảm 60% số cặp tảo hôn; «70%» phụ nữ được khám.", {"direction": None}),
    ("Đạt 83%, cao hơn mức bình quân của ngành «79,76%».", {"direction": None}),
    ("Đạt 83%, cao hơn năm trước «3,5%».", {"direction": "increase"}),
    ("Tuyển 628 chỉ tiêu (vùng cao «510», vùng thấp 118).", {"unit": "chỉ tiêu"}),
    ("Tỉnh đạt «9,5» bác sĩ/10.000 dân.", {"unit": "bác sĩ", "per": "10.000 dân"}),
    ("Mật độ là «290» người/km2.", {"unit": "người", "per": "km2"}),
    ("Nắng nóng «37,5» độ C.", {"unit": "°C", "noun": "Nắng nóng"}),
    ("Giá điều «5.378» USD/tấn.", {"unit": "USD", "per": "tấn"}),
    ("Chỉ số năng lực đạt «67,8» điểm.", {"noun": "Chỉ số năng lực"}),
    ("Giá đất «350.000» đồng/m2.", {"value": "350000", "per": "m2"}),
    ("Giá từ «4,2 đến 9,5» triệu đồng/m2.", {"value": "4200000", "per": "m2"}),
    ("Thuế giá trị gia tăng «24» tỷ đồng.", {"direction": None}),
    ("Chi tiết kiệm thêm «10%» dự toán.", {"direction": None}),
    ("Giảm từ «152» xuống còn 141 đơn vị.", {"unit": "đơn vị"}),
    ("Được giao 964 biên chế, giảm «23»; tổng số 12.", {"unit": "biên chế"}),
    ("Được giao 964 biên chế, đạt «23» điểm.", {"unit": "điểm"}),
    ("Giảm 27 phòng (trước đó 158 phòng), «04» chi cục.", {"direction": "decrease"}),
    ("Giảm 27 phòng (trước đó 158 phòng), nay có «04» chi cục.", {"direction": None}),
    ("Số đơn vị giảm chia theo ngành như sau: y tế «25» đơn vị.", {"direction": "decrease"}),
    ("Giảm chi phí, kết quả như sau: y tế «25» đơn vị.", {"direction": None}),
    ("Trong số giảm có «44» biên chế nghỉ hưu.", {"direction": "decrease"}),
    ("Số thôn giảm 28% («576» thôn).", {"direction": "decrease"}),
    ("Số vụ giảm 12,5%, tương đương «34» vụ.", {"direction": "decrease"}),
    ("Đạt 126 tỷ đồng, giảm 3,1% và chiếm «61,4%».", {"direction": None}),
    ("Đã được xếp hạng «235» cơ sở.", {"value": "235", "unit": "cơ sở"}),
    ("Quỹ tăng 3,1% cụ thể là «10,2» tỷ đồng.", {"direction": "increase"}),
    ("Tỷ lệ hộ nghèo giảm xuống 5,2%, tương đương «1.200» hộ.", {"direction": None}),
    ("Giảm 10,7%, vượt xa mục tiêu «10%».", {"direction": None}),
    ("Có 62 trường (mầm non 28, tiểu học «34»).", {"unit": "trường"}),
    ("Có 62 trường (mầm non 28, tiểu học «134»).", {"unit": None}),
    ("Sáp nhập «735» thôn, bản, tổ dân phố.", {"unit": "thôn", "noun": "thôn, bản, tổ dân phố"}),
    ("Làm ở «3» xã Hòa An, Tân Lợi, Minh Thọ.", {"unit": "xã", "noun": "xã"}),
    ("Có «3» xã Vùng Ba, huyện khác không có.", {"unit": "xã", "noun": "xã Vùng Ba"}),
    ("Có «12» thôn, 5 bản.", {"unit": "thôn", "noun": "thôn"}),
    ("Giảm «10» chi cục và tương đương.", {"noun": "chi cục và tương đương"}),
    ("Có «10» chi cục và 5 trạm.", {"noun": "chi cục"}),
    ("Có từ «15» hội viên trở lên.", {"noun": "hội viên"}),
    ("Giao «90» người hưởng lương từ ngân sách.", {"noun": "người hưởng lương từ ngân sách"}),
    ("Có «90» hội viên từ tỉnh bạn.", {"noun": "hội viên"}),
    ("Bầu «02» Phó Chủ tịch.", {"unit": "Phó Chủ tịch", "noun": "Phó Chủ tịch"}),
    ("Phòng họp có «34».", {"unit": "phòng"}),
    ("Tổng số lãnh đạo hội là «07» đồng chí.", {"noun": "lãnh đạo hội", "unit": "đồng chí"}),
    ("Tổng thu ngân sách là «7» tỷ đồng.", {"noun": "Tổng thu ngân sách"}),
    ("Có 09 chi hội của xã, «07» ở thôn.", {"unit": "chi hội"}),
    ("Có 09 chi hội của xã. Có «07» ở thôn.", {"unit": None}),
    ("Có «15/15» địa bàn nối mạng.", {"unit": "địa bàn"}),
    ("Có 02 thẩm phán, «03» thẩm tra viên.", {"unit": "thẩm tra viên"}),
    ("Năm học 2030 - 2031 số trường là «634».", {"unit": "trường", "noun": "số trường"}),
    ("Số lớp từ «141» khi bắt đầu xuống còn 118 lớp, giảm 23 lớp.", {"unit": "lớp"}),
    ("Có 62 điểm trường: vùng cao 40, vùng thấp «22».", {"unit": "điểm trường"}),
    ("Có 62 điểm trường: vùng cao 40, vùng thấp «20».", {"unit": None}),
    ("Còn «104» người có trình độ cao đẳng trở xuống.", {"bound": None}),
    ("Có 412 hộ nghèo trên «5.120» hộ.", {"bound": None}),
    ("Đã thu gọn được «17» đầu mối.", {"direction": "decrease"}),
    ("Hộ thiếu hụt việc làm «17» hộ.", {"direction": None}),
    ("Có «166» đơn vị giảm đi, còn lại giữ nguyên.", {"direction": "decrease"}),
    ("Có «166» đơn vị giảm nghèo, còn lại giữ nguyên.", {"direction": None}),
    ("Xuống 5,9 ngày, ngắn đi «0,5» ngày.", {"direction": "decrease"}),
    ("Chuyển lên tuyến trên «9.846» lượt.", {"bound": None}),
    ("Chuyển «22» đầu mối về xã.", {"value": "22", "unit": "đầu mối"}),
    ("May sẵn «293» triệu cái tăng 53,2%.", {"value": "293000000", "unit": "cái"}),
    ("Các tổ 3, 5 có «12» hộ nghèo.", {"value": "12", "unit": "hộ"}),
    ("Huyện có «mười ba» đơn vị hành chính.", {"value": "13", "unit": "đơn vị"}),
    ("Giao rừng cho «hai trăm năm mươi» hộ.", {"value": "250", "unit": "hộ"}),
    ("Hỗ trợ «ba tỷ hai trăm triệu» đồng.", {"value": "3200000000", "unit": "đồng"}),
    ("Sau sắp xếp giảm «ba» phòng.", {"value": "3", "direction": "decrease"}),
    ("Cấp phát làm hai đợt: «60%» trong quý I, còn lại trong quý II.", {"unit": "%"}),
    ("Cả năm sửa «9/2024» nhà.", {"value": "9", "of": "2024"}),
    ("Gần «một phần ba» số hộ.", {"value": "1", "of": "3", "unit": "hộ"}),
    ("Trong 9 đơn, «7» đơn ban hành quyết định.", {"unit": "đơn"}),
    # amounts in parts
    ("Đã nộp «1.206 tỷ 45 triệu 318 nghìn» đồng.", {"value": "1206045318000", "unit": "đồng"}),
    ("Phải trả «3 tỷ 12 triệu 500 nghìn 250» đồng.", {"value": "3012500250", "unit": "đồng"}),
    ("Thưởng «1 triệu 200 nghìn», cấp ngay.", {"value": "1200000", "unit": "đồng"}),
    ("Đón «1 triệu 200 nghìn» lượt khách.", {"value": "1200000", "unit": "lượt"}),
    ("Tổng vốn «2 nghìn tỷ 300 tỷ» đồng.", {"value": "2300000000000"}),
    ("Vay «2 tỷ rưỡi» đồng.", {"value": "2500000000", "unit": "đồng"}),
    ("Thu «3» tỷ 4 tỷ đồng.", {"value": "3000000000"}),
    ("Quỹ còn «5» trăm triệu đồng.", {"value": "500000000", "unit": "đồng"}),
    # blanks between thousands
    ("Gieo trồng «82 000» ha.", {"value": "82000", "unit": "ha"}),
    ("Hỗ trợ «1 750 000» đồng/hộ.", {"value": "1750000", "per": "hộ"}),
    ("Xuất khẩu đạt «1 250,5» triệu USD.", {"value": "1250500000", "unit": "USD"}),
    ("Số lao động «1 234» người.", {"value": "1234", "unit": "người"}),
    ("Đã rà soát «3 500/4 000» hộ.", {"value": "3500", "of": "4000", "unit": "hộ"}),
    ("Có từ «1 200 đến 1 500» hộ.", {"value": "1200", "value_to": "1500"}),
    ("Năm 2023 «125» hộ thoát nghèo.", {"value": "125"}),
    ("Thôn 3 «200» hộ.", {"value": "200"}),
    ("Ở thôn Kim Đồng 2 «350» hộ.", {"value": "350"}),
    ("Tại lô 5 «200» m2.", {"value": "200"}),
    # units glued, parted or misread
    ("Dư nợ «45» tỷđồng.", {"value": "45000000000", "unit": "đồng"}),
    ("Nợ «12» tý đồng.", {"value": "12000000000", "unit": "đồng"}),
    ("Nộp «15»tr.đ.", {"value": "15000000", "unit": "đồng"}),
    ("Thưởng «5» trđ/người.", {"value": "5000000", "per": "người"}),
    ("Hỗ trợ «2» triệu/hộ.", {"value": "2000000", "unit": "đồng", "per": "hộ"}),
    ("Năng suất «61,5» tạ / ha.", {"value": "61.5", "unit": "tạ/ha", "per": "ha"}),
    ("Đất ở «120» m 2, đất vườn.", {"unit": "m2"}),
    ("Giá «3» triệu đồng/m 2.", {"per": "m2"}),
    ("Rộng «5» m 2 bên đường.", {"unit": "m"}),
    ("Ngập «0,8-1,2»m.", {"value": "0.8", "value_to": "1.2", "unit": "m"}),
    ("Bổ nhiệm «12» đ/c.", {"unit": "đồng chí", "per": None}),
    ("Có «12» đồng bào về dự.", {"unit": "đồng bào"}),
    ("Số lớp: «12», đã xóa lớp ghép.", {"value": "12"}),
    # directions
    ("Trâu, bò lần lượt tăng 3,2% và «4,5%» so với cùng kỳ.", {"direction": "increase"}),
    ("Số vụ giảm lần lượt 12; 15 và «18» vụ.", {"direction": "decrease"}),
    ("Số vụ giảm lần lượt 12; «15» và 18 vụ.", {"direction": "decrease", "unit": "vụ"}),
    ("Lần lượt tăng 3,2%, còn «4,5%» thì giữ nguyên.", {"direction": None}),
    ("Giá tiêu dùng giảm nhẹ «0,4%».", {"direction": "decrease"}),
    ("Có tình tiết giảm nhẹ cho «12» bị cáo.", {"direction": None}),
    ("Giá vàng tăng cao «15,3%».", {"direction": "increase"}),
    ("Giá gạo nhích nhẹ «0,3%».", {"direction": "increase"}),
    ("Thu nhập tăng bình quân «7,5%»/năm.", {"direction": "increase"}),
    ("Chi thu nhập tăng thêm «15» tỷ đồng.", {"direction": None}),
    ("Tăng trưởng tín dụng đạt «12,4%».", {"direction": "increase"}),
    ("Thâm hụt thương mại «2,1» tỷ USD.", {"direction": None}),
    ("Có 78 người bị thương (-«15» người).", {"direction": "decrease"}),
    ("Doanh thu gấp «2,4» lần năm trước.", {"direction": None}),
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_one_quantity(marked: str, expected: dict[str, object]) -> None:
    start, end = marked.index("«"), marked.index("»") - 1
    text = marked.replace("«", "").replace("»", "")
    found = {(q.start, q.end): q for q in analyse(read_text(text, "t")).quantities}
    assert (start, end) in found, sorted(text[a:b] for a, b in found)
    q = found[start, end]
    assert q.text == text[start:end]
    for key, value in expected.items():
        actual = getattr(q, key)
        assert actual == (Decimal(value) if isinstance(actual, Decimal) else value), key  # type: ignore[arg-type]


NONE = [
    "Dạy lớp 1 chương trình mới, lớp 5 trường Kim Đồng, khối 12 năm học 2030-2031.",
    "P. 4",
    "PCI xếp hạng 15/63, đứng ở vị trí 7/63.",
    'Phương châm "3 tăng, 2 giảm", phong trào “5 không, 3 sạch”.',
    "Xem Bảng 12.1, Hình 6.1 và Biểu đồ 3.2.",
    "Đã khởi công Thủy điện Sê San 3, nhà máy nước Hòa Bình 2.",
    "Điện thoại: 0203.3829.456; fax 0203 3829 111.",
    "Theo Quyết định số 15/QĐ-UBND và Nghị định số 107/2020/NĐ-CP.",
    "Dịch COVID-19, khu TH1, mức độ 4, lần thứ 3, kỳ họp thứ 6.",
    "Điều 5, khoản 2, điểm b; Phụ lục 3; Mẫu số 02.",
    "Công nghiệp 4.0 trên đường số 5, phường 12, quận 10.",
    "Hội nghị bắt đầu lúc 14 giờ 30 phút.",
    "Giảm … phòng; ngày …/…/…",
    "1. Mục một\n2. Mục hai\na) Điểm a\n(1) Ý một",
    "Năm 2023, giai đoạn 2021 - 2025, tháng 12/2022.",
    "Trung ương 6 khóa XII, cơ chế một cửa.",
    "Theo các Điều 85, 88, 89 và 91; các Mẫu số 01, 02, 03 ban hành kèm theo.",
    "Trực 24/24 giờ, cả ngày lễ 24/7.",
    "Theo kết luận phiên họp 9/2024; tổng đài 1900.9095; nêu tại mục 2.2 Báo cáo này.",
    'Sửa đổi khoản 1 Điều 2 như sau:\n\n"1. Người lao động đóng hằng tháng."',
    "Nơi nhận:\n- Như trên;\n- Lưu: VT, KGVX, 35 bản.",
    "Phụ lục\n\n1 | Mẫu số 01 | Đơn đề nghị\n2 | Mẫu số 02 | Giấy xác nhận",
    "Ví dụ 1: Quyết định. Ví dụ 2: Kết luận.",
    "Một số xã; cả hai xã; thứ ba xã; xã Ba Tầng; huyện Ba Vì; năm xã hội.",
    "Giá cả 1 số mặt hàng, 1 vài nơi; cách mạng 4.0, chính phủ 2.0.",
    "Vào lúc 18:35, 18h35, 7g30, 7 giờ 30, 8:30-10:00, 22 giờ đêm, 5 giờ 30 phút sáng.",
    "Theo tỷ lệ 60:40, tỷ số 2:1; bản đồ 1/25.000, quy hoạch chi tiết 1/500.",
    "Trường mầm non 19/5, đường 30/4, công viên 23/9.",
    "Mức độ 3, 4; hạng 1, 2 và 3; gió cấp 8, giật cấp 10; giống OM 5451; ngạch 01.003.",
    "Gió mạnh cấp 8-9, giật cấp 10-11. Dạy cho học sinh lớp 6-9.",
    "Điện thoại: 0236.3 822 345; STK 0123 456 789; hẻm 12; Q. 1; TP. 1.",
    "Xăng RON 95, QL 6, Km 12+300, ISO 9001:2015, PM2.5, H5N1, 24/7, Covid-19.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_quantity(text: str) -> None:
    assert [q.text for q in analyse(read_text(text, "t")).quantities] == []


@pytest.mark.parametrize(
    ("digits", "measure", "comma", "value", "decimals"),
    [
        ("22.475", False, True, "22475", 0),
        ("1,046", False, True, "1046", 0),
        ("105,000", True, True, "105.000", 3),
        ("105,000", True, False, "105000", 0),
        ("1.260,500", True, True, "1260.500", 3),
        ("1,046.5", False, False, "1046.5", 1),
        ("9.65", True, True, "9.65", 2),
        ("2.150.000.000", True, True, "2150000000", 0),
    ],
)
def test_digits(digits: str, measure: bool, comma: bool, value: str, decimals: int) -> None:
    n = parse_digits(digits, measure=measure, comma_decimal=comma)
    assert (n.value, n.decimals) == (Decimal(value), decimals)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("bảy", 7),
        ("mười lăm", 15),
        ("hai mươi mốt", 21),
        ("một nghìn hai trăm linh năm", 1205),
        ("hai tỷ một trăm năm mươi triệu đồng", 2_150_000_000),
        ("bốn mươi lăm triệu bảy trăm nghìn đồng chẵn", 45_700_000),
        ("một tỷ rưỡi", 1_500_000_000),
        ("bảy nghìn chín trăm ba mươi sáu tỷ năm trăm triệu", 7_936_500_000_000),
        ("một nghìn hai trăm triệu", 1_200_000_000),
        ("mười bảy phẩy hai lăm tỷ", 17_250_000_000),
        ("bốn mươimốt tỷ sáutrăm triệu", 41_600_000_000),
        ("mot ty sau tram muoi ba trieu", 1_613_000_000),
        ("hai mười bảy triệu", 27_000_000),
        ("năm muơi tý bốn trăm linh sau triêu đồng chẳn", 50_406_000_000),
    ],
)
def test_words(words: str, value: int) -> None:
    assert parse_words(words) == value


@pytest.mark.parametrize("words", ["cơ quan", "", "năm nay tăng", "hai ba bốn"])
def test_no_number_words(words: str) -> None:
    assert parse_words(words) is None


def test_enumeration_shares_its_unit() -> None:
    report = analyse(read_text("Sản lượng thủy điện 742,1, điện gió 145,7 triệu kWh.", "t"))
    assert [str(q.value) for q in report.quantities] == ["742100000", "145700000"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Cơ cấu các khu vực là 24,1% - 33,4% - 42,5%.", ["24.1", "33.4", "42.5"]),
        ("Cột 125 300 412 của bảng.", ["125", "300", "412"]),
        ("Tổ 3:12 em, tổ 4:15 em.", ["12", "15"]),
        ("Học 45 giờ 12 buổi.", ["45", "12"]),
        ("Ra 1 số báo, tăng 6.0%.", ["1", "6.0"]),
    ],
)
def test_figures_side_by_side(text: str, values: list[str]) -> None:
    found = analyse(read_text(text, "t")).quantities
    assert [q.value for q in found] == [Decimal(v) for v in values]
    assert all(q.value_to is None for q in found)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Các hộ cam kết trồng 500 ha.", "target"),
        ("Dự kiến cuối năm còn 120 hộ nghèo.", "target"),
        ("Dự báo giá tăng 5%.", "target"),
        ("Chỉ tiêu được giao là 250 người.", "target"),
        ("Kế hoạch diện tích là 1.250 ha.", "target"),
        ("Mục tiêu 95% hộ dùng nước sạch.", "target"),
        ("Ước tính cả năm đạt 500 tỷ đồng.", "reported"),
        ("Dự kiến hỗ trợ các hộ, đã hỗ trợ 120 hộ.", "reported"),
        ("Thực hiện kế hoạch năm 2023: 12 xã xong.", "reported"),
        ("Có 1.250 doanh nghiệp đăng ký mới.", "reported"),
    ],
)
def test_plans_are_no_reports(text: str, status: str) -> None:
    assert [c.status for c in analyse(read_text(text, "t")).claims] == [status]


def test_the_arithmetic_of_a_plan_is_checked() -> None:
    text = "Dự kiến thu 9.125 tỷ đồng, trong đó: nội địa 5.034 tỷ đồng; hải quan 3.091 tỷ đồng."
    assert [f.code for f in analyse(read_text(text, "t")).findings] == ["A104"]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Trong 9 tháng đầu năm, thu đạt 300 tỷ đồng.", ["300"]),
        ("Tính chung 5 tháng, xuất khẩu đạt 20 tỷ USD.", ["20"]),
        ("Sáu tháng cuối năm có 3 xã về đích.", ["3"]),
        ("Thời hạn 6 tháng, phạt tù 9 tháng.", ["6", "9"]),
    ],
)
def test_the_months_of_a_period_are_no_count(text: str, counts: list[str]) -> None:
    report = analyse(read_text(text, "x.txt"))
    assert [q.text for q in report.quantities] == counts


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("Sĩ số bình quân 31,5 học sinh/lớp.", "lớp"),
        ("Mỗi thôn đạt 15,2 tiêu chí/xã.", "xã"),
        ("Tiếp nhận 140 cuộc gọi/ngày.", "ngày"),
        ("Có 12 phòng/ban chưa kiện toàn.", None),
        ("Có 45 cán bộ/công chức nghỉ hưu.", None),
        ("Có 9 trường/lớp ghép.", None),
    ],
)
def test_what_a_count_is_told_per(text: str, per: str | None) -> None:
    (q,) = analyse(read_text(text, "t")).quantities
    assert q.per == per


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Tỷ lệ số hóa đạt 93, 5%.", ["93.5"]),
        ("Tỷ lệ số hóa tăng 1 ,5 điểm phần trăm.", ["1.5"]),
        ("Thuế suất gồm các mức 3, 5%, 8% và 10%.", ["5", "8", "10"]),
        ("Đến tháng 9, 45% số xã hoàn thành.", ["45"]),
        ("Tại Điều 7, 10% số phí được để lại.", ["10"]),
        ("Còn 93, 5 hộ chưa kê khai.", ["93", "5"]),
    ],
)
def test_a_blank_beside_the_decimal_mark_of_a_rate(text: str, values: list[str]) -> None:
    assert [str(q.value) for q in analyse(read_text(text, "t")).quantities] == values


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Mỗi suất quà từ 400.000 - 2 triệu đồng.",
            [("400.000 - 2", "400000", "2000000", "range")],
        ),
        (
            "Hỗ trợ từ 300.000 đến 1 triệu đồng/hộ.",
            [("300.000 đến 1", "300000", "1000000", "range")],
        ),
        ("Giá từ 2 đến 3 triệu đồng.", [("2 đến 3", "2000000", "3000000", "range")]),
        (
            "Dịch ở 1.204 hộ chăn nuôi/318 thôn, bản/96 xã, thị trấn/9 huyện.",
            [(n, n.replace(".", ""), None, None) for n in ("1.204", "318", "96", "9")],
        ),
        (
            "Dư nợ 40 tỷ đồng (tăng 3 tỷ đồng) /812 lượt vay.",
            [
                ("40", "40000000000", None, None),
                ("3", "3000000000", None, None),
                ("812", "812", None, None),
            ],
        ),
        ("Cứ 45 ca/100.000 dân, thửa số/12.", [("45", "45", None, None)]),
        ("Xã có 5 hộ ở12 thôn.", [("5", "5", None, None), ("12", "12", None, None)]),
    ],
)
def test_figures_that_got_lost_or_too_large(
    text: str, figures: list[tuple[str, str, str | None, str | None]]
) -> None:
    found = analyse(read_text(text, "x.txt")).quantities
    assert [
        (q.text, str(q.value), None if q.value_to is None else str(q.value_to), q.bound)
        for q in found
    ] == figures


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Luân chuyển 85,4 triệu tấn.km, vận chuyển 1,2 triệu tấn.", ["tấn.km", "tấn"]),
        ("Luân chuyển 120,5 triệu lượt người.km.", ["lượt người.km"]),
        ("Luân chuyển 12,5 triệu HK.km, 98,2 triệu hành khách.km.", ["hk.km", "hành khách.km"]),
        ("Vận chuyển 2,4 triệu tấn. Km 12 của quốc lộ bị sạt.", ["tấn"]),
    ],
)
def test_units_of_transport_over_a_distance(text: str, units: list[str]) -> None:
    assert [q.unit for q in analyse(read_text(text, "x.txt")).quantities] == units


def test_the_time_behind_a_day_counts_nothing() -> None:
    text = (
        "Thứ ba - 29/09/2031 14:50\nỦY BAN NHÂN DÂN XÃ\n\n10.03.2031 15:0211 đã xem\n\nTổ 3:12 em"
    )
    assert [q.text for q in report_of(text).quantities] == ["12"]


def test_numbers_of_a_list_of_acts_count_nothing() -> None:
    text = "- 1 Luật Đất đai 2024\n- 2 Luật Nhà ở 2023\n- 3 Nghị định 12/2031/NĐ-CP về chợ\n"
    assert not report_of(text).quantities
    told = report_of(
        "Đã ban hành:\n- 02 Nghị quyết số 12/NQ-HĐND và số 13/NQ-HĐND;\n- 4 kế hoạch.\n"
    )
    assert [q.text for q in told.quantities] == ["02", "4"]


def test_the_number_of_a_term_and_the_months_that_grew_count_nothing() -> None:
    text = (
        "Học kỳ 1 năm học này có 12 lớp. Nông nghiệp 6 tháng tăng trưởng 4,2%. Vay thêm 6 tháng, "
        "2 học kỳ."
    )
    assert [q.text for q in report_of(text).quantities] == ["12", "4,2%", "6", "2"]


def test_blanks_lost_on_both_sides_of_the_word_before_a_figure() -> None:
    text = "Chế tạotăng1,36%; hộ nghèogiảm12 hộ; số thuđạt1.250 tỷ đồng; mã Xtăng12."
    told = [(q.text, q.direction, q.noun) for q in report_of(text).quantities]
    assert told == [
        ("1,36%", "increase", "tỷ lệ tăng Chế tạo"),
        ("12", "decrease", "hộ"),
        ("1.250", None, "số thu"),
    ]


def test_a_telephone_number_behind_another_counts_nothing() -> None:
    text = "ĐTDĐ: 0942.338.808 hoặc 080.42850; có 12 máy."
    assert [q.text for q in report_of(text).quantities] == ["12"]


def test_a_speck_in_a_date_is_no_part_of_it() -> None:
    made = report_of("Theo Tờ trình số 4/TTr-CP ngày 04 tháng | 10 năm 2031 có 12 xã.")
    assert [d.value for d in made.dates] == ["2031-10-04"]
    assert [q.text for q in made.quantities] == ["12"]


def test_the_turn_of_a_year_counts_nothing() -> None:
    text = (
        "Khen 5 hộ trong đợt 1 năm 2031. Xét lần 2 năm 2032 cho 12 xã. Giai đoạn 5 năm 2031 - 2035 "
        "có 7 xã."
    )
    told = [(q.text, q.unit) for q in report_of(text).quantities]
    assert told == [("5", "hộ"), ("12", "xã"), ("5", "năm"), ("7", "xã")]
