"""Answers of the citation index for people and programs: text, JSON, CSV on standard output."""

from __future__ import annotations

import csv
import json
import sys
from typing import Any

from extract.output import streams

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
    "known": "danh mục đã nhập",
    "cited_by": "được viện dẫn trong",
    "passages": "đoạn văn",
    "relations": "quan hệ giữa văn bản",
    "contradictions": "mâu thuẫn",
    "evidence": "bằng chứng",
    "alias": "gọi tắt",
    "status": "tình trạng",
    "list": "danh mục",
    "line": "dòng",
    "listed": "trong danh mục",
    "basis_citation": "viện dẫn đó",
}
VERBS_VI = {
    "implements": "thực hiện",
    "based_on": "căn cứ",
    "amends": "sửa đổi, bổ sung",
    "replaces": "thay thế",
    "repeals": "bãi bỏ",
    "guides": "hướng dẫn",
    "cites": "viện dẫn",
}
_REASONS_VI = {
    "year": "năm",
    "place": "địa phương",
    "term": "khóa",
    "province": "tỉnh",
    "type": "loại",
    "body": "cơ quan",
    "name": "tên",
}
_RULES_VI = {
    "stated": "tự nêu đủ",
    "short-form": "nhắc lại trong cùng văn bản",
    "alias": "tên gọi tắt",
    "own-place": "cơ quan cùng cấp với văn bản",
    "same-document": "chỗ khác trong văn bản nêu",
    "basis": "căn cứ của văn bản",
    "own-act": "văn bản của chính cơ quan ấy",
    "only-place": "văn bản chỉ nhắc một tỉnh",
    "issuer-named": "nêu tên cơ quan trung ương",
    "law-number": "số của luật nêu ở văn bản khác",
    "only-candidate": "chỉ có một văn bản như vậy",
}
_WHOLE_VI = {
    "short form": "cách gọi tắt",
    "law without year": "luật không nêu năm",
    "no number": "không có số",
    "not listed": "không có trong danh mục",
}
_HIDDEN = frozenset(("start", "end", "self", "citation", "id", "base"))
_LONG = ("passage", "basis_passage")


def rows(found: list[Row], form: str, lang: str) -> None:
    """Print rows: a block of lines for each (text), a list (JSON), or a table (CSV)."""
    if form == "json":
        print(json.dumps(found, ensure_ascii=not streams.speaks_unicode(), indent=1))
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
        return ", ".join(VERBS_VI.get(v, v) for v in str(value).split(","))
    if name in ("reason", "status") and lang == "vi":
        if str(value).endswith(" unknown"):
            slots = str(value).removesuffix(" unknown").split(" and ")
            return "chưa rõ " + ", ".join(_REASONS_VI.get(s, s) for s in slots)
        return _WHOLE_VI.get(value, str(value).replace("does not exist in", "không tồn tại trong"))
    if lang == "vi" and name in ("rule", "kind", "slot"):
        words = {"rule": _RULES_VI, "kind": _VI, "slot": _REASONS_VI}[name]
        return words.get(value, str(value))
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
    if shown.get("rule") == "stated" and "passage" in row:
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
        print(json.dumps(found, ensure_ascii=not streams.speaks_unicode(), indent=1))
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
    for part in (
        "evidence",
        "corpus",
        "known",
        "relations",
        "contradictions",
        "cited_by",
        "passages",
    ):
        if found[part]:
            print(f"{_label(part, lang)}:")
            for item in found[part]:
                _block(item, lang, "  ")
