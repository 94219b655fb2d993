"""A file in, its raw material out; the reader is found by suffix and by what the first bytes say."""

import hashlib
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from qualityaudit.document import Source
from qualityaudit.errors import EmptyPaper, MissingPaper, PaperTooLarge, UnknownFormat
from qualityaudit.readers.pages import Pages

__all__ = ["Pages", "formats", "read"]

Reader = Callable[[Path, bytes, Source], Pages]

MAX_BYTES = 300_000_000
_FORMATS = {
    ".pdf": "pdf",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".text": "text",
}


def formats() -> tuple[str, ...]:
    """The suffixes that can be read."""
    return tuple(_FORMATS)


def read(path: Path) -> Pages:
    """Read a paper's raw material.

    Raises:
        PaperError: the class and the message say why it cannot be read.
    """
    data = _bytes(path)
    kind = _kind(path, data)
    source = Source(name=path.name, format=kind, sha256=hashlib.sha256(data).hexdigest())
    reader: Reader = import_module(f"qualityaudit.readers.{kind}").read
    return reader(path, data, source)


def _bytes(path: Path) -> bytes:
    if not path.is_file():
        raise MissingPaper(f"{path}: no such file; check the name")
    if path.stat().st_size > MAX_BYTES:
        raise PaperTooLarge(f"{path}: larger than {MAX_BYTES // 1_000_000} MB; split or shrink it")
    data = path.read_bytes()
    if not data.strip():
        raise EmptyPaper(f"{path}: the file is empty; fetch it again")
    return data


def _kind(path: Path, data: bytes) -> str:
    kind = _FORMATS.get(path.suffix.lower())
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if kind is None:
        raise UnknownFormat(
            f"{path}: no reader for {path.suffix or 'files without suffix'}; known: {', '.join(_FORMATS)}"
        )
    return kind
