"""Report -> StoredDocument: all that the store keeps of one document, made in a worker process."""

from __future__ import annotations

import json
import re
import zlib
from collections import defaultdict
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from extract.check.codes import Lang
from extract.model import Report
from extract.output.columns import COLUMNS
from extract.output.contract import SCHEMA, as_dict
from extract.output.frames import rows_of
from extract.values.text import plain, unaccented

Tuple = tuple[Any, ...]
Rows = dict[str, list[Tuple]]

_HEAD = f'{{"schema":"{SCHEMA}","source":{{"name":'
_NUMBER = re.compile(
    r"(?<![\w/-])[0-9]{1,6}[a-z]?(?:/(?:19|20)[0-9]{2})?(?:[/-][a-z][a-z0-9]*)+(?![\w/])"
)
_WHOLE = re.compile(r"[/-][a-z][a-z0-9]*[/-]|/qh[0-9]+$")
_PARTS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document as the store keeps it, without a name: that is the first of its files' names.

    `rows` holds, by kind, the values of `columns.COLUMNS` but the first (`document`); a
    `passage` is the ordinal of a row of `passages`. `object` is the JSON object, compressed, with
    "" for its name (see `object_json`). `search` has, for each passage, its folded text and the
    document numbers in it.
    """

    sha256: str
    rows: Rows
    object: bytes
    search: tuple[tuple[str, str], ...]

    @property
    def row(self) -> Tuple:
        """The document's own row, of the kind `documents`."""
        return self.rows["documents"][0]

    def count(self, kind: str) -> int:
        """The number of rows of a kind."""
        return len(self.rows[kind])

    def value(self, column: str) -> Any:
        """A value of the document's own row: status, characters, type ..."""
        return self.row[COLUMNS["documents"].index(column) - 1]


def stored(report: Report, lang: Lang = "en") -> StoredDocument:
    """What the store keeps of a report; messages of findings in the language given. Pure."""
    found = rows_of(report, lang)
    data = as_dict(report, lang)
    data["source"]["name"] = ""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    assert text.startswith(_HEAD), "the object begins with its schema and its source's name"
    numbers: dict[int, dict[str, None]] = defaultdict(dict)
    for row in found["citations"]:
        if row["number"] and row["passage"] is not None:
            numbers[row["passage"]][number_word(row["number"])] = None
    search = []
    for n, row in enumerate(found["passages"]):
        folded = fold(row["text"])
        words = {number_word(m[0]): None for m in _NUMBER.finditer(folded)} | numbers[n]
        search.append((folded, " ".join(words)))
    return StoredDocument(
        report.document.sha256,
        {
            kind: list(map(itemgetter(*columns[1:]), found[kind]))
            for kind, columns in COLUMNS.items()
        },
        zlib.compress(text.encode("utf-8", "surrogatepass")),
        tuple(search),
    )


def object_json(packed: bytes, name: str) -> str:
    """The JSON object of a document in one line, with the name given."""
    text = zlib.decompress(packed).decode("utf-8", "surrogatepass")
    return _HEAD + json.dumps(name, ensure_ascii=False) + text[len(_HEAD) + 2 :]


def fold(text: str) -> str:
    """`text` as the search reads it: lower case, no diacritics, đ as d, look-alikes unified."""
    return unaccented(plain(text)).replace("_", " ")


def number_word(number: str) -> str:
    """A document number as one word: 18-NQ/TW is 18_nq_tw."""
    return _PARTS.sub("_", fold(number)).strip("_")


def is_number(text: str) -> bool:
    """True where a text is a whole document number: 18-NQ/TW, 30/2020/NĐ-CP, 58/2014/QH13; not
    18-NQ, which is a part of one."""
    folded = fold(text)
    return _NUMBER.fullmatch(folded) is not None and _WHOLE.search(folded) is not None
