"""The questions that the pages answer: SQL over the corpus and index tables, in Vietnamese.

Values that a reader types come in as named parameters; `doisoat_ten`, `doisoat_tim`,
`doisoat_noi` and `doisoat_dong_tu` are SQL functions of `plugins/doisoat_functions.py`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """One canned query: its address, its title and explanation, the SQL; `fields` are its
    parameters with what a reader should type into each."""

    slug: str
    title: str
    about: str
    sql: str
    fields: tuple[tuple[str, str], ...] = ()


# What a person types for a legal document: a number, a key or a title, in any spelling.
_ASKED = (
    "SELECT id FROM identities WHERE key = lower(trim(:so_hieu)) UNION "
    "SELECT identity FROM identity_names WHERE name = doisoat_ten(:so_hieu)"
)
_DOCUMENT = "(SELECT name FROM names WHERE names.document = {0})"
_SECTION = (
    "(SELECT s.label || ' ' || substr(s.title, 1, 80) FROM sections AS s "
    "WHERE s.document = c.document AND s.id = c.section)"
)
_SO_HIEU = ("so_hieu", "Số hiệu, khóa hoặc tên: 18-NQ/TW, nghị quyết 18, luật đất đai")


def _like(column: str, field: str) -> str:
    """The values of a column that are written as the field is, marks and capitals aside."""
    return (
        f"SELECT v FROM (SELECT DISTINCT {column} AS v FROM identities) "
        f"WHERE doisoat_noi(v) = doisoat_noi(:{field})"
    )


QUESTIONS: tuple[Question, ...] = (
    Question(
        "tim-doan",
        "Tìm trong toàn văn",
        "Các đoạn có đủ những từ đã gõ, có dấu hay không dấu; “trong ngoặc kép” là cụm liền nhau; "
        "từ* là phần đầu của từ; 18-NQ/TW được tìm như một số hiệu.",
        f"""SELECT {_DOCUMENT.format("p.document")} AS "Văn bản", p.page AS "Trang",
    s.label || ' ' || substr(s.title, 1, 80) AS "Mục", p.text AS "Đoạn trích"
FROM (SELECT rowid, rank FROM passages_search
    WHERE passages_search MATCH doisoat_tim(:tim)
    ORDER BY rank LIMIT 200) AS f
JOIN passages AS p ON p.id = f.rowid
LEFT JOIN sections AS s ON s.document = p.document AND s.id = p.section
ORDER BY f.rank""",
        (("tim", "Từ cần tìm: sap xep don vi, “tinh giản biên chế”, 18-NQ/TW"),),
    ),
    Question(
        "ai-vien-dan",
        "Ai viện dẫn một văn bản?",
        "Mọi chỗ trong kho viện dẫn văn bản ấy, với đoạn trích; gõ thêm điều, khoản, điểm để "
        "chỉ xem chỗ dẫn điều khoản đó.",
        f"""SELECT i.key AS "Khóa", {_DOCUMENT.format("m.document")} AS "Văn bản",
    doisoat_dong_tu(m.verb) AS "Quan hệ",
    trim(coalesce('điểm ' || m.point || ' ', '') || coalesce('khoản ' || m.clause || ' ', '')
        || coalesce('Điều ' || m.article, '')) AS "Điều khoản",
    c.page AS "Trang", {_SECTION} AS "Mục", c.text AS "Cách viết", p.text AS "Đoạn trích"
FROM mentions AS m
JOIN identities AS i ON i.id = m.identity
JOIN citations AS c ON c.document = m.document AND c.ordinal = m.ordinal
LEFT JOIN passages AS p ON p.id = c.passage
WHERE m.identity IN ({_ASKED})
    AND (coalesce(:dieu, '') || coalesce(:khoan, '') || coalesce(:diem, '') = ''
        OR (m.document, m.ordinal) IN (SELECT document, ordinal FROM pinpoints AS x
            WHERE x.identity IN ({_ASKED})
                AND (coalesce(:dieu, '') = '' OR x.article = trim(lower(:dieu)))
                AND (coalesce(:khoan, '') = '' OR x.clause = trim(lower(:khoan)))
                AND (coalesce(:diem, '') = '' OR x.point = trim(lower(:diem)))))
ORDER BY i.key, m.document, m.ordinal""",
        (
            _SO_HIEU,
            ("dieu", "Điều (không bắt buộc): 5"),
            ("khoan", "Khoản (không bắt buộc): 2"),
            ("diem", "Điểm (không bắt buộc): a"),
        ),
    ),
    Question(
        "can-cu",
        "Một văn bản dựa trên những gì?",
        "Những văn bản pháp lý mà một văn bản trong kho căn cứ, thực hiện hoặc hướng dẫn.",
        """SELECT i.key AS "Khóa", i.type AS "Loại", i.number AS "Số hiệu",
    coalesce(i.title, i.issuer) AS "Tên hoặc cơ quan",
    group_concat(DISTINCT doisoat_dong_tu(m.verb)) AS "Quan hệ", count(*) AS "Số lần"
FROM names AS n
JOIN mentions AS m ON m.document = n.document
JOIN identities AS i ON i.id = m.identity
WHERE n.name = :ten_tep AND m.verb IN ('based_on', 'implements', 'guides') AND NOT m.self
GROUP BY i.id
ORDER BY max(m.verb = 'based_on') DESC, min(m.ordinal)""",
        (("ten_tep", "Tên tệp trong kho, như ở bảng names"),),
    ),
    Question(
        "dan-nhieu-nhat",
        "Văn bản nào được viện dẫn nhiều nhất?",
        "Xếp theo số văn bản trong kho viện dẫn; có thể thu hẹp theo loại, cơ quan, năm, "
        "nơi ban hành.",
        f"""SELECT key AS "Khóa", type AS "Loại", number AS "Số hiệu", title AS "Tên",
    issuer AS "Cơ quan", place AS "Nơi ban hành", year AS "Năm",
    documents AS "Số văn bản dẫn", mentions AS "Số lần dẫn"
