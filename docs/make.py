"""Write docs/findings.md, output.md and schema.md from the code, so that they cannot drift.

python docs/make.py            write them
python docs/make.py --check    exit 1 where one of them differs from the code
"""

from __future__ import annotations

import re
import sqlite3
import sys
from pathlib import Path
from typing import Any

from extract.check.codes import CODES
from extract.output.contract import schema
from extract.store import migrations
from extract.store.headings import column_heading

HERE = Path(__file__).parent
MADE = "<!-- made by docs/make.py; do not edit -->"
ROOMS = {
    "A": "Arithmetic (số học)",
    "S": "Structure (bố cục)",
    "C": "Citations (viện dẫn)",
    "D": "Dates (mốc thời gian)",
    "Q": "Figures (con số)",
}


def findings() -> str:
    """docs/findings.md: every code with what triggers it and what does not."""
    out = [
        MADE,
        "# Findings",
        "",
        "A finding (phát hiện) is something a reviewer should know. `error`: the document "
        "contradicts itself; `warning`: very likely wrong; `note`: worth a look. Switch codes on "
        "or off by their beginning: `doisoat check --select A1 --ignore A105 FILE`.",
        "",
        "The severity after a code is its usual one. A finding of arithmetic (but A105) is a "
        "`warning` where the figure is off by less than one unit of its last digit; one on text "
        "read by OCR is a `warning` at most; S201 is a `note` where labels are only left out "
        "(1, 2, 4).",
    ]
    for letter in dict.fromkeys(code[0] for code in CODES):
        out += ["", f"## {letter}: {ROOMS.get(letter, letter)}"]
        for code in (c for c in CODES.values() if c.code[0] == letter):
            out += [
                "",
                f"### {code.code} ({code.severity})",
                "",
                f"- vi: {code.vi}",
                f"- en: {code.en}",
                f"- triggered by: {code.trigger}",
                f"- example: {code.example}",
                f"- not triggered by: {code.silent}",
            ]
    return "\n".join(out) + "\n"


def output() -> str:
    """docs/output.md: the keys of the JSON object, from its schema."""
    data = schema()
    out = [
        MADE,
        "# Output: `doisoat.document/1`",
        "",
        "`doisoat extract FILE` prints one such object; `doisoat run` writes one per document and "
        "the same records as CSV tables. The JSON Schema is `src/extract/output/schema.json` "
        "(`extract.output.contract.schema()`). Keys may be added; these keep their meaning.",
        "",
        data["description"],
        "",
        "| key | value | meaning |",
        "|---|---|---|",
    ]
    out += _rows("", data, data["$defs"])
    return "\n".join(out) + "\n"


_CREATE = re.compile(r"((?:^--.*\n)*)^CREATE (?:VIRTUAL )?(TABLE|VIEW) (\w+)", re.M)
_MEANING = re.compile(r'^    "?(\w+)"?[^-\n]*-- (.*)$', re.M)


def store_schema() -> str:
    """docs/schema.md: every table and column of the corpus database, from its SQL."""
    sql = "\n".join(migrations.steps())
    about = {
        m[3]: " ".join(re.sub("^-- ?", "", m[1], flags=re.M).split()) for m in _CREATE.finditer(sql)
    }
    db = sqlite3.connect(":memory:")
    migrations.migrate(db)
    out = [
        MADE,
        f"# Schema {len(migrations.steps())} of the corpus database",
        "",
        "[How to ask it](store.md). Every table of rows has `document` (an id of `documents`) and "
        "`ordinal` (its place among the rows of its kind in the document, from 0). `passage` is an "
        "id of `passages`; other ids are unique within their document. Decimals are exact and "
        "therefore TEXT; `CAST(value AS REAL)` makes numbers of them.",
    ]
    named = db.execute(
        "SELECT name, type FROM sqlite_master WHERE type IN ('table', 'view') "
        "AND name NOT LIKE 'sqlite%' AND name NOT GLOB '*_search_*' ORDER BY rowid"
    ).fetchall()
    for table, kind in named:
        body = re.search(rf"CREATE TABLE {table} \((.*?)^\)", sql, re.S | re.M)
        meanings = dict(_MEANING.findall(body[1])) if body else {}
        out += ["", f"## {table}" + (" (view)" if kind == "view" else ""), ""]
        out += [about[table], ""] if about.get(table) else []
        out += ["| column | type | meaning |", "|---|---|---|"]
        for _, name, type_, *_ in db.execute(f"PRAGMA table_info({table})"):
            meaning = meanings.get(name) or column_heading(name)
            if name == "document" and table != "files":
                meaning = "id of `documents`"
            out.append(f"| `{name}` | {type_} | {meaning} |")
    return "\n".join(out) + "\n"


def _rows(prefix: str, node: dict[str, Any], defs: dict[str, Any]) -> list[str]:
    out = []
    for key, value in node.get("properties", {}).items():
        name = f"{prefix}{key}"
        kind, inner = _kind(value, defs)
        out.append(f"| `{name}` | {kind} | {value.get('description', '')} |")
        if inner is not None:
            array = value.get("type") == "array"
            out += _rows(f"{name}[]." if array else f"{name}.", inner, defs)
    return out


def _kind(node: dict[str, Any], defs: dict[str, Any]) -> tuple[str, dict[str, Any] | None]:
    """How a value is called, and the object to describe below it."""
    if "$ref" in node:
        return node["$ref"].rpartition("/")[2], None
    if "const" in node:
        return f"`{node['const']}`", None
    if "enum" in node:
        return ", ".join("null" if v is None else f"`{v}`" for v in node["enum"]), None
    if "anyOf" in node:
        kinds = [_kind(option, defs) for option in node["anyOf"]]
        return " or ".join(k for k, _ in kinds), next((i for _, i in kinds if i), None)
    kind = node.get("type", "any")
    if isinstance(kind, list):
        return " or ".join(kind), None
    if kind == "array":
        name, inner = _kind(node["items"], defs)
        return f"array of {name}", inner
    return kind, node if kind == "object" else None


def main(arguments: list[str]) -> int:
    """Write the files, or compare them."""
    stale = 0
    pages = {"findings.md": findings(), "output.md": output(), "schema.md": store_schema()}
    for name, content in pages.items():
        path = HERE / name
        if "--check" not in arguments:
            path.write_text(content, encoding="utf-8", newline="\n")
        elif not path.exists() or path.read_text("utf-8") != content:
            print(f"docs/{name}: differs from the code; run `make docs`", file=sys.stderr)
            stale += 1
    return 1 if stale else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
