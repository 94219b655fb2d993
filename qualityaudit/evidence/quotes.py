"""The result of an expression in, at most three quotes out: the best sentence first."""

from qualityaudit.answers import Quote
from qualityaudit.concepts import Finding, Findings
from qualityaudit.evidence.expression import Result
from qualityaudit.study import StudyMetadata

AT_MOST = 3
_RANK = {"methods": 0, "results": 1, "availability": 0, "ethics": 0, "front": 1, "abstract": 2, "keywords": 0}


def best_quotes(result: Result, findings: Findings, study: StudyMetadata) -> tuple[Quote, ...]:
    """Quotes for what made an expression true; findings first, then where the study facts were read."""
    support: dict[int, set[str]] = {}
    for finding in result.findings:
        support.setdefault(finding.sentence, set()).add(finding.concept)

    def order(finding: Finding) -> tuple[int, int, int]:
        rank = min((_RANK.get(kind, 3) for kind in findings.kinds(finding)), default=3)
        return -len(support[finding.sentence]), rank, finding.sentence

    chosen: dict[int, Quote] = {}
    for finding in sorted(result.findings, key=order):
        chosen.setdefault(finding.sentence, findings.quote(finding))
    from_facts = [quote for fact in result.facts for quote in study.spans.get(fact, ())]
    return (*chosen.values(), *from_facts)[:AT_MOST]
