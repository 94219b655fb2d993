"""Lines in, one text out: broken words and split addresses mended, offsets of the lines and citations kept."""

import re
from collections.abc import Iterator

from qualityaudit.readers.pages import Block, Line, Role

_TAIL = re.compile(r"([^\W\d_]+)-?$")
_HEAD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"(?:https?://|www\.|doi\.org/|\b10\.\d{4,9}/)\S*$", re.IGNORECASE)
_POINT = re.compile(r"[<>=(≤≥±,–−-] ?\d{0,2}\.$")
_PREFIXES = frozenset(
    [
        "non",
        "pre",
        "post",
        "anti",
        "multi",
        "semi",
        "self",
        "inter",
        "intra",
        "cross",
        "co",
        "sub",
        "well",
        "high",
        "low",
        "two",
        "three",
        "four",
        "five",
        "ten",
        "single",
        "double",
        "half",
        "full",
        "open",
        "long",
        "short",
        "large",
        "small",
        "follow",
        "mid",
        "near",
        "on",
        "off",
        "state",
        "deep",
        "end",
        "time",
        "contrast",
        "diffusion",
        "dose",
    ]
)


def _whole_words(lines: list[Line]) -> Iterator[str]:
    """The lines without the halves of words that their ends cut, which must not pass for words."""
    cut = False
    for line in lines:
        text = line.text.partition(" ")[2] if cut else line.text
        cut = line.joined or line.text.endswith("-")
        yield text.rpartition(" ")[0] if cut else text


class Joiner:
    """Puts lines together; knows the words of the paper, to tell a broken word from a hyphenated one."""

    def __init__(self, lines: list[Line]) -> None:
        self.soft = sum(line.soft for line in lines) > 4  # real hyphens can be told from the typesetter's
        self.words = " " + " ".join(_whole_words(lines)).lower() + " "

    def block(self, role: Role, lines: list[Line]) -> Block:
        """A block of some lines."""
        block = Block(role, "", page=lines[0].page, lead=lines[0].lead)
        self.extend(block, lines)
        return block

    def extend(self, block: Block, lines: list[Line]) -> None:
        """Add lines at the end of a block."""
        for line in lines:
            if block.text:
                last = block.marks[-1][1]
                block.text = block.text if last.soft else self.joint(block.text, line.text, last.joined)
            elif line.bold or line.italic:
                block.lead = block.lead or len(line.text)
            at = len(block.text)
            block.marks.append((at, line))
            if line.citations:
                block.citations += [(at + offset, mark) for offset, mark in line.citations]
            block.text += line.text

    def joint(self, text: str, following: str, broken: bool = False) -> str:
        """The text so far, made ready for the next line."""
        last = text[-1:]
        if broken or last == "-":
            return self._mended(text, following, broken)
        if last == "/" and text[-2:-1].isspace():
            return text + " "
        if last == "." and following[0].isdigit() and _POINT.search(text[-12:]):
            return text
        if last == "/" or (last in ".=_?&%#" and _ADDRESS.search(text[-80:]) and not following[:1].isupper()):
            return text
        if last in "–—" and text[-2:-1].isalnum() and following[:1].isalnum():
            return text
        return text + " "

    def _mended(self, text: str, following: str, broken: bool) -> str:
        left, right = _TAIL.search(text[-60:]), _HEAD.match(following)
        if not left or not right:
            if text[-2:-1].isspace() or (len(text) > 1 and not text[-2].isalnum()):
                return text + " "
            return text
        stem = text[:-1] if text[-1] == "-" else text
        if _ADDRESS.search(text[-80:]):
            return stem + "-"
        a, b = left.group(1), right.group()
        if b in ("and", "or", "to") and not broken:
            return text + " "
        return stem + ("-" if self._hyphenated(a, b) else "")

    def _hyphenated(self, a: str, b: str) -> bool:
        if not b[0].islower() or (a.isupper() and len(a) > 1):
            return True
        if self.soft:
            return True
        whole, parted = (a + b).lower(), f"{a}-{b}".lower()
        if whole in self.words:
            return self.words.count(parted) > self.words.count(whole)
        if parted in self.words:
            return True
        known = f" {b.lower()} " in self.words
        return known and (a.lower() in _PREFIXES or (len(a) > 2 and f" {a.lower()} " in self.words))
