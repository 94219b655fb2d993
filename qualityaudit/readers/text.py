"""Plain text in, paragraphs out: blank lines part them."""

import re
from pathlib import Path

from qualityaudit.document import Source
from qualityaudit.readers.pages import Block, Pages


def read(path: Path, data: bytes, source: Source) -> Pages:
    """Paragraphs of a text file; headings are left to the structure."""
    text = data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    blocks = [
        Block(role="paragraph", text=re.sub(r"\s+", " ", part).strip())
        for part in re.split(r"\n\s*\n", text)
        if part.strip()
    ]
    return Pages(source, blocks=blocks)
