"""A Document in, what the tool sees of the paper out: as an outline, as Markdown, as JSON."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from qualityaudit.document import MAIN_SECTIONS, Document, Section, Sentence


def outline_text(document: Document) -> str:
    """Front matter, notes, and a line for each section: page, kind, title, what stands in it."""
    return "\n".join([*_head(document), "", *_sections(document), "", _missing(document)])


def _head(document: Document) -> Iterator[str]:
    source, front = document.source, document.front
    parts = Counter(s.part for s in document.sentences)
    counts = (
        f"{source.pages} pages" if source.pages else "",
        f"{parts['text']} sentences",
        f"{len(document.tables)} tables",
        f"{len(document.references)} references",
    )
    yield f"{source.name} ({source.format}): {', '.join(filter(None, counts))}"
    facts = {
        "Title": front.title,
        "Authors": _listed(front.authors),
        "Affiliations": _listed(front.affiliations),
        "Journal": front.journal,
        "Year": front.year,
        "DOI": front.doi,
        "Keywords": _listed(front.keywords),
    }
    for name, fact in facts.items():
        yield f"{name:13}{fact or '–'}"
    for supplement in document.supplements:
        yield f"{'Supplement':13}{supplement.name} ({supplement.format})"
    for note in document.notes:
        yield f"{'Note':13}{note}"


def _listed(names: tuple[str, ...], most: int = 8) -> str:
    more = f"; … {len(names)} in all" if len(names) > most else ""
    return "; ".join(names[:most]) + more


def _sections(document: Document) -> Iterator[str]:
    yield f"{'page':>5}  {'kind':26}{'section':58}content"
    content: dict[int, Counter[str]] = {}
    for sentence in document.sentences:
        content.setdefault(sentence.section, Counter())[sentence.part] += 1
    tables = Counter(table.section for table in document.tables)
    for section in document.sections:
        found = content.get(section.index, Counter())
        title = "   " * (section.level - 1) + (section.place or "(no heading)")
        said = [_counted(found["text"], "sentence"), _counted(found["caption"], "caption sentence")]
        said += [_counted(tables[section.index], "table")]
        if section.kind == "references":
            said.append(_counted(len(document.references), "reference"))
        line = f"{section.page or '':>5}  {kinds_of(section):26}{title[:56]:58}{', '.join(filter(None, said))}"
        yield line.rstrip()


def kinds_of(section: Section) -> str:
    """The kinds of a section in one text."""
    return "+".join((section.kind, *section.also))


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}" if number else ""


def _missing(document: Document) -> str:
    found = document.found | ({"discussion"} if "conclusion" in document.found else set())
    missing = [kind for kind in MAIN_SECTIONS if kind not in found]
    return f"Not found: {', '.join(missing)}" if missing else "All main sections were found."


def json_text(document: Document) -> str:
    """The whole document as JSON."""
    return json.dumps(document.model_dump(mode="json"), ensure_ascii=False, indent=1)


def markdown_text(document: Document) -> str:
    """The paper in reading order as Markdown; the tool reads it back as the same paper."""
    front = document.front.model_dump(mode="json")
    head = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items() if value]
    title = [f"# {_escaped(document.front.title)}"] if document.front.title else []
    return "\n\n".join(["\n".join(["---", *head, "---"]), *title, *_blocks(document), *_references(document)]) + "\n"


def _blocks(document: Document) -> Iterator[str]:
    for (_, part), group in groupby(document.sentences, key=lambda s: (s.paragraph, s.part)):
        sentences = list(group)
        section = document.sections[sentences[0].section]
        if part == "heading":
            yield f"{'#' * min(6, section.level + 1)} {_escaped(sentences[0].text)}"
        elif part == "table":
            yield "\n".join(_rows(sentences))
        elif part != "title":
            yield _escaped(" ".join(s.text for s in sentences))


def _rows(sentences: list[Sentence]) -> Iterator[str]:
    for i, sentence in enumerate(sentences):
        cells = [_escaped(cell).replace("|", "\\|") for cell in sentence.text.split(" | ")]
        yield f"| {' | '.join(cells)} |"
        if i == 0:
            yield "|" + "---|" * len(cells)


def _references(document: Document) -> Iterator[str]:
    if document.references and not any(s.kind == "references" and s.title for s in document.sections):
        yield "## References"
    yield from (_escaped(reference) for reference in document.references)


def _escaped(text: str | None) -> str:
    """Words that Markdown would take for marks, escaped."""
    text = re.sub(r"([\\*_`\[\]<>])", r"\\\1", text or "")
    text = re.sub(r"^(\d+)([.)])(?=\s)", r"\1\\\2", text)
    return re.sub(r"^([#>|]|[-+](?=\s)|---)", r"\\\1", text)