FROM identities
WHERE documents > 0
    AND (coalesce(:loai, '') = '' OR type IN ({_like("type", "loai")}))
    AND (coalesce(:co_quan, '') = '' OR issuer IN ({_like("issuer", "co_quan")}))
    AND (coalesce(:nam, '') = '' OR year = CAST(:nam AS INTEGER))
    AND (coalesce(:noi, '') = '' OR place IN ({_like("place", "noi")}))
ORDER BY documents DESC, mentions DESC, key
LIMIT 200""",
        (
            ("loai", "Loại (không bắt buộc): Nghị định"),
            ("co_quan", "Cơ quan ban hành (không bắt buộc): Chính phủ"),
            ("nam", "Năm (không bắt buộc): 2020"),
            ("noi", "Nơi ban hành (không bắt buộc): Điện Biên"),
        ),
    ),
    Question(
        "thay-the",
        "Văn bản nào thay thế, sửa đổi, bãi bỏ văn bản nào?",
        "Theo lời của các văn bản trong kho; bỏ trống để xem tất cả.",
        f"""SELECT a.key AS "Văn bản tác động", doisoat_dong_tu(r.verb) AS "Quan hệ",
    CASE r.partial WHEN 1 THEN 'một phần' ELSE '' END AS "Phạm vi", t.key AS "Khóa",
    {_DOCUMENT.format("r.document")} AS "Văn bản", p.text AS "Đoạn trích"
FROM legal_relations AS r
LEFT JOIN identities AS a ON a.id = r.actor
JOIN identities AS t ON t.id = r.target
LEFT JOIN passages AS p ON p.id = r.passage
WHERE coalesce(:so_hieu, '') = '' OR r.target IN ({_ASKED}) OR r.actor IN ({_ASKED})
ORDER BY t.key, r.verb, a.key""",
        (_SO_HIEU,),
    ),
    Question(
        "con-dan-van-ban-cu",
        "Ai còn viện dẫn văn bản đã bị thay thế?",
        "Văn bản ban hành sau ngày bị thay thế hoặc bãi bỏ (theo chính kho này) mà vẫn viện dẫn.",
        f"""SELECT t.key AS "Khóa", a.key AS "Bị thay bởi", e.since AS "Từ ngày",
    {_DOCUMENT.format("d.id")} AS "Văn bản", d.date AS "Ngày văn bản", x.mentions AS "Số lần"
FROM ended AS e
JOIN identities AS a ON a.id = e.actor
JOIN identities AS t ON t.id = e.identity
CROSS JOIN cited AS x ON x.identity = e.identity
CROSS JOIN documents AS d ON d.id = x.document
WHERE d.date >= e.since
    AND NOT EXISTS (SELECT 1 FROM legal_relations AS q WHERE q.document = d.id
        AND q.target = e.identity AND q.verb IN ('replaces', 'repeals'))
ORDER BY t.key, 4""",
    ),
    Question(
        "cung-duoc-dan",
        "Văn bản nào hay được viện dẫn cùng?",
        "Những văn bản mà các văn bản viện dẫn nó cùng viện dẫn.",
        f"""SELECT i.key AS "Khóa", i.type AS "Loại", i.number AS "Số hiệu", i.title AS "Tên",
    count(*) AS "Số văn bản dẫn cả hai", i.documents AS "Số văn bản dẫn"
FROM (SELECT DISTINCT document FROM cited WHERE identity IN ({_ASKED})) AS own
JOIN cited AS x ON x.document = own.document
JOIN identities AS i ON i.id = x.identity
WHERE x.identity NOT IN ({_ASKED})
GROUP BY i.id
ORDER BY count(*) DESC, i.key
LIMIT 100""",
        (_SO_HIEU,),
    ),
    Question(
        "mau-thuan",
        "Viện dẫn mâu thuẫn trong kho",
        "Một văn bản mà kho ghi hai ngày, hai loại hay hai tên khác nhau.",
        """SELECT i.key AS "Khóa", x.kind AS "Điều khác nhau", x.detail AS "Các giá trị",
    i.documents AS "Số văn bản dẫn"
FROM contradictions AS x JOIN identities AS i ON i.id = x.identity
ORDER BY i.key, x.kind""",
    ),
    Question(
        "so-lieu-khong-khop",
        "Số liệu không khớp",
        "Các phát hiện số học của mọi văn bản, với câu chứa số liệu; mã A101, A104 …",
        f"""SELECT {_DOCUMENT.format("c.document")} AS "Văn bản", c.code AS "Mã",
    c.severity AS "Mức", c.message AS "Phát hiện", c.suggestions AS "Gợi ý", c.page AS "Trang",
    {_SECTION} AS "Mục", p.text AS "Đoạn trích"
FROM findings AS c LEFT JOIN passages AS p ON p.id = c.passage
WHERE c.code LIKE coalesce(nullif(trim(upper(:ma)), ''), 'A') || '%'
ORDER BY 1, c.start""",
        (("ma", "Mã hoặc phần đầu của mã (không bắt buộc): A, A101, C"),),
    ),
)
