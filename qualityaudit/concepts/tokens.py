"""A spaCy token pattern and a sentence in, the matching span out; spaCy is loaded when first needed."""

from functools import lru_cache
from typing import TYPE_CHECKING

from qualityaudit.concepts.rule import TokenKey, TokenValue

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import Matcher

Tokens = tuple[dict[TokenKey, TokenValue], ...]


@lru_cache(maxsize=1)
def _english() -> "Language":
    import spacy

    return spacy.blank("en")


@lru_cache(maxsize=512)
def _matcher(key: str) -> "Matcher":
    from ast import literal_eval

    from spacy.matcher import Matcher

    matcher = Matcher(_english().vocab, validate=True)
    matcher.add("concept", [list(literal_eval(key))])
    return matcher


def token_match(tokens: Tokens, sentence: str) -> tuple[int, int] | None:
    """Start and end (characters) of the first longest match, or ``None``."""
    doc = _english()(sentence)
    spans = _matcher(repr(tokens))(doc, as_spans=True)
    best = max(spans, key=lambda span: (-span.start, len(span)), default=None)
    return (best.start_char, best.end_char) if best is not None else None
