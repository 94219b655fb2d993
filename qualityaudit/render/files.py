"""Reports and a directory in, files out; each is written whole or not at all."""

import os
import re
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from qualityaudit.errors import RenderError
from qualityaudit.render.formats import PAPER_FORMATS, parse_formats, render_corpus, render_paper
from qualityaudit.render.pdf import html_to_pdf
from qualityaudit.report import CorpusReport, PaperReport

RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
"""Names that some systems keep for themselves."""

MAX_NAME = 80

CORPUS_FILES = {
    "html": (("index.html", "html"),),
    "pdf": (("corpus.pdf", "pdf"),),
    "csv": (("papers.csv", "csv"), ("items.csv", "csv-long")),
    "json": (("corpus.json", "json"),),
}


def file_names(papers: Iterable[PaperReport]) -> tuple[str, ...]:
    """A safe file name (no folder, no suffix) for each paper; equal names are told apart by the file's hash."""
    papers = tuple(papers)
    plain = [safe_name(paper.source.name) for paper in papers]
    taken: set[str] = set()
    made: list[str] = []
    for name, paper in zip(plain, papers, strict=True):
        own = name if plain.count(name) == 1 else f"{name}-{safe_name(paper.source.sha256)[:8]}"
        unique, turn = own, 2
        while unique in taken:
            unique, turn = f"{own}-{turn}", turn + 1
        taken.add(unique)
        made.append(unique)
    return tuple(made)


def safe_name(name: str) -> str:
    """Lower-case ASCII letters, digits, ``-``, ``_`` and ``.`` of a name from outside, without folder and suffix."""
    stem = re.split(r"[/\\]", name)[-1]
    stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", stem)
    ascii_only = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    made = re.sub(r"[^a-z0-9_.-]+", "-", ascii_only)
    made = re.sub(r"\.{2,}", ".", made).strip("-._")[:MAX_NAME].rstrip("-._")
    return f"paper-{made}".rstrip("-") if not made or made.split(".")[0] in RESERVED else made


def write_whole(path: Path, content: str | bytes) -> Path:
    """Write a file by way of a temporary one beside it, so that nobody ever meets half of it.

    Raises:
        RenderError: the file cannot be written there.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}-")
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(data)
            Path(temporary).chmod(0o644)
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise RenderError(f"{path}: {error.strerror or error}; choose another directory with -o") from error
    return path


def write_reports(corpus: CorpusReport, directory: Path, formats: Sequence[str], workers: int = 1) -> list[Path]:
    """Write the corpus report and one report a paper in each of the formats; returns the paths, corpus first.

    ``index.html``, ``corpus.pdf``, ``corpus.json``, ``papers.csv`` (a row a paper) and ``items.csv`` (a row a paper
    and item) stand in ``directory``, the papers' own reports in ``directory/papers``. PDF comes last, so that all
    else is there where it cannot be made; ``workers`` processes share the papers' PDFs, about 2 s each.

    Raises:
        UsageError: an unknown format.
        RenderError: a report could not be made or written.
    """
    wanted = sorted(parse_formats(",".join(formats)), key=lambda name: name == "pdf")
    names = file_names(corpus.papers)
    written = []
    for name in wanted:
        for file, kind in CORPUS_FILES[name]:
            linked = names if name == "html" else ()
            written.append(write_whole(directory / file, render_corpus(corpus, kind, linked)))
        if name in PAPER_FORMATS:
            for stem, content in zip(names, _papers(corpus, name, workers), strict=True):
                written.append(write_whole(directory / "papers" / f"{stem}.{name}", content))
    return written


def _papers(corpus: CorpusReport, format: str, workers: int) -> Iterator[str | bytes]:
    if format != "pdf" or workers < 2 or len(corpus.papers) < 2:
        yield from (render_paper(paper, format) for paper in corpus.papers)
        return
    pages = (str(render_paper(paper, "html")) for paper in corpus.papers)
    with ProcessPoolExecutor(min(workers, len(corpus.papers))) as pool:
        yield from pool.map(html_to_pdf, pages)
