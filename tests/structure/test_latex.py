"""What LaTeX classes do to a page must not show in what is read from it."""

from pathlib import Path

from qualityaudit.readers.pages import Cell, Line, Sheet
from qualityaudit.readers.typography import clean
from qualityaudit.structure.folios import paged
from qualityaudit.structure.furniture import without_furniture
from qualityaudit.structure.joining import Joiner
from qualityaudit.structure.layout import blocks_of
from qualityaudit.structure.linenumbers import unnumbered
from qualityaudit.structure.tablerows import rows_of
from tests.structure.pages import prose, read, texts

WORDS = "The contours of the spleen were drawn by one reader who did not know what came of the patients"


def line(text: str, y: float, x: float = 72, page: int = 1, size: float = 10, width: float = 0, **more: object) -> Line:
    """A line of print, five points a character where no width is given."""
    made = Line(text, page, x, y, x + (width or 5 * len(text)), y + 0.9 * size, size, "Times")
    for name, value in more.items():
        setattr(made, name, value)
    return made


def row(texts: list[str], y: float, lefts: tuple[int, ...] = (72, 172, 252), size: float = 8) -> Line:
    """A line of a table, each cell at one of the lefts."""
    cells = [Cell(t, x, x + 4 * len(t), y, y + 7) for t, x in zip(texts, lefts, strict=False) if t]
    made = Line(" ".join(t for t in texts if t), 1, cells[0].x0, y, cells[-1].x1, y + 7, size, "Times")
    made.cells = cells if len(cells) > 1 else []
    return made


def body(count: int, y: float, page: int = 1) -> list[Line]:
    """Lines of the running text."""
    return [line(WORDS, y + 12 * i, page=page) for i in range(count)]


def roles(lines: list[Line]) -> list[tuple[str, str]]:
    """Role and text of the blocks on a page."""
    return [(b.role, b.text) for b in blocks_of([Sheet(1, 612, 792, lines)])]


def test_a_legend_under_its_number_is_one_legend() -> None:
    label = line("TABLE II", 300, x=260, size=8)
    legend = line("OUTCOME IN BOTH GROUPS", 311, x=240, size=6.4)
    rows = [row(["", "Test", "Training"], 325), row(["Deaths", "12", "7"], 336), row(["Women", "40", "19"], 346)]
    blocks = blocks_of([Sheet(1, 612, 792, [*body(12, 100), label, legend, *rows, *body(20, 400)])])
    assert [b.text for b in blocks if b.role == "caption"] == ["TABLE II OUTCOME IN BOTH GROUPS"]
    assert [b.rows[1] for b in blocks if b.role == "table"] == [["Deaths", "12", "7"]]


def test_the_number_of_a_legend_at_the_top_of_pages_is_no_running_head() -> None:
    sheets = [Sheet(n, 612, 792, [line(f"Table {n}", 70, page=n, bold=True), *body(30, 120, n)]) for n in (1, 2, 3)]
    assert [lines[0].text for lines in without_furniture(sheets)] == ["Table 1", "Table 2", "Table 3"]


def test_running_heads_that_change_are_known_by_the_number_in_them() -> None:
    heads = ["4.1 Background 31", "32 Chapter 4", "4.2 Patients 33", "34 Chapter 4", "4.3 Outcome 35", "36 Chapter 4"]
    sheets = [Sheet(n, 612, 792, [line(h, 100, page=n), *body(30, 130, n)]) for n, h in enumerate(heads, 1)]
    found = paged(sheets)
    assert all(id(sheet.lines[0]) in found for sheet in sheets)
    assert not any(id(x) in found for sheet in sheets for x in sheet.lines[1:])


