"""Label files: read them, and find the text they belong to."""

from __future__ import annotations

import json
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from extract.errors import LabelError

Labels = dict[str, Any]
Label = dict[str, Any]

_NEEDS = {
    "sections": ("label", "start"),
    "footnotes": ("marker",),
    "citations": ("start", "end"),
    "dates": ("start", "end", "value"),
    "quantities": ("start", "end", "value"),
    "checks": ("relation", "operands", "stated", "verdict", "start", "end"),
}
_WHOLE = ("start", "end", "ref_line", "body_line")  # null or a number from 0: a place in the text


def load_labels(path: Path) -> Labels | None:
    """The label object of a file; None where the JSON is no label object (no `source`).

    Raises LabelError where the file cannot be read, an entry misses a key, or a place in the text
    is no whole number.
    """
    try:
        data = json.loads(path.read_text("utf-8-sig"))
    except OSError as e:
        raise LabelError(
            f"{path}: the label file cannot be opened ({e.strerror}); check the path",
            f"{path}: không đọc được tệp nhãn ({e.strerror}); hãy kiểm tra lại đường dẫn",
        ) from None
    except (UnicodeDecodeError, json.JSONDecodeError) as e:
        raise LabelError(
            f"{path}: is no label file: not JSON in UTF-8 ({e})",
            f"{path}: không phải tệp nhãn: không phải JSON theo UTF-8 ({e})",
        ) from None
    if not isinstance(data, dict) or not isinstance(data.get("source"), str):
        return None
    for kind, needed in _NEEDS.items():
        entries = data.get(kind, [])
        if not isinstance(entries, list):
            raise LabelError(
                f"{path}: {kind} must be a list", f"{path}: {kind} phải là một danh sách"
            )
        for n, entry in enumerate(entries, 1):
            missing = [k for k in needed if not isinstance(entry, dict) or k not in entry]
            if missing:
                shown = ", ".join(missing)
                raise LabelError(
                    f"{path}: {kind} {n} has no {shown}", f"{path}: {kind} {n} thiếu {shown}"
                )
            for key in _WHOLE:
                place = entry.get(key)
                optional = key not in needed
                if not (optional and place is None) and not _is_place(place):
                    raise LabelError(
                        f"{path}: {key} of {kind} {n} must be a whole number, not {place!r}",
                        f"{path}: {key} của {kind} {n} phải là số nguyên, không phải {place!r}",
                    )
    return data


def _is_place(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def find_text(path: Path, labels: Labels, folders: Iterable[Path] = ()) -> Path:
    """The document that a label file speaks of: beside the file or in one of the folders;
    LabelError where it is in none."""
    source: str = labels["source"]
    for folder in (path.parent, *folders):
        found = folder / source
        if found.is_file():
            return found
    raise LabelError(
        f"{path}: its text {source} is not beside it; name its folder with --texts DIR",
        f"{path}: không có văn bản {source} bên cạnh; hãy chỉ ra thư mục bằng --texts DIR",
    )


def check_span(text: str, label: Label, kind: str) -> None:
    """LabelError where the label's own text does not stand at its offsets."""
    start, end = label["start"], label["end"]
    if "text" in label and text[start:end] != label["text"]:
        raise LabelError(
            f"{kind} label at {start}: the document has {text[start:end]!r} there, not "
            f"{label['text']!r}; the labels belong to another version of the text",
            f"nhãn {kind} ở {start}: văn bản ở đó là {text[start:end]!r}, không phải "
            f"{label['text']!r}; nhãn thuộc về một bản khác của văn bản",
        )


def unsigned(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of a figure without the sign it may begin with: +8.487 in the cell of a table may
    be labelled with its sign or without."""
    return (start + 1, end) if end - start > 1 and text[start] in "+-−–" else (start, end)


def number(value: Any) -> Decimal | None:
    """A label's number (JSON string, int or float) as an exact decimal; None for null, LabelError
    for what is no number."""
    if value is None:
        return None
    try:
        return Decimal(str(value))
    except InvalidOperation:
        raise LabelError(f"{value!r} is no number", f"{value!r} không phải là số") from None
