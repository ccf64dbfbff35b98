"""Answers of the citation index for people and programs: text, JSON, CSV on standard output."""

from __future__ import annotations

import csv
import json
import sys
from typing import Any

Row = dict[str, Any]

_VI = {
    "key": "khóa",
    "type": "loại",
    "number": "số",
    "issuer": "cơ quan",
    "place": "địa phương",
    "date": "ngày",
    "year": "năm",
    "title": "tên",
    "urn": "URN",
    "term": "khóa Đảng",
    "verb": "quan hệ",
    "verbs": "quan hệ",
    "document": "tài liệu",
    "citation": "viện dẫn",
    "text": "nguyên văn",
    "page": "trang",
    "section": "mục",
    "passage": "đoạn",
    "mentions": "số lần",
    "documents": "số tài liệu",
    "reason": "lý do",
    "candidates": "có thể là",
    "rule": "bằng chứng",
    "value": "giá trị",
    "kind": "về",
    "actor": "văn bản",
    "target": "tác động đến",
    "partial": "một phần",
    "both": "cùng viện dẫn",
    "share": "tỷ lệ",
    "slot": "thành phần",
    "basis_document": "dựa trên",
    "basis_text": "nguyên văn đó",
    "basis_passage": "đoạn đó",
    "cited": "văn bản cũ",
    "by": "theo",
    "since": "từ ngày",
    "other": "văn bản kia",
    "depth": "bậc",
    "said": "số lần nói",
    "group": "nhóm",
    "article": "điều",
    "clause": "khoản",
    "point": "điểm",
    "corpus": "trong kho",
    "cited_by": "được viện dẫn trong",
    "passages": "đoạn văn",
    "relations": "quan hệ giữa văn bản",
    "contradictions": "mâu thuẫn",
    "evidence": "bằng chứng",
    "alias": "gọi tắt",
    "status": "tình trạng",
    "list": "danh mục",
    "line": "dòng",
}
_VERBS_VI = {
    "implements": "thực hiện",
    "based_on": "căn cứ",
    "amends": "sửa đổi, bổ sung",
    "replaces": "thay thế",
    "repeals": "bãi bỏ",
    "guides": "hướng dẫn",
    "cites": "viện dẫn",
}
_HIDDEN = frozenset(("start", "end", "self", "citation", "id", "base"))
_LONG = ("passage", "basis_passage")


def rows(found: list[Row], form: str, lang: str) -> None:
    """Print rows: a block of lines for each (text), a list (JSON), or a table (CSV)."""
    if form == "json":
        json.dump(found, sys.stdout, ensure_ascii=False, indent=1)
        print()
    elif form == "csv":
        _csv(found)
    elif not found:
        print("nothing found" if lang != "vi" else "không có")
    else:
        group: Any = found
        for row in found:
            if "group" in row and row["group"] != group:
                group = row["group"]
                head = group if group is not None else "?"
                counts = f"{row['group_identities']}, {row['group_mentions']}"
                print(f"== {head} ({counts} {_label('mentions', lang)})")
            _block(row, lang)


def _csv(found: list[Row]) -> None:
    if not found:
        return
    writer = csv.DictWriter(sys.stdout, list(found[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(found)


def _label(name: str, lang: str) -> str:
    return _VI.get(name, name) if lang == "vi" else name.replace("_", " ")


def _value(name: str, value: Any, lang: str) -> str:
    if name in ("verb", "verbs") and lang == "vi":
        return ", ".join(_VERBS_VI.get(v, v) for v in str(value).split(","))
    return str(value)


def _block(row: Row, lang: str, indent: str = "") -> None:
    """One row: its telling fields on one line, long ones on lines of their own."""
    shown = {
        k: v
        for k, v in row.items()
        if v not in (None, "", 0) and k not in _HIDDEN and not k.startswith("group") and k != "by"
    }
    if "by" in row and "group" not in row:
        shown["by"] = row["by"]
    if shown.get("rule") == "stated":
        del shown["rule"]
    if "target" in row:
        part = f" ({_label('partial', lang)})" if row["partial"] else ""
        act = _value("verb", row["verb"], lang)
        step = f"{row['actor'] or '?'} {act} {row['target']}{part}"
        drop = ("actor", "verb", "target", "partial", "depth")
        shown = {"step": step, **{k: v for k, v in shown.items() if k not in drop}}
    first = [_value(k, v, lang) for k, v in list(shown.items())[:1]]
    rest = [
        f"{_label(k, lang)}: {_value(k, v, lang)}"
        for k, v in list(shown.items())[1:]
        if k not in _LONG
    ]
    print(indent + "  ".join(first + rest))
    for k in _LONG:
        if shown.get(k):
            print(f"{indent}    “{shown[k]}”")


def card(found: dict[str, Any], form: str, lang: str) -> None:
    """Print what is known of one legal document."""
    if form == "json":
        json.dump(found, sys.stdout, ensure_ascii=False, indent=1)
        print()
        return
    if form == "csv":
        _csv(found["facts"])
        return
    row = found["identity"]
    name = " ".join(str(v) for v in (row["type"], row["number"] or row["title"]) if v)
    if row["number"] and row["title"]:
        name += f": {row['title']}"
    print(name)
    for k in ("key", "date", "issuer", "place", "urn"):
        if row[k] is not None:
            print(f"  {_label(k, lang)}: {row[k]}")
    print(
        f"  {_label('mentions', lang)}: {row['mentions']}  {_label('documents', lang)}: "
        f"{row['documents']}"
    )
    for kind in ("type", "date", "issuer", "number", "alias", "title", "verb"):
        values = [f for f in found["facts"] if f["kind"] == kind]
        if values:
            told = (f"{_value(kind, f['value'], lang)} ({f['mentions']})" for f in values[:12])
            print(f"  {_label(kind, lang)}: " + "; ".join(told))
    for part in ("evidence", "corpus", "relations", "contradictions", "cited_by", "passages"):
        if found[part]:
            print(f"{_label(part, lang)}:")
            for item in found[part]:
                _block(item, lang, "  ")
