"""Headings as journals print them, and the kind of section each opens."""

from pathlib import Path

import pytest

from tests.documents import from_markdown
from tests.structure.pages import outline, prose, read, texts


def article(*headings: str, tag: str = "h2") -> str:
    """A title and some paragraphs under each heading."""
    return "<h1>A title of several words</h1>" + "".join(f"<{tag}>{h}</{tag}>{prose(2)}" for h in headings)


def test_numbered_headings_keep_their_level(tmp_path: Path) -> None:
    body = article("1 Introduction", "2 Methods") + f"<h3>2.1 Reading of images</h3>{prose(2)}"
    document = read(tmp_path, body + f"<h2>3 Results</h2>{prose(2)}")
    assert [(s.title, s.level, s.kind) for s in document.sections if s.title][1:] == [
        ("Methods", 1, "methods"),
        ("Reading of images", 2, "methods"),
        ("Results", 1, "results"),
    ]


@pytest.mark.parametrize(
    ("methods", "results"),
    [
        ("METHODS", "RESULTS"),
        ("M E T H O D S", "R E S U L T S"),
        ("Materials and Methods", "Results"),
        ("Patients and methods", "Findings"),
        ("II. METHODOLOGY", "III. EXPERIMENTS"),
        ("2 | MATERIALS AND METHODS", "3 | RESULTS"),
        ("Experimental procedures", "Evaluation"),
        ("2 - Methods", "3 - Results"),
        ("(2) Our methods", "(3) Main results"),
        ("2.Methods", "3.Results"),
        ("Materials/Methods", "Results & discussion"),
        ("2 | METHODS", "3 | RESULTS"),
        ("2 — Theory and methods", "3 — Validation and results"),
        ("■ METHODS", "■ RESULTS"),
    ],
)
def test_methods_and_results_by_any_usual_name(tmp_path: Path, methods: str, results: str) -> None:
    found = read(tmp_path, article("Introduction", methods, results, "Discussion")).found
    assert {"introduction", "methods", "results", "discussion"} <= found


def test_methods_after_the_discussion(tmp_path: Path) -> None:
    document = read(tmp_path, article("Introduction", "Results", "Discussion", "Online Methods", "References"))
    assert [kind for kind, _ in outline(document)][:4] == ["introduction", "results", "discussion", "methods"]


def test_a_conclusion_alone_counts_as_discussion(tmp_path: Path) -> None:
    document = read(tmp_path, article("Abstract", "Introduction", "Methods", "Results", "Conclusion"))
    assert document.quality == 1.0


def test_subsections_of_a_mixed_section_are_of_both_kinds(tmp_path: Path) -> None:
    body = article("Introduction", "Methods") + f"<h2>Results and discussion</h2><h3>Repeatability</h3>{prose(2)}"
    assert {"results", "discussion"} <= read(tmp_path, body + article("References")).found


def test_run_in_headings_of_the_back_matter(tmp_path: Path) -> None:
    back = (
        "<p><b>Funding</b> The work had no funding at all.</p><p><b>Data availability</b> The masks are on request.</p>"
    )
    document = read(tmp_path, article("Introduction", "Methods", "Results", "Discussion") + back)
    assert ("declarations", "Funding") in outline(document)
    assert ("availability", "Data availability") in outline(document)


def test_the_note_under_a_table_opens_nothing(tmp_path: Path) -> None:
    note = "<p><i>Note.</i> The intervals are those of the test set.</p>"
    document = read(tmp_path, article("Introduction", "Methods", "Results") + note + article("Discussion"))
    assert "declarations" not in document.found


def test_a_word_of_the_back_matter_inside_the_results_opens_nothing(tmp_path: Path) -> None:
    body = article("Introduction", "Methods", "Results") + f"<h3>Funding</h3>{prose(2)}" + article("Discussion")
    kinds = [kind for kind, title in outline(read(tmp_path, body)) if title == "Funding"]
    assert kinds == ["results"]


