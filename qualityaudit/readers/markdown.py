"""Markdown with optional YAML front matter in, blocks out."""

import re
from pathlib import Path

import yaml

from qualityaudit.document import FrontMatter, Source
from qualityaudit.readers.pages import Block, Pages

_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
_RULE = re.compile(r"^\|?[\s:|-]+\|[\s:|-]*$")
_CAPTION = re.compile(r"^\**(?:(?:supplementary|extended data)\s+)?(?:fig(?:ure|\.)?|table)\s*[A-Z]?\d", re.IGNORECASE)


def read(path: Path, data: bytes, source: Source) -> Pages:
    """Blocks of a Markdown file."""
    text = data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    front, body = _parted(text)
    return Pages(source, blocks=_blocks(body), front=front)


def _parted(text: str) -> tuple[FrontMatter, str]:
    match = re.match(r"---\n(.*?)\n---\s*\n", text, re.DOTALL)
    if not match:
        return FrontMatter(), text
    try:
        data = yaml.load(match.group(1), Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, RecursionError):
        return FrontMatter(), text[match.end() :]
    return _front(data if isinstance(data, dict) else {}), text[match.end() :]


def _front(data: dict[str, object]) -> FrontMatter:
    year = re.search(r"\d{4}", str(data.get("year") or data.get("date") or ""))
    doi = re.search(r"10\.\d{4,9}/\S+", str(data.get("doi") or ""))
    return FrontMatter(
        title=str(data["title"]) if data.get("title") else None,
        authors=_names(data.get("authors") or data.get("author")),
        affiliations=_names(data.get("affiliations")),
        journal=str(data["journal"]) if data.get("journal") else None,
        year=int(year.group()) if year else None,
        doi=doi.group().lower() if doi else None,
        keywords=_names(data.get("keywords")),
    )


def _names(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(part.strip() for part in re.split(r"[;,]", value) if part.strip())
    if isinstance(value, dict):
        return tuple(str(v) for v in value.values())
    if isinstance(value, list):
        return tuple(str(v.get("name", "")) if isinstance(v, dict) else str(v) for v in value)
    return ()


def _blocks(body: str) -> list[Block]:
    blocks: list[Block] = []
    for part in re.split(r"\n\s*\n", re.sub(r"(?m)^(#{1,6}\s.*)$", r"\n\1\n", body)):
        part = part.strip("\n")
        if part.strip():
            blocks.append(_block(part))
    return blocks


def _block(part: str) -> Block:
    heading = _HEADING.match(part.strip())
    if heading and "\n" not in part.strip():
        return Block("heading", plain(heading.group(2)), level=len(heading.group(1)))
    if part.lstrip().startswith("|"):
        rows = [row.strip().strip("|").split("|") for row in part.splitlines() if not _RULE.match(row.strip())]
        return Block("table", "", rows=[[plain(cell) for cell in row] for row in rows])
    text = plain(part)
    lead = re.match(r"\s*(\*\*|__|\*|_)(.+?)\1", part)
    return Block(
        "caption" if _CAPTION.match(text) else "paragraph", text, lead=len(plain(lead.group(2))) if lead else 0
    )


def plain(text: str) -> str:
    """Markdown without its marks."""
    text = re.sub(r"!?\[([^\]]*)\]\((?:[^()]|\([^)]*\))*\)", r"\1", text)
    text = re.sub(r"(\*\*|__)(.+?)\1", r"\2", text, flags=re.DOTALL)
    text = re.sub(r"(?<![\w*])\*(?!\s)(.+?)(?<!\s)\*(?![\w*])", r"\1", text, flags=re.DOTALL)
    text = re.sub(r"(?<!\w)_(?!\s)(.+?)(?<!\s)_(?!\w)", r"\1", text, flags=re.DOTALL)
    text = re.sub(r"\\([\\`*_{}\[\]()#+.!|<>~-])", r"\1", text)
    return re.sub(r"\s+", " ", re.sub(r"(?m)^>\s?", "", text)).strip()
