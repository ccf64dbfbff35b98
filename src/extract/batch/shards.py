"""A corpus cut into shards: a shard is one piece of work, and its result one set of files.

OUT/run.json                 the shards that make up the result, in order
OUT/shards/ID.json           the marker of a shard, written last: counts, and its parts
OUT/<kind>/ID-HASH.parquet   a part: the rows of one kind; none where there are none

A shard's id is made of its documents' names and versions and of the fingerprint of program, rules
and options: a marker that is there tells that this very work is done. What no marker of the run
names is left over from a killed one, and swept away when the run is complete.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from typing import Any

from extract.batch.storage import Folder
from extract.batch.work import Provenance
from extract.errors import OutputError

MARKER = "doisoat.shard/1"
RUN = "doisoat.shards/1"
RUN_FILE = "run.json"
DOCUMENTS = 100
BYTES = 256 << 20
_FETCHES = 16


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: its name in the results, where it is, what tells that it has changed."""

    name: str
    url: str
    version: str
    size: int = 0


@dataclass(frozen=True, slots=True)
class Shard:
    """Files that are read as one piece of work."""

    id: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A file of a shard: the rows of one kind."""

    file: str
    size: int
    sha256: str
    rows: int


@dataclass(frozen=True, slots=True)
class Marker:
    """Tells that a shard is done: its parts by kind, and counts for the summary."""

    id: str
    fingerprint: str
    parts: Mapping[str, Part]
    counts: Mapping[str, Any]

    def as_json(self) -> bytes:
        """The marker's file."""
        data = {
            "schema": MARKER,
            "id": self.id,
            "fingerprint": self.fingerprint,
            "parts": {kind: asdict(part) for kind, part in self.parts.items()},
            "counts": dict(self.counts),
        }
        return _json(data)


