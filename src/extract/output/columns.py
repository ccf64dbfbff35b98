"""The columns of the tables, one table a kind, with the type of each: for CSV, Parquet and SQL.

`text` is the type of a column that names none; a `decimal` is exact and therefore text too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

Type = Literal["text", "int", "real", "bool", "decimal"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name and the type of its values (each may be None)."""

    name: str
    type: Type


_PLACE = "start:int end:int page:int section passage"
_KINDS = {
    "documents": "document sha256 media_type reader pages:int status warnings characters:int type "
    "number issuer place date subject signer sections:int footnotes:int citations:int dates:int "
    "quantities:int claims:int tables:int relations:int inconsistent:int findings:int",
    "sections": "document id label kind depth:int parent title start:int end:int page:int",
    "footnotes": "document id marker ref_start:int ref_end:int body_start:int body_end:int "
    "page:int section passage",
    "citations": "document id text form type number date issuer title article clause point "
    f"relation key resolves_to confidence:real read_as {_PLACE}",
    "dates": f"document id text value grain confidence:real read_as {_PLACE}",
    "quantities": "document id text value:decimal low:decimal high:decimal unit per noun "
    f"of:decimal value_to:decimal bound direction confidence:real read_as {_PLACE}",
    "claims": "document id quantity text value:decimal unit role subject scope period base status "
    f"{_PLACE}",
    "tables": "document id caption header_rows:int rows:int columns:int start:int end:int "
    "page:int section",
    "cells": "document table row:int column:int text header:bool row_label column_label quantity "
    "value:decimal unit",
    "relations": "document id kind verdict agreement expression stated stated_text "
    "computed:decimal low:decimal high:decimal operands scope exhaustive:bool note "
    f"{_PLACE}",
    "operands": "document relation quantity weight:decimal text value:decimal unit",
    "findings": "document id code severity message line:int column:int relation suggestions "
    f"{_PLACE}",
    "suggestions": "document finding quantity text value:decimal confidence reason",
    "passages": "document ordinal:int start:int end:int page:int section text",
}


def _columns(names: str) -> tuple[Column, ...]:
    parts = (name.partition(":") for name in names.split())
    return tuple(Column(name, cast(Type, kind or "text")) for name, _, kind in parts)


TYPED: dict[str, tuple[Column, ...]] = {kind: _columns(names) for kind, names in _KINDS.items()}
COLUMNS: dict[str, list[str]] = {k: [c.name for c in columns] for k, columns in TYPED.items()}
COUNTED = (
    "sections",
    "footnotes",
    "citations",
    "dates",
    "quantities",
    "claims",
    "tables",
    "relations",
    "findings",
)
