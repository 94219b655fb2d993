"""A file in, its raw material out; the reader is found by what the first bytes say and by suffix.

A package may bring a reader for a further suffix: an entry point of the group ``qualityaudit.readers``, named like the
suffix without its dot, that points at a function ``(path, data, source) -> Pages``.
"""

import hashlib
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path

from qualityaudit.document import Source
from qualityaudit.errors import CorruptPaper, MissingPaper, PaperError, PaperTooLarge, UnknownFormat, ZeroBytes
from qualityaudit.readers.pages import Pages
from qualityaudit.readers.sniff import SUFFIXES, kind_of_file
from qualityaudit.readers.supplements import paper_of, supplements_of

__all__ = ["Pages", "formats", "paper_of", "read", "supplements_of"]

Reader = Callable[[Path, bytes, Source], Pages]

MAX_BYTES = 300_000_000
"""The largest file that is opened."""

GROUP = "qualityaudit.readers"
"""Entry points of readers from other packages."""


def formats() -> tuple[str, ...]:
    """The suffixes that can be read."""
    return (*SUFFIXES, *(f".{name}" for name in _plugins() if f".{name}" not in SUFFIXES))


def read(path: Path) -> Pages:
    """Read a paper's raw material.

    Raises:
        PaperError: the class and the message say why it cannot be read.
    """
    data = _bytes(path)
    kind, reader = _reader(path, data)
    source = Source(name=path.name, format=kind, sha256=hashlib.sha256(data).hexdigest())
    try:
        pages = reader(path, data, source)
    except (PaperError, NameError, ImportError):
        raise
    except Exception as error:
        raise CorruptPaper(f"{path}: cannot be made out ({type(error).__name__}); fetch it again") from error
    named = SUFFIXES.get(path.suffix.lower())
    if named not in (kind, None, "xml"):
        pages.notes.append(f"named {path.suffix} but read as {kind}, which it is")
    return pages


def _reader(path: Path, data: bytes) -> tuple[str, Reader]:
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES and (plugin := _plugins().get(suffix[1:])):
        return suffix[1:], plugin()
    kind = kind_of_file(path, data)
    if not kind:
        known = ", ".join(sorted(formats()))
        raise UnknownFormat(f"{path}: no reader for {path.suffix or 'files without suffix'}; known: {known}")
    return kind, import_module(f"qualityaudit.readers.{kind}").read


def _bytes(path: Path) -> bytes:
    if not path.is_file():
        raise MissingPaper(f"{path}: no such file; check the name")
    try:
        if path.stat().st_size > MAX_BYTES:
            raise PaperTooLarge(f"{path}: larger than {MAX_BYTES // 1_000_000} MB; split or shrink it")
        data = path.read_bytes()
    except OSError as error:
        raise MissingPaper(f"{path}: {error.strerror or error}; check the file and its permissions") from error
    if not data.strip():
        raise ZeroBytes(f"{path}: the file is empty; fetch it again")
    return data


@cache
def _plugins() -> Mapping[str, Callable[[], Reader]]:
    from importlib.metadata import entry_points

    return {point.name.lower(): point.load for point in entry_points(group=GROUP)}
