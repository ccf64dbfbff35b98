"""The text reader: decoding, the view, the map back to the source, blocks, bad input."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from extract.document import Document
from extract.errors import InputError
from extract.readers.files import MAX_BYTES, read_bytes, read_path
from extract.readers.text.reader import read_text

REPORTS = Path(__file__).parents[2] / "shared" / "reports"
NAMES = (
    "ca-mau-ke-hoach-tai-chinh-2026-2028.md",
    "cong-nghiep-thang-02-2007.unicode.txt",
    "dien-bien-bao-cao-tong-ket-nq18.txt",
    "mau-bao-cao-tong-ket-nq18.txt",
    "tien-giang-nghi-quyet-du-toan-2006.txt",
)


def blocks(doc: Document, kind: str = "") -> list[str]:
    return [doc.view[b.vs : b.ve] for b in doc.blocks if not kind or b.kind == kind]


def assert_mapped(doc: Document) -> None:
    """Every character of every block that is no space stands where the map says."""
    for block in doc.blocks:
        for at in range(block.vs, block.ve):
            if doc.view[at] != " ":
                start, end = doc.source_span(at, at + 1)
                found = unicodedata.normalize("NFC", doc.text[start:end])
                assert found == doc.view[at], (at, doc.view[at - 20 : at + 20])


# -- decoding -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("encoding", "bom"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
    ],
)
def test_encodings(encoding: str, bom: bytes) -> None:
    text = "Xã Thử có 12 thôn, giảm 3 thôn so với năm 2020."
    assert read_bytes(bom + text.encode(encoding), "a.txt").text == text


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\xef\xbb\xbf \n", "holds no text"),
        (b"%PDF\x00\x01\x02\x03" * 40, "PDF"),
        (b"MZ\x00\x01\x02\x03" * 40, "binary"),
        ("Tệp cũ".encode("cp1258", "replace") + b"\xff\xd0", "UTF-8"),
        (b"x" * (MAX_BYTES + 1), "too large"),
    ],
)
def test_unreadable(data: bytes, what: str) -> None:
    with pytest.raises(InputError, match=what) as caught:
        read_bytes(data, "hỏng.txt")
    assert "hỏng.txt" in str(caught.value)
    assert "hỏng.txt" in caught.value.said("vi") != caught.value.said("en")


def test_a_few_hard_wrapped_lines_are_put_together() -> None:
    text = (
        "Đến tháng 9, cả huyện đã sửa chữa 214 phòng học, xây mới 36 phòng học và\n"
        "12 nhà vệ sinh (Bản Lầu: 96 phòng; Lùng Vai: 41 phòng; Nậm Chảy Thượng:\n"
        "78 phòng; Cốc Ly: 40 phòng), còn lại là những phòng học được hội phụ huynh\n"
        "các trường góp công dựng lại.\n"
    )
    doc = read_bytes(text.encode(), "a.txt")
    assert [b.kind for b in doc.blocks] == ["paragraph"]


def test_a_line_of_rates_is_no_title_in_capitals() -> None:
    text = (
        "Đến nay, cả vùng có 485 trường đạt chuẩn, trong đó mầm non là 141 trường,\n"
        "chiếm 51,8% số trường của bậc học này, còn tiểu học có 206 trường, bằng 88\n"
        "(75,2%), THCS 123 (56%), THPT 15 (26,8%).\n"
    )
    assert len(read_bytes(text.encode(), "a.txt").blocks) == 1


def test_noise_with_the_name_of_a_document() -> None:
    with pytest.raises(InputError, match=r"not a \.docx file in spite of its name"):
        read_bytes(b"\x8f\x00\x01\x02\x93" * 40, "hỏng.DOCX")


def test_folder_and_missing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="folder"):
        read_path(tmp_path)
    with pytest.raises(InputError, match="no such file"):
        read_path(tmp_path / "thiếu.txt")


def test_path_keeps_text(tmp_path: Path) -> None:
    path = tmp_path / "xa.md"
    path.write_bytes("# BÁO CÁO\r\n\r\nXã có 5 tổ.\r\n".encode())
    doc = read_path(path)
    assert doc.text == "# BÁO CÁO\r\n\r\nXã có 5 tổ.\r\n"
    assert (doc.name, doc.media_type, len(doc.sha256)) == ("xa.md", "text/markdown", 64)


# -- inline marks -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "view"),
    [
        ("Thu **12** tỷ *(tăng 3%)* và __5__ tỷ", "Thu 12 tỷ (tăng 3%) và 5 tỷ"),
        ("tổng sản phẩm *(GRDP) *theo giá", "tổng sản phẩm (GRDP) theo giá"),
        ("ng**hị quy**ết", "nghị quyết"),
        ("đội\xa0 ngũ\u200b  cán bộ", "đội ngũ cán bộ"),
        ("biên\xad chế", "biên chế"),
        ("lực,hiệu quả;năng suất", "lực, hiệu quả; năng suất"),
        ("bằng 1,046 hay 14,8% hoặc 9.65%", "bằng 1,046 hay 14,8% hoặc 9.65%"),
        ("lãnh đạoỦy ban, SởNội vụ", "lãnh đạo Ủy ban, Sở Nội vụ"),
        ("số 18-NQ/TWSau hội nghị", "số 18-NQ/TW Sau hội nghị"),
        (
            "kWh, GRDPx, McCoy, VietGAP, VNeID, CTr-TU, QĐ-TTg",
            "kWh, GRDPx, McCoy, VietGAP, VNeID, CTr-TU, QĐ-TTg",
        ),
        ("ngày 22/9/2022của huyện", "ngày 22/9/2022 của huyện"),
        ("rộng 5 km<sup>2</sup>, 7 m², TH<sub>1</sub>", "rộng 5 km2, 7 m², TH1"),
        ("A&nbsp;B &amp; C", "A B & C"),
        ("a\\_b, 5 * 3 = 15, (\\*)", "a_b, 5 * 3 = 15, (*)"),
        ("xem [tại đây](http://a.vn/b) ![hình](a.png)", "xem tại đây"),
        ("xin <br> chào <!-- ghi chú -->bạn", "xin chào bạn"),
    ],
)
def test_inline(source: str, view: str) -> None:
    doc = read_text(f"Dòng: {source}", "a.md")
    assert doc.view == f"Dòng: {view}"
    assert_mapped(doc)


def test_inserted_space_has_its_own_run() -> None:
    doc = read_text("Xã lãnh đạoỦy ban", "a.txt")
    at = doc.view.index(" Ủy")
    assert at in doc.seg_view and at + 1 in doc.seg_view
    assert doc.source_span(at + 1, at + 3) == (11, 13)


@pytest.mark.parametrize(
    ("source", "view", "marker", "start"),
    [
        ("Có 80 người dự<sup>1</sup>. Sau", "Có 80 người dự. Sau", "1", 19),
        ("Có 99¹ người", "Có 99 người", "1", 5),
        ("Đạt 560 tỷ *[2]*, bằng 8%", "Đạt 560 tỷ, bằng 8%", "2", 13),
        ("Giảm thu* [3]*.", "Giảm thu.", "3", 11),
        ("Giao vốn[^4] sớm", "Giao vốn sớm", "4", 10),
        ("Trồng cây $^{5}$ trở lên", "Trồng cây trở lên", "5", 13),
    ],
)
def test_calls(source: str, view: str, marker: str, start: int) -> None:
    doc = read_text(source, "a.md")
    assert doc.view == view
    [call] = doc.calls
    assert (call.marker, call.start) == (marker, start)
    assert doc.text[call.start : call.end] in (marker, "¹")


# -- lines and blocks ---------------------------------------------------------------------------


def test_hard_wraps_are_joined() -> None:
    text = (
        "Trong năm qua, huyện đã vận động nhân dân góp công làm đường liên thôn và\n"
        "sửa chữa nhà văn hóa ở các thôn vùng cao; số hộ nghèo giảm còn\n"
        "1.260 hộ, bằng 4,5% số hộ toàn huyện, thấp hơn mức chung của cả tỉnh Lào\n"
        "Cai và các huyện bạn. Công tác tuyên truyền được đổi mới theo hướng gần\n"
        "dân hơn.\n"
        "Năm tới, huyện tiếp tục giữ vững kết quả đã có và chăm lo đời sống cho các\n"
        "hộ mới thoát nghèo.\n"
        "- Xã Thượng: 12 hộ.\n"
        "- Xã Hạ: 9 hộ.\n"
    )
    doc = read_text(text, "a.txt")
    assert [b.kind for b in doc.blocks] == ["paragraph", "paragraph", "bullet", "bullet"]
    assert "giảm còn 1.260 hộ" in doc.view and "Lào Cai và" in doc.view
    assert_mapped(doc)


def test_lines_cut_before_a_figure_or_a_name_are_joined() -> None:
    text = (
        "Căn cứ\nLuật Đầu tư công ngày 08 tháng\n11 năm 2031 và kế hoạch\nđã duyệt của xã;\n"
        "Quyết định này có hiệu lực, thay thế\nQuyết định số 5/QĐ-UBND ngày\n29/3/2031 của xã\n"
        "về việc giao vốn cho các xã.\n"
    )
    assert blocks(read_text(text, "a.txt")) == [
        "Căn cứ Luật Đầu tư công ngày 08 tháng 11 năm 2031 và kế hoạch đã duyệt của xã;",
        "Quyết định này có hiệu lực, thay thế Quyết định số 5/QĐ-UBND ngày 29/3/2031 của xã "
        "về việc giao vốn cho các xã.",
    ]


def test_numbers_and_articles_cut_from_their_word_are_joined() -> None:
    text = (
        "Căn cứ Nghị định\n86/2031/NĐ-CP của Chính phủ quy định\nchi tiết về thanh tra các cấp.\n"
        "Điều\n1. Ban hành kèm theo Quyết định này\nquy trình của Sở Tài chính.\n"
        "Điều\n2. Quyết định này có hiệu lực\nkể từ ngày ký ban hành.\n"
    )
    assert [b[:38] for b in blocks(read_text(text, "a.txt"))] == [
        "Căn cứ Nghị định 86/2031/NĐ-CP của Chí",
        "Điều 1. Ban hành kèm theo Quyết định n",
        "Điều 2. Quyết định này có hiệu lực kể ",
    ]


def test_short_lines_stay_apart() -> None:
    text = "- Chi sự nghiệp: 90 tỷ đồng.\nGiáo dục: 60 tỷ đồng.\nY tế: 30 tỷ đồng.\n"
    assert len(read_text(text, "a.txt").blocks) == 3


def test_dash_inside_a_wrapped_line_is_no_bullet() -> None:
    text = (
        "Đây là kế hoạch phát triển kinh tế\n- xã hội của huyện.\n\n"
        "Kế hoạch được giao cho\ncác xã thực hiện và\nbáo cáo hằng tháng,\nhằng quý.\n"
    )
    assert read_text(text, "a.txt").view.startswith("Đây là kế hoạch phát triển kinh tế - xã hội")


def test_number_cut_at_its_hyphen() -> None:
    doc = read_text("Thực hiện Nghị quyết số 18-\nNQ/TW, giai đoạn 2026-\n2030 và\nsau đó.", "a")
    assert "18-NQ/TW" in doc.view and "2026-2030" in doc.view


@pytest.mark.parametrize("page", ["2", "- 3 -", "Trang 4/10", "4 | Page", "---", "**5**"])
def test_sentence_cut_by_a_page_is_one_block(page: str) -> None:
    text = (
        "Toàn huyện đã sắp xếp lại các đơn vị sự nghiệp, giảm được 22 đầu\n\n"
        "<sup>1</sup> Kể cả đơn vị tự chủ.\n\n"
        f"{page}\n\n"
        "mối so với năm trước<sup>1</sup>.\n"
    )
    doc = read_text(text, "a.md")
    assert blocks(doc, "paragraph") == [
        "Toàn huyện đã sắp xếp lại các đơn vị sự nghiệp, giảm được 22 đầu mối so với năm trước."
    ]
    assert blocks(doc, "note") == ["Kể cả đơn vị tự chủ."]
    assert doc.blocks[1].marker == "1"
    assert_mapped(doc)


def test_running_head_is_dropped() -> None:
    page = "Xã Một đã làm xong đường thôn số {0} trong năm.\n\n{0}\nCÔNG BÁO/Số {0}\n\n"
    doc = read_text("".join(page.format(n) for n in range(2, 7)), "a.txt")
    assert "CÔNG BÁO" not in doc.view and len(doc.blocks) == 5


def test_tables() -> None:
    text = "| TT | Xã |\n|:--|--:|\n| 1 | Xã Một |\n| 2 | |\n\n|\n**Số**\n|\n12\n|\n|\n\nHết.\n"
    doc = read_text(text, "a.md")
    assert blocks(doc, "table") == ["TT | Xã | 1 | Xã Một | 2 |", "Số | 12 |"]
    assert_mapped(doc)


def test_kinds_and_marks() -> None:
    text = (
        "## **II- KẾT QUẢ**\n\n**Về tổ chức**\n\n1. Làm đường, sửa cầu và nạo vét kênh.\n\n"
        "\\* Đối với xã\n\n+ Thôn Một\n\no Thôn Hai\n\nMột là, làm nhanh.\n"
    )
    doc = read_text(text, "a.md")
    assert [(b.kind, b.marker) for b in doc.blocks] == [
        ("heading", "II-"),
        ("heading", None),
        ("item", "1."),
        ("bullet", "*"),
        ("bullet", "+"),
        ("bullet", "o"),
        ("item", "Một là"),
    ]
    first = doc.blocks[0]
    assert (first.level, first.emphasis, doc.view[first.mark_end :][:3]) == (2, True, "KẾT")


# -- whole files --------------------------------------------------------------------------------


def shared(name: str) -> str:
    path = REPORTS / name
    if not path.is_file():
        pytest.skip(f"{path} không có ở máy này")
    return path.read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_map_round_trips_on_reports(name: str) -> None:
    text = shared(name)
    assert_mapped(read_text(text, name))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", ["NFD", "CRLF"])
def test_other_forms_read_the_same(name: str, form: str) -> None:
    text = shared(name)
    other = unicodedata.normalize("NFD", text) if form == "NFD" else text.replace("\n", "\r\n")
    plain, changed = read_text(text, name), read_text(other, name)
    assert changed.view == plain.view
    assert [(b.kind, b.vs, b.ve, b.marker) for b in changed.blocks] == [
        (b.kind, b.vs, b.ve, b.marker) for b in plain.blocks
    ]
    assert [c.marker for c in changed.calls] == [c.marker for c in plain.calls]
    assert_mapped(changed)


def test_a_period_cut_at_its_dash_is_no_bullet() -> None:
    text = (
        "Toàn ngành có nhiều lớp học mới được mở thêm trong năm học 2022\n"
        "- 2023 và các năm học tiếp theo, nhất là ở các xã vùng cao của huyện.\n"
    )
    document = read_text(text, "t.txt")
    assert [b.kind for b in document.blocks] == ["paragraph"]
    assert "năm học 2022 - 2023 và" in document.view


def test_a_laid_text_keeps_every_line_whole() -> None:
    """What a reader of another format has put together is neither joined nor dropped."""
    lines = ["Toàn tỉnh giảm 12 đơn vị¹, trong đó", "cấp huyện giảm 07 đơn vị", "4", "5", "6"]
    text = "\n".join([*lines[:2], "¹ Theo báo cáo của Sở Nội vụ.", *lines[2:]])
    laid = read_text(text, "x", laid=True)
    assert [laid.view[b.vs : b.ve] for b in laid.blocks if b.kind != "note"] == [
        lines[0].replace("¹", ""),
        *lines[1:],
    ]
    assert [(c.marker, c.start) for c in laid.calls] == [("1", text.index("¹"))]
    assert [b.marker for b in laid.blocks if b.kind == "note"] == ["1"]
    assert "đó cấp" in read_text(text, "x").view


@pytest.mark.parametrize(
    "lines",
    [
        "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật\nTổ chức Hội ngày 3/4/2031;",
        "Theo đề nghị của Giám đốc Sở\nGiao thông tại Tờ trình số 4/TTr-SGT;",
    ],
)
def test_names_cut_behind_their_first_word_go_on(lines: str) -> None:
    (block,) = read_text(lines + "\n", "x.txt").blocks
    assert block.kind == "paragraph"


def test_a_line_that_ends_in_a_law_as_a_whole_stands_alone() -> None:
    text = "Tuyên truyền pháp luật\nTổ chức 12 buổi.\n"
    assert len(read_text(text, "x.txt").blocks) == 2


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("---\ntitle: Thu chi\ntags:\n  - a\n\n---\nCó 12 xã.\n", "Có 12 xã."),
        ("---\nSố hộ nghèo: 12\n---\nCó 12 xã.\n", "Số hộ nghèo: 12\nCó 12 xã."),
        ("Có 12 xã.\n\n---\nnote: 5\n---\n", "Có 12 xã.\nnote: 5"),
        ("---\nCó 12 xã.\n", "Có 12 xã."),
    ],
)
def test_front_matter_is_no_text(text: str, kept: str) -> None:
    assert read_text(text, "x.md").view == kept


@pytest.mark.parametrize(
    "between",
    [
        "--- PAGE BREAK ---\n\n12.KHTW.DOC 4",
        "-- Trang 5 --",
        "<!-- page_break -->",
        "Ngắt trang",
        "www. ThuVienPhapLuat.vn\n\n84-8-3930 3279 *\n\n| LawSoft * Tel:",
        "| ‘awSoft * Tel: +84-8-3930 3279 * www.ThnVienPhapLuat.vn",
    ],
)
def test_a_sentence_goes_on_over_page_breaks_and_stamps(between: str) -> None:
    first = "- Giao các xã rà soát hộ nghèo theo chuẩn mới, báo cáo kết quả đúng hạn. Cả"
    doc = read_text(f"{first}\n\n{between}\n\nhuyện có 12 xã nghèo.\n", "x.txt")
    assert doc.view == f"{first} huyện có 12 xã nghèo."


@pytest.mark.parametrize(
    "line",
    [
        "Trang bị 12 máy bơm",
        "Luật Đất đai 2024",
        "Tờ khai mẫu số 12.docx, bản 3, năm 2031",
        "(Trang 5 của Báo cáo)",
        "Ngày ký: 12/5/2031 tại Vinh",
    ],
)
def test_lines_that_are_no_page_furniture(line: str) -> None:
    assert line in read_text(f"Có 12 xã.\n\n{line}\n\nCó 5 chợ.\n", "x.txt").view
