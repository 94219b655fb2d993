"""A library in, the list of its broken examples out."""

from collections.abc import Iterator
from dataclasses import replace

from qualityaudit.concepts.library import CompiledConcept, Library
from qualityaudit.concepts.matching import detect
from qualityaudit.concepts.rule import Example
from qualityaudit.document import Document, FrontMatter, Section, Sentence, Source


def check_examples(library: Library) -> list[str]:
    """One line ``file:line: concept: what`` for every example that does not hold."""
    return [problem for concept in library.concepts.values() for problem in _problems(library, concept)]


def _problems(library: Library, concept: CompiledConcept) -> Iterator[str]:
    where = f"{concept.file}:{concept.line}: {concept.name}"
    for example in concept.rule.examples.found:
        standing = _standing(library, concept, example)
        if standing != "counted":
            yield f"{where}: not found ({standing or 'no match'}): {_words(example)}"
    for example in concept.rule.examples.missed:
        if recognised(library, concept.name, example):
            yield f"{where}: found, but must not be: {_words(example)}"


def recognised(library: Library, name: str, example: str | Example) -> bool:
    """True if a concept finds a sentence and counts it."""
    return _standing(library, library.concepts[name], example) == "counted"


def _words(example: str | Example) -> str:
    return example if isinstance(example, str) else example.text


def _standing(library: Library, concept: CompiledConcept, example: str | Example) -> str:
    if isinstance(example, str):
        kinds = concept.rule.sections
        kind = "methods" if not kinds or "methods" in kinds else kinds[0]
        parts = concept.rule.parts
        example = Example(text=example, section=kind, part="text" if "text" in parts else parts[0])
    bare = replace(library, concepts={concept.name: replace(concept, heading=None)})
    document = Document(
        source=Source(name="example", format="text", sha256=""),
        front=FrontMatter(),
        sections=(Section(index=0, title="", kind=example.section),),
        sentences=(Sentence(index=0, text=example.text, section=0, part=example.part),),
    )
    found = detect(document, bare).of(concept.name)
    return found[0].standing if found else ""
