"""JATS as publishers and PubMed Central write it."""

from pathlib import Path

from qualityaudit.document import Document
from qualityaudit.structure import read_document

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE article PUBLIC "-//NLM//DTD JATS v1.2//EN" "JATS-archivearticle1.dtd">
<article xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:mml="http://www.w3.org/1998/Math/MathML">
<front><journal-meta><journal-title-group><journal-title>Journal of Invented Imaging</journal-title></journal-title-group></journal-meta>
<article-meta><article-id pub-id-type="pmid">1</article-id><article-id pub-id-type="doi">https://doi.org/10.5555/ABC.1</article-id>
<title-group><article-title>Texture of the <italic>Liver</italic> in T<sub>1</sub> images<xref ref-type="fn">*</xref></article-title></title-group>
<contrib-group><contrib contrib-type="author"><name><surname>Fenwick</surname><given-names>Ada Q.</given-names></name><xref ref-type="aff"><sup>1</sup></xref></contrib>
<contrib contrib-type="author"><collab>The Liver Group</collab></contrib>
<contrib contrib-type="editor"><name><surname>Nobody</surname><given-names>N.</given-names></name></contrib></contrib-group>
<aff id="a1"><label>1</label>Department of Radiology, University of Westmark, Norway</aff>
<pub-date pub-type="epub"><year>2020</year></pub-date><pub-date pub-type="collection"><year>2021</year></pub-date>
<abstract><sec><title>Methods</title><p>We looked at livers.</p></sec><sec><title>Results</title><p>They differ.</p></sec></abstract>
<abstract abstract-type="key-points"><p>Livers differ.</p></abstract>
<kwd-group><kwd>liver</kwd><kwd>texture</kwd></kwd-group>
<funding-group><funding-statement>Nobody paid for it.</funding-statement></funding-group>
<custom-meta-group><custom-meta><meta-name>Data Availability</meta-name><meta-value>All data can be had from the authors.</meta-value></custom-meta></custom-meta-group>
</article-meta></front>
<body><p>Livers are large.</p>
<sec sec-type="materials|methods"><label>2</label><title>What we did</title>
<sec><title>Images</title><p>Voxels of 1&#160;mm<sup>3</sup> were used, as before<sup><xref ref-type="bibr" rid="r1">1</xref>,<xref ref-type="bibr" rid="r2">2</xref></sup>; &alpha; was 0.05 (<xref ref-type="table" rid="t1">Table 1</xref>).
<list><list-item><p>First step.</p></list-item><list-item><p>Second step.</p></list-item></list>Then we stopped.</p></sec></sec>
<sec sec-type="results"><title>Results</title><p>Area: <inline-formula><mml:math><mml:mi>A</mml:mi><mml:mo>=</mml:mo><mml:mn>3</mml:mn></mml:math><tex-math>\\documentclass{x}</tex-math></inline-formula>.</p></sec>
</body>
<back><ack><p>We thank all livers.</p></ack>
<fn-group><fn fn-type="conflict"><p>The authors have none.</p></fn></fn-group>
<app-group><app><title>Appendix A</title><p>More numbers.</p></app></app-group>
<ref-list><title>References</title><ref id="r1"><element-citation><name><surname>Berg</surname><given-names>A</given-names></name><article-title>On spleens</article-title><year>2001</year></element-citation></ref></ref-list></back>
<floats-group><table-wrap id="t1"><label>Table 1</label><caption><title>Two groups</title></caption><table><thead><tr><th rowspan="2">Group</th><th colspan="2">Size</th></tr><tr><th>n</th><th>%</th></tr></thead>
<tbody><tr><td>Men<sup>a</sup></td><td>10</td><td>50</td></tr></tbody></table><table-wrap-foot><p>n, number.</p></table-wrap-foot></table-wrap></floats-group>
<sub-article><front-stub/><body><p>A letter by someone else.</p></body></sub-article></article>
"""


def read(tmp_path: Path) -> Document:
    path = tmp_path / "paper.xml"
    path.write_text(HEAD, encoding="utf-8")
    return read_document(path)


def said(document: Document, kind: str) -> list[str]:
    return [s.text for s in document.sentences if kind in document.section_of(s).kinds and s.part != "heading"]


def test_front_matter_is_taken_from_the_metadata(tmp_path: Path) -> None:
    front = read(tmp_path).front
    assert front.title == "Texture of the Liver in T1 images"
    assert front.authors == ("Ada Q. Fenwick", "The Liver Group")
    assert front.affiliations == ("Department of Radiology, University of Westmark, Norway",)
    assert (front.journal, front.year, front.doi) == ("Journal of Invented Imaging", 2021, "10.5555/abc.1")
    assert front.keywords == ("liver", "texture")


def test_sections_take_the_kind_the_file_names(tmp_path: Path) -> None:
    document = read(tmp_path)
    kinds = [(s.kind, s.title, s.level) for s in document.sections if s.title]
    assert kinds == [
        ("abstract", "Abstract", 1),
        ("abstract", "Methods", 2),
        ("abstract", "Results", 2),
        ("abstract", "Key points", 1),
        ("keywords", "Keywords", 1),
        ("methods", "What we did", 1),
        ("methods", "Images", 2),
        ("results", "Results", 1),
        ("declarations", "Acknowledgements", 1),
        ("declarations", "Competing interests", 1),
        ("supplement", "Appendix A", 1),
        ("declarations", "Funding", 1),
        ("availability", "Data Availability", 1),
        ("references", "References", 1),
    ]
    assert said(document, "introduction") == ["Livers are large."]
    assert said(document, "availability") == ["All data can be had from the authors."]


def test_marks_entities_formulas_and_lists_are_read_as_a_person_does(tmp_path: Path) -> None:
    document = read(tmp_path)
    methods = [s for s in document.sentences if document.section_of(s).title == "Images" and s.part == "text"]
    assert methods[0].text == "Voxels of 1 mm³ were used, as before; α was 0.05 (Table 1)."
    assert methods[0].citations == ("1,2",)
    assert [s.text for s in methods[1:]] == ["Then we stopped.", "First step.", "Second step."]
    assert said(document, "results")[-1] == "Area: A=3."


def test_tables_of_the_floats_group_stand_where_they_are_first_cited(tmp_path: Path) -> None:
    document = read(tmp_path)
    table = document.tables[0]
    assert table.caption == "Table 1. Two groups."
    assert table.rows == (("Group", "Size", ""), ("", "n", "%"), ("Men", "10", "50"))
    assert document.sections[table.section].title == "Images"


def test_further_articles_are_left_out_and_said_so(tmp_path: Path) -> None:
    document = read(tmp_path)
    assert not any("someone else" in s.text for s in document.sentences)
    assert any("1 further article" in note for note in document.notes)
    assert document.references == ("Berg A On spleens 2001",)
