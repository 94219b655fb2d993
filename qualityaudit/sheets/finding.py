"""A paper and a folder in, the sheets people filled in for it out."""

from functools import lru_cache
from pathlib import Path

from qualityaudit.checklist import Checklist
from qualityaudit.errors import AnswersError
from qualityaudit.sheets.reading import UNNAMED, PersonSheet, read_sheets


def sheets_for(paper: str, folder: Path, checklist: Checklist) -> list[PersonSheet]:
    """Sheets in ``folder`` that name the paper (with or without its suffix) and the checklist, in order of file name.

    Raises:
        AnswersError: when the folder is missing or a sheet in it is wrong.
    """
    names = {paper, Path(paper).stem}
    return [
        sheet
        for sheet in _all(folder)
        if sheet.sheet.checklist == checklist.id
        and (sheet.sheet.paper in names or Path(sheet.sheet.paper).stem in names)
    ]


@lru_cache(maxsize=4)
def _all(folder: Path) -> tuple[PersonSheet, ...]:
    if not folder.is_dir():
        raise AnswersError(f"{folder}: no such folder of answer sheets")
    files = sorted(p for p in folder.rglob("*") if p.suffix.lower() in (".yaml", ".yml", ".csv") and p.is_file())
    sheets = [sheet for path in files for sheet in read_sheets(path)]
    for sheet in sheets:
        if sheet.by in ("", UNNAMED):
            raise AnswersError(f"{sheet.file}: nobody stands behind these answers yet; write your name behind by:")
    return tuple(sheets)
