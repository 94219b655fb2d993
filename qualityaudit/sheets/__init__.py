"""People's answer sheets: read, written, merged with the automatic answers; a person always wins."""

from qualityaudit.sheets.facts import correct
from qualityaudit.sheets.finding import sheets_for
from qualityaudit.sheets.merging import merge
from qualityaudit.sheets.reading import PersonSheet, read_sheet, read_sheets
from qualityaudit.sheets.writing import write_sheet

__all__ = ["PersonSheet", "correct", "merge", "read_sheet", "read_sheets", "sheets_for", "write_sheet"]
