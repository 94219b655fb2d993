"""The words that patterns need, kept on disk from one run to the next: to find them anew takes seconds.

What is kept is bound to the patterns' own text, to this version of Python and to the code that finds the words, so
nothing old is ever read. Where the folder cannot be written, or the file is broken, the words are found anew.
"""

import contextlib
import json
import os
import sys
from hashlib import blake2b
from pathlib import Path

from platformdirs import user_cache_path

from qualityaudit.concepts import prefilter
from qualityaudit.concepts.index import Need
from qualityaudit.concepts.prefilter import required_words


class Remembered:
    """Required words by pattern, read from ``folder`` at first and written there by ``keep``."""

    def __init__(self, folder: Path | None = None) -> None:
        folder = folder or user_cache_path("qualityaudit", appauthor=False)
        maker = Path(prefilter.__file__).read_bytes() + sys.version.encode()
        self._file = folder / f"words-{_digest(maker)}.json"
        self._kept = _read(self._file)
        self._asked: dict[str, list[list[str]]] = {}

    def words(self, pattern: str) -> Need:
        """As ``required_words``.

        Raises:
            re.error: when ``pattern`` is no regular expression.
        """
        name = _digest(pattern.encode())
        if name not in self._asked:
            known = self._kept.get(name)
            self._asked[name] = [sorted(words) for words in required_words(pattern)] if known is None else known
        return tuple(map(frozenset, self._asked[name]))

    def keep(self) -> None:
        """Write what was asked for, if any of it was new; silent where nothing can be written."""
        if self._asked.keys() <= self._kept.keys():
            return
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            draft = self._file.with_suffix(f".{os.getpid()}")
            draft.write_text(json.dumps(self._asked), encoding="utf-8")
            draft.replace(self._file)  # at once, for others may be reading


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=8).hexdigest()


def _read(file: Path) -> dict[str, list[list[str]]]:
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}
