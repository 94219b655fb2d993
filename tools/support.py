"""How many sources bear out each pattern of the concept library; and, asked to, a library without the unsupported ones.

usage: python tools/support.py [--drop N] [--sentences FILE] PAPERS...

A pattern that fires in a single paper was written for that paper and tells little of the next one. A source is a
paper in one of the folders PAPERS or a line of ``--sentences`` (a file like ``sentences.jsonl``) in which the pattern
matches something, whether it counts or not. ``--drop N`` removes from ``checklists/concepts`` every pattern with
fewer than N sources, and the examples that nothing recognises any longer; a concept keeps its best pattern.
Judge N by ``qaudit bench`` on papers whose texts were not among PAPERS: what only papers in PAPERS miss is no loss.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from multiprocessing import Pool
from pathlib import Path

import yaml

from qualityaudit.bench.sentences import passage
from qualityaudit.concepts.library import load_library
from qualityaudit.concepts.matching import firing
from qualityaudit.concepts.proof import recognised
from qualityaudit.document import Document
from qualityaudit.errors import PaperError
from qualityaudit.resources import CHECKLISTS
from qualityaudit.structure import read_document

CONCEPTS = CHECKLISTS / "concepts"
SUFFIXES = {".pdf", ".docx", ".md", ".xml", ".html", ".txt"}
Place = tuple[str, int]


def main() -> None:
    """Count, report, and drop what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("papers", nargs="+", type=Path)
    parser.add_argument("--sentences", type=Path)
    parser.add_argument("--drop", type=int, metavar="N", default=0)
    given = parser.parse_args()
    sources = sorted(f for folder in given.papers for f in folder.rglob("*") if f.suffix.lower() in SUFFIXES)
    lines = given.sentences.read_text(encoding="utf-8").splitlines() if given.sentences else []
    with Pool() as pool:
        fired = Counter(place for places in pool.imap_unordered(_fired, [*sources, *lines], 8) for place in places)
    concepts = load_library().concepts
    counts = {(name, i): fired[name, i] for name, c in concepts.items() for i in range(len(c.patterns))}
    print(f"{len(counts)} patterns, {len(sources)} papers, {len(lines)} sentences")  # noqa: T201
    for most in range(11):
        print(f"fire in {most:2} sources: {sum(n == most for n in counts.values()):5}")  # noqa: T201
    if given.drop:
        files = _losing(counts, given.drop)
        print(f"dropped: {sum(_drop_patterns(path, places) for path, places in files.items())} patterns")  # noqa: T201
        load_library.cache_clear()
        print(f"dropped: {sum(map(_drop_examples, files))} examples")  # noqa: T201


def _fired(source: Path | str) -> set[Place]:
    try:
        return firing(_document(source), load_library())
    except PaperError as error:
        print(error, file=sys.stderr)  # noqa: T201
        return set()


def _document(source: Path | str) -> Document:
    if isinstance(source, Path):
        return read_document(source)
    line = json.loads(source)
    return passage(line["item"], line["text"])


def _losing(counts: dict[Place, int], least: int) -> dict[Path, set[Place]]:
    """Every concept file with the patterns it is to lose."""
    files: dict[Path, set[Place]] = {}
    for name, concept in load_library().concepts.items():
        places = [(name, i) for i in range(len(concept.patterns))]
        best = max(places, key=counts.__getitem__)
        losing = {place for place in places if counts[place] < least and place != best}
        files.setdefault(concept.file, set()).update(losing)
    return files


def _drop_patterns(path: Path, losing: set[Place]) -> int:
    return _cut(path, [item for name, place, item in _items(path, "any") if (name, place) in losing])


def _drop_examples(path: Path) -> int:
    library = load_library()
    found = {name: concept.rule.examples.found for name, concept in library.concepts.items()}
    return _cut(
        path,
        [item for name, i, item in _items(path, "examples", "found") if not recognised(library, name, found[name][i])],
    )


def _items(path: Path, *keys: str) -> Iterator[tuple[str, int, yaml.Node]]:
    """(Concept, place, node) of every item of the list under ``keys`` of each concept of a file."""
    root = yaml.compose(path.read_text(encoding="utf-8"))
    for key, node in root.value if isinstance(root, yaml.MappingNode) else ():
        for one in keys:
            inner = {k.value: v for k, v in node.value} if isinstance(node, yaml.MappingNode) else {}
            node = inner.get(one)
        for i, item in enumerate(node.value if isinstance(node, yaml.SequenceNode) else ()):
            yield key.value, i, item


def _cut(path: Path, items: list[yaml.Node]) -> int:
    """Take the lines of list items out of a file, each item standing on lines of its own."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    for item in sorted(items, key=lambda n: n.start_mark.line, reverse=True):
        first, last = item.start_mark.line, item.end_mark.line + (item.end_mark.column > 0)
        while last > first + 1 and not lines[last - 1].strip():
            last -= 1
        del lines[first:last]
    path.write_text("".join(lines), encoding="utf-8")
    return len(items)


if __name__ == "__main__":
    main()
