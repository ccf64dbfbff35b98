"""Datasette over one database: its metadata, and the process it runs in.

Datasette opens the file for reading only and takes nothing but SELECT; it listens on the
loopback address unless another one is asked for.
"""

from __future__ import annotations

import ipaddress
import json
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from extract.errors import InputError
from extract.readers.programs import get_extra
from extract.serve.questions import QUESTIONS, Question
from extract.store import headings

HERE = Path(__file__).parent
_TRIES, _PAUSE = 300, 0.2  # how often, and with how many seconds between, an answer is awaited
_SETTINGS = {
    "default_page_size": 50,
    "max_returned_rows": 2000,
    "sql_time_limit_ms": 5000,
    "facet_time_limit_ms": 500,
    "suggest_facets": "off",
    "truncate_cells_html": 600,
}
_ABOUT = {
    "documents": "Các văn bản đã đọc, mỗi nội dung một dòng",
    "names": "Tên của mỗi văn bản: tên tệp đầu tiên của nó",
    "identities": "Các văn bản pháp lý được viện dẫn: số hiệu + cơ quan hoặc nơi ban hành + năm",
    "mentions": "Mỗi chỗ viện dẫn và văn bản pháp lý mà nó chỉ tới",
    "legal_relations": "Văn bản nào thay thế, sửa đổi, bãi bỏ, hướng dẫn văn bản nào",
    "contradictions": "Văn bản pháp lý mà kho ghi hai ngày, hai loại, hai tên",
}
_TABLES = (
    "documents sections footnotes citations dates quantities claims tables cells relations "
    "operands findings suggestions passages files failures"
).split()
_INNER = (
    "objects index_state identity_documents identity_names evidence candidates cited cited_sets "
    "identity_facts ended pinpoints known known_lists"
).split()  # what the questions are answered from; not for browsing


def metadata(name: str) -> dict[str, Any]:
    """Datasette's metadata for the database called `name`: titles, labels, canned queries."""
    tables: dict[str, Any] = {t: {"hidden": True} for t in _INNER}
    for table in (*_TABLES, *_ABOUT):
        about = headings.sheet(table, "vi") if table in _TABLES else ""
        described = " — ".join(text for text in (about, _ABOUT.get(table, "")) if text)
        tables[table] = {"description": described}
    for table in _TABLES:
        tables[table]["columns"] = _columns(table)
    return {
        "title": "Đối soát",
        "description": "Kho văn bản đã đối soát: số liệu, viện dẫn, phát hiện",
        "databases": {
            name: {
                "title": f"Kho {name}",
                "tables": tables,
                "queries": {q.slug: _query(q) for q in QUESTIONS},
            }
        },
    }


def _columns(table: str) -> dict[str, str]:
    from extract.output.frames import COLUMNS

    known = COLUMNS.get(table, [])
    return {c: headings.heading(table, c, "vi") for c in known}


def _query(q: Question) -> dict[str, Any]:
    fields = "; ".join(f"{name}: {hint}" for name, hint in q.fields)
    about = f"{q.about} ({fields})" if fields else q.about
    return {
        "title": q.title,
        "description": about,
        "sql": q.sql,
        "hide_sql": True,
        "params": [name for name, _ in q.fields],
        "about": q.about,  # about and fields: for templates/index.html
        "fields": q.fields,
    }


def named(database: Path) -> str:
    """What Datasette calls the database of a file."""
    return database.stem


def checked(database: Path) -> None:
    """Raise InputError where Datasette is not installed or the file's name cannot be served."""
    if find_spec("datasette") is None:
        raise InputError(
            f"doisoat serve needs Datasette: {get_extra('serve')}",
            f"doisoat serve cần Datasette: {get_extra('serve').vi}",
        )
    if not re.fullmatch(r"[^/?#%]+", database.stem):
        raise InputError(
            f"{database}: rename the file: ? # % cannot stand in a web address",
            f"{database}: hãy đổi tên tệp: địa chỉ web không được có ? # %",
        )


def free_port(host: str, port: int) -> int:
    """`port`, or a free one for 0; InputError where it is taken or the host is none of ours."""
    try:
        with socket.socket() as s:
            s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            s.bind((host, port))
            return int(s.getsockname()[1])
    except OSError as e:
        raise InputError(
            f"{host}:{port}: cannot listen there ({e.strerror or e}); try --port with another "
            "number, or 0 for any free one",
            f"{host}:{port}: không mở được địa chỉ này ({e.strerror or e}); hãy thử --port với số "
            "khác, hoặc 0 để tự chọn cổng trống",
        ) from None


def is_loopback(host: str) -> bool:
    """True where only programs of this machine can connect to `host`."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _await(process: subprocess.Popen[bytes], host: str, port: int, log: Path) -> None:
    """Wait until something answers at host:port; InputError where the process ends before."""
    for _ in range(_TRIES):
        if process.poll() is not None:
            said = log.read_text("utf-8", "replace").strip().splitlines()
            raise InputError(
                f"Datasette has ended: {said[-1] if said else 'no reason told'}",
                f"Datasette đã dừng: {said[-1] if said else 'không rõ lý do'}",
            )
        with suppress(OSError), socket.create_connection((host, port), 1):
            return
        time.sleep(_PAUSE)
    raise InputError(
        f"Datasette does not answer at {host}:{port}",
        f"Datasette không trả lời tại {host}:{port}",
    )


@contextmanager
def running(database: Path, host: str, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """Datasette as a process of its own that answers, ended at the end of the block."""
    with TemporaryDirectory(prefix="doisoat-serve-") as folder:
        about = Path(folder) / "metadata.json"
        about.write_text(json.dumps(metadata(named(database)), ensure_ascii=False), "utf-8")
        settings = [str(x) for name, value in _SETTINGS.items() for x in ("--setting", name, value)]
        command = [
            *(sys.executable, "-m", "datasette", "serve", str(database)),
            *("--host", host, "--port", str(port), "--metadata", str(about)),
            *("--plugins-dir", str(HERE / "plugins"), "--template-dir", str(HERE / "templates")),
            *settings,
        ]
        log = Path(folder) / "log"
        with log.open("wb") as stderr:
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=stderr)
        try:
            _await(process, host, port, log)
            yield process
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
