"""Markdown with optional YAML front matter in, blocks out."""

import re
from html import unescape
from pathlib import Path

import yaml

from qualityaudit.document import FrontMatter, Source
from qualityaudit.readers.pages import Block, Pages
from qualityaudit.readers.prose import MAX_TEXT, Prose, decoded, is_caption, tidy, within_limit

_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
_RULE = re.compile(r"^\|?[\s:|-]+\|[\s:|-]*$")
_KEYWORDS = re.compile(r"\W*key\s?-?words?\b", re.IGNORECASE)
_SETEXT = re.compile(r"(?m)^(?![#>|\s-])(\S.{0,150})\n(=+|-{2,})[ \t]*$")
_ITEM = re.compile(r"(?m)^[ \t]{0,3}(?:[-*+]|\d{1,3}[.)])[ \t]+(?=\S)")
_FENCE = re.compile(r"(?ms)^(```|~~~)[^\n]*\n(.*?)(?:^\1[ \t]*$|\Z)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_SUP = re.compile(r"<sup>(.{0,80}?)</sup>|\^([\w,;–+-]{1,12})\^", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"</?(?:su[bp]|br|p|div|span|b|i|em|strong|u|small|center|img|a|font|hr)\b[^<>]*>", re.IGNORECASE)
_PARTS = re.compile(r"(?<!\\)\|")


def read(path: Path, data: bytes, source: Source) -> Pages:
    """Blocks of a Markdown file."""
    text = decoded(data)[: MAX_TEXT + 1]
    front, body = _parted(text)
    notes: list[str] = []
    blocks = _named(_blocks(body), front)
    return Pages(source, blocks=within_limit(blocks, notes), front=front, notes=notes)


def _named(blocks: list[Block], front: FrontMatter) -> list[Block]:
    """The blocks with title and keywords that stand in the front matter only."""
    early = [re.sub(r"\W+", "", block.text.lower()) for block in blocks[:8]]
    made: list[Block] = []
    if front.title and re.sub(r"\W+", "", front.title.lower()) not in early:
        made.append(Block("title", tidy(front.title)))
    if front.keywords and not any(_KEYWORDS.match(block.text) for block in blocks):
        made.append(Block("heading", "Keywords", level=2, kind="keywords"))
        made.append(Block("paragraph", "; ".join(front.keywords)))
    return made + blocks


def _parted(text: str) -> tuple[FrontMatter, str]:
    match = re.match(r"---\n(.*?)\n---\s*\n", text, re.DOTALL)
    if not match:
        return FrontMatter(), text
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(match.group(1), Loader=yaml.CSafeLoader)):
            return FrontMatter(), text[match.end() :]  # aliases may unfold without end, and no front matter needs them
        data = yaml.load(match.group(1), Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
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
    names: list[str] = []
    if isinstance(value, str):
        names = [part.strip() for part in re.split(r"[;,]", value)]
    elif isinstance(value, dict):
        names = [str(v) for v in value.values()]
    elif isinstance(value, list):
        names = [str(v.get("name", "")) if isinstance(v, dict) else str(v) for v in value]
    return tuple(name for name in names if name.lower() not in ("", "none", "n/a", "-", "–"))


def _blocks(body: str) -> list[Block]:
    blocks: list[Block] = []
    body = _FENCE.sub(lambda match: f"\n{match[2]}\n", _without_comments(body))
    body = _SETEXT.sub(lambda match: f"{'#' if match[2][0] == '=' else '##'} {match[1]}", body)
    for part in re.split(r"\n\s*\n", re.sub(r"(?m)^(#{1,6}\s.*)$", r"\n\1\n", body)):
        part = part.strip("\n")
        if part.strip() and not re.fullmatch(r"\s*(?:[-*_]\s*){3,}", part):
            blocks += [_block(piece) for piece in _items(part) if piece.strip()]
    return blocks


def _without_comments(body: str) -> str:
    last = body.rfind("-->") + 3  # a start without an end must not be looked for to the end of the file again and again
    return _COMMENT.sub("", body[:last]) + body[last:]


def _items(part: str) -> list[str]:
    """A list as its items, anything else as it is."""
    if len(_ITEM.findall(part)) < 2 or not _ITEM.match(part):
        return [part]
    return _ITEM.split(part)


def _block(part: str) -> Block:
    heading = _HEADING.match(part.strip())
    if heading and "\n" not in part.strip():
        return Block("heading", plain(heading.group(2)), level=len(heading.group(1)))
    if part.lstrip().startswith("|"):
        rows = [_PARTS.split(_bare_row(row)) for row in part.splitlines() if not _RULE.match(row.strip())]
        return Block("table", "", rows=[[plain(cell) for cell in row] for row in rows])
    lead = re.match(r"\s*(\*\*|__|\*|_)(.+?)\1", part)
    prose = Prose()
    at = 0
    for match in _SUP.finditer(part):
        prose.add(plain(part[at : match.start()], ends=True))
        prose.add(match[1] or match[2], raised=True)
        at = match.end()
    prose.add(plain(part[at:], ends=True))
    block = prose.block()
    block.text = block.text.strip()
    block.role = "caption" if is_caption(block.text) else "paragraph"
    block.lead = len(plain(lead.group(2))) if lead else 0
    return block


def _bare_row(row: str) -> str:
    return re.sub(r"^\||(?<!\\)\|$", "", row.strip())


def plain(text: str, ends: bool = False) -> str:
    """Markdown without its marks; with ``ends``, blanks at either end stay."""
    text = _TAG.sub(lambda match: " " if match[0][1:3].lower() in ("br", "hr") else "", text)
    text = re.sub(r"!?\[([^\]]{0,600})\]\((?:[^()]|\([^()]{0,300}\)){0,1000}\)", r"\1", text)
    text = re.sub(r"(\*\*|__)(.{1,2000}?)\1", r"\2", text, flags=re.DOTALL)
    text = re.sub(r"(?<![\w*])\*(?!\s)(.{1,600}?)(?<!\s)\*(?![\w*])", r"\1", text, flags=re.DOTALL)
    text = re.sub(r"(?<!\w)_(?!\s)(.{1,600}?)(?<!\s)_(?!\w)", r"\1", text, flags=re.DOTALL)
    text = re.sub(r"\\([\\`*_{}\[\]()#+.!|<>~-])", r"\1", text)
    text = re.sub(r"\s+", " ", unescape(re.sub(r"(?m)^>\s?", "", text)))
    return text if ends else text.strip()
