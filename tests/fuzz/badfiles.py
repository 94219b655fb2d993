"""Bad files made of nothing, by name: what people and their networks do to papers, and what an enemy would send."""

import io
import random
import zipfile
import zlib
from collections.abc import Callable

import docx

from tests.readers.wordfiles import article, blob

SEED = 20_260_101


def pdf(*objects: bytes, root: int = 1, header: bytes = b"%PDF-1.7\n") -> bytes:
    """A PDF of numbered objects with a right cross-reference table."""
    out, places = bytearray(header), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, start)
    return bytes(out)


def stream(data: bytes, extra: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(data), extra, data)


_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_WORDS = b"BT /F1 11 Tf 72 700 Td (Methods) Tj 0 -20 Td (All patients of one centre were studied by us.) Tj ET"


def simple_pdf(words: bytes = _WORDS, box: bytes = b"[0 0 595 842]", pages: int = 1) -> bytes:
    """A PDF whose pages all show the same words."""
    kids = b" ".join(b"%d 0 R" % (5 + i) for i in range(pages))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox %b /Contents 4 0 R /Resources << /Font << /F1 3 0 R >> >> >>" % box
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, pages),
        _FONT,
        stream(words),
        *[page] * pages,
    )


def encrypted_pdf() -> bytes:
    """A PDF that needs a password."""
    import pypdf

    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(simple_pdf())))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def cyclic_pages() -> bytes:
    """A page tree that contains itself."""
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>",
        b"<< /Type /Pages /Kids [2 0 R] /Parent 2 0 R /Count 1 >>",
    )


def cyclic_forms() -> bytes:
    """A drawing that draws itself."""
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 500 500] /Resources << /XObject << /X 5 0 R >> /Font << /F1 3 0 R >> >>"
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [6 0 R] /Count 1 >>",
        _FONT,
        stream(_WORDS + b" /X Do"),
        stream(_WORDS + b" /X Do", form),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /XObject << /X 5 0 R >> /Font << /F1 3 0 R >> >> >>",
    )


def deep_pdf(depth: int = 3000) -> bytes:
    """Arrays within arrays."""
    nest = b"[" * depth + b"]" * depth
    return simple_pdf().replace(b"/Type /Catalog", b"/Type /Catalog /Deep " + nest)


def flate_bomb(size: int = 150_000_000) -> bytes:
    """A page that unpacks to a thousand times its size."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 1_000_000) for _ in range(size // 1_000_000)) + packer.flush()
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [5 0 R] /Count 1 >>",
        _FONT,
        stream(packed, b"/Filter /FlateDecode"),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 3 0 R >> >> >>",
    )


def wordy_page(words: int = 90_000) -> bytes:
    """One page with more words than any page can hold."""
    return simple_pdf(b"BT /F1 8 Tf 72 700 Td 9 TL " + b"(texture of the liver) Tj T* " * (words // 4) + b"ET")


def docx_with(name: str, content: bytes, replace: bool = True) -> bytes:
    """A Word file with one part exchanged or added."""
    source, out = zipfile.ZipFile(io.BytesIO(blob(article()))), io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for item in source.namelist():
            if item != name or not replace:
                made.writestr(item, source.read(item))
        made.writestr(name, content)
    return out.getvalue()


_W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def laughs(root: bytes, body: bytes) -> bytes:
    """Entities that unfold to billions."""
    levels = b"".join(b'<!ENTITY l%d "%b">' % (i, b"&l%d;" % (i - 1) * 10) for i in range(1, 12))
    return b'<?xml version="1.0"?><!DOCTYPE %b [<!ENTITY l0 "ha">%b]>%b' % (root, levels, body)


def quadratic(root: bytes, body: bytes) -> bytes:
    """One long entity, used over and over."""
    return b'<?xml version="1.0"?><!DOCTYPE %b [<!ENTITY l11 "%b">]>%b' % (root, b"a" * 100_000, body)


_JATS = (
    b"<article><front><article-meta><title-group><article-title>On livers</article-title></title-group></article-meta>"
    b"</front><body>%b<sec><title>Methods</title><p>We took all livers.</p></sec></body></article>"
)
_SECRET = b'<?xml version="1.0"?><!DOCTYPE article [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def old_word(encrypted: bool) -> bytes:
    """The start of an old Office file; with a mark of encryption if wanted."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500 + ("EncryptedPackage".encode("utf-16-le") * encrypted)


