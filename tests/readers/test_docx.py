"""Word files as people write them."""

from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from qualityaudit.document import Document
from qualityaudit.errors import EmptyPaper
from qualityaudit.structure import read_document
from tests.readers.wordfiles import add_xml, article, saved


def texts(document: Document, part: str = "text") -> list[str]:
    return [s.text for s in document.sentences if s.part == part]


def test_heading_styles_become_sections(tmp_path: Path) -> None:
    document = read_document(saved(article(), tmp_path))
    assert [(s.title, s.kind, s.level) for s in document.sections if s.title] == [
        ("Abstract", "abstract", 1),
        ("Introduction", "introduction", 1),
        ("Methods", "methods", 1),
        ("Image acquisition", "methods", 2),
        ("Results", "results", 1),
        ("Discussion", "discussion", 1),
        ("References", "references", 1),
    ]
    assert document.quality == 1
    assert document.references == ("1. Fenwick A. A book that does not exist. 2019.",)


def test_title_authors_and_affiliations_stand_before_the_abstract(tmp_path: Path) -> None:
    front = read_document(saved(article(), tmp_path)).front
    assert front.title == "Texture of the spleen on CT and survival in invented lymphoma"
    assert front.authors == ("Ada Q. Fenwick", "Bo Lindqvist", "Carla de Souza-Prat")
    assert len(front.affiliations) == 2
    assert "Eastmark Hospital" in front.affiliations[1]


def test_tracked_changes_are_accepted(tmp_path: Path) -> None:
    made = article()
    run = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
    add_xml(
        made,
        run.format("We kept ")
        + f"<w:ins w:id='1' w:author='x'>{run.format('these new words')}</w:ins>"
        + "<w:del w:id='2' w:author='x'><w:r><w:delText>and not those</w:delText></w:r></w:del>"
        + run.format(" here."),
    )
    assert "We kept these new words here." in read_document(saved(made, tmp_path)).references


def test_a_deleted_paragraph_mark_joins_two_paragraphs(tmp_path: Path) -> None:
    made = docx.Document()
    deleted = "<w:pPr><w:rPr><w:del w:id='1' w:author='x'/></w:rPr></w:pPr>"
    add_xml(made, deleted + "<w:r><w:t xml:space='preserve'>All scans were </w:t></w:r>")
    add_xml(made, "<w:r><w:t>resampled to cubes.</w:t></w:r>")
    assert texts(read_document(saved(made, tmp_path))) == ["All scans were resampled to cubes."]


def test_superscripts_are_citations_or_exponents(tmp_path: Path) -> None:
    made = docx.Document()
    paragraph = made.add_paragraph("As others found")
    paragraph.add_run("3,4").font.superscript = True
    paragraph.add_run(", voxels of 1 mm")
    paragraph.add_run("3").font.superscript = True
    paragraph.add_run(" and a rate of 10")
    paragraph.add_run("-4").font.superscript = True
    paragraph.add_run(" were used.")
    sentence = next(s for s in read_document(saved(made, tmp_path)).sentences if s.part == "text")
    assert sentence.text == "As others found, voxels of 1 mm³ and a rate of 10⁻⁴ were used."
    assert sentence.citations == ("3,4",)


def test_tables_are_rows_and_take_the_legend_before_them(tmp_path: Path) -> None:
    made = article()
    made.add_heading("Appendix", 1)
    made.add_paragraph("Table 1. Patients of both sets.")
    table = made.add_table(rows=3, cols=3)
    for i, row in enumerate([["", "Training", "Test"], ["Patients", "80", "40"], ["Age", "61 ± 9", "60 ± 8"]]):
        for j, cell in enumerate(row):
            table.cell(i, j).text = cell
    table.cell(1, 1).merge(table.cell(2, 1))
    found = read_document(saved(made, tmp_path)).tables[0]
    assert found.caption == "Table 1. Patients of both sets."
    assert found.rows[0] == ("", "Training", "Test")
    assert found.rows[1] == ("Patients", "80 61 ± 9", "40")
    assert found.rows[2] == ("Age", "", "60 ± 8")


def test_comments_fields_and_hidden_text_are_left_out(tmp_path: Path) -> None:
    made = docx.Document()
    add_xml(
        made,
        "<w:r><w:t xml:space='preserve'>Seen </w:t></w:r>"
        "<w:r><w:instrText>REF secret</w:instrText></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden </w:t></w:r>"
        "<w:r><w:commentReference w:id='0'/></w:r><w:r><w:t>words only.</w:t></w:r>",
    )
    assert texts(read_document(saved(made, tmp_path))) == ["Seen words only."]


def test_text_boxes_and_content_controls_are_read(tmp_path: Path) -> None:
    made = docx.Document()
    box = (
        f"<w:p {nsdecls('w')} xmlns:v='urn:schemas-microsoft-com:vml'><w:r><w:t>Before the box.</w:t></w:r>"
        "<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>Figure 1. A box with a legend.</w:t></w:r></w:p>"
        "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    control = (
        f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>Inside a control.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    made.element.body.insert(0, parse_xml(box))
    made.element.body.insert(1, parse_xml(control))
    document = read_document(saved(made, tmp_path))
    assert texts(document) == ["Before the box.", "Inside a control."]
    assert texts(document, "caption") == ["Figure 1.", "A box with a legend."] or texts(document, "caption") == [
        "Figure 1. A box with a legend."
    ]


def test_bold_lines_are_headings_where_no_style_says_so(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph().add_run("Texture of invented livers and what becomes of them").bold = True
    for heading, text in [
        ("Introduction", "Livers matter to those who have one."),
        ("Materials and Methods", ""),
        ("Patients", "We took 80 patients of one centre."),
        ("Results", "The model failed."),
        ("Discussion", "It was to be expected."),
    ]:
        made.add_paragraph().add_run(heading).bold = True
        if text:
            made.add_paragraph(text)
    document = read_document(saved(made, tmp_path))
    assert [(s.title, s.kind, s.level) for s in document.sections if s.title] == [
        ("Introduction", "introduction", 1),
        ("Materials and Methods", "methods", 1),
        ("Patients", "methods", 2),
        ("Results", "results", 1),
        ("Discussion", "discussion", 1),
    ]
    assert document.front.title == "Texture of invented livers and what becomes of them"


def test_a_word_file_without_words_says_so(tmp_path: Path) -> None:
    path = saved(docx.Document(), tmp_path)
    with pytest.raises(EmptyPaper, match=r"holds no words"):
        read_document(path)
