"""Papers cut off, with bits turned or bytes exchanged, and plain noise: an error of ours or a document, nothing else."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qualityaudit.document import Document
from qualityaudit.errors import PaperError
from qualityaudit.structure import read_document
from tests.fuzz.badfiles import simple_pdf
from tests.readers.rendered import RENDERERS
from tests.readers.wordfiles import article, blob

BOUNDED = settings(
    max_examples=40,
    deadline=20_000,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
SOURCE = Path(__file__).parents[2] / "examples" / "sources" / "glioma_idh.md"
SEEDS: dict[str, Callable[[], bytes]] = {
    "pdf": lambda: simple_pdf(pages=3),
    "docx": lambda: blob(article()),
    "nxml": lambda: RENDERERS["nxml"](SOURCE)[:12_000],
    "tei": lambda: RENDERERS["tei.xml"](SOURCE)[:12_000],
    "html": lambda: RENDERERS["html"](SOURCE)[:12_000],
    "md": lambda: SOURCE.read_bytes()[:12_000],
    "txt": lambda: SOURCE.read_bytes()[:12_000],
}


def tried(path: Path) -> Document | None:
    try:
        return read_document(path)
    except PaperError:
        return None


@pytest.mark.parametrize("suffix", SEEDS)
def test_changed_papers_do_no_harm(suffix: str, tmp_path: Path) -> None:
    seed = SEEDS[suffix]()
    path = tmp_path / f"paper.{suffix}"

    @BOUNDED
    @given(
        st.integers(0, len(seed)),
        st.lists(st.tuples(st.integers(0, len(seed) - 1), st.integers(0, 255)), max_size=25),
        st.booleans(),
    )
    def check(end: int, changes: list[tuple[int, int]], whole: bool) -> None:
        data = bytearray(seed)
        for at, value in changes:
            data[at] = value
        path.write_bytes(bytes(data) if whole else bytes(data[:end]))
        document = tried(path)
        if document is not None:
            assert [s.index for s in document.sentences] == list(range(len(document.sentences)))
            assert all(s.section < len(document.sections) for s in document.sentences)

    check()


def test_a_real_pdf_with_turned_bits_does_no_harm(tmp_path: Path) -> None:
    seed = (Path(__file__).parents[2] / "examples" / "papers" / "glioma_idh.pdf").read_bytes()
    path = tmp_path / "paper.pdf"

    @settings(BOUNDED, max_examples=15)
    @given(st.integers(0, 2**32), st.integers(1, 300), st.booleans())
    def check(start: int, changes: int, cut: bool) -> None:
        turn = random.Random(start)
        data = bytearray(seed)
        for _ in range(changes):
            data[turn.randrange(len(data))] ^= 1 << turn.randrange(8)
        path.write_bytes(data[: turn.randrange(len(data))] if cut else data)
        tried(path)

    check()


@pytest.mark.parametrize("suffix", SEEDS)
def test_noise_does_no_harm(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"noise.{suffix}"
    starts = st.sampled_from(
        [b"", b"%PDF-1.5\n", b"PK\x03\x04", b"<?xml version='1.0'?><article>", b"<html>", b"---\n"]
    )

    @BOUNDED
    @given(starts, st.binary(max_size=2000))
    def check(start: bytes, data: bytes) -> None:
        path.write_bytes(start + data)
        tried(path)

    check()


@BOUNDED
@given(st.text(max_size=3000))
def test_any_text_is_a_document_or_empty(tmp_path: Path, text: str) -> None:
    path = tmp_path / "paper.md"
    path.write_text(text, encoding="utf-8", errors="replace")
    tried(path)
