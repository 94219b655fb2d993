"""Small PDFs made in the test, and the documents read from them."""

from pathlib import Path

from qualityaudit.document import Document
from qualityaudit.structure import read_document

STYLE = """@page { size: A4; margin: 20mm } body { font: 10pt DejaVu Serif; line-height: 1.3; text-align: justify }
h1 { font-size: 17pt; text-align: left } h2 { font-size: 13pt } h3 { font-size: 11pt } p { margin: 0 0 2mm }
table { font-size: 8.5pt; width: 100%; border-collapse: collapse } td, th { padding: 1mm; text-align: left }"""

PROSE = (
    "The spleen was outlined on every section by one reader, who did not know the outcome of the patients. "
    "Contours were saved together with the images and checked on the next day. "
)
_SYLLABLES = ("ba", "ce", "di", "fo", "gu", "ha", "ke", "li", "mo", "nu")


def prose(count: int, start: int = 1) -> str:
    """Paragraphs of three sentences that can be told apart by their first word, and no two lines alike."""
    return "".join(_paragraph(i) for i in range(start, start + count))


def _paragraph(i: int) -> str:
    word = "".join(_SYLLABLES[int(digit)] for digit in f"{i:03}")
    return (
        f"<p>Paragraph{i} begins here with {word} in it. The spleen {word} was outlined on every {word} section by one "
        f"reader {word}, who did not know the {word} outcome of the patients. Contours {word} were saved together with "
        f"the {word} images and checked.</p>"
    )


def pdf(folder: Path, body: str, style: str = "", name: str = "paper.pdf") -> Path:
    """A PDF of some HTML."""
    from weasyprint import HTML

    path = folder / name
    HTML(string=f'<html lang="en"><style>{STYLE}{style}</style><body>{body}</body></html>').write_pdf(path)
    return path


def read(folder: Path, body: str, style: str = "") -> Document:
    """The document that a small PDF is read as."""
    return read_document(pdf(folder, body, style))


def texts(document: Document, part: str = "text") -> list[str]:
    """The sentences of one part."""
    return [s.text for s in document.sentences if s.part == part]


def outline(document: Document) -> list[tuple[str, str]]:
    """Kind and title of the sections that have a title."""
    return [(s.kind, s.title) for s in document.sections if s.title]
