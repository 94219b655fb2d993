"""Article pages as publishers serve them."""

from pathlib import Path

from qualityaudit.document import Document
from qualityaudit.structure import read_document

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Texture of lungs | Journal</title>
<meta name="citation_title" content="Texture of invented lungs: a study"><meta name="citation_author" content="Fenwick, Ada Q.">
<meta name="citation_author" content="Bo Lindqvist"><meta name="citation_author_institution" content="University of Westmark">
<meta name="citation_publication_date" content="2023/04/05"><meta name="citation_doi" content="doi:10.5555/LUNG.1">
<meta name="citation_journal_title" content="Journal of Lungs"><style>p {}</style></head><body>
<header class="site"><a href="/">Journal of Lungs</a><h2>Menu</h2></header><nav><a>Methods</a></nav><div class="cookie-banner"><p>We use cookies.</p></div>
<main><article><header><h1>Texture of invented lungs: a&nbsp;study</h1><ul class="authors"><li>Ada Q. Fenwick</li></ul></header>
<section id="abstract"><h2>Abstract</h2><h3>Purpose</h3><p>To see lungs.</p><h3>Methods</h3><p>We saw them.</p></section>
<div class="keywords"><h2>Keywords</h2><ul><li>lung</li><li>texture</li></ul></div>
<section><h2>1. Introduction</h2><p>Lungs are known<sup><a href="#r1">1</a>, <a href="#r2">2</a></sup> to breathe. They do.</p></section>
<section><h2>2. Methods</h2><h3>2.1 Images</h3><p>Voxels of 1 mm<sup>3</sup> were used.<br>Slices were thin.</p>
<div>A loose line of text inside a division.</div>
<ul><li>First step.</li><li><p>Second step.</p></li></ul>
<figure><img src="x.png"><figcaption><b>Figure 1.</b> A lung. <a>Open in new tab</a></figcaption></figure>
<div class="table-wrap"><div class="caption"><p><strong>Table 1</strong> Two groups</p></div><table><thead><tr><th>Group</th><th colspan="2">Size</th></tr></thead><tbody><tr><td>A</td><td>10</td><td>50%</td></tr></tbody></table></div>
</section><section><h2>3. Results</h2><p>The AUC was 0.70, which was what had been expected of so small a study as this one.</p></section>
<aside class="related"><h2>Discussion of other papers</h2><p>Buy them.</p></aside>
<section><h2>4. Discussion</h2><p>It was fine. We will do it again one day, with more lungs and with more people.</p></section>
<section><h2>References</h2><ol><li>Berg A. On spleens. 2001. <a>Google Scholar</a></li><li>Roy M. On hearts. 2002.</li></ol></section>
</article></main><footer><p>Terms and conditions.</p></footer><script>var methods = "none";</script></body></html>
"""


def read(tmp_path: Path, text: str = PAGE) -> Document:
    path = tmp_path / "paper.html"
    path.write_text(text, encoding="utf-8")
    return read_document(path)


def test_front_matter_is_taken_from_the_meta_tags(tmp_path: Path) -> None:
    front = read(tmp_path).front
    assert front.title == "Texture of invented lungs: a study"
    assert front.authors == ("Ada Q. Fenwick", "Bo Lindqvist")
    assert (front.journal, front.year, front.doi) == ("Journal of Lungs", 2023, "10.5555/lung.1")


def test_headings_are_sections_and_the_page_around_is_left_out(tmp_path: Path) -> None:
    document = read(tmp_path)
    assert [(s.kind, s.title, s.level) for s in document.sections if s.title] == [
        ("abstract", "Abstract", 1),
        ("abstract", "Purpose", 2),
        ("abstract", "Methods", 2),
        ("keywords", "Keywords", 1),
        ("introduction", "Introduction", 1),
        ("methods", "Methods", 1),
        ("methods", "Images", 2),
        ("results", "Results", 1),
        ("discussion", "Discussion", 1),
        ("references", "References", 1),
    ]
    everything = " ".join(s.text for s in document.sentences)
    for around in ("cookies", "Buy them", "Terms", "Menu", "var methods"):
        assert around not in everything


def test_paragraphs_marks_lists_legends_and_tables(tmp_path: Path) -> None:
    document = read(tmp_path)
    images = [s for s in document.sentences if document.section_of(s).title == "Images"]
    texts = [s.text for s in images if s.part == "text"]
    assert texts == [
        "Voxels of 1 mm³ were used.",
        "Slices were thin.",
        "A loose line of text inside a division.",
        "First step.",
        "Second step.",
    ]
    lungs = next(s for s in document.sentences if s.text.startswith("Lungs are"))
    assert lungs.text == "Lungs are known to breathe."
    assert lungs.citations == ("1,2",)
    assert document.tables[0].rows == (("Group", "Size", ""), ("A", "10", "50%"))
    assert document.tables[0].caption == "Table 1 Two groups"
    assert len(document.references) == 2


def test_a_page_without_article_tags_is_read_from_its_body(tmp_path: Path) -> None:
    body = "".join(f"<h2>{h}</h2><p>{'We did something here. ' * 8}</p>" for h in ("Methods", "Results"))
    document = read(tmp_path, f"<html><body><div id=content><h1>On livers</h1>{body}</div></body></html>")
    assert document.front.title == "On livers"
    assert {"methods", "results"} <= document.found


def test_old_encodings_are_read(tmp_path: Path) -> None:
    path = tmp_path / "paper.htm"
    text = (
        "<html><head><meta charset=iso-8859-1></head><body><h2>Methods</h2><p>5 \xb1 1 \xb5m caf\xe9. " + "More. " * 60
    )
    path.write_bytes(text.encode("latin-1"))
    assert any("5 ± 1 µm café." in s.text for s in read_document(path).sentences)
