"""People's sheets: what is read, what is refused and with which line, and who wins."""

from pathlib import Path

import pytest

from qualityaudit.answers import Answer, AnswerSheet, Quote
from qualityaudit.checklist import load_checklist
from qualityaudit.errors import AnswersError
from qualityaudit.score import score
from qualityaudit.sheets import merge, read_sheet, read_sheets, sheets_for, write_sheet

RQS = load_checklist("rqs")


def automatic() -> AnswerSheet:
    quote = Quote(text='Protocols: see *Table 1*; it\'s \x00 "complete" # 100 %', page=3)
    answers = []
    for item in RQS.items:
        chosen = () if item.select == "many" else (min(item.options, key=lambda o: o.points).id,)
        answers.append(
            Answer(item=item.id, chosen=chosen, guess=chosen, why="silent", reason="nothing", quotes=(quote,))
        )
    return AnswerSheet(checklist="rqs", paper="a: 'paper'.pdf", answers=tuple(answers))


def written(tmp_path: Path, text: str, name: str = "sheet.yaml") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_written_sheet_reads_back_the_same(tmp_path: Path) -> None:
    sheet = automatic()
    back = read_sheet(written(tmp_path, write_sheet(RQS, sheet)))
    assert back.sheet.paper == sheet.paper
    assert {a.item: a.chosen for a in back.sheet.answers} == {a.item: a.chosen for a in sheet.answers}


def test_a_person_wins_and_is_named() -> None:
    sheet = automatic()
    path = Path("unused.yaml")
    theirs = Answer(item="RQS-05", chosen=("either",), why="person", by="Ada")
    from qualityaudit.sheets import PersonSheet

    person = PersonSheet(sheet.model_copy(update={"answers": (theirs,)}), "Ada", path)
    merged = merge(sheet, person)
    assert merged.by_item["RQS-05"].chosen == ("either",)
    assert merged.by_item["RQS-05"].by == "Ada"
    assert merged.by_item["RQS-06"].by == "qualityaudit"
    assert score(RQS, merged).points == score(RQS, sheet).points + 6


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("  RQS-99: 'yes'", "sheet.yaml:4: answers.RQS-99: no such item in rqs"),
        ("  RQS-02: maybe", "sheet.yaml:4: answers.RQS-02: 'maybe' is no answer to this item (allowed: no, yes)"),
        ("  RQS-02: yes", "sheet.yaml:4: answers.RQS-02: YAML reads a bare yes or no"),
        ("  RQS-05: ['neither', 'either']", "only one answer is possible"),
        ("  RQS-02: na", "not applicable is no answer to this item"),
        ("  RQS-02: {anser: 'yes'}", "sheet.yaml:4: answers.RQS-02.anser: unknown key (did you mean answer?)"),
        ("  RQS-02: []", "exactly one answer is needed"),
    ],
)
def test_a_wrong_answer_names_file_line_and_what_is_allowed(tmp_path: Path, line: str, message: str) -> None:
    with pytest.raises(AnswersError) as caught:
        read_sheet(written(tmp_path, f"paper: p.pdf\nchecklist: rqs\nanswers:\n{line}\n"))
    assert message in str(caught.value)


def test_an_item_left_open_stays_automatic(tmp_path: Path) -> None:
    path = written(tmp_path, "paper: p.pdf\nchecklist: rqs\nby: Ada\nanswers:\n  RQS-02: '?'\n  RQS-03: 'yes'\n")
    assert [a.item for a in read_sheet(path).sheet.answers] == ["RQS-03"]


def test_a_table_holds_one_study_a_row_in_points_or_options(tmp_path: Path) -> None:
    path = written(tmp_path, "study,by,item1,RQS-05,item12\nA,Ada,2,either,-5\nB,Bo,documented,-3,same\n", "t.csv")
    first, second = read_sheets(path, "rqs")
    assert first.sheet.by_item["RQS-01"].chosen == ("documented", "public")
    assert first.sheet.by_item["RQS-12"].chosen == ("none",)
    assert second.sheet.by_item["RQS-05"].chosen == ("neither",)
    assert (first.sheet.paper, second.by) == ("A", "Bo")


def test_impossible_points_name_the_row(tmp_path: Path) -> None:
    path = written(tmp_path, "study,item5\nA,3\nB,0\n", "t.csv")
    with pytest.raises(AnswersError, match=r"t\.csv:3: RQS-05: 0 points are impossible \(allowed: -3, 3\)"):
        read_sheets(path, "rqs")


def test_sheets_are_found_by_the_paper_they_name(tmp_path: Path) -> None:
    written(tmp_path, "paper: smith.pdf\nchecklist: rqs\nby: Ada\nanswers: {RQS-02: 'yes'}\n", "a.yaml")
    written(tmp_path, "paper: jones\nchecklist: rqs\nby: Ada\nanswers: {RQS-02: 'yes'}\n", "b.yaml")
    assert [p.file.name for p in sheets_for("smith.pdf", tmp_path, RQS)] == ["a.yaml"]
    assert [p.file.name for p in sheets_for("jones.docx", tmp_path, RQS)] == ["b.yaml"]
    assert sheets_for("jones.docx", tmp_path, load_checklist("clear")) == []


def test_a_sheet_without_a_name_does_not_count_as_a_persons(tmp_path: Path) -> None:
    written(tmp_path, "paper: smith.pdf\nchecklist: rqs\nby: ''\nanswers: {RQS-02: 'yes'}\n", "a.yaml")
    with pytest.raises(AnswersError, match="write your name behind by:"):
        sheets_for("smith.pdf", tmp_path, RQS)