def test_line_numbers_are_left_out_where_few_stand_on_a_page() -> None:
    full = [line(f"{i} {WORDS}", 24 * i, x=55) for i in range(1, 26)]
    few = [line("2.5 Outlines", 100, x=55, citations=[(0, "26")]), line(f"27 {WORDS}", 124, x=55)]
    table = [row([name, "12", "7"], 300 + 12 * i, lefts=(120, 200, 280)) for i, name in enumerate("abcdefgh")]
    sheets = [Sheet(1, 612, 792, full), Sheet(2, 612, 792, [*few, *table])]
    first, second = unnumbered([full, [*few, *table]], sheets)
    assert {x.text for x in first} == {WORDS}
    assert [x.text for x in second[:3]] == ["2.5 Outlines", WORDS, "a 12 7"]
    assert second[0].citations == []


def test_rows_between_rules_are_not_one_cell() -> None:
    rows = [row(["", "Test", "Training"], 100)]  # a rule follows, and more room than between rows
    rows += [row([name, "12.1", "7.3"], 116 + 10 * i) for i, name in enumerate(("Age", "Weight", "Dose"))]
    assert [cells[0] for cells in rows_of(rows, Joiner([]))] == ["", "Age", "Weight", "Dose"]


def test_a_wrapped_cell_goes_on_where_rows_stand_close() -> None:
    rows = [row(["Tumour", "Scanner", "n"], 100), row(["Glioma", "Signa, 3 T, with the", "12"], 116)]
    rows += [row(["", "body coil"], 126), row(["Sarcoma", "Aera", "7"], 136), row(["Lymphoma", "Skyra", "9"], 146)]
    assert rows_of(rows, Joiner([]))[1:3] == [
        ["Glioma", "Signa, 3 T, with the body coil", "12"],
        ["Sarcoma", "Aera", "7"],
    ]


def test_a_row_whose_gaps_were_not_seen_does_not_melt_the_columns() -> None:
    rows = [row(["Window", ".910", ".824"], 100 + 12 * i) for i in range(3)]
    whole = row(["Wide -.018 -.021"], 136)
    whole.x1 = 270
    read_rows = rows_of([*rows, whole], Joiner([]))
    assert read_rows[0] == ["Window", ".910", ".824"]


def test_halves_of_a_broken_word_are_no_words() -> None:
    lines = [line("advanced architec", 100, joined=True), line("tures and more", 112)]
    assert Joiner(lines).block("paragraph", lines).text == "advanced architectures and more"


def test_a_list_item_with_a_bold_start_is_no_heading() -> None:
    item = line("3. Build classifiers and evaluate their pre", 260, bold=True, joined=True)
    rest = line("dictive performance. " + WORDS[:60], 272, lead=20)
    assert not [text for role, text in roles([*body(12, 100), item, rest, *body(20, 300)]) if role == "heading"]


def test_small_bold_subheadings_with_a_letter_are_headings() -> None:
    title = line("Spleens of the world in pictures", 60, size=17)
    head = line("A. Choice of the threshold", 265, x=150, size=9, bold=True)
    assert ("heading", "A. Choice of the threshold") in roles([title, *body(12, 100), head, *body(20, 300)])


def test_references_without_a_heading_are_references() -> None:
    items = [line(f"[{n}] A. Berg, Spleens of the world, J. Spleen {n}.", 400 + 11 * n, size=9) for n in range(1, 13)]
    blocks = blocks_of([Sheet(1, 612, 792, [*body(14, 100), *items])])
    assert [b.kind for b in blocks if b.text.startswith("[")] == ["references"] + 11 * [""]


def test_a_chapter_has_its_main_sections_one_deeper(tmp_path: Path) -> None:
    names = ("Introduction", "Methods", "Results", "Discussion")
    parts = "".join(f"<h2>4.{i} {name}</h2>{prose(3, 10 * i)}" for i, name in enumerate(names, 1))
    document = read(tmp_path, f"<h1>A chapter about the spleen</h1>{parts}")
    assert [s.kind for s in document.sections if s.title in names] == [
        "introduction",
        "methods",
        "results",
        "discussion",
    ]


