"""Text and Markdown as people send them."""

from pathlib import Path

import pytest

from qualityaudit.document import Document
from qualityaudit.readers import read
from qualityaudit.structure import read_document

TEXT = """Texture of invented lungs and what a model makes of it

Ada Fenwick, Bo Lindqvist and Carla Prat
Department of Radiology, University of Westmark

ABSTRACT
We studied lungs of 90 patients. The AUC was 0.70.

1. Introduction

Lungs are large and well seen, which is why they were chosen for this work of ours by all three of its authors.

2. Methods

2.1 Patients

All 90 patients gave consent. Images had a slice thick-
ness of 1 mm, as Table 1 shows.
Table 1 lists the rest.

3. Results

The model reached an AUC of 0.70, and nobody was surprised by this figure, the authors least of all.

DISCUSSION

It was a small study of one hospital, and it should be repeated elsewhere by people with more patients.

References

1. Fenwick A. A book that is not there. 2011.
2. Prat C. Another one. 2012.
"""


def outline(document: Document) -> list[tuple[str, str, int]]:
    return [(s.kind, s.title, s.level) for s in document.sections if s.title]


def test_plain_text_has_title_authors_headings_and_references(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    path.write_text(TEXT, encoding="utf-8")
    document = read_document(path)
    assert document.front.title == "Texture of invented lungs and what a model makes of it"
    assert document.front.authors == ("Ada Fenwick", "Bo Lindqvist", "Carla Prat")
    assert outline(document) == [
        ("abstract", "ABSTRACT", 1),
        ("introduction", "Introduction", 1),
        ("methods", "Methods", 1),
        ("methods", "Patients", 2),
        ("results", "Results", 1),
        ("discussion", "DISCUSSION", 1),
        ("references", "References", 1),
    ]
    assert any("slice thickness of 1 mm" in s.text for s in document.sentences)


def test_a_text_with_a_paragraph_a_line_is_read_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    long = "A sentence that goes on for quite some time so that no one would take it for a wrapped line of a text. " * 3
    path.write_text(f"On livers and on spleens and more\nMethods\n{long}\nResults\n{long}\n")
    assert [kind for kind, _, _ in outline(read_document(path))] == ["methods", "results"]


def test_form_feeds_are_pages(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    path.write_text("Methods\n\nWe did this on the first page.\n\fResults\n\nWe found that on the second page.\n\f")
    document = read_document(path)
    assert document.source.pages == 2
    assert [s.page for s in document.sentences if s.part == "text"] == [1, 2]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_usual_encoding_is_read(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    path.write_bytes("Methods\r\n\r\nThe café measured 5 ± 1 µm in “all” cases.\r\n".encode(encoding))
    assert read_document(path).sentences[-1].text == "The café measured 5 ± 1 µm in “all” cases."


def test_markdown_of_all_sorts(tmp_path: Path) -> None:
    path = tmp_path / "paper.md"
    path.write_text(
        "---\ntitle: A study of nothing\nauthor: [{name: Ada Fenwick}]\ndate: 2021-03-04\n---\n\n"
        "Methods\n=======\n\nPatients\n--------\n\n<!-- hidden -->\n"
        "- Age over **18** years\n- No _prior_ surgery\n\nVoxels were 1 mm<sup>3</sup>, as others<sup>4,5</sup> did.\n\n"
        "| a \\| b | c |\n|---|---|\n| 1 | 2 |\n\n---\n\n# Results\n\nTable 1 shows it.\n"
    )
    document = read_document(path)
    assert (document.front.title, document.front.authors, document.front.year) == (
        "A study of nothing",
        ("Ada Fenwick",),
        2021,
    )
    assert outline(document) == [("methods", "Methods", 1), ("methods", "Patients", 2), ("results", "Results", 1)]
    texts = [s.text for s in document.sentences if s.part == "text"]
    assert texts == [
        "Age over 18 years",
        "No prior surgery",
        "Voxels were 1 mm³, as others did.",
        "Table 1 shows it.",
    ]
    assert [s.citations for s in document.sentences if s.citations] == [("4,5",)]
    assert document.tables[0].rows == (("a | b", "c"), ("1", "2"))


def test_a_bomb_of_aliases_in_the_front_matter_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "paper.md"
    levels = "\n".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 30))
    path.write_text(f"---\na0: &a0 [x, x]\n{levels}\nkeywords: *a29\ntitle: T\n---\n\n# Methods\n\nWe did it.\n")
    assert read_document(path).sentences[-1].text == "We did it."


def test_lines_without_a_blank_one_between_them_are_parted_where_they_end_early(tmp_path: Path) -> None:
    long = "The spleen was outlined on every slice by one reader who had read such images for many years at home."
    paragraph = "\n".join([long[:90], long[:88], "and that was all that was done on that day."])
    file = tmp_path / "paper.txt"
    file.write_text("\n".join(["Methods", *[paragraph] * 6, "Statistical analysis", *[paragraph] * 6]))
    texts = [block.text for block in read(file).blocks]
    assert texts[0] == "Methods"
    assert texts.index("Statistical analysis") == 7
    assert len(texts) == 14
