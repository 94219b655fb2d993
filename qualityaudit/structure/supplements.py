"""A paper and its supplements in, one Document out; what stands in a supplement says so."""

from collections.abc import Iterable

from qualityaudit.document import Document, Section, SectionKind, Sentence

_OWN: frozenset[SectionKind] = frozenset(("methods", "results", "availability", "references"))
"""Kinds that a section of a supplement keeps beside being one."""


def with_supplements(paper: Document, supplements: Iterable[Document]) -> Document:
    """Append supplements; their sections are of kind ``supplement`` and carry the file's name."""
    sections, sentences = list(paper.sections), list(paper.sentences)
    tables, references, notes = list(paper.tables), list(paper.references), list(paper.notes)
    sources = list(paper.supplements)
    for document in supplements:
        name, first = document.source.name, len(sections)
        paragraph = sentences[-1].paragraph if sentences else 0
        sections += [_section(section, first, name) for section in document.sections]
        sentences += [_sentence(s, len(sentences) + i, first, paragraph) for i, s in enumerate(document.sentences)]
        tables += [table.model_copy(update={"section": table.section + first}) for table in document.tables]
        references += document.references
        notes += [f"{name}: {note}" for note in document.notes]
        sources.append(document.source)
    return paper.model_copy(
        update={
            "sections": tuple(sections),
            "sentences": tuple(sentences),
            "tables": tuple(tables),
            "references": tuple(references),
            "notes": tuple(notes),
            "supplements": tuple(sources),
        }
    )


def _section(section: Section, first: int, file: str) -> Section:
    also = tuple(kind for kind in (section.kind, *section.also) if kind in _OWN)
    return section.model_copy(update={"index": section.index + first, "kind": "supplement", "also": also, "file": file})


def _sentence(sentence: Sentence, index: int, first: int, paragraph: int) -> Sentence:
    return sentence.model_copy(
        update={
            "index": index,
            "section": sentence.section + first,
            "paragraph": sentence.paragraph + paragraph,
            "part": "text" if sentence.part == "title" else sentence.part,
        }
    )