def test_a_table_behind_the_results_goes_home(tmp_path: Path) -> None:
    table = "<p style='font-size:8pt'><b>Table 1</b> Women and deaths.</p><table><tr><th>Set</th><th>n</th></tr><tr><td>Test</td><td>12</td></tr></table>"
    named = "<p>The sets are compared with each other in Table 1 of this article.</p>"
    order = (("Introduction", prose(3)), ("Methods", prose(3, 10)), ("Results", named + prose(3, 20)))
    start = "".join(f"<h2>{name}</h2>{text}" for name, text in order)
    document = read(tmp_path, f"{start}<h2>Discussion</h2>{prose(2, 30)}{table}{prose(2, 40)}")
    assert [document.sections[t.section].kind for t in document.tables] == ["results"]
    assert [document.sections[s.section].kind for s in document.sentences if s.part == "caption"] == ["results"]


def test_a_turned_page_keeps_cells_and_decimals(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>Value {i}</td><td>0.{i}5</td><td>1.2{i}</td></tr>" for i in range(1, 8))
    turned = (
        "<div style='break-before: page; position: relative; height: 200mm'><div style='position: absolute; width: 200mm;"
        " transform-origin: 0 0; transform: translate(0, 200mm) rotate(-90deg)'><p style='font-size: 8pt'><b>Table 1</b>"
        f" All values.</p><table>{rows}</table></div></div>"
    )
    document = read(tmp_path, prose(8) + turned)
    assert document.tables[0].rows[1] == ("Value 2", "0.25", "1.22")


def test_accents_stand_on_the_letter_behind_them() -> None:
    assert clean("Łód´z, S˜ao Jos´e, ˇSkoda, Erd˝os, na¨ıve") == "Łódź, São José, Škoda, Erdős, naïve"
    assert clean("x¯ and 10ˆexp") == "x¯ and 10ˆexp"


def test_a_power_drawn_apart_is_no_citation() -> None:
    pieces = [line("(χ", 300, x=72, width=8), line("= 8.9, p = 0.003)", 300, x=80.5, citations=[(0, "2")])]
    sheet = Sheet(1, 612, 792, [*body(10, 100), *pieces, *body(10, 320)])
    assert "(χ2 = 8.9, p = 0.003)" in [x.text for x in without_furniture([sheet])[0]]


def test_headings_in_capitals_end_where_capitals_end() -> None:
    head = line("IV. DESCRIPTIVE METHODOLOGY", 270, x=150)
    found = roles([*body(12, 100), head, *body(20, 288)])
    assert ("heading", "IV. DESCRIPTIVE METHODOLOGY") in found


def test_an_abstract_in_parts_needs_no_heading(tmp_path: Path) -> None:
    start = "<h1>Spleens of the world in pictures</h1><p><b>Background:</b> Spleens are seldom measured, though they differ a good deal among us.</p>"
    parts = "".join(f"<h2>{n}</h2>{prose(3, 10 * i)}" for i, n in enumerate(("Introduction", "Methods", "Results")))
    document = read(tmp_path, start + parts)
    assert "Background: Spleens are seldom measured, though they differ a good deal among us." in texts(document)
    assert "abstract" in document.found


def test_a_formula_set_apart_is_no_heading() -> None:
    formula = line("Vtotal = N × (sx · sy · sz)", 234, x=240, page=2, size=11)
    formula.font = "CMMI10"
    sheets = [Sheet(1, 612, 792, body(40, 100)), Sheet(2, 612, 792, [*body(10, 100, 2), formula, *body(20, 262, 2)])]
    assert [b.text for b in blocks_of(sheets) if b.role == "heading"] == []


def test_a_heading_goes_on_below_a_word_that_cannot_end_it() -> None:
    first = line("2.6 How far tracts can be followed in", 232, width=110, bold=True)
    second = line("Degeneration", 244, bold=True)
    for one in (first, second):
        one.font = "Times-Bold"
    found = roles([*body(10, 100), first, second, *body(20, 262)])
    assert [text for role, text in found if role == "heading"] == [f"{first.text} {second.text}"]
