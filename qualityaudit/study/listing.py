"""Facts of studies in, text, JSON or CSV out."""

import csv
import io
import json
from collections.abc import Sequence
from typing import Literal

from qualityaudit.study.metadata import Metric, StudyMetadata

Named = tuple[str, StudyMetadata]


def listed(studies: Sequence[Named], format: Literal["text", "json", "csv"] | str = "text") -> str:
    """The facts of (file name, study) pairs; text shows pages, JSON holds the quotes, CSV has one row a paper."""
    if format == "json":
        data = [{"paper": name, **study.model_dump(mode="json")} for name, study in studies]
        return json.dumps(data, indent=1, ensure_ascii=False)
    if format == "csv":
        return _csv(studies)
    return "\n\n".join(f"{name}\n" + "\n".join(_lines(study)) for name, study in studies)


def _lines(study: StudyMetadata) -> list[str]:
    lines = []
    for name in _fields():
        quotes = study.spans.get(name, ())
        pages = ", ".join(str(page) for page in dict.fromkeys(q.page for q in quotes if q.page))
        lines.append(f"  {name:<24}{_word(getattr(study, name))}" + (f"  [p. {pages}]" if pages else ""))
    return lines


def _csv(studies: Sequence[Named]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("paper", *_fields()))
    for name, study in studies:
        writer.writerow([_cell(text) for text in (name, *(_word(getattr(study, f), "") for f in _fields()))])
    return out.getvalue().rstrip("\n")


def _fields() -> list[str]:
    return [name for name in StudyMetadata.model_fields if name != "spans"]


def _word(value: object, unknown: str = "–") -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or value in ((), ""):
        return unknown
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    if isinstance(value, Metric):
        return f"{value.name} {value.value:g}"
    return str(value)


def _cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in "=+-@\t\r" else text
