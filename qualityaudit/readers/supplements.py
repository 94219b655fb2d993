"""A paper's path in, the files that belong to it out: ``smith_supp1.pdf`` and ``smith.supplement.docx`` to ``smith.pdf``."""

import re
from pathlib import Path

from qualityaudit.readers.sniff import SUFFIXES

_MARK = re.compile(
    r"(?:suppl?|supplements?|supplementa(?:ry|l)|supporting|appendix|appendices|esm|mmc|sm|si)"
    r"(?:[\s._-]?\d{1,3})?(?:[\s._-]+\w{1,20}){0,4}",
    re.IGNORECASE,
)
_GAP = re.compile(r"[\s._-]+")


def supplements_of(paper: Path) -> tuple[Path, ...]:
    """The supplements beside a paper, in name order; none for a file that is itself a supplement."""
    if paper_of(paper) or not paper.parent.is_dir():
        return ()
    beside = sorted(path for path in paper.parent.iterdir() if path.name.startswith(paper.stem) and path != paper)
    return tuple(path for path in beside if path.is_file() and paper_of(path) == paper)


def paper_of(path: Path) -> Path | None:
    """The paper beside a file to which it is a supplement, if there is one."""
    if path.suffix.lower() not in SUFFIXES:
        return None
    for gap in _GAP.finditer(path.stem):
        if gap.start() and _MARK.fullmatch(path.stem, gap.end()):
            stem = path.stem[: gap.start()]
            for suffix in (*SUFFIXES, *map(str.upper, SUFFIXES)):
                if (paper := path.with_name(stem + suffix)).is_file():
                    return paper
    return None
