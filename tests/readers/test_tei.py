"""TEI as GROBID writes it."""

from pathlib import Path

from qualityaudit.structure import read_document

TEI = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xml:space="preserve" xmlns="http://www.tei-c.org/ns/1.0"><teiHeader xml:lang="en"><fileDesc>
<titleStmt><title level="a" type="main">Texture of invented kidneys</title></titleStmt>
<publicationStmt><publisher/><date type="published" when="2022-05-01">1 May 2022</date></publicationStmt>
<sourceDesc><biblStruct><analytic><author><persName><forename type="first">Ada</forename><forename type="middle">Q</forename><surname>Fenwick</surname></persName>
<affiliation><note type="raw_affiliation"><label>1</label> University of Westmark, Norway.</note></affiliation></author>
<title level="a">Texture of invented kidneys</title></analytic><monogr><title level="j" type="main">Journal of Kidneys</title><imprint/></monogr><idno type="DOI">10.5555/KID.1</idno></biblStruct></sourceDesc></fileDesc>
<profileDesc><textClass><keywords><term>kidney</term></keywords></textClass><abstract><div><p>We looked. It was good.</p></div></abstract></profileDesc></teiHeader>
<text><body>
<div><head n="1">Introduction</head><p coords="1,50,60,200,10">Kidneys are two <ref type="bibr" target="#b0">[1]</ref>. They filter<ref type="bibr" target="#b1">2,3</ref>.</p></div>
<div><head n="2">Methods</head><p>All of them.</p></div>
<div><head n="2.1">Imaging</head><p coords="2,50,60,200,10">Slices of 1 mm.</p></div>
<div><head>Results</head><p>The AUC was 0.7.</p></div>
<figure xml:id="f1"><head>Fig. 1</head><label>1</label><figDesc>A kidney.</figDesc></figure>
<figure type="table" xml:id="t1"><head>Table 1</head><label>1</label><figDesc>Sizes.</figDesc><table><row><cell>Group</cell><cell>n</cell></row><row><cell>A</cell><cell>10</cell></row></table></figure>
<note place="foot" n="1">A footnote.</note></body>
<back><div type="acknowledgement"><div><p>We thank the kidneys.</p></div></div><div type="availability"><div><p>Data on request.</p></div></div>
<div type="references"><listBibl><biblStruct><analytic><title level="a">On spleens</title><author><persName><forename>B</forename><surname>Berg</surname></persName></author></analytic><monogr><title level="j">J Spleen</title><imprint><date when="2001"/></imprint></monogr></biblStruct></listBibl></div></back></text></TEI>
"""


def test_a_grobid_file_is_a_paper(tmp_path: Path) -> None:
    path = tmp_path / "paper.grobid.tei.xml"
    path.write_text(TEI, encoding="utf-8")
    document = read_document(path)
    front = document.front
    assert (front.title, front.authors, front.year, front.doi, front.journal) == (
        "Texture of invented kidneys",
        ("Ada Q Fenwick",),
        2022,
        "10.5555/kid.1",
        "Journal of Kidneys",
    )
    assert front.affiliations == ("University of Westmark, Norway.",)
    assert [(s.kind, s.title, s.level) for s in document.sections if s.title] == [
        ("abstract", "Abstract", 1),
        ("keywords", "Keywords", 1),
        ("introduction", "Introduction", 1),
        ("methods", "Methods", 1),
        ("methods", "Imaging", 2),
        ("results", "Results", 1),
        ("declarations", "Acknowledgements", 1),
        ("availability", "Data availability", 1),
        ("references", "References", 1),
    ]
    texts = {s.text: s for s in document.sentences}
    assert texts["Kidneys are two [1]."].page == 1
    assert texts["They filter."].citations == ("2,3",)
    assert texts["Slices of 1 mm."].page == 2
    assert document.tables[0].rows == (("Group", "n"), ("A", "10"))
    assert document.tables[0].caption == "Table 1. Sizes."
    assert document.references == ("B Berg. On spleens. J Spleen. 2001",)
    assert document.source.format == "tei"
