"""Every item of every instrument rests on at least one concept, and looks somewhere."""

import pytest

from qualityaudit.audit import INSTRUMENTS, load_kit
from qualityaudit.evidence.expression import concepts_in

KIT = load_kit(INSTRUMENTS)
ITEMS = [item.id for i in KIT.instruments for item in i.checklist.items]


@pytest.mark.parametrize("item", ITEMS)
def test_an_item_rests_on_a_concept(item: str) -> None:
    rule = next(i.rules.items[item] for i in KIT.instruments if item in i.checklist.by_id)
    used = {c for e in (*rule.options.values(), *rule.likely.values()) for c in concepts_in(e)}
    assert used, f"{item}: nothing in the text can speak for it"
    assert rule.looks_in or rule.otherwise is None
