"""Files and folders from the command line in, the papers to score out."""

from collections.abc import Iterable
from pathlib import Path

from qualityaudit.errors import MissingPaper
from qualityaudit.readers import formats, paper_of


def find_papers(places: Iterable[Path]) -> list[Path]:
    """Every paper named, and every readable file in the folders named (recursively), once each, in name order.

    A file that is named is kept whatever its suffix, so that it is reported if it cannot be read; a
    supplement in a folder is left out where its paper stands beside it, for it is read with it.

    Raises:
        MissingPaper: when a place does not exist, or nothing to read is found.
    """
    found: dict[Path, None] = {}
    for place in places:
        if not place.exists():
            raise MissingPaper(f"{place}: no such file or folder")
        for path in _inside(place) if place.is_dir() else [place]:
            found.setdefault(path.resolve(), None)
    if not found:
        suffixes = ", ".join(sorted(formats()))
        raise MissingPaper(f"{', '.join(map(str, places))}: nothing to read (looked for {suffixes})")
    return list(found)


def _inside(folder: Path) -> list[Path]:
    suffixes = formats()
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and path.suffix.lower() in suffixes
        and not any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
        and paper_of(path) is None
    ]
