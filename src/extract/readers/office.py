"""Word 97-2003 (.doc), Rich Text (.rtf), OpenDocument (.odt, .fodt) -> Document, through
LibreOffice.

LibreOffice turns the file into .docx, which the Word reader reads. It runs in a folder of its own
with a profile of its own, made for this file and removed after it: no macros, no links followed, no
network, an end after two minutes.
"""

from __future__ import annotations

import hashlib
import io
import os
import signal
import subprocess
import tempfile
import zipfile
import zlib
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from extract.document import Document
from extract.errors import InputError
from extract.readers.docx.package import MOST_BYTES, MOST_ENTRIES, is_protected, protected
from extract.readers.docx.reader import read_docx
from extract.readers.kinds import ODT_TYPE, WORD_STREAM
from extract.readers.programs import GET_OFFICE, find_office

TIMEOUT = 120.0  # seconds
READER = "libreoffice+"  # and how the Word file that it makes is read
_ENTRY = 128  # bytes of an entry in the directory of a compound file (MS-CFB 2.6)
_FIB = b"\xec\xa5"  # how the stream of Word 97-2003 begins (MS-DOC 2.5.1)
_ENCRYPTED = 0x0100  # fEncrypted
_PROFILE = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop>
<prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop>
<prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop>
</item>
</oor:items>
"""


class Kind(NamedTuple):
    """A format that LibreOffice turns into .docx: its ending, its type, LibreOffice's filter."""

    suffix: str
    media_type: str
    filter: str


DOC = Kind(".doc", "application/msword", "MS Word 97")
RTF = Kind(".rtf", "application/rtf", "Rich Text Format")
ODT = Kind(".odt", ODT_TYPE, "writer8")
FODT = Kind(".fodt", f"{ODT_TYPE}-flat-xml", "OpenDocument Text Flat XML")
KINDS = {"doc": DOC, "rtf": RTF, "odt": ODT, "fodt": FODT}


def read_office(data: bytes, name: str, kind: Kind, timeout: float = TIMEOUT) -> Document:
    """The document in `data`; InputError, naming `name`, where it cannot be read."""
    if _is_locked(data, name, kind):
        raise protected(name)
    office = find_office()
    if office is None:
        raise InputError(
            f"{name}: a {kind.suffix} file is read with LibreOffice, which is not installed "
            f"({GET_OFFICE}); or save the file as .docx",
            f"{name}: tệp {kind.suffix} được đọc nhờ LibreOffice, máy chưa cài ({GET_OFFICE}); "
            "hoặc hãy lưu tệp thành .docx",
        )
    document = read_docx(_converted(data, name, kind, office, timeout), name)
    return replace(
        document,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=kind.media_type,
        reader=READER + document.reader,
    )


def _is_locked(data: bytes, name: str, kind: Kind) -> bool:
    """True for a file that only a password opens; InputError for one beyond the limits."""
    if kind is ODT:
        return _is_locked_odt(data, name)
    if kind is not DOC:
        return False
    at = _word_stream(data)
    flags = int.from_bytes(data[at + 10 : at + 12], "little")
    encrypted = data[at : at + 2] == _FIB and flags & _ENCRYPTED != 0
    return encrypted or is_protected(data)


def _word_stream(data: bytes) -> int:
    """Where the stream WordDocument begins, by its entry in the directory."""
    at = data.find(WORD_STREAM)
    while at >= 0 and at % _ENTRY:
        at = data.find(WORD_STREAM, at + 1)
    sector = int.from_bytes(data[at + 116 : at + 120], "little") if at >= 0 else 0
    return (sector + 1) << min(int.from_bytes(data[30:32], "little"), 12)


def _is_locked_odt(data: bytes, name: str) -> bool:
    """True where the manifest of an OpenDocument file speaks of encryption."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_ENTRIES or sum(part.file_size for part in parts) > 4 * MOST_BYTES:
                raise InputError(
                    f"{name}: unpacks to more than {4 * MOST_BYTES >> 20} MiB; split it",
                    f"{name}: giải nén ra quá {4 * MOST_BYTES >> 20} MiB; hãy tách ra",
                )
            with archive.open("META-INF/manifest.xml") as manifest:
                return b"encryption-data" in manifest.read(MOST_BYTES)
    except (KeyError, ValueError, OSError, RuntimeError, zipfile.BadZipFile, zlib.error):
        return False  # LibreOffice says what it makes of a damaged one


def _converted(data: bytes, name: str, kind: Kind, office: Path, timeout: float) -> bytes:
    """The .docx that LibreOffice makes of a file."""
    with tempfile.TemporaryDirectory(prefix="doisoat-", ignore_cleanup_errors=True) as folder:
        here = Path(folder)
        (here / f"in{kind.suffix}").write_bytes(data)
        (here / "profile" / "user").mkdir(parents=True)
        (here / "profile" / "user" / "registrymodifications.xcu").write_text(_PROFILE, "utf-8")
        command = [
            str(office),
            f"-env:UserInstallation={(here / 'profile').as_uri()}",
            *("--headless", "--invisible", "--norestore", "--nologo", "--nolockcheck"),
            f"--infilter={kind.filter}",
            *("--convert-to", "docx:MS Word 2007 XML", "--outdir", folder),
            str(here / f"in{kind.suffix}"),
        ]
        if not _ended(command, here, timeout):
            raise InputError(
                f"{name}: LibreOffice did not finish in {timeout:.0f} seconds; save the file as "
                ".docx, or split it",
                f"{name}: LibreOffice không xử lý xong trong {timeout:.0f} giây; hãy lưu tệp thành "
                ".docx hoặc tách ra",
            )
        try:
            return (here / "in.docx").read_bytes()
        except OSError:
            raise InputError(
                f"{name}: LibreOffice cannot open this {kind.suffix} file; it may be damaged, open "
                "it in Word and save it as .docx",
                f"{name}: LibreOffice không mở được tệp {kind.suffix} này; có thể tệp hỏng, hãy mở "
                "bằng Word rồi lưu thành .docx",
            ) from None


def _ended(command: list[str], here: Path, timeout: float) -> bool:
    """Run a command to its end; False where it had to be ended, with all that it started."""
    own_group = os.name == "posix"
    try:
        process = subprocess.Popen(
            command,
            cwd=here,
            env={**os.environ, "HOME": str(here), "SAL_USE_VCLPLUGIN": "svp"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=own_group,
        )
    except OSError:
        return True  # it made no .docx, which is what the caller looks for
    try:
        process.wait(timeout)
        return True
    except subprocess.TimeoutExpired:
        return False
    finally:
        if process.poll() is None:
            if own_group:
                os.killpg(process.pid, signal.SIGKILL)
            else:
                _end_tree(process.pid)
                process.kill()  # where it is still there
            process.wait()


def _end_tree(pid: int) -> None:
    """End a process of Windows with all that it has started; says nothing, finds no program."""
    command = ["taskkill", "/F", "/T", "/PID", str(pid)]
    with suppress(OSError):
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
