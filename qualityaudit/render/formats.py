"""A report and the name of a format in, the finished text or bytes out."""

from collections.abc import Mapping, Sequence

from pydantic.main import IncEx

from qualityaudit.errors import UsageError
from qualityaudit.render.corpus import corpus_view
from qualityaudit.render.html import page
from qualityaudit.render.paper import paper_view
from qualityaudit.render.pdf import html_to_pdf
from qualityaudit.render.tables import long_rows, to_csv, wide_rows
from qualityaudit.report import CorpusReport, PaperReport

FORMATS = ("html", "pdf", "csv", "json")
"""The formats a run can write; CSV is of the corpus only."""

PAPER_FORMATS = ("html", "pdf", "json")
CORPUS_FORMATS = ("html", "pdf", "csv", "csv-long", "json")

_places: Mapping[str, IncEx | bool] = {"__all__": {"boxes"}}
_answer: Mapping[str, IncEx | bool] = {"quotes": _places, "seen": _places}
_sheet: Mapping[str, IncEx | bool] = {"answers": {"__all__": _answer}}
_instrument: Mapping[str, IncEx | bool] = {"checklist": True, "sheet": _sheet}
_paper: Mapping[str, IncEx | bool] = {"instruments": {"__all__": _instrument}, "study": {"spans"}, "provenance": True}
SLIM: Mapping[str, IncEx | bool] = {"papers": {"__all__": _paper}}
"""What the JSON of a corpus leaves to the papers' own JSON."""


def render_paper(report: PaperReport, format: str) -> str | bytes:
    """One paper's report as ``html``, ``pdf`` (bytes) or ``json`` (which ``PaperReport`` reads back).

    Raises:
        UsageError: another format.
        RenderError: the page could not be made.
    """
    if format not in PAPER_FORMATS:
        raise _unknown(format, PAPER_FORMATS)
    if format == "json":
        return report.model_dump_json(indent=1) + "\n"
    html = page("paper.html.j2", paper=paper_view(report))
    return html if format == "html" else html_to_pdf(html)


def render_corpus(report: CorpusReport, format: str, names: Sequence[str] = ()) -> str | bytes:
    """A corpus as ``html``, ``pdf`` (bytes), ``csv`` (a row a paper), ``csv-long`` (a row an item) or ``json``.

    ``names`` are the file names of the papers' own reports under ``papers/``, for the HTML page to link to.
    The JSON has each checklist once, and no boxes; the papers' own JSON has everything.

    Raises:
        UsageError: another format.
        RenderError: the page could not be made.
    """
    if format not in CORPUS_FORMATS:
        raise _unknown(format, CORPUS_FORMATS)
    if format == "csv":
        return to_csv(wide_rows(report))
    if format == "csv-long":
        return to_csv(long_rows(report))
    if format == "json":
        return report.model_dump_json(indent=1, exclude=SLIM) + "\n"
    html = page("corpus.html.j2", corpus=corpus_view(report, names))
    return html if format == "html" else html_to_pdf(html)


def parse_formats(text: str) -> tuple[str, ...]:
    """``html,csv`` → ``("html", "csv")``, each once.

    Raises:
        UsageError: an unknown format, or none.
    """
    names = tuple(dict.fromkeys(part.strip().lower() for part in text.split(",") if part.strip()))
    for name in names or (text,):
        if name not in FORMATS:
            raise _unknown(name, FORMATS)
    return names


def _unknown(format: str, known: Sequence[str]) -> UsageError:
    return UsageError(f"format {format!r}: unknown here; choose from {', '.join(known)}")
