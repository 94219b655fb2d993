"""A CorpusReport in, CSV out: wide (a row a paper) and long (a row a paper and item)."""

import csv
import io
from collections.abc import Iterable, Mapping

from qualityaudit.checklist import Checklist, Item
from qualityaudit.render.words import place
from qualityaudit.report import CorpusReport, InstrumentReport, PaperReport, facts, points

Cell = str | int | float | bool | None

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""First characters that a spreadsheet may take for the start of a formula (after blanks as well)."""

SEPARATOR = "|"


def wide_rows(corpus: CorpusReport) -> list[dict[str, Cell]]:
    """One row a paper: front matter, scores, study facts and every answer (the empty answer is undecided)."""
    return [_wide(paper, corpus.checklists) for paper in corpus.papers]


def long_rows(corpus: CorpusReport) -> list[dict[str, Cell]]:
    """One row a paper and item."""
    return [
        _long(paper, report, item)
        for paper in corpus.papers
        for report in paper.instruments
        for item in report.checklist.items
    ]


def to_csv(rows: Iterable[Mapping[str, Cell]]) -> str:
    """Rows as CSV (RFC 4180, UTF-8 text, ``\\r\\n``); cells that look like formulas are made harmless."""
    made = list(rows)
    columns = list(dict.fromkeys(key for row in made for key in row))
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([harmless(column) for column in columns])
    writer.writerows([harmless(row.get(column)) for column in columns] for row in made)
    return out.getvalue()


def harmless(cell: Cell) -> str:
    """A cell as text. Words that a spreadsheet would run as a formula get an apostrophe; numbers stay numbers."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, int | float):
        return repr(cell)
    return f"'{cell}" if cell.startswith(DANGEROUS) or cell.lstrip().startswith(DANGEROUS) else cell


def _wide(paper: PaperReport, checklists: Iterable[Checklist]) -> dict[str, Cell]:
    front = paper.front
    row: dict[str, Cell] = {
        "paper": paper.source.name,
        "title": front.title,
        "first_author": front.authors[0] if front.authors else None,
        "year": front.year,
        "journal": front.journal,
        "doi": front.doi,
        "primary": paper.primary,
        "why_not_primary": paper.why_not_primary,
        "structure_quality": round(paper.quality, 3),
        "sha256": paper.source.sha256,
    }
    reports = {report.checklist.id: report for report in paper.instruments}
    judged = [reports[c.id] for c in checklists if c.id in reports]
    for report in judged:
        row |= score_cells(report)
    row |= {fact.name: SEPARATOR.join(fact.values) for fact in facts(paper.study)}
    for report in judged:
        row |= {item.id: _chosen(report, item) for item in report.checklist.items}
    return row


def _chosen(report: InstrumentReport, item: Item) -> str:
    chosen = report.answer_to(item).chosen
    return "" if chosen is None else SEPARATOR.join(chosen) or "none"


def _long(paper: PaperReport, report: InstrumentReport, item: Item) -> dict[str, Cell]:
    answer = report.answer_to(item)
    quote = answer.quotes[0] if answer.quotes else None
    return {
        "paper": paper.source.name,
        "primary": paper.primary,
        "checklist": report.checklist.id,
        "item": item.id,
        "title": item.title,
        "answer": _chosen(report, item),
        "guess": SEPARATOR.join(answer.settled),
        "points": points(item, answer.chosen) if answer.chosen is not None else None,
        "confidence": answer.confidence,
        "why": answer.why,
        "reason": answer.reason,
        "quote": quote.text if quote else None,
        "page": quote.page if quote else None,
        "section": quote.section if quote else None,
        "more_quotes": SEPARATOR.join(f"{q.text} ({place(q)})" for q in answer.quotes[1:]),
        "seen_not_counted": SEPARATOR.join(f"{q.text} ({q.standing}; {place(q)})" for q in answer.seen),
        "by": answer.by,
        "note": answer.note,
    }


def score_cells(report: InstrumentReport) -> dict[str, Cell]:
    """The score of one instrument as columns that start with its id."""
    name, score = report.checklist.id, report.score
    cells: dict[str, Cell] = {
        f"{name}_points": score.points,
        f"{name}_points_low": score.points_low,
        f"{name}_points_high": score.points_high,
        f"{name}_reachable": score.reachable,
        f"{name}_percent": score.percent,
        f"{name}_percent_low": score.low,
        f"{name}_percent_high": score.high,
        f"{name}_percent_of_all": score.percent_of_all,
        f"{name}_met": score.met,
        f"{name}_not_met": score.not_met,
        f"{name}_na": score.na,
        f"{name}_open": score.open,
    }
    if score.category is not None:
        cells[f"{name}_category"] = score.category
    return cells
