"""What a whole audit costs beside pypdf's text extraction of the same papers, in one run, after start-up.

usage: python tools/cost.py PAPERS
"""

import sys
import time
from pathlib import Path

from pypdf import PdfReader

from qualityaudit.audit import Kit, audit_paper, load_kit
from qualityaudit.errors import PaperError


def ratio(papers: Path) -> float:
    """Seconds of auditing every PDF under ``papers`` against all instruments, over seconds of pypdf extraction."""
    kit = load_kit()
    files = sorted(papers.rglob("*.pdf"))
    _audit(files[:1], kit)  # start-up: imports, compiled patterns
    audit = extract = 0.0
    for file in files:
        start = time.perf_counter()
        _audit([file], kit)
        middle = time.perf_counter()
        for page in PdfReader(file).pages:
            page.extract_text()
        audit += middle - start
        extract += time.perf_counter() - middle
    return audit / extract


def _audit(files: list[Path], kit: Kit) -> None:
    for file in files:
        try:
            audit_paper(file, kit)
        except PaperError as error:
            print(error, file=sys.stderr)  # noqa: T201


if __name__ == "__main__":
    print(f"audit / pypdf: {ratio(Path(sys.argv[1])):.2f}")  # noqa: T201
