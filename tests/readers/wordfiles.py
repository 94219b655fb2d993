"""Word files made of strings, for tests."""

from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls


def saved(document: Document, folder: Path, name: str = "paper.docx") -> Path:
    """Write a Word file."""
    path = folder / name
    document.save(str(path))
    return path


def blob(document: Document) -> bytes:
    """The bytes of a Word file."""
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def add_xml(document: Document, inner: str) -> None:
    """Add a paragraph by its inner XML."""
    xml = f"<w:p {nsdecls('w')}>{inner}</w:p>"
    document.element.body.insert(len(document.element.body) - 1, parse_xml(xml))


def article() -> Document:
    """A short article with heading styles."""
    made = docx.Document()
    made.add_paragraph("Texture of the spleen on CT and survival in invented lymphoma", style="Title")
    made.add_paragraph("Ada Q. Fenwick1, Bo Lindqvist2,* and Carla de Souza-Prat1")
    made.add_paragraph("1 Department of Radiology, University of Westmark; 2 Clinic for Haematology, Eastmark Hospital")
    made.add_heading("Abstract", 1)
    made.add_paragraph("Purpose: To see whether texture tells survival. We studied 120 patients.")
    made.add_heading("Introduction", 1)
    made.add_paragraph("Spleens are easily seen on CT.")
    made.add_heading("Methods", 1)
    made.add_heading("Image acquisition", 2)
    made.add_paragraph("All scans had slices of 1 mm. A tube voltage of 120 kV was set.")
    made.add_heading("Results", 1)
    made.add_paragraph("The area under the curve was 0.71.")
    made.add_heading("Discussion", 1)
    made.add_paragraph("The spleen says little.")
    made.add_heading("References", 1)
    made.add_paragraph("1. Fenwick A. A book that does not exist. 2019.")
    return made
