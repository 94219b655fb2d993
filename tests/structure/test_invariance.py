"""An article is answered alike, whether read from its source or from a page set in two narrow columns."""

import re
from pathlib import Path

from qualityaudit.audit import load_kit, read_answers
from qualityaudit.structure import read_document
from tests.readers.rendered import html
from tests.structure.pages import pdf, prose, read, texts

COLUMNS = """@page { margin: 18mm 14mm; @top-left { content: "Berg et al. Annals of Invented Imaging (2021)"; font-size: 7pt }
@bottom-right { content: counter(page); font-size: 7pt } } body { font-size: 8.6pt; line-height: 1.25 }
.body { columns: 2; column-gap: 6mm; hyphens: auto } table { font-size: 7.4pt }"""


def test_two_narrow_columns_change_no_answer(examples: Path, tmp_path: Path) -> None:
    source = examples / "sources" / "liver_mvi.md"
    article = re.search(r"<article>(<h1>.*?</h1>)(.*)</article>", html(source).decode(), re.S)
    assert article
    line = "<p>Annals of Invented Imaging (2021) · https://doi.org/10.5555/aii.1<br>ORIGINAL ARTICLE</p>"
    path = pdf(tmp_path, f"{line}{article.group(1)}<div class=body>{article.group(2)}</div>", COLUMNS)
    kit = load_kit()
    told, printed = (read_answers(read_document(file), kit) for file in (source, path))
    for name, sheet in told.sheets.items():
        ours = {item: answer.settled for item, answer in printed.sheets[name].by_item.items()}
        assert ours == {item: answer.settled for item, answer in sheet.by_item.items()}


def test_the_title_is_a_sentence_of_its_own(tmp_path: Path) -> None:
    line = (
        "<p style='margin: 0'>Annals of Invented Imaging (2021) · https://doi.org/10.5555/aii.1<br>ORIGINAL ARTICLE</p>"
    )
    title = "How steady are textures of the spleen? A phantom on four scanners"
    names = "<p>Anna B. Berg, Carl D. Quillfeather, Emma Dale</p>"
    document = read(tmp_path, f"{line}<h1 style='margin: 0'>{title}</h1>{names}<h2>Introduction</h2>{prose(4)}")
    assert texts(document, "title") == [title]
    assert "Anna B. Berg, Carl D. Quillfeather, Emma Dale" in texts(document)


def test_legends_in_the_print_of_a_double_spaced_manuscript(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>{i}</td><td>Scanner {i}</td><td>{90 + 10 * i}</td></tr>" for i in range(1, 5))
    table = f"<table><tr><th>No.</th><th>Machine</th><th>Reference<br>current</th></tr>{rows}</table>"
    body = f"<h2>Methods</h2>{prose(3)}<p>Table 1. Machines and their currents</p>{table}<h3>Readers</h3>{prose(4)}"
    document = read(tmp_path, f"<h2>Introduction</h2>{prose(3)}{body}", "body { line-height: 2 }")
    assert texts(document, "caption") == ["Table 1.", "Machines and their currents"]
    assert document.tables[0].rows[0] == ("No.", "Machine", "Reference current")
    assert [(s.kind, s.title) for s in document.sections[-2:]] == [("methods", "Methods"), ("methods", "Readers")]


def test_numbers_at_the_top_of_a_page_that_are_cells(tmp_path: Path) -> None:
    tall = "<div style='height: 225mm'></div>"
    rows = "".join(f"<tr><td>Feature {c}</td><td>{n}</td><td>{n + 20}</td></tr>" for n, c in enumerate("abcdef", 31))
    table = f"<table style='font-size: 8.5pt'><tr><th>Name</th><th>Adults<br>79)</th><th>Children<br>49)</th></tr>{rows}</table>"
    legend = "<p style='font-size: 8.5pt; break-before: page'><b>Table 1</b> Patients of both sets.</p>"
    body = f"<h2>Introduction</h2>{prose(2)}{tall}{legend}{table}<h2>Methods</h2>{prose(3)}"
    document = read(tmp_path, body, "@page { margin-top: 8mm }")
    assert document.tables[0].rows[0] == ("Name", "Adults 79)", "Children 49)")
    assert document.tables[0].rows[1] == ("Feature a", "31", "51")
