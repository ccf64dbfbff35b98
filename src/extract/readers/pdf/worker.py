"""The process that opens PDF files for `pdf/process`: what it may crash or hang on, it does alone.

PDFium cannot be interrupted, and a fault in it would end the whole program. So only this process
loads it (and pdfplumber). Orders (the name of a method of `Worker`, a list of items, further
arguments, how long the other side waits) come on standard input, and for each item an answer goes
to standard output, all as pickles; what fails is answered by `Failed`. The process ends when its
input does. Its memory is limited where the system can do that, and the system ends it when one
item takes far too long.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import time
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    import pypdfium2 as pdfium
    from numpy.typing import NDArray

    from extract.readers.pdf.runs import Sheet

_PATIENCE = 2  # times as long as the other side waits
_ATTACHED = 100  # files of which the names are asked for
_PAGES = 50  # after which a file is opened anew
_OPENING = 0.05  # of the time: opening anew takes no more


@dataclass(frozen=True, slots=True)
class Failed:
    """What could not be done, and why."""

    why: str


class Worker:
    """Carries out orders on the file that was opened last."""

    def __init__(self) -> None:
        self.data = b""
        self._document: pdfium.PdfDocument | None = None
        self._pages = 0  # asked for since the file was opened
        self._took = self._since = 0.0  # seconds that opening took, when it was opened
        self._plumber: Any = None

    def open(self, data: bytes) -> tuple[int, list[str]]:
        """The number of pages of a file and the names of files attached to it; what was opened
        before is closed."""
        self.close(0)
        self.data = data
        document = self._opened()
        attached = min(document.count_attachments(), _ATTACHED)
        return len(document), [document.get_attachment(n).get_name() for n in range(attached)]

    def close(self, _: int) -> None:
        """Let the file go."""
        if self._plumber is not None:
            self._plumber.close()
        if self._document is not None:
            self._document.close()
        self._document = self._plumber = None
        self.data = b""

    def pdf(self, number: int, most: int) -> Sheet:
        """What stands on a page, through PDFium."""
        from extract.readers.pdf.pdfium import sheet_of

        return sheet_of(self._open, number, most)

    def pdfplumber(self, number: int, most: int) -> Sheet:
        """What stands on a page, through pdfplumber."""
        import io

        import pdfplumber

        from extract.readers.pdf.plumber import sheet_of

        if self._plumber is None:
            self._plumber = pdfplumber.open(io.BytesIO(self.data))
        return sheet_of(self._plumber, number, most)

    def blank(self, number: int) -> bool:
        """Whether nothing is drawn on a page."""
        from extract.readers.pdf.pictures import is_blank

        return is_blank(self._open, number)

    def picture(self, number: int, dpi: int, most: int) -> tuple[float, float, NDArray[np.uint8]]:
        """Width and height of a page in points, and the page as a grey picture."""
        from extract.readers.pdf.pictures import picture_of

        return picture_of(self._open, number, dpi, most)

    @property
    def _open(self) -> pdfium.PdfDocument:
        """The file, asked for a page: opened anew now and then, for PDFium keeps the fonts and
        pictures of all pages that it has seen."""
        assert self._document is not None
        self._pages += 1
        worth = self._took <= _OPENING * (time.monotonic() - self._since)
        return self._opened() if self._pages > _PAGES and worth else self._document

    def _opened(self) -> pdfium.PdfDocument:
        """Open the file; what was open is closed."""
        import pypdfium2 as pdfium

        if self._document is not None:
            self._document.close()
        began = time.monotonic()
        self._document = pdfium.PdfDocument(self.data)
        self._since = time.monotonic()
        self._took = self._since - began
        self._pages = 1
        return self._document


def serve(orders: IO[bytes], answers: IO[bytes]) -> None:
    """Carry out orders until there are no more; each says how long the other side waits."""
    worker = Worker()
    can_alarm = hasattr(signal, "setitimer")
    while True:
        try:
            what, items, arguments, seconds = pickle.load(orders)
        except EOFError:
            return
        do = getattr(worker, what)
        for item in items:
            if can_alarm:  # ends this process even while it is inside a library
                signal.setitimer(signal.ITIMER_REAL, _PATIENCE * seconds)
            try:
                answer = do(item, *arguments)
            except Exception as e:
                answer = Failed(f"{type(e).__name__}: {e}")
            if can_alarm:
                signal.setitimer(signal.ITIMER_REAL, 0)
            pickle.dump(answer, answers, protocol=5)
            answers.flush()


def main(memory: int) -> None:
    """Serve on the standard streams, with at most `memory` bytes of data; what libraries print
    goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    if hasattr(signal, "SIGINT"):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the other side decides
    _limit_memory(memory)
    serve(sys.stdin.buffer, answers)


def _limit_memory(memory: int) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    most = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (most, hard))
