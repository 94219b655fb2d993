"""How many sources bear out each pattern of the concept library; and, asked to, a library without the unsupported ones.

usage: python tools/support.py [--drop N] [--sentences FILE] PAPERS...

A pattern that fires in a single paper was written for that paper and tells little of the next one. Counted are the
papers in the folders PAPERS (files of one title are one paper) in which a pattern matches something, whether it
counts or not. ``--drop N`` removes from ``checklists/concepts`` every pattern that fires in fewer than N papers, and
the examples that nothing recognises any longer; a concept keeps its best pattern, and what fires stays in a sentence
of FILE (like ``sentences.jsonl``: the guides' own examples of good reporting) or of ``tests`` (what any author might
write). Run at the top of the repository with ``PYTHONPATH=.``.
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
from qualityaudit.corpus.find import find_papers
from qualityaudit.document import Part, SectionKind
from qualityaudit.errors import PaperError
from qualityaudit.resources import CHECKLISTS
from qualityaudit.structure import read_document
from tests.concepts import test_phrasing as phrasing
from tests.concepts import test_phrasings as phrasings
from tests.documents import document
from tests.evidence import test_passages

CONCEPTS = CHECKLISTS / "concepts"
Place = tuple[str, int]
Case = tuple[tuple[str, ...], SectionKind, Part, str]


def main() -> None:
    """Count, report, and drop what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("papers", nargs="+", type=Path)
    parser.add_argument("--sentences", type=Path)
    parser.add_argument("--drop", type=int, metavar="N", default=0)
    given = parser.parse_args()
    files = find_papers(given.papers)
    lines = given.sentences.read_text(encoding="utf-8").splitlines() if given.sentences else []
    papers: dict[str, set[Place]] = {}
    with Pool() as pool:
        for title, places in pool.imap_unordered(_in_paper, files, 8):
            papers.setdefault(title, set()).update(places)
        model = {place for places in pool.imap_unordered(_in_line, lines, 8) for place in places}
        model |= {place for places in pool.imap_unordered(_in_case, _demanded(), 32) for place in places}
    fired = Counter(place for places in papers.values() for place in places)
    concepts = load_library().concepts
    counts = {(name, i): fired[name, i] for name, c in concepts.items() for i in range(len(c.patterns))}
    print(f"{len(counts)} patterns, {len(papers)} papers")  # noqa: T201
    for most in range(11):
        print(f"fire in {most:2} papers: {sum(n == most for n in counts.values()):5}")  # noqa: T201
    if given.drop:
        losing = _losing({place: n for place, n in counts.items() if place not in model}, given.drop)
        print(f"dropped: {sum(_drop_patterns(path, places) for path, places in losing.items())} patterns")  # noqa: T201
        load_library.cache_clear()
        print(f"dropped: {sum(map(_drop_examples, losing))} examples")  # noqa: T201


def _in_paper(file: Path) -> tuple[str, set[Place]]:
    """The title, by which several files of one paper are known, and what fires."""
    try:
        paper = read_document(file)
    except PaperError as error:
        print(error, file=sys.stderr)  # noqa: T201
        return str(file), set()
    title = "".join(c for c in (paper.front.title or "").lower() if c.isalnum())
    return title or str(file), firing(paper, load_library())


def _in_line(line: str) -> set[Place]:
    data = json.loads(line)
    return firing(passage(data["item"], data["text"]), load_library()) if data["polarity"] == "positive" else set()


def _demanded() -> Iterator[Case]:
    """Sentences that the tests want recognised, of one concept or of any."""
    for names, section, part, wanted, text in phrasing.cases():
        if wanted:
            yield names, section, part, text
    for name, text, section, wanted in phrasings.cases():
        if wanted:
            yield (name,), section, "text", text
    for line in Path(test_passages.__file__).with_name("passages.txt").read_text(encoding="utf-8").splitlines():
        yield (), "methods", "text", line.split(" | ", 1)[1]


def _in_case(case: Case) -> set[Place]:
    names, section, part, text = case
    fired = firing(document((section, text), part=part), load_library())
    return {place for place in fired if not names or place[0] in names}


def _losing(counts: dict[Place, int], least: int) -> dict[Path, set[Place]]:
    """Every concept file with the patterns it is to lose, of those counted."""
    files: dict[Path, set[Place]] = {}
    for name, concept in load_library().concepts.items():
        places = [(name, i) for i in range(len(concept.patterns)) if (name, i) in counts]
        whole = len(places) == len(concept.patterns)
        best = max(places, key=counts.__getitem__) if whole else None
        files.setdefault(concept.file, set()).update(p for p in places if counts[p] < least and p != best)
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
        first, last = item.start_mark.line, item.end_mark.line + _ends_on_its_last_line(item)
        while last > first + 1 and (not lines[last - 1].strip() or lines[last - 1].lstrip().startswith("#")):
            last -= 1
        del lines[first:last]
    path.write_text("".join(lines), encoding="utf-8")
    return len(items)


def _ends_on_its_last_line(item: yaml.Node) -> bool:
    """Whether the end of a node is on its last line, and not, as for blocks, at what comes after."""
    return isinstance(item, yaml.ScalarNode) or bool(item.flow_style)


if __name__ == "__main__":
    main()
