"""A View in, the sizes of the training, internal test and external test sets out."""

from collections import defaultdict
from dataclasses import dataclass

from qualityaudit.study.allotment import Share, shares
from qualityaudit.study.setwords import Role
from qualityaudit.study.view import OWN, Hit, Told, View, told

_WORDS = ("train", "test", "validat", "develop", "deriv", "hold", "held", "external", "discovery", "evaluated", "independent", "primary", "applied", "fitted", "another ", "second ", "other ", "transfer", "transport", "carried", "ported", "moved ")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sets:
    """Sizes of the sets; ``parts`` are all the sizes seen, ``sum`` what the sets add up to."""

    train: Told
    internal: Told
    external: Told
    parts: frozenset[int]
    sum: int | None


def sets(view: View) -> Sets:
    """Read the sizes of the sets from sentences that name sets and numbers together."""
    votes: dict[Role, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    places: dict[tuple[Role, int], list[Hit]] = defaultdict(list)
    for i in view.holding(*_WORDS):
        if view.kinds[i].isdisjoint(OWN) or view.document.sentences[i].part == "heading":
            continue
        found = shares(view.lower[i])
        for role, value, trust, match in [*found, *_together(found)]:
            votes[role][value] += trust * view.weights[i]
            places[role, value].append(Hit(i, match, view.weights[i]))
    _settle(votes, places)
    best = {role: max(v, key=lambda n: (v[n], n)) for role, v in votes.items()}
    train, tune, test = best.get("train"), best.get("tune"), best.get("test")
    internal, external = best.get("internal"), best.get("external")
    if internal is None and test != external:
        internal = test
    role_of_internal: Role = "internal" if "internal" in best else "test"
    known = [n for n in (train, tune, internal, external) if n is not None]
    return Sets(
        train=_told(train, "train", places),
        internal=_told(internal, role_of_internal, places),
        external=_told(external, "external", places),
        parts=frozenset(known),
        sum=sum(known) if len(known) > 1 else None,
    )


def _told(value: int | None, role: Role, places: dict[tuple[Role, int], list[Hit]]) -> Told:
    return told(value, places.get((role, value), [])) if value is not None else Told(None)


def _settle(votes: dict[Role, dict[int, float]], places: dict[tuple[Role, int], list[Hit]]) -> None:
    """An independent set is an outside one beside a test set at home, else the test set."""
    apart = votes.pop("apart", {})
    role: Role = "external" if "internal" in votes or "external" in votes else "test"
    for value, weight in apart.items():
        votes[role][value] += weight
        places[role, value] += places["apart", value]


def _together(found: list[Share]) -> list[Share]:
    """Several outside cohorts of one sentence, taken together."""
    outside = {share.value: share for share in found if share.role == "external"}
    whole = sum(outside)
    if len(outside) < 2 or 2 * max(outside) == whole:  # one of them may be the sum already
        return []
    return [Share("external", whole, share.trust + 0.1, share.match) for share in list(outside.values())[:1]]
