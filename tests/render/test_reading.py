"""What ``qaudit text`` shows."""

import json
import re
from pathlib import Path

from qualityaudit.bench.fidelity import compare
from qualityaudit.document import Document
from qualityaudit.render.pageview import document_page
from qualityaudit.render.reading import json_text, markdown_text, outline_text
from qualityaudit.structure import read_document


def test_the_outline_shows_front_matter_sections_and_what_is_missing(examples: Path) -> None:
    text = outline_text(read_document(examples / "papers" / "glioma_idh.pdf"))
    assert re.search(
        r"^glioma_idh\.pdf \(pdf\): \d+ pages, \d+ sentences, \d tables, \d+ references$", text, re.MULTILINE
    )
    assert re.search(r"^\s+\d+  methods\s+Materials and methods", text, re.MULTILINE)
    assert text.endswith("All main sections were found.")


def test_an_outline_names_the_main_sections_that_are_missing(tmp_path: Path) -> None:
    path = tmp_path / "short.md"
    path.write_text("# A title\n\n## Methods\n\nWe did something.\n")
    assert "Not found: abstract, introduction, results, discussion" in outline_text(read_document(path))


def test_json_holds_the_whole_document(examples: Path) -> None:
    document = read_document(examples / "sources" / "liver_mvi.md")
    assert Document.model_validate(json.loads(json_text(document))) == document


def test_markdown_reads_back_as_the_same_paper(examples: Path, tmp_path: Path) -> None:
    document = read_document(examples / "sources" / "liver_mvi.md")
    path = tmp_path / "again.md"
    path.write_text(markdown_text(document), encoding="utf-8")
    again = read_document(path)
    figures = compare("liver", "md", document, again)
    assert min(figures.body, figures.heading_f1, figures.heading_level, figures.sentence_f1, figures.cells or 1) > 0.99
    assert again.front == document.front
    assert again.references == document.references


def test_the_page_view_shows_pages_with_boxes_and_needs_no_network(examples: Path) -> None:
    path = examples / "papers" / "glioma_idh.pdf"
    document = read_document(path)
    html = document_page(document, path)
    assert html.count("data:image/jpeg;base64,") == document.source.pages
    assert html.count('class="m ') > len(document.sentences)
    assert not re.search(r'(?:src|href)="https?:', html)


def test_the_page_view_escapes_what_a_paper_says(tmp_path: Path) -> None:
    path = tmp_path / "bad.md"
    path.write_text("# A title\n\n## Methods\n\nWe <script>alert(1)</script> did.\n")
    assert "<script>alert" not in document_page(read_document(path), path)
