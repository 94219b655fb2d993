"""A file's name and first bytes in, its format out; what the bytes say wins over what the suffix says."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

from qualityaudit.errors import CorruptPaper, EncryptedPaper, UnknownFormat, WrongSuffix

HEAD = 4096
"""Bytes looked at."""

XML_HEAD = 300_000
"""Bytes in which the first element of an XML file must begin, after whatever declarations."""

SUFFIXES = {
    ".pdf": "pdf",
    ".docx": "docx",
    ".docm": "docx",
    ".nxml": "jats",
    ".jats": "jats",
    ".xml": "xml",
    ".tei": "tei",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".text": "text",
}
"""Formats by suffix; ``xml`` is told apart by its content."""

_BINARY = frozenset(("pdf", "docx"))
_XML = frozenset(("xml", "jats", "tei", "html"))
_OTHERS = (
    (b"{\\rtf", "a Rich Text file; save it as .docx"),
    (b"\x89PNG", "a picture; run text recognition (for instance ocrmypdf) and give the PDF"),
    (b"\xff\xd8\xff", "a picture; run text recognition (for instance ocrmypdf) and give the PDF"),
    (b"II*\x00", "a picture; run text recognition (for instance ocrmypdf) and give the PDF"),
    (b"MM\x00*", "a picture; run text recognition (for instance ocrmypdf) and give the PDF"),
    (b"\x1f\x8b", "compressed; unpack it first"),
    (b"%!PS", "PostScript; convert it to PDF (for instance with ps2pdf)"),
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_ROOT = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
_SKIP = re.compile(rb"<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
_SKIP_LEAD = re.compile(rb"^(?:\s*(?:<\?.*?\?>|<!--.*?-->))+\s*", re.DOTALL)
_ROOTS = {
    b"article": "jats",
    b"pmc-articleset": "jats",
    b"OAI-PMH": "jats",
    b"TEI": "tei",
    b"teiCorpus": "tei",
    b"html": "html",
}


def kind_of_file(path: Path, data: bytes) -> str:
    """The format of a file: ``pdf``, ``docx``, ``jats``, ``tei``, ``html``, ``markdown``, ``text``, or ``""``.

    An empty string stands for content that says nothing under a suffix no reader is known for.

    Raises:
        UnknownFormat: a file of another kind, or XML of another vocabulary.
        EncryptedPaper: an Office file behind a password.
        CorruptPaper: a Word file that is no readable archive.
        WrongSuffix: a suffix that promises a PDF or a Word file over something else.
    """
    suffix = path.suffix.lower()
    named = SUFFIXES.get(suffix, "")
    seen = _seen(path, data)
    if seen:
        if named in _BINARY and seen not in _BINARY:
            raise WrongSuffix(f"{path}: not a {_said(named)} but {_said(seen)}; fetch the paper again")
        return seen
    if named in _BINARY:
        if named == "pdf" and b"\x00" in data[:HEAD]:
            raise CorruptPaper(f"{path}: damaged or not a PDF; fetch it again")
        raise WrongSuffix(f"{path}: not a {_said(named)} (it does not start like one); fetch the paper again")
    if named == "xml":
        raise UnknownFormat(f"{path}: XML of an unknown kind; JATS, GROBID TEI and HTML are known")
    if named and b"\x00" in data[:HEAD] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnknownFormat(f"{path}: binary data, not text; fetch the paper again")
    return named


def _seen(path: Path, data: bytes) -> str:
    """What the content says for certain, or an empty string."""
    head = data[:HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return _archive(path, data)
    if head.startswith(_OLD_OFFICE):
        if _ENCRYPTED_OFFICE in data:
            raise EncryptedPaper(f"{path}: needs a password; save a copy without one")
        raise UnknownFormat(f"{path}: an old Office file; save it as .docx")
    for start, what in _OTHERS:
        if head.startswith(start):
            raise UnknownFormat(f"{path}: {what}")
    return _marked_up(path, data[:XML_HEAD])


def _archive(path: Path, data: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = frozenset(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise CorruptPaper(f"{path}: the file is cut off or damaged; fetch it again") from error
    if "[Content_Types].xml" in names and any(n.startswith("word/") for n in names):
        return "docx"
    raise UnknownFormat(f"{path}: an archive or Office file that is no Word document; give the paper itself")


def _marked_up(path: Path, head: bytes) -> str:
    plain = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if not plain.startswith(b"<"):
        return ""
    if re.match(rb"<!DOCTYPE\s+html", _SKIP_LEAD.sub(b"", plain), re.IGNORECASE):
        return "html"
    root = _ROOT.search(_SKIP.sub(b"", plain))
    name = root.group(1) if root else b""
    if SUFFIXES.get(path.suffix.lower()) == "html" and not plain.startswith(b"<?xml"):
        return "html"
    kind = _ROOTS.get(name) or ("html" if name.lower() in (b"html", b"head", b"body") else "")
    if not kind and plain.startswith(b"<?xml") and SUFFIXES.get(path.suffix.lower()) in _XML:
        raise UnknownFormat(
            f"{path}: XML of an unknown kind (<{name.decode('ascii', 'replace')}>); JATS, GROBID TEI and HTML are known"
        )
    return kind


def _said(kind: str) -> str:
    return {
        "pdf": "PDF",
        "docx": "Word file",
        "jats": "JATS XML",
        "tei": "TEI XML",
        "html": "a web page",
    }.get(kind, kind)
