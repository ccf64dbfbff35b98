"""Documents flattened into one line: the head, the recitals and the labels are lines again."""

from __future__ import annotations

from extract.model import Report
from extract.pipeline import analyse
from extract.readers.text.reader import read_text
from extract.readers.text.run_in import run_in

ACT = (
    "ỦY BAN NHÂN DÂN TỈNH GIA LAI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc "
    "Số: 7/2031/QĐ-UBND Gia Lai, ngày 14 tháng 07 năm 2031 QUYẾT ĐỊNH BAN HÀNH QUY CHẾ BẾN PHÀ "
    "ỦY BAN NHÂN DÂN TỈNH GIA LAI Căn cứ Luật Giao thông đường thủy nội địa ngày 15/6/2004; "
    "Căn cứ Nghị định số 8/2031/NĐ-CP ngày 3/4/2031 của Chính phủ về bến khách ngang sông, "
    "QUYẾT ĐỊNH: Điều 1. Ban hành kèm theo Quyết định này Quy chế bến phà gồm: a) Phần chung; "
    "b) Phần riêng. Điều 2. Quyết định này có hiệu lực sau 15 ngày. Điều 3. Sở Xây dựng thi hành."
)
REPORT = (
    "Thực hiện chỉ đạo của huyện, xã báo cáo kết quả phát triển chăn nuôi năm qua như sau: "
    "I. KẾT QUẢ ĐẠT ĐƯỢC Toàn xã đã phủ xanh đồi trọc và mở rộng chuồng trại theo quy hoạch. "
    "1. Chăn nuôi. Đàn bò có 412 con. 2. Thú y. Đã tiêm phòng cho 3.150 con lợn và 388 con bò. "
    "II. PHƯƠNG HƯỚNG Tiếp tục cải tạo giống, mở rộng vùng trồng cỏ và tiêm phòng đủ hai đợt."
)


def told(text: str) -> Report:
    return analyse(read_text(text, "t"))


def test_the_head_of_a_flattened_act() -> None:
    head = told(ACT).metadata
    assert (head.type, head.number, head.date) == ("Quyết định", "7/2031/QĐ-UBND", "2031-07-14")
    assert (head.issuer, head.place) == ("Ủy ban nhân dân tỉnh Gia Lai", "Gia Lai")
    assert head.subject == "BAN HÀNH QUY CHẾ BẾN PHÀ"


def test_the_articles_of_a_flattened_act() -> None:
    sections = told(ACT).sections
    assert [(s.label, s.kind, s.depth) for s in sections] == [
        ("1", "article", 1),
        ("a", "point", 2),
        ("b", "point", 2),
        ("2", "article", 1),
        ("3", "article", 1),
    ]
    assert all(ACT[s.start :].startswith((f"Điều {s.label}.", f"{s.label})")) for s in sections)


def test_the_headings_of_a_flattened_report() -> None:
    sections = told(REPORT).sections
    assert [(s.label, s.depth) for s in sections] == [("I", 1), ("1", 2), ("2", 2), ("II", 1)]
    assert sections[0].title == "KẾT QUẢ ĐẠT ĐƯỢC"
    assert sections[3].title == "PHƯƠNG HƯỚNG"


def test_labels_that_do_not_count_up_open_no_lines() -> None:
    text = "Theo Điều 7. Điều này nói về phà. Xem thêm: 3. Chợ và 9. Bến. " * 8
    assert not run_in(text, 0, len(text))


def test_articles_named_in_a_long_sentence_open_none() -> None:
    text = "Việc thu phí theo quy định tại Điều 1, Điều 2 và Điều 3 của Quy chế " * 8
    assert not run_in(text, 0, len(text))


def test_a_short_line_is_left_as_it_is() -> None:
    text = "Gồm: 1. Chợ. 2. Bến phà. 3. Bến xe."
    assert not run_in(text, 0, len(text))


NO_MARKS = (
    "Xã báo cáo kết quả bảo vệ rừng năm qua, số liệu do các thôn gửi về trước ngày chốt sổ: "
    "A. KẾT QUẢ I. Tuần tra và trực rừng 1. Tuần tra: 212 lượt; 2. Trực rừng: 96 ngày. "
    "II. Trồng rừng 1.1. Trồng mới được 35 ha. 1.2. Chăm sóc 60 ha; - Keo 40 ha; - Thông 20 ha. "
    "B. NHIỆM VỤ Tiếp tục tuần tra mỗi tuần hai lượt và làm đường băng cản lửa trước mùa khô."
)


def test_labels_behind_titles_without_marks() -> None:
    labels = [(s.label, s.depth) for s in told(NO_MARKS).sections]
    assert labels[:4] == [("A", 1), ("I", 2), ("1", 3), ("2", 3)]
    assert [label for label, _ in labels[4:]] == ["II", "1.1", "1.2", "B"]


def test_figures_at_the_end_of_a_sentence_open_no_lines() -> None:
    text = (
        "Năm qua đàn bò thôn Bắc tăng 1. Thôn Nam không đổi so với năm trước. Thôn Đông tăng 2. "
        "Thôn Tây giữ như cũ, các hộ đều đã tiêm phòng đủ hai đợt theo lịch của trạm thú y và làm "
        "lại chuồng trại trước mùa mưa; xã không còn hộ nào thả rông trâu bò ở ven đường liên xã."
    )
    assert run_in(text, 0, len(text)) == []
