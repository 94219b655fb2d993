"""A Word file's styles in, what each means for reading out: heading level, role, bold, italic, raised."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"(?:^|[\W_\d])heading[\s_]*([1-9])", re.IGNORECASE)
_ROLES = (
    ("skip", re.compile(r"^toc\b|^table of|^toc heading|^(?:header|footer)$|balloon|annotation|line number", re.I)),
    ("title", re.compile(r"(?:^|[\W_\d])(?:article[\s_]?|paper[\s_]?)?title$", re.IGNORECASE)),
    ("caption", re.compile(r"caption|legend", re.IGNORECASE)),
    ("author", re.compile(r"author", re.IGNORECASE)),
    ("affiliation", re.compile(r"affil|address", re.IGNORECASE)),
    ("reference", re.compile(r"bibliograph|(?:^|[\W_\d])references?$", re.IGNORECASE)),
)
_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Look:
    """What a style or a run's own settings say; ``None`` = nothing."""

    level: int = 0  # 1-9 of a heading
    role: str = ""  # title, caption, author, affiliation, reference, skip
    bold: bool | None = None
    italic: bool | None = None
    raised: bool | None = None
    hidden: bool | None = None
    size: int | None = None  # half points
    base: str = ""


def styles_of(root: etree._Element | None) -> Mapping[str, Look]:
    """Looks by style id, each with what it inherits."""
    if root is None:
        return {}
    own = {style.get(f"{W}styleId", ""): _style(style) for style in root.iterfind(f"{W}style")}
    return {name: _inherited(name, own) for name in own}


def _style(style: etree._Element) -> Look:
    name_at = style.find(f"{W}name")
    name = name_at.get(f"{W}val", "") if name_at is not None else ""
    base = style.find(f"{W}basedOn")
    look = run_look(style.find(f"{W}rPr"))
    if style.get(f"{W}type") != "paragraph":
        return replace(look, base=base.get(f"{W}val", "") if base is not None else "")
    heading = _HEADING.search(name)
    role = next((role for role, pattern in _ROLES if pattern.search(name)), "")
    level = int(heading.group(1)) if heading and role != "skip" else outline_level(style.find(f"{W}pPr"))
    return replace(look, level=level, role=role, base=base.get(f"{W}val", "") if base is not None else "")


def _inherited(name: str, own: Mapping[str, Look]) -> Look:
    chain: list[Look] = []
    while name in own and len(chain) < _DEPTH:
        chain.append(own[name])
        name = own[name].base
    made = Look()
    for look in reversed(chain):
        made = merged(made, look)
    return made


def merged(below: Look, above: Look) -> Look:
    """One look over another: what the upper one says wins."""
    return Look(
        level=above.level or below.level,
        role=above.role or below.role,
        bold=below.bold if above.bold is None else above.bold,
        italic=below.italic if above.italic is None else above.italic,
        raised=below.raised if above.raised is None else above.raised,
        hidden=below.hidden if above.hidden is None else above.hidden,
        size=below.size if above.size is None else above.size,
    )


def outline_level(properties: etree._Element | None) -> int:
    """The outline level (1-9) that a paragraph's properties set, 0 for body text."""
    at = properties.find(f"{W}outlineLvl") if properties is not None else None
    value = at.get(f"{W}val", "9") if at is not None else "9"
    return int(value) + 1 if value in "012345678" and value else 0


def run_look(properties: etree._Element | None) -> Look:
    """What a run's properties say."""
    if properties is None:
        return Look()
    align = properties.find(f"{W}vertAlign")
    size = properties.find(f"{W}sz")
    points = size.get(f"{W}val", "") if size is not None else ""
    return Look(
        bold=_switch(properties, "b"),
        italic=_switch(properties, "i"),
        raised=None if align is None else align.get(f"{W}val") == "superscript",
        hidden=_switch(properties, "vanish"),
        size=int(points) if points.isdecimal() else None,
    )


def _switch(properties: etree._Element, name: str) -> bool | None:
    at = properties.find(f"{W}{name}")
    return None if at is None else at.get(f"{W}val", "true").lower() not in ("0", "false", "off", "none")
