"""Reports as values in; HTML, PDF, CSV and JSON out, as text, bytes or files."""

from qualityaudit.render.files import file_names, write_reports, write_whole
from qualityaudit.render.formats import (
    CORPUS_FORMATS,
    FORMATS,
    PAPER_FORMATS,
    parse_formats,
    render_corpus,
    render_paper,
)

__all__ = [
    "CORPUS_FORMATS",
    "FORMATS",
    "PAPER_FORMATS",
    "file_names",
    "parse_formats",
    "render_corpus",
    "render_paper",
    "write_reports",
    "write_whole",
]