def test_an_abstract_without_label_stands_between_authors_and_introduction(tmp_path: Path) -> None:
    abstract = f"<p>Ada Berg, Li Wei, Marc Roy</p><p style='font-weight: bold'>{'We measured the spleen in many ways. ' * 14}</p>"
    body = (
        f"<h1>A title of several words</h1>{abstract}" + article("Introduction", "Methods", "Results").split("</h1>")[1]
    )
    assert "abstract" in read(tmp_path, body).found


def test_keywords_without_heading_are_listed(tmp_path: Path) -> None:
    line = "<p><b>Keywords:</b> spleen; texture analysis; computed tomography</p>"
    document = read(tmp_path, article("Abstract") + line + article("Introduction", "Methods"))
    assert document.front.keywords == ("spleen", "texture analysis", "computed tomography")


def test_references_are_cut_off_but_kept(tmp_path: Path) -> None:
    listed = "".join(
        f"<p>{i}. Berg A, Wei L. Texture of organ {i}. J Invented Imaging 2020;{i}:1-9.</p>" for i in range(1, 8)
    )
    document = read(tmp_path, article("Introduction", "Methods", "Results", "References") + listed)
    assert sum("J Invented Imaging" in r for r in document.references) == 7
    assert not any("J Invented Imaging" in s for s in texts(document))


def test_a_subsection_named_reference_within_the_methods_is_no_list(tmp_path: Path) -> None:
    inner = f"<h3>2.1 Patients</h3>{prose(2)}<h3>2.2 Reference</h3>{prose(2)}<h3>2.3 Imaging</h3>{prose(2)}"
    document = read(
        tmp_path, article("1 Introduction", "2 Materials") + inner + article("3 Methods", "4 Results").split("</h1>")[1]
    )
    assert {s.kind for s in document.sections if s.title in ("Reference", "Imaging", "Methods")} == {"methods"}


def test_an_appendix_before_the_references_is_no_part_of_the_discussion(tmp_path: Path) -> None:
    headings = (
        "Introduction",
        "Methods",
        "Results",
        "Discussion",
        "Appendix A. Choice of cases",
        "Annex 2: Statistics",
    )
    document = read(tmp_path, article(*headings, "References"))
    kinds = {s.title: s.kind for s in document.sections}
    assert (kinds["Choice of cases"], kinds["Discussion"]) == ("supplement", "discussion")
    assert [s.kind for s in document.sections if "Statistics" in s.title] == ["supplement"]


def test_two_articles_in_one_file_are_reported(tmp_path: Path) -> None:
    one = article("Abstract", "Introduction", "Methods", "Results", "References")
    document = read(tmp_path, one + f"<div style='break-before: page'>{one}</div>")
    assert any("several articles" in note for note in document.notes)


def test_an_article_that_starts_mid_page_is_reported(tmp_path: Path) -> None:
    document = read(tmp_path, prose(6) + article("Abstract", "Introduction", "Methods"))
    assert any("middle of page 1" in note for note in document.notes)
    assert not read(tmp_path, article("Abstract", "Introduction")).notes


def test_statements_behind_the_references_are_declarations() -> None:
    entries = "\n\n".join(f"{i}. Bee A, Cee B. Cysts of the spleen. J Imag. 2019;4:{i}." for i in range(1, 9))
    stated = "This study was approved by the ethics committee of the hospital."
    document = from_markdown(f"# Cysts\n\n## Methods\n\nWe saw them all.\n\n## References\n\n{entries}\n\n{stated}")
    (found,) = [s for s in document.sentences if "approved" in s.text]
    assert document.sections[found.section].kind == "declarations"
    assert len(document.references) == 8


def test_a_legend_set_as_a_heading_opens_no_section() -> None:
    text = "Ducts were outlined and measured in all of them by a program that nobody had tried before."
    document = from_markdown(
        f"# Ducts of the pancreas\n\n## Methods\n\n{text}\n\n### Figure 2. Work-flow of the whole study\n\n{text}"
    )
    assert "Figure 2" not in " ".join(s.title for s in document.sections)
    assert [s.part for s in document.sentences if "Work-flow" in s.text] == ["caption"]
