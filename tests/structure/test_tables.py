"""Tables as rows of cells, whatever their cells hold."""

from pathlib import Path

from tests.structure.pages import prose, read

LEGEND = "<p style='font-size: 8.5pt'><b>Table 1</b> Patients of both sets.</p>"


def table(rows: list[list[str]], style: str = "") -> str:
    """A table in HTML; the first row is its head."""
    head = "".join(f"<th>{cell}</th>" for cell in rows[0])
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows[1:])
    return f"<table style='{style}'><tr>{head}</tr>{body}</table>"


def rows_read(folder: Path, rows: list[list[str]], style: str = "") -> list[list[str]]:
    """The rows of the one table of a page."""
    document = read(folder, prose(2) + LEGEND + table(rows, style) + prose(4))
    assert len(document.tables) == 1
    assert document.tables[0].caption.startswith("Table 1 Patients")
    return [list(row) for row in document.tables[0].rows]


def test_short_cells(tmp_path: Path) -> None:
    rows = [
        ["Variable", "Training", "Test"],
        ["Age (years)", "61 ± 9", "60 ± 8"],
        ["Women", "40 (33%)", "19 (31%)"],
        ["Deaths", "12", "7"],
    ]
    assert rows_read(tmp_path, rows) == rows


def test_cells_of_several_lines(tmp_path: Path) -> None:
    rows = [
        ["Name of the feature", "Image", "Coefficient of the model"],
        ["Grey level non-uniformity of the zone matrix", "filtered with a wavelet", "0.41 (0.22 to 0.60)"],
        ["Sphericity", "unfiltered", "−0.17 (−0.30 to −0.04)"],
        ["Median of the grey levels within the organ", "unfiltered", "0.09 (0.01 to 0.17)"],
    ]
    assert rows_read(tmp_path, rows, "width: 62mm; hyphens: auto") == rows


def test_empty_cells_and_groups_of_rows(tmp_path: Path) -> None:
    rows = [
        ["Variable", "All", "P"],
        ["Sex", "", "0.41"],
        ["women", "40", ""],
        ["men", "51", ""],
        ["Stage", "", "0.02"],
        ["I", "33", ""],
        ["II", "58", ""],
    ]
    assert rows_read(tmp_path, rows) == rows


def test_a_table_over_two_pages_has_its_head_once(tmp_path: Path) -> None:
    rows = [["Feature", "Mean", "SD"], *[[f"Feature number {i}", f"{i}.5", f"0.{i}"] for i in range(1, 90)]]
    document = read(
        tmp_path,
        prose(2)
        + LEGEND
        + table(rows).replace("<tr><th>", "<thead><tr><th>", 1).replace("</th></tr>", "</th></tr></thead>", 1)
        + prose(2),
    )
    found = [list(row) for t in document.tables for row in t.rows]
    assert found == rows
