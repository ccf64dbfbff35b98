"""Where the body of a document ends: at its recipients or signature, before what is attached."""

from __future__ import annotations

from extract.document import Block, Document
from extract.rules.engine import Text
from extract.rules.wording import wording

_SIGN = wording("sections.sign")
_ANNEX = wording("sections.annex")
_SHORT = 200  # characters of a line that signs


def opens_annex(text: Text, block: Block) -> bool:
    """True for a block with which what is attached to the document begins."""
    return _ANNEX.match(text.fold, block.vs) is not None


def signs_off(text: Text, block: Block) -> bool:
    """True for a block with which the recipients or the signature begin."""
    return _SIGN.match(text.fold, block.vs) is not None and block.ve - block.vs < _SHORT


def body_end(doc: Document, text: Text) -> int:
    """The index of the block where the body ends: recipients or signature (or all blocks)."""
    blocks = doc.blocks
    for index in range(len(blocks) - 1, max(-1, len(blocks) - 60), -1):
        block = blocks[index]
        if block.kind in ("bullet", "note", "item"):
            continue
        if text.fold.startswith("nơi nhận", block.vs):
            later = any(b.kind == "table" for b in blocks[index + 1 : index + 3])
            annex = any(opens_annex(text, b) for b in blocks[index + 1 :])
            return index if (index or later) and not annex else len(blocks)
    for index in range(len(blocks) - 1, max(-1, len(blocks) - 12), -1):
        block = blocks[index]
        if signs_off(text, block) and index:
            annex = any(opens_annex(text, b) for b in blocks[index + 1 :])
            return len(blocks) if annex else index
    return len(blocks)
