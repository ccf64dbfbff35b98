"""One file -> what the store keeps of it, or why it could not be read; the same in every engine.

It knows nothing of processes, limits or databases: bytes and a name go in, a picklable value comes
out. What it depends on beside the bytes is told by the fingerprint.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from extract import __version__
from extract.batch.discover import Task, is_pipe
from extract.check.codes import Lang
from extract.errors import DoisoatError, InputError
from extract.readers.files import bytes_of, read_bytes
from extract.readers.pages.range import PageRange
from extract.rules.book import Rulebook, compiled, default_rulebook, load
from extract.rules.wording import default_wordings
from extract.store.packed import Packed, pack
from extract.store.records import StoredDocument, stored

if TYPE_CHECKING:
    from extract.readers.pdf.reader import Source


@dataclass(frozen=True, slots=True)
class Options:
    """What changes results beside the files: own rules, language of findings, PDF reader, the
    pages read ("3-7,12", as `PageRange` writes them; None for all)."""

    patterns: tuple[str, ...] = ()
    lang: Lang = "en"
    pdf: Source = "pdf"
    pages: str | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """What results depend on beside the files: program, rules (a hash), options (JSON)."""

    program: str
    patterns: str
    options: str

    @property
    def fingerprint(self) -> str:
        """A short name of all three: another one means that a file must be read again."""
        return _hash([self.program, self.patterns, self.options])


D = TypeVar("D")


@dataclass(frozen=True, slots=True)
class Read(Generic[D]):
    """A file that was read: the hash of the bytes, what the store keeps of them."""

    sha256: str
    fingerprint: str
    document: D


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read; `sha256` is "" where it could not even be opened."""

    sha256: str
    fingerprint: str
    error: str
    message: str


@dataclass(frozen=True, slots=True)
class Work:
    """What a worker does with a task; made in one process and used in others."""

    options: Options = Options()

    def prepare(self) -> None:
        """Load the rules, so that the first task need not wait; PatternError where one is bad."""
        from extract.pipeline import engines

        provenance(self.options)
        book = _book(self.options.patterns)
        engines(book)
        compiled(book)

    def __call__(self, task: Task) -> Read[StoredDocument | Packed] | Failure:
        """Read the file of the task; the document is packed for the one process that writes."""
        try:
            data = content(task.path)
        except InputError as e:
            name = provenance(self.options).fingerprint
            return Failure("", name, "InputError", e.said(self.options.lang))
        found = read(data, str(task.path), self.options)
        if isinstance(found, Failure):
            return found
        return Read(found.sha256, found.fingerprint, pack(found.document))


def content(path: Path) -> bytes:
    """The bytes of a file; InputError where it cannot be read, is too large, or is a pipe or a
    device, whose reading might never end."""
    if is_pipe(path):
        raise InputError(
            f"{path}: is no file but a pipe or a device; save what comes out of it in a file",
            f"{path}: không phải tệp mà là đường ống hoặc thiết bị; hãy lưu nội dung thành tệp",
        )
    return bytes_of(path)


def read(data: bytes, name: str, options: Options) -> Read[StoredDocument] | Failure:
    """What the store keeps of the file with these bytes, or why they cannot be read.

    `name` tells Markdown from other text and stands in messages. Raises PatternError where a
    rule of `options` is bad, MemoryError, and SystemError where C code got no memory.
    """
    book, fingerprint = _book(options.patterns), provenance(options).fingerprint
    sha256 = hashlib.sha256(data).hexdigest()
    try:
        from extract.pipeline import analyse

        pages = PageRange.parse(options.pages) if options.pages else None
        report = analyse(read_bytes(data, name, options.pdf, pages=pages), book)
        return Read(sha256, fingerprint, stored(report, options.lang))
    except DoisoatError as e:
        return Failure(sha256, fingerprint, type(e).__name__, e.said(options.lang))
    except (MemoryError, SystemError):  # regex and ahocorasick say the latter of no memory
        raise
    except Exception as e:
        said = "lỗi nội bộ" if options.lang == "vi" else "internal error"
        return Failure(sha256, fingerprint, type(e).__name__, f"{name}: {said}: {e!r}")


@cache
def provenance(options: Options) -> Provenance:
    """What results depend on with these options; PatternError where a rule is bad.

    The program's version alone would not tell a changed checkout, so its modules count too.
    """
    chosen = asdict(options) | {"patterns": len(options.patterns)}
    return Provenance(
        f"{__version__} ({_sources()[:12]})",
        rules_hash(_book(options.patterns)),
        json.dumps(chosen),
    )


def rules_hash(book: Rulebook) -> str:
    """A hash of all that finds things: rules, word lists, parts, wordings; not the examples."""
    rules = [
        (
            r.id,
            r.kind,
            r.regex,
            r.starts,
            r.needs,
            r.priority,
            sorted(r.set.items()),
            r.case,
            r.user,
        )
        for r in book.rules
    ]
    asked = [(w.id, w.regex) for w in default_wordings().values()]
    return _hash([rules, sorted(book.lexicon.items()), sorted(book.parts.items()), asked])


@cache
def _book(patterns: tuple[str, ...]) -> Rulebook:
    return load(*map(Path, patterns)) if patterns else default_rulebook()


@cache
def _sources() -> str:
    """A hash of the modules of this package."""
    home = Path(__file__).parents[1]
    digest = hashlib.sha256()
    for path in sorted(home.rglob("*.py")):
        digest.update(path.relative_to(home).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _hash(values: object) -> str:
    text = json.dumps(values, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
