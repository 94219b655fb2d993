"""A View in, the disease studied, its body system, and whether it is a cancer, out."""

from collections import Counter
from collections.abc import Mapping

from qualityaudit.document import SectionKind
from qualityaudit.study.view import Facts, Told, View, told
from qualityaudit.study.vocabulary import Found, find_terms, in_title

_TELLING: frozenset[SectionKind] = frozenset({"abstract", "keywords", "methods", "results", "introduction"})
_AT_MOST = 12.0  # a word repeated all over the methods says no more than one in the title


def disease(view: View) -> Facts:
    """The disease that title, keywords and abstract speak of most."""
    found = find_terms(view, "diseases", _TELLING)
    scores = {name: _score(f) for name, f in found.items()}
    named = {name: s for name, s in scores.items() if found[name].term.entry.system}
    if not named:
        return {"disease": Told(None), "system": Told(None), "cancer": Told(None)}
    best = max(named, key=lambda name: (named[name], len(name)))
    entry, hits = found[best].term.entry, found[best].hits
    systems = Counter[str]()
    for name, score in named.items():
        systems[str(found[name].term.entry.system)] += score  # type: ignore[assignment]
    system = entry.system if entry.system != "other" else systems.most_common(1)[0][0]
    cancer = bool(entry.cancer)
    return {
        "disease": told(_shown(view, best, scores, found), hits),
        "system": told(system, hits),
        "cancer": told(cancer, hits),
    }


def _score(found: Found) -> float:
    title = 10.0 if in_title(found) else 0.0
    return found.term.entry.weight * title + min(found.score, _AT_MOST * found.term.entry.weight)


def _shown(view: View, best: str, scores: Mapping[str, float], found: Mapping[str, Found]) -> str:
    """The name, with further diseases of the title, and with what is looked for in brackets."""
    names = [best]
    for name, score in sorted(scores.items(), key=lambda pair: -pair[1]):
        entry = found[name].term.entry
        new = entry.system is not None and in_title(found[name]) and score >= 0.5 * scores[best]
        if new and name != best and not _overlapping(found[best], found[name]):
            names.append(name)
    targets = [name for name, f in find_terms(view, "targets", frozenset()).items() if in_title(f)]
    fresh = [t for t in targets if t not in "; ".join(names)]
    return "; ".join(names) + (f" ({fresh[0]})" if fresh else "")


def _overlapping(one: Found, other: Found) -> bool:
    """True if the words of one lie inside the words of the other, as *glioma* in *diffuse glioma*."""
    spans = {(h.sentence, h.match.start(), h.match.end()) for h in one.hits}
    return any(
        h.sentence == s and h.match.start() < end and start < h.match.end()
        for h in other.hits
        for s, start, end in spans
    )
