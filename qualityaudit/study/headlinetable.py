"""The tables of a paper in, the figure of merit they lead with out, for papers whose text gives none."""

import re
from collections.abc import Iterator

from qualityaudit.document import Table
from qualityaudit.study.view import Told, View

_NAMES = (
    ("AUC", re.compile(r"\bau?roc\b|\bauroc\b|\baucs?\b|area under")),
    ("C-index", re.compile(r"c-?index|concordance")),
    ("accuracy", re.compile(r"\bacc\b|(?<!balanced )accuracy")),
    ("Dice", re.compile(r"\bdice\b|\bdsc\b")),
    ("SSIM", re.compile(r"\bssim\b|structural similarity")),
)
_VALUE = re.compile(r"^\W*(?P<value>0?\.\d{2,4}|1\.00?|[4-9]\d(?:\.\d+)?)\s*%?(?=$|[\s(±\[*,;–-])")
_FAR = re.compile(r"external|independent|outside|hospital|cent(?:er|re)")
_TEST = re.compile(r"\btest|validation|held")
_FIT = re.compile(r"train|develop|derivation|tuning")
_OURS = re.compile(r"\bours?\b|proposed|combined|nomogram|fusion|fused")
_LEAST = 0.4


def table_headline(view: View) -> Told:
    """The best figure of the column that lies farthest from training, in the rows of the authors' own model first."""
    found = [f for table in view.document.tables for f in _figures(table)]
    if not found:
        return Told(None)
    best = max(found, key=lambda f: (f[0], f[2]))
    return Told({"name": best[1], "value": best[2]})


def _figures(table: Table) -> Iterator[tuple[tuple[int, float], str, float]]:
    """((rank of the measure, distance from training), name, value) of every figure under a head that names a measure."""
    rows = [tuple(cell.lower() for cell in row) for row in table.rows]
    if len(rows) < 2:
        return
    caption = table.caption.lower()
    for column, head in enumerate(rows[0]):
        name = _measure(head) or (_measure(caption) if _TEST.search(head) or _FAR.search(head) else None)
        if name is None or _FIT.search(head):
            continue
        place = 2.0 * bool(_FAR.search(head)) + 1.0 * bool(_TEST.search(head) or _TEST.search(caption))
        rank = -[n for n, _ in _NAMES].index(name)
        for row in rows[1:]:
            if column < len(row) and (match := _VALUE.match(row[column])):
                value = float(match["value"])
                value = round(value / 100, 4) if value > 1 else value
                if value >= _LEAST and not _FIT.search(row[0]):
                    ours = 1.0 * bool(_OURS.search(row[0]))
                    yield (rank, place + ours), name, value


def _measure(text: str) -> str | None:
    return next((name for name, pattern in _NAMES if pattern.search(text)), None)
