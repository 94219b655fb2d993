"""The first page: title, authors, journal, year, DOI, as printed in many ways."""

from pathlib import Path

import pytest

from qualityaudit.readers.pages import Line, Sheet
from qualityaudit.structure import read_document
from qualityaudit.structure.authors import authors_of, is_name
from qualityaudit.structure.byline import byline
from qualityaudit.structure.firstpage import Row, rows_below, title_lines, title_of
from qualityaudit.structure.imprint import doi_of, journal_of, year_of
from tests.structure.pages import prose, read


def line(text: str, y: float, size: float = 9.0, x: float = 60.0) -> Line:
    """A line of print on page one."""
    return Line(text, 1, x, y, x + 0.5 * size * len(text), y + 1.2 * size, size, "Serif")


def page(*lines: Line, margin: str = "") -> list[Sheet]:
    """One page of the size A4."""
    return [Sheet(1, 595, 842, list(lines), [margin] if margin else [])]


@pytest.mark.parametrize(
    ("text", "journal", "year"),
    [
        ("Annals of Invented Imaging (2021) 12:345–356", "Annals of Invented Imaging", 2021),
        ("Annals of Invented Imaging 12 (2021) 100345", "Annals of Invented Imaging", 2021),
        ("J Invent Imaging 2020;11(4):770-789 | http://dx.doi.org/10.5555/jii", "J Invent Imaging", 2020),
        ("Inventions 2016, 8, 200; doi:10.5555/inventions8070200", "Inventions", 2016),
        ("Proceedings of Invented Learning 301:183–194, 2025 Full Paper", "Proceedings of Invented Learning", 2025),
        ("Berg et al. Invented Research and Practice (2019) 1:18", "Invented Research and Practice", 2019),
        ("INVENTED COMMUNICATIONS | 5:4006 | DOI: 10.5555/inv", "Invented Communications", None),
        (
            "Invented Network Open. 2022;5(12):e2244495. doi:10.5555/x (Reprinted) December 1, 2022",
            "Invented Network Open",
            2022,
        ),
    ],
)
def test_citation_lines_name_journal_and_year(text: str, journal: str, year: int | None) -> None:
    assert journal_of(page(line(text, 30)), "") == (journal, year)


@pytest.mark.parametrize(
    "text", ["Received 3 May 2020; accepted 4 June 2020", "Published online 2 May 2021", "Page 2 of 16", "1 3"]
)
def test_dates_and_numbers_are_no_journals(text: str) -> None:
    assert journal_of(page(line(text, 30)), "")[0] is None


def test_a_preprint_has_its_server_and_the_year_of_its_stamp() -> None:
    sheets = page(line("A title of some words", 100, 17), margin="arXiv:2301.01234v2 [eess.IV] 9 Feb 2023")
    assert journal_of(sheets, "")[0] == "arXiv"
    assert year_of(sheets, None, "", "") == 2023


def test_the_year_of_publication_goes_before_that_of_acceptance() -> None:
    sheets = page(
        line("Received: 3 May 2019 / Accepted: 4 June 2019", 40), line("Published online: 2 January 2020", 52)
    )
    assert year_of(sheets, None, "", "") == 2020
    assert year_of(page(line("A page without dates", 40)), None, "", "D:20180314") == 2018


def test_the_doi_stands_at_an_edge_not_in_a_sentence() -> None:
    own, other = (
        "https://doi.org/10.5555/own.1",
        "were taken from the collection at https://doi.org/10.5555/data.2 and read",
    )
    assert doi_of(page(line(own, 800), line(other, 400)), "") == "10.5555/own.1"
    assert doi_of(page(line(other, 600)), "") is None
    assert doi_of(page(line("doi: 10.5555/own.", 30), line("2021.7", 41)), "") == "10.5555/own.2021.7"


def test_the_title_is_the_largest_print_that_is_no_label() -> None:
    sheet = page(line("INVENTED MEDICINE", 30, 20), line("RESEARCH ARTICLE", 60, 12), line("Texture of the spleen on CT and the", 90, 17),
                 line("survival of invented patients", 110, 17), line("Ada Berg, Li Wei", 140, 10))[0]  # fmt: skip
    assert (
        title_of(sheet, title_lines(sheet), "") == "Texture of the spleen on CT and the survival of invented patients"
    )
    assert (
        title_of(sheet, title_lines(sheet), "untitled.docx")
        == "Texture of the spleen on CT and the survival of invented patients"
    )


def test_authors_in_one_list_with_marks_and_degrees() -> None:
    row = Row([line("", 0)], "Ada Q. Berg, MD, PhD,1,* Li Wei,2 Jürgen van der Roy, MSc, and O. K. Nwosu")
    assert authors_of([row], "") == ("Ada Q. Berg", "Li Wei", "Jürgen van der Roy", "O. K. Nwosu")


def test_authors_line_by_line_with_mail_addresses() -> None:
    sheet = page(line("Texture of the spleen on CT", 90, 17), line("Ada Berg1 ada.berg@invented.example", 130, 10), line("1 Department of Imaging, Invented University", 144, 9),
                 line("Li Wei2 wei@invented.example", 158, 10), line("Abstract", 190, 11))[0]  # fmt: skip
    assert authors_of(rows_below(sheet, title_lines(sheet)), "") == ("Ada Berg", "Li Wei")