def noise(size: int, start: bytes = b"") -> bytes:
    """Random bytes, the same in every run."""
    return start + random.Random(SEED).randbytes(size)


def deep_html(depth: int, tag: bytes = b"div") -> bytes:
    """Elements within elements."""
    return b"<html><body>" + b"<%b>" % tag * depth + b"Methods and more. " * 40 + b"</body></html>"


def deep_docx() -> bytes:
    """Tables within tables."""
    document = docx.Document()
    cell = document.add_table(1, 2).cell(0, 0)
    for _ in range(40):
        cell.text = "deep"
        cell = cell.add_table(1, 2).cell(0, 0)
    return blob(document)


Maker = Callable[[], bytes]

REFUSED: dict[str, tuple[str, Maker]] = {
    "nothing.pdf": ("ZeroBytes", lambda: b""),
    "blanks.txt": ("ZeroBytes", lambda: b" \n\t \n" * 50),
    "random.pdf": ("CorruptPaper", lambda: noise(20_000)),
    "random.docx": ("WrongSuffix", lambda: noise(20_000)),
    "random.txt": ("UnknownFormat", lambda: b"\x00" + noise(20_000)),
    "random_body.pdf": ("CorruptPaper", lambda: noise(20_000, b"%PDF-1.4\n")),
    "header_only.pdf": ("CorruptPaper", lambda: b"%PDF-1.7\n"),
    "scan.pdf": ("NoTextLayer", lambda: simple_pdf(b"0 0 m 100 100 l S")),
    "locked.pdf": ("EncryptedPaper", encrypted_pdf),
    "flate_bomb.pdf": ("NoTextLayer", flate_bomb),
    "cyclic_pages.pdf": ("CorruptPaper", cyclic_pages),
    "login.pdf": ("WrongSuffix", lambda: b"<!DOCTYPE html><html><body><h1>Sign in</h1></body></html>"),
    "words.pdf": ("WrongSuffix", lambda: b"This is plain text under a wrong name."),
    "words.docx": ("WrongSuffix", lambda: b"This is plain text under a wrong name."),
    "picture.pdf": ("UnknownFormat", lambda: b"\x89PNG\r\n\x1a\n" + bytes(200)),
    "letter.rtf.txt": ("UnknownFormat", lambda: b"{\\rtf1\\ansi Methods}"),
    "packed.xml": ("UnknownFormat", lambda: b"\x1f\x8b\x08" + bytes(100)),
    "old.docx": ("UnknownFormat", lambda: old_word(False)),
    "locked.docx": ("EncryptedPaper", lambda: old_word(True)),
    "sheet.docx": ("UnknownFormat", lambda: _zip({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"})),
    "cut.docx": ("CorruptPaper", lambda: blob(article())[:9000]),
    "no_body.docx": ("CorruptPaper", lambda: _zip({"[Content_Types].xml": b"<Types/>", "word/x.xml": b"<x/>"})),
    "laughs.docx": ("CorruptPaper", lambda: docx_with("word/document.xml", laughs(b"w", b"<w>&l11;</w>"))),
    "bomb.docx": ("PaperTooLarge", lambda: docx_with("word/document.xml", b" " * 80_000_000)),
    "parts.docx": (
        "PaperTooLarge",
        lambda: _zip({f"word/{i}.xml": b"" for i in range(20_001)} | {"[Content_Types].xml": b""}),
    ),
    "broken.nxml": ("CorruptPaper", lambda: b"<?xml version='1.0'?><article"),
    "empty.nxml": ("EmptyPaper", lambda: b"<?xml version='1.0'?><article><front/></article>"),
    "other.xml": ("UnknownFormat", lambda: b"<?xml version='1.0'?><svg><g/></svg>"),
    "empty.html": ("EmptyPaper", lambda: b"<html><body><nav>Home</nav><p>Hello</p></body></html>"),
    "login.html": (
        "EmptyPaper",
        lambda: b"<html><body><form><p>" + b"Sign in here. " * 60 + b"</p></form></body></html>",
    ),
    "deep.html": ("EmptyPaper", lambda: deep_html(30_000)),
    "deep_spans.html": ("EmptyPaper", lambda: deep_html(30_000, b"span")),
    "deep_tables.html": ("EmptyPaper", lambda: deep_html(5_000, b"table><tr><td")),
    "novel.epub": ("UnknownFormat", lambda: _zip({"mimetype": b"application/epub+zip", "content.opf": b"<x/>"})),
}
"""Files that must be refused, with the class of error."""

READ: dict[str, Maker] = {
    "cyclic_forms.pdf": cyclic_forms,
    "deep.pdf": deep_pdf,
    "huge_page.pdf": lambda: simple_pdf(box=b"[0 0 2000000 2000000]"),
    "no_size.pdf": lambda: simple_pdf(box=b"[0 0 0 0]"),
    "negative.pdf": lambda: simple_pdf(box=b"[0 0 -595 -842]"),
    "cut.pdf": lambda: simple_pdf(pages=3)[:-200],
    "junk_before.pdf": lambda: b"junk\n" * 20 + simple_pdf(),
    "ten_thousand.pdf": lambda: simple_pdf(pages=10_000),
    "wordy.pdf": wordy_page,
    "laughs.nxml": lambda: laughs(b"article", _JATS % b"<p>&l11;</p>"),
    "quadratic.nxml": lambda: quadratic(b"article", _JATS % (b"<p>&l11;</p>" * 200)),
    "secret.nxml": lambda: _SECRET + _JATS % b"<p>&x;</p>",
    "deep.nxml": lambda: _JATS % (b"<sec><title>A</title><p>Deep.</p>" * 2000 + b"</sec>" * 2000),
    "unclosed.nxml": lambda: b"<?xml version='1.0'?>" + (_JATS % b"")[:-30],
    "spans.nxml": lambda: (
        _JATS % (b"<table-wrap><table><tr><td colspan='9999' rowspan='9999'>x</td></tr></table></table-wrap>" * 5)
    ),
    "deep_tables.docx": deep_docx,
    "control.docx": lambda: docx_with("word/comments.xml", b"not xml at all", replace=False),
    "paper.docx.pdf": lambda: blob(article()),
    "paper.pdf.docx": simple_pdf,
    "page.txt": lambda: (
        b"<!DOCTYPE html><html><body><h2>Methods</h2><p>" + b"We took livers. " * 40 + b"</p></body></html>"
    ),
    "stars.md": lambda: b"# Methods\n\n" + b" *a **b _c [d](e" * 15_000,
    "comments.md": lambda: b"# Methods\n\nWe took livers.\n\n" + b"<!-- <sup> " * 100_000,
    "rules.md": lambda: b"# Methods\n\nWe took livers.\n\n" + b"|-" * 200_000 + b"\n- \n" * 20_000,
    "one_line.txt": lambda: b"Methods of livers. " * 2_700_000,
    "no_blank.txt": lambda: b"a" * 5_000_000,
    "dots.txt": lambda: b"We took a. " * 1000 + b". " * 500_000,
    "lines.txt": lambda: b"Methods\n\n" * 45_000,
}
"""Files that must be read, whole or in part."""


def _zip(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()
