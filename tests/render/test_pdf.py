"""PDF: opens, has the text, and fetches nothing."""

import io

import pytest
from pypdf import PdfReader

from qualityaudit.errors import RenderError
from qualityaudit.render import render_corpus, render_paper
from qualityaudit.render.pdf import html_to_pdf
from qualityaudit.report import CorpusReport, PaperReport


def pages(made: str | bytes) -> list[str]:
    assert isinstance(made, bytes)
    return [page.extract_text() for page in PdfReader(io.BytesIO(made)).pages]


def test_a_paper_prints_with_its_title_scores_and_references(paper: PaperReport) -> None:
    text = "\n".join(pages(render_paper(paper, "pdf")))
    for words in (
        "Radiomics signature number 1",
        "CLEAR",
        "RQS",
        "METRICS",
        "10.1186/s13244-023-01415-8",
        "Provenance",
    ):
        assert words in text


def test_a_corpus_prints_with_its_map_and_failures(corpus: CorpusReport) -> None:
    text = "\n".join(pages(render_corpus(corpus, "pdf")))
    for words in ("paper_01.pdf", "Adherence to each item", "scan.pdf"):
        assert words in text


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/x.png", "file:///etc/hostname"])
def test_nothing_but_data_is_fetched(address: str) -> None:
    with pytest.raises(RenderError, match="PDF"):
        html_to_pdf(f'<img src="{address}">')