@pytest.mark.parametrize(
    "text", ["Invented University", "United Kingdom", "The Prospective", "ada berg", "Department of Imaging", "Berg"]
)
def test_no_name(text: str) -> None:
    assert not is_name(text)


def test_the_front_of_a_whole_page(tmp_path: Path) -> None:
    body = (
        "<p style='font-size: 8pt'>Annals of Invented Imaging (2021) 12:345 · https://doi.org/10.5555/aii.2021.7</p>"
        "<h1>Texture of the spleen on CT and survival in invented lymphoma</h1><p>Ada Berg<sup>1</sup>, Li Wei<sup>2</sup></p>"
        "<p style='font-size: 8pt'><sup>1</sup>Department of Imaging, Invented University, Bergen, Norway</p>"
        f"<h2>Abstract</h2>{prose(2)}<p><b>Keywords</b> spleen, texture</p><h2>Introduction</h2>{prose(3)}"
    )
    front = read(tmp_path, body).front
    assert front.title == "Texture of the spleen on CT and survival in invented lymphoma"
    assert front.authors == ("Ada Berg", "Li Wei")
    assert (front.journal, front.year, front.doi) == ("Annals of Invented Imaging", 2021, "10.5555/aii.2021.7")
    assert front.keywords == ("spleen", "texture")


def test_the_last_name_may_be_cut_by_the_end_of_its_row() -> None:
    rows = [Row([line(text, y)], text) for y, text in ((80, "Anna B. Berg, Carl Quill, Emma"), (92, "Dale"))]
    assert authors_of(rows, "") == ("Anna B. Berg", "Carl Quill", "Emma Dale")


def test_a_typed_front_page_names_authors_journal_and_year(tmp_path: Path) -> None:
    paper = tmp_path / "typed.md"
    paper.write_text(
        "# Texture of the spleen\n\nAda Berg, MD¹,² • Li Wei, MS³ • Marc Roy, PhD¹ on behalf of the SPLEEN group\n\n"
        "¹ Department of Imaging, Invented University, Bergen, Norway\n\n"
        "*Journal of Invented Imaging* 2021; 9(4): 311–320. doi: 10.5555/jii.2021.0311\n\n## Abstract\n\nWe measured.\n"
    )
    front = read_document(paper).front
    assert front.authors == ("Ada Berg", "Li Wei", "Marc Roy")
    assert (front.journal, front.year, front.doi) == ("Journal of Invented Imaging", 2021, "10.5555/jii.2021.0311")


def test_names_set_in_bold_with_raised_letters_are_authors(tmp_path: Path) -> None:
    paper = tmp_path / "bold.md"
    paper.write_text(
        "# Texture of the spleen\n\n**Ada van den Berg ᵃ, Li Wei ᵇ, Marc de la Roy ᵃ**\n\n"
        "ᵃ Department of Imaging, Invented University, Bergen, Norway\n\n## Abstract\n\nWe measured.\n"
    )
    assert read_document(paper).front.authors == ("Ada van den Berg", "Li Wei", "Marc de la Roy")


def test_a_paper_under_blind_review_names_nobody(tmp_path: Path) -> None:
    paper = tmp_path / "blind.md"
    paper.write_text("# Texture of the spleen\n\nAnonymized Authors\n\n## Abstract\n\nWe measured.\n")
    assert read_document(paper).front.authors == ()


@pytest.mark.parametrize(
    ("names", "authors"),
    [
        ("Ada Berg(1), Li Wei(1,2), and Marc Roy(3, #)", ("Ada Berg", "Li Wei", "Marc Roy")),
        ("Ada van den Berg [1*], Li Wei [2]", ("Ada van den Berg", "Li Wei")),
        ("Ada Berg (ID20441100), Li Wei (ID20441101), Roy M.", ("Ada Berg", "Li Wei", "Roy M")),
        ("1st Ada Berg, 2nd Li Wei", ("Ada Berg", "Li Wei")),
        ("**Ada Berg**", ("Ada Berg",)),
        ("Original Article", ()),
    ],
)
def test_marks_beside_names_in_any_brackets(tmp_path: Path, names: str, authors: tuple[str, ...]) -> None:
    paper = tmp_path / "marks.md"
    paper.write_text(
        f"# Texture of the spleen\n\n{names}\n\nInvented University, Bergen\n\n## Abstract\n\nWe measured.\n"
    )
    assert read_document(paper).front.authors == authors


def test_a_typed_preprint_names_its_server(tmp_path: Path) -> None:
    paper = tmp_path / "preprint.md"
    paper.write_text(
        "# Texture of the spleen\n\nAda Berg\n\narXiv:1904.00001v1, 24 Apr 2019\n\n## Abstract\n\nWe saw.\n"
    )
    front = read_document(paper).front
    assert (front.authors, front.journal, front.year) == (("Ada Berg",), "arXiv", 2019)


def test_authors_one_a_line_with_their_orcid() -> None:
    lines = [
        "Ada B Winter1 ([ORCID: 0000-0001-2345-6789](https://orcid.org/0000-0001-2345-6789))",
        "Bo Li2",
        "Cy Stone1 (0000-0002-2345-678X) †",
        "1 Department of Radiology, University of Norland",
    ]
    assert byline(lines)[0] == ("Ada B Winter", "Bo Li", "Cy Stone")
