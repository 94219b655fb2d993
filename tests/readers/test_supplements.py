"""What stands beside a paper and belongs to it."""

from pathlib import Path

import pytest

from qualityaudit.concepts import detect, load_library
from qualityaudit.corpus import find_papers
from qualityaudit.readers import paper_of, supplements_of
from qualityaudit.structure import read_document

PAPER = "# On livers\n\n## Abstract\n\nWe looked.\n\n## Methods\n\nSee the supplement.\n\n## Results\n\nNone.\n"
MORE = "# Supplement\n\n## Methods\n\n### Features\n\nGrey levels were discretised with a bin width of 25.\n"


@pytest.mark.parametrize(
    "name",
    [
        "smith_supp.md",
        "smith_supp2.pdf",
        "smith.supplement.docx",
        "smith-supplementary.pdf",
        "smith_supplementary_material_1.docx",
        "smith-supporting-information.txt",
        "smith_appendix.html",
        "smith-mmc1.docx",
    ],
)
def test_a_supplement_is_known_by_its_name(name: str, tmp_path: Path) -> None:
    paper = tmp_path / "smith.md"
    paper.write_text(PAPER)
    (tmp_path / name).write_text(MORE)
    assert supplements_of(paper) == (tmp_path / name,)
    assert paper_of(tmp_path / name) == paper
    assert find_papers([tmp_path]) == [paper]


@pytest.mark.parametrize("name", ["smith_supported.md", "smith2_supp.md", "smithsupp.md", "smith_2020.md"])
def test_other_names_are_papers_of_their_own(name: str, tmp_path: Path) -> None:
    paper = tmp_path / "smith.md"
    for path in (paper, tmp_path / name):
        path.write_text(PAPER)
    assert supplements_of(paper) == ()
    assert set(find_papers([tmp_path])) == {paper, tmp_path / name}


def test_a_supplement_that_is_named_is_read_alone(tmp_path: Path) -> None:
    (tmp_path / "smith.md").write_text(PAPER)
    (tmp_path / "smith_supp.md").write_text(MORE)
    document = read_document(tmp_path / "smith_supp.md")
    assert document.supplements == ()
    assert find_papers([tmp_path / "smith_supp.md"]) == [tmp_path / "smith_supp.md"]


def test_quotes_from_a_supplement_tell_its_file(tmp_path: Path) -> None:
    (tmp_path / "smith.md").write_text(PAPER)
    (tmp_path / "smith_supp.md").write_text(MORE)
    document = read_document(tmp_path / "smith.md")
    assert [source.name for source in document.supplements] == ["smith_supp.md"]
    assert document.front.title == "On livers"
    assert [s.index for s in document.sentences] == list(range(len(document.sentences)))
    sentence = next(s for s in document.sentences if "bin width" in s.text)
    section = document.section_of(sentence)
    assert section.kinds == {"supplement", "methods"}
    assert section.place == "smith_supp.md: Features"
    findings = detect(document, load_library())
    quotes = [findings.quote(f) for fs in findings.by_concept.values() for f in fs if f.sentence == sentence.index]
    assert {quote.section for quote in quotes} == {"smith_supp.md: Features"}


def test_sections_found_in_a_supplement_only_do_not_count_as_found(tmp_path: Path) -> None:
    (tmp_path / "smith.md").write_text("# On livers\n\n## Abstract\n\nWe looked.\n\n## Results\n\nNone.\n")
    (tmp_path / "smith_supp.md").write_text(MORE)
    found = read_document(tmp_path / "smith.md").found
    assert "methods" not in found
    assert "supplement" in found


def test_a_supplement_that_cannot_be_read_is_a_note(tmp_path: Path) -> None:
    (tmp_path / "smith.md").write_text(PAPER)
    (tmp_path / "smith_supp.pdf").write_bytes(b"%PDF-1.7\nnothing else")
    document = read_document(tmp_path / "smith.md")
    assert document.supplements == ()
    assert any("smith_supp.pdf" in note for note in document.notes)
