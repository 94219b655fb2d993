"""The bytes of a PDF that lost its end in, bytes with a new page tree and trailer out.

Downloads break off, and what tells a viewer where the pages are stands at the end. The page objects that did arrive
are found by their type, in the open or inside object streams, and put under a new catalogue; PDFium does the rest.
"""

import re
import zlib
from collections.abc import Iterator

MAX_PACKED = 20_000_000
"""Bytes of object streams that are unpacked."""

_OBJECT = re.compile(rb"(?<![0-9])(\d{1,7})\s+0\s+obj\b")
_PAGE = re.compile(rb"/Type\s*/Page(?![a-zA-Z])")
_STREAMS = re.compile(rb"/Type\s*/ObjStm\b")
_FIRST = re.compile(rb"/First\s+(\d{1,7})")
_WINDOW = 4000
"""Bytes of an object in which its type has to stand."""


def repaired(data: bytes) -> bytes | None:
    """The file with a page tree of the pages that are left, or nothing if there are none."""
    starts = [(int(match[1]), match.end()) for match in _OBJECT.finditer(data)]
    if not starts:
        return None
    ends = [at for _, at in starts[1:]] + [len(data)]
    pages: dict[int, None] = {}
    highest, budget = max(number for number, _ in starts), MAX_PACKED
    for (number, start), end in zip(starts, ends, strict=True):
        head = data[start : min(end, start + _WINDOW)].partition(b"stream")[0]
        if _PAGE.search(head):
            pages[number] = None
        elif _STREAMS.search(head) and budget > 0:
            unpacked = _unpacked(data[start:end], budget)
            budget -= len(unpacked)
            for inner, body in _inside(unpacked, head):
                highest = max(highest, inner)
                if _PAGE.search(body):
                    pages[inner] = None
    if not pages:
        return None
    tree, root = highest + 1, highest + 2
    kids = b" ".join(b"%d 0 R" % number for number in pages)
    return data + (
        b"\nendstream\nendobj\n%d 0 obj\n<< /Type /Pages /Kids [%b] /Count %d >>\nendobj\n"
        b"%d 0 obj\n<< /Type /Catalog /Pages %d 0 R >>\nendobj\ntrailer\n<< /Size %d /Root %d 0 R >>\n"
        b"startxref\n0\n%%%%EOF\n" % (tree, kids, len(pages), root, tree, root + 1, root)
    )


def _unpacked(body: bytes, most: int) -> bytes:
    packed = body.partition(b"stream")[2].lstrip(b"\r\n")
    try:
        return zlib.decompressobj().decompress(packed, most)
    except zlib.error:
        return b""


def _inside(unpacked: bytes, head: bytes) -> Iterator[tuple[int, bytes]]:
    """Number and body of the objects in an object stream."""
    first = _FIRST.search(head)
    if not first:
        return
    base = int(first[1])
    numbers = [int(word) for word in unpacked[:base].split() if word.isdigit()]
    places = list(zip(numbers[::2], numbers[1::2], strict=False))
    for i, (number, offset) in enumerate(places):
        end = base + places[i + 1][1] if i + 1 < len(places) else len(unpacked)
        yield number, unpacked[base + offset : end]
