"""Small documents made of strings, for tests."""

from pathlib import Path

from qualityaudit.document import Document, FrontMatter, Part, Section, SectionKind, Sentence, Source
from qualityaudit.readers import markdown
from qualityaudit.structure import structure


def document(*sections: tuple[SectionKind, list[str] | str], part: Part = "text", title: str = "") -> Document:
    """A document from (kind, sentences) pairs; every sentence is on page 1."""
    made: list[Sentence] = []
    for number, (_, sentences) in enumerate(sections):
        for text in [sentences] if isinstance(sentences, str) else sentences:
            made.append(Sentence(index=len(made), text=text, section=number, part=part, page=1))
    return Document(
        source=Source(name="test.md", format="markdown", sha256="0" * 64),
        front=FrontMatter(title=title or None),
        sections=tuple(Section(index=i, title=kind.title(), kind=kind) for i, (kind, _) in enumerate(sections)),
        sentences=tuple(made),
    )


def from_markdown(text: str) -> Document:
    """The document a Markdown manuscript of this text would be read as."""
    source = Source(name="test.md", format="markdown", sha256="0" * 64)
    return structure(markdown.read(Path("test.md"), text.encode(), source))
