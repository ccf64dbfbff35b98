"""Lists of documents known to exist (CSV): what the corpus cites beside what a list holds.

A list seldom holds everything, so a citation that is not in it is only reported as not listed.
Where the list is said to be complete for a series and years (`NĐ-CP:2020-2024`), a number of that
series and time that it does not hold is flagged: it does not exist there.
"""

from __future__ import annotations

import codecs
import csv
import hashlib
import io
import json
import re
import sqlite3
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from extract.errors import InputError
from extract.find.citations.resolve import place_in
from extract.index.facts import Mention, Proof, law_base, number_fact
from extract.index.lookup import Row, rows_of
from extract.values import identity
from extract.values.text import unaccented

_HEADERS = {
    "number": "number|so|so hieu|so ky hieu|ky hieu|so, ky hieu|so van ban|document number",
    "type": "type|loai|loai van ban|ten loai|document type|hinh thuc van ban",
    "issuer": "issuer|co quan|co quan ban hanh|noi ban hanh|issuing body|agency",
    "place": "place|dia phuong|tinh|noi|province",
    "date": "date|ngay|ngay ban hanh|issued|issue date|ngay ky",
    "title": "title|ten|trich yeu|ten van ban|subject|noi dung",
    "status": "status|tinh trang|hieu luc|tinh trang hieu luc",
}
_OF_HEADER = {name: field for field, names in _HEADERS.items() for name in names.split("|")}
_COVERS = re.compile(r"(?P<series>[^\s:]+):(?P<first>\d{4})(?:-(?P<last>\d{4}))?")
_LIMIT = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Cover:
    """What a list claims to hold completely: a series (the codes of a number) in some years."""

    series: str
    first: int
    last: int

    def __str__(self) -> str:
        return f"{self.series}:{self.first}-{self.last}"


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: rows taken, rows that do not say enough for a key."""

    name: str
    rows: int
    keyless: int


def parse_cover(text: str) -> Cover:
    """ "NĐ-CP:2020-2024" -> the claim; InputError where it is written otherwise."""
    m = _COVERS.fullmatch(text.strip())
    if m is None:
        raise InputError(
            f"{text}: write SERIES:YEAR or SERIES:YEAR-YEAR, for example NĐ-CP:2020-2024",
            f"{text}: hãy viết LOẠT:NĂM hoặc LOẠT:NĂM-NĂM, ví dụ NĐ-CP:2020-2024",
        )
    first, last = int(m["first"]), int(m["last"] or m["first"])
    if last < first:
        raise InputError(
            f"{text}: the years are in the wrong order", f"{text}: năm sau nhỏ hơn năm trước"
        )
    return Cover(identity.spell(m["series"]), first, last)


def _separator_told(line: str) -> str | None:
    """The separator that the first line of a list tells Excel ("sep=;"); None for any other."""
    name, _, mark = line.rstrip("\r").partition("=")
    plain = len(mark) == 1 and not mark.isalnum() and mark not in '"_ '
    return mark if name.casefold() == "sep" and plain else None


def read_list(path: Path) -> list[tuple[int, dict[str, str]]]:
    """The rows of a list: line number and fields by their English names.

    The header may be Vietnamese or English, the separator , ; or a tab. InputError names the file
    and the line where something is wrong.
    """
    try:
        data = path.read_bytes()
    except OSError as e:
        raise InputError(
            f"{path}: cannot be read ({e.strerror or e}); check the path",
            f"{path}: không đọc được ({e.strerror or e}); hãy kiểm tra lại đường dẫn",
        ) from None
    if len(data) > _LIMIT:
        raise InputError(
            f"{path}: larger than {_LIMIT // 2**20} MB; is it a list of documents?",
            f"{path}: lớn hơn {_LIMIT // 2**20} MB; có đúng là danh mục văn bản không?",
        )
    try:
        marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))  # Excel's "Unicode"
        text = data.decode("utf-16" if marked else "utf-8-sig")
    except UnicodeDecodeError as e:
        line = data.count(b"\n", 0, e.start) + 1
        raise InputError(
            f"{path}:{line}: is not UTF-8; save the list as CSV in UTF-8",
            f"{path}:{line}: không phải UTF-8; hãy lưu danh mục dạng CSV UTF-8",
        ) from None
    head, _, rest = text.partition("\n")
    told = _separator_told(head)
    if told is not None:
        head = rest.split("\n", 1)[0]
    separator = told or max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        if told is not None:
            next(reader)
        header = next(reader, None)
        if not header or not any(h.strip() for h in header):
            raise InputError(
                f"{path}: is empty; the first line names the columns",
                f"{path}: tệp trống; dòng đầu phải là tên các cột",
            )
        fields = [_OF_HEADER.get(_plain(h)) for h in header]
        _need_columns(path, header, fields)
        out = []
        for row in reader:
            if not any(c.strip() for c in row):
                continue
            if len(row) > len(fields):
                raise InputError(
                    f"{path}:{reader.line_num}: {len(row)} fields, the header has {len(fields)}; "
                    'put fields that hold the separator in "…"',
                    f"{path}:{reader.line_num}: có {len(row)} ô, dòng đầu có {len(fields)}; ô có "
                    'dấu ngăn cách phải đặt trong "…"',
                )
            found = {f: c.strip() for f, c in zip(fields, row, strict=False) if f and c.strip()}
            out.append((reader.line_num, found))
    except csv.Error as e:
        raise InputError(
            f"{path}:{reader.line_num}: is no CSV ({e})",
            f"{path}:{reader.line_num}: không phải CSV ({e})",
        ) from None
    if not out:
        raise InputError(
            f"{path}: has a header but no rows", f"{path}: có tên cột nhưng không có dòng nào"
        )
    return out


def _plain(header: str) -> str:
    return " ".join(unaccented(header.replace("_", " ")).replace("/", " ").split())


def _need_columns(path: Path, header: list[str], fields: list[str | None]) -> None:
    twice = {f for f in fields if f is not None and fields.count(f) > 1}
    if twice:
        shown = ", ".join(sorted(twice))
        raise InputError(
            f"{path}:1: two columns mean the same: {shown}",
            f"{path}:1: có hai cột cùng nghĩa: {shown}",
        )
    if "number" not in fields and "title" not in fields:
        raise InputError(
            f"{path}:1: no column of numbers (số, số hiệu, number); found: {', '.join(header)}",
            f"{path}:1: không có cột số hiệu (số, số hiệu, number); có: {', '.join(header)}",
        )


def day(text: str | None, where: str) -> str | None:
    """A date of a list as an ISO day, month first never: 05/3/2020, 2020-03-05, 2020; InputError,
    naming the place, for what is no date."""
    if not text:
        return None
    m = re.fullmatch(r"(\d{4})-(\d\d?)-(\d\d?)(?:[T ].*)?", text)
    parts = (m[3], m[2], m[1]) if m else None
    if parts is None and (m := re.fullmatch(r"(\d\d?)[/.-](\d\d?)[/.-](\d{4})", text)):
        parts = (m[1], m[2], m[3])
    if parts is None and re.fullmatch(r"(?:19|20)\d\d", text):
        return text
    from extract.values import dates

    value = dates.day(*parts) if parts else None
    if value is None:
        raise InputError(
            f"{where}: “{text}” is no date; write 05/3/2020 or 2020-03-05",
            f"{where}: “{text}” không phải là ngày; hãy viết 05/3/2020 hoặc 2020-03-05",
        )
    return value


def import_list(db: sqlite3.Connection, path: Path, covers: list[Cover]) -> Imported:
    """Keep a list in the database, in the place of one of the same name; one transaction.

    `covers` says what it claims to hold completely. Nothing is kept where a row is wrong, which
    raises InputError.
    """
    rows = []
    for line, found in read_list(path):
        rows.append((line, *_row(found, f"{path}:{line}")))
    db.execute("BEGIN IMMEDIATE")
    try:
        prepare(db)
        db.execute("DELETE FROM known_lists WHERE name = ?", (path.name,))
        claims = json.dumps(sorted(str(c) for c in covers), ensure_ascii=False)
        sha = hashlib.sha256(path.read_bytes()).hexdigest()
        number = db.execute(
            "INSERT INTO known_lists (name, sha256, covers) VALUES (?, ?, ?)",
            (path.name, sha, claims),
        ).lastrowid
        db.executemany(
            f"INSERT INTO known VALUES ({', '.join('?' * 11)})", [(number, *row) for row in rows]
        )
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
    return Imported(path.name, len(rows), sum(row[1] is None for row in rows))


def prepare(db: sqlite3.Connection) -> None:
    """Make the tables of lists where there are none."""
    for statement in files("extract.index").joinpath("known.sql").read_text("utf-8").split(";\n"):
        if statement.strip():
            db.execute(statement)


def _row(found: dict[str, str], where: str) -> tuple[Any, ...]:
    """Key, base and fields of a row of a list."""
    kind, title = found.get("type"), found.get("title")
    date = day(found.get("date"), where)
    number = identity.spell(found["number"], kind) if "number" in found else None
    if number is not None and identity.parse(number) is None:
        raise InputError(
            f"{where}: “{found['number']}” is no document number",
            f"{where}: “{found['number']}” không phải là số hiệu văn bản",
        )
    issuer = found.get("issuer")
    m = Mention(0, 0, "", "", "full", kind, number, date, issuer, title, None, None, None, "",
                None, None, None)  # fmt: skip
    fact = number_fact(m)
    if fact is None:
        base = law_base(kind, title) or (
            identity.slug(identity.canonical(number)) if number else ""
        )
        if not base:
            raise InputError(
                f"{where}: neither a number nor a type and title",
                f"{where}: không có số hiệu, cũng không có loại và tên văn bản",
            )
        year = date[:4] if date else None
        key = f"{base}_{year}" if number is None and year else None
        return key, base, number, kind, issuer, found.get("place"), date, title, found.get("status")
    place = found.get("place") or place_in(issuer)
    if "place" in fact.missing and place:
        fact.fill("place", identity.slug(place), Proof("stated"))
    values = (number, kind, issuer, place, date, title, found.get("status"))
    return fact.key, fact.base, *values


def missing(db: sqlite3.Connection, limit: int = 200) -> list[Row]:
    """Cited documents that no list holds, the ones that a list claims to hold first.

    `status`: "does not exist in LIST" where the list claims its series and year completely,
    "not listed" where none does (which says nothing of whether the document exists). Raises
    InputError where no list has been imported.
    """
    if not _has_lists(db):
        raise InputError(
            "no list of known documents has been imported; `doisoat index import LIST.csv`",
            "chưa nhập danh mục văn bản nào; hãy chạy `doisoat index import DANH-MUC.csv`",
        )
    claims = [
        (name, parse_cover(text))
        for name, covers in db.execute("SELECT name, covers FROM known_lists ORDER BY name")
        for text in json.loads(covers)
    ]
    out = []
    for row in rows_of(
        db.execute(
            "SELECT key, type, number, title, date, issuer, year, documents, mentions FROM "
            "identities AS i WHERE kind != 'session' AND documents > 0 AND NOT EXISTS (SELECT 1 "
            "FROM known WHERE known.key = i.key) AND NOT EXISTS (SELECT 1 FROM known WHERE "
            "known.base = i.base AND known.key IS NULL) ORDER BY documents DESC, mentions DESC, key"
        )
    ):
        status = next((f"does not exist in {n}" for n, c in claims if covers(c, row)), "not listed")
        out.append({"key": row.pop("key"), "status": status} | row)
    out.sort(key=lambda r: r["status"] == "not listed")
    return out[:limit]


def covers(claim: Cover, row: Row) -> bool:
    """True where a list that makes the claim would have to hold a document."""
    parsed = identity.parse(row["number"]) if row["number"] else None
    year = int(parsed.year) if parsed and parsed.year else row["year"]
    if parsed is None or year is None or not claim.first <= year <= claim.last:
        return False
    return "-".join(parsed.codes) in (claim.series, claim.series.replace("/", "-"))


def differing(db: sqlite3.Connection, limit: int = 200) -> list[Row]:
    """Cited documents whose date or type is another in a list than in the corpus."""
    if not _has_lists(db):
        return []
    return rows_of(
        db.execute(
            "SELECT i.key, f.kind, f.value, f.mentions, CASE f.kind WHEN 'date' THEN k.date "
            "ELSE k.type END AS listed, l.name AS list, k.line FROM known AS k "
            "JOIN known_lists AS l ON l.id = k.list JOIN identities AS i ON i.key = k.key "
            "JOIN identity_facts AS f ON f.identity = i.id WHERE "
            "(f.kind = 'date' AND length(f.value) = 10 AND length(k.date) = 10 "
            "AND f.value != k.date) OR (f.kind = 'type' AND k.type IS NOT NULL "
            "AND lower(substr(f.value, 2)) != lower(substr(k.type, 2))) "
            "ORDER BY i.key, f.kind, f.value LIMIT ?",
            (limit,),
        )
    )


def _has_lists(db: sqlite3.Connection) -> bool:
    found = db.execute("SELECT 1 FROM sqlite_master WHERE name = 'known_lists'").fetchone()
    return found is not None and db.execute("SELECT 1 FROM known_lists").fetchone() is not None
