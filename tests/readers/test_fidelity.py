"""The same article read from every format is the same document."""

from pathlib import Path

import pytest

from qualityaudit.bench.fidelity import compare
from qualityaudit.structure import read_document
from tests.readers.rendered import RENDERERS

ARTICLES = ("glioma_idh", "liver_mvi")


@pytest.mark.parametrize("suffix", RENDERERS)
@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_reads_the_same_in_every_format(name: str, suffix: str, examples: Path, tmp_path: Path) -> None:
    source = examples / "sources" / f"{name}.md"
    path = tmp_path / f"{name}.{suffix}"
    path.write_bytes(RENDERERS[suffix](source))
    truth, document = read_document(source), read_document(path)
    figures = compare(name, suffix, truth, document)
    assert figures.body >= 0.99
    assert figures.heading_f1 >= 0.98
    assert figures.heading_level >= 0.98
    assert figures.sentence_f1 >= 0.98
    assert figures.cells is None or figures.cells >= 0.97
    assert document.quality == truth.quality == 1
    assert len(document.references) == len(truth.references) > 0
    assert document.notes == ()


@pytest.mark.parametrize("suffix", ["nxml", "tei.xml", "html"])
def test_the_front_matter_is_what_the_file_says(suffix: str, examples: Path, tmp_path: Path) -> None:
    source = examples / "sources" / "glioma_idh.md"
    path = tmp_path / f"glioma.{suffix}"
    path.write_bytes(RENDERERS[suffix](source))
    truth, front = read_document(source).front, read_document(path).front
    assert (front.title, front.year, front.doi, front.journal) == (truth.title, truth.year, truth.doi, truth.journal)
    assert front.authors == truth.authors
    if suffix != "html":
        assert front.keywords == truth.keywords
