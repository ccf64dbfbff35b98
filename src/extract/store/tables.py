"""The tables that leave the store: rows of a document by kind, and the Parquet schema of each.

Every engine writes these: the export of the database, and a cluster that writes Parquet itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from extract.output.columns import COLUMNS, TYPED, Column
from extract.store.records import Rows, StoredDocument, Tuple

if TYPE_CHECKING:
    import pyarrow as pa

_OWN: dict[str, tuple[Column, ...]] = {
    "files": (Column("name", "text"), Column("sha256", "text"), Column("document", "text")),
    "failures": (
        Column("document", "text"),
        Column("error", "text"),
        Column("message", "text"),
        Column("attempts", "int"),
    ),
}
KINDS: dict[str, tuple[Column, ...]] = {**TYPED, **_OWN}
PASSAGE_TEXT = COLUMNS["passages"].index("text") - 1
FLOATS = ("value", "computed")  # decimals that Parquet also has as float64, `value_float` …


def rows(document: StoredDocument, name: str) -> Rows:
    """The rows of a document by kind, as `KINDS` has their columns, under the name given."""
    texts = [row[PASSAGE_TEXT] for row in document.rows["passages"]]
    return {kind: list(_named(kind, found, name, texts)) for kind, found in document.rows.items()}


def _named(kind: str, found: Iterable[Tuple], name: str, texts: list[str]) -> Iterator[Tuple]:
    at = COLUMNS[kind].index("passage") - 1 if "passage" in COLUMNS[kind] else None
    for row in found:
        if at is None:
            yield (name, *row)
        else:
            passage = None if row[at] is None else texts[row[at]]
            yield (name, *row[:at], passage, *row[at + 1 :])


def schema(kind: str) -> pa.Schema:
    """The Parquet schema of a kind: text and decimals as string, int64, float64, bool."""
    import pyarrow as pa

    types = {"int": pa.int64(), "real": pa.float64(), "bool": pa.bool_()}
    fields = []
    for c in KINDS[kind]:
        fields.append(pa.field(c.name, types.get(c.type, pa.string())))
        if _has_float(c):
            fields.append(pa.field(f"{c.name}_float", pa.float64()))
    return pa.schema(fields)


def arrow(kind: str, found: list[Tuple]) -> pa.Table:
    """Rows of a kind, as `KINDS` has their columns, as a table of `schema(kind)`."""
    import pyarrow as pa

    columns = list(zip(*found, strict=True)) or [()] * len(KINDS[kind])
    values: list[Sequence[Any]] = []
    for c, column in zip(KINDS[kind], columns, strict=True):
        is_bool = c.type == "bool"  # 0 and 1 where they come from the database
        values.append([None if v is None else bool(v) for v in column] if is_bool else column)
        if _has_float(c):
            values.append([None if v is None else float(v) for v in column])
    wanted = schema(kind)
    arrays = [pa.array(v, f.type) for v, f in zip(values, wanted, strict=True)]
    return pa.Table.from_arrays(arrays, schema=wanted)


def _has_float(column: Column) -> bool:
    return column.type == "decimal" and column.name in FLOATS