def cut(
    sources: Iterable[Source], fingerprint: str, documents: int = DOCUMENTS, size: int = BYTES
) -> list[Shard]:
    """The shards of a corpus: files in the order of their names, about `documents` in each.

    Where a shard ends depends on the names around (a name's checksum ends it), so that a file more
    or less changes the shard it is in and seldom another. No shard has more than twice `documents`
    files, or, but for a single one, more than `size` bytes.
    """
    shards: list[Shard] = []
    held: list[Source] = []
    weight = 0
    for source in sorted(sources, key=lambda s: s.name):
        if held and (weight + source.size > size or len(held) >= 2 * documents):
            shards.append(_shard(held, fingerprint))
            held, weight = [], 0
        held.append(source)
        weight += source.size
        ends = zlib.crc32(source.name.encode()) % max(1, documents // 2) == 0
        if ends and 2 * len(held) >= documents:
            shards.append(_shard(held, fingerprint))
            held, weight = [], 0
    if held:
        shards.append(_shard(held, fingerprint))
    return shards


def _shard(sources: Sequence[Source], fingerprint: str) -> Shard:
    told = [fingerprint, *(f"{s.name}\0{s.url}\0{s.version}" for s in sources)]
    return Shard(hashlib.sha256("\n".join(told).encode()).hexdigest()[:20], tuple(sources))


def write_shard(
    folder: Folder,
    shard: Shard,
    fingerprint: str,
    tables: Mapping[str, tuple[bytes, int]],
    counts: Mapping[str, Any],
) -> Marker:
    """Write the parts (kind -> Parquet file and number of rows), then the marker.

    A part has its hash in its name: two workers that do the same shard, one thought dead, never
    write into each other's files. OutputError where one cannot be written.
    """
    parts = {}
    for kind, (data, rows) in tables.items():
        digest = hashlib.sha256(data).hexdigest()
        name = f"{kind}/{shard.id}-{digest[:12]}.parquet"
        folder.write(name, data)
        parts[kind] = Part(name, len(data), digest, rows)
    marker = Marker(shard.id, fingerprint, parts, counts)
    folder.write(_marker_file(shard.id), marker.as_json())
    return marker


def read_marker(folder: Folder, ident: str) -> Marker | None:
    """The marker of a shard; None where there is none, or not a whole one."""
    data = folder.read(_marker_file(ident))
    if data is None:
        return None
    try:
        read = json.loads(data)
        if read["schema"] != MARKER or read["id"] != ident:
            return None
        parts = {kind: Part(**part) for kind, part in read["parts"].items()}
        return Marker(ident, read["fingerprint"], parts, read["counts"])
    except (ValueError, KeyError, TypeError):
        return None


def remove_marker(folder: Folder, ident: str) -> None:
    """Make a shard one that is not done; OutputError where the marker cannot be removed."""
    folder.remove(_marker_file(ident))


def done(folder: Folder, shards: Iterable[Shard]) -> dict[str, Marker]:
    """The markers of those shards whose work is done and whose parts are all there, by id."""
    sizes = folder.sizes()
    written = [shard.id for shard in shards if _marker_file(shard.id) in sizes]
    return {
        marker.id: marker
        for marker in read_markers(folder, written)
        if marker and all(sizes.get(p.file) == p.size for p in marker.parts.values())
    }


def read_markers(folder: Folder, ids: Sequence[str]) -> list[Marker | None]:
    """The markers of many shards; several are fetched at once, a store far away answers slowly."""
    with ThreadPoolExecutor(_FETCHES) as fetch:
        return list(fetch.map(lambda ident: read_marker(folder, ident), ids))


def write_run(folder: Folder, shards: Sequence[Shard], made: Provenance, complete: bool) -> None:
    """Say which shards make up the result, what they were made with, and whether all are done."""
    ids = [shard.id for shard in shards]
    data = {"schema": RUN, "complete": complete, **asdict(made), "shards": ids}
    folder.write(RUN_FILE, _json(data))


@dataclass(frozen=True, slots=True)
class Run:
    """A complete run: what it was made with, the markers of its shards in order."""

    made: Provenance
    markers: tuple[Marker, ...]


def read_run(folder: Folder) -> Run:
    """The run of a folder; OutputError where there is none, or it is not complete."""
    data = folder.read(RUN_FILE)
    if data is None:
        raise OutputError(
            f"{folder.url}: no result of a cluster run ({RUN_FILE} is not there)",
            f"{folder.url}: không phải kết quả của lượt chạy trên cụm máy (không có {RUN_FILE})",
        )
    try:
        run: dict[str, Any] = json.loads(data)
        ids = [str(ident) for ident in run["shards"]]
        made = Provenance(run["program"], run["patterns"], run["options"])
        complete = run["schema"] == RUN and run["complete"] is True
    except (ValueError, KeyError, TypeError):
        raise OutputError(
            f"{folder.url}: {RUN_FILE} is not what a run of doisoat writes",
            f"{folder.url}: {RUN_FILE} không phải do doisoat ghi",
        ) from None
    if not complete:
        raise OutputError(
            f"{folder.url}: the run is not complete; give the same `doisoat run` again, it goes "
            "on where it stopped",
            f"{folder.url}: lượt chạy chưa xong; hãy chạy lại lệnh `doisoat run` đó, nó làm tiếp "
            "từ chỗ đã dừng",
        )
    markers = read_markers(folder, ids)
    found = (_present(folder, m, ident) for m, ident in zip(markers, ids, strict=True))
    return Run(made, tuple(found))


def _present(folder: Folder, marker: Marker | None, ident: str) -> Marker:
    if marker is None:
        raise OutputError(
            f"{folder.url}: the marker of shard {ident} is gone; run again, only that is done anew",
            f"{folder.url}: mất dấu của phần {ident}; hãy chạy lại, chỉ phần đó được làm lại",
        )
    return marker


def read_part(folder: Folder, part: Part) -> bytes:
    """The Parquet file of a part; OutputError where it is not the one that was written."""
    data = folder.read(part.file)
    if data is None or hashlib.sha256(data).hexdigest() != part.sha256:
        raise OutputError(
            f"{folder.url}: {part.file} is damaged or gone; remove it and run again, only its "
            "shard is done anew",
            f"{folder.url}: {part.file} bị hỏng hoặc mất; hãy xóa tệp đó rồi chạy lại, chỉ phần "
            "của nó được làm lại",
        )
    return data


def sweep(folder: Folder, markers: Iterable[Marker], kinds: Iterable[str]) -> int:
    """Remove the parts and markers that are none of these; how many files that were."""
    keep = {RUN_FILE}
    for marker in markers:
        keep.add(_marker_file(marker.id))
        keep.update(part.file for part in marker.parts.values())
    ours = {*kinds, "shards"}
    swept = [n for n in folder.sizes() if n not in keep and n.partition("/")[0] in ours]
    for name in swept:
        folder.remove(name)
    return len(swept)


def _marker_file(ident: str) -> str:
    return f"shards/{ident}.json"


def _json(data: Any) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
