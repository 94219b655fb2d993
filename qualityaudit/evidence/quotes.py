"""The result of an expression in, at most three quotes out: the best sentence first."""

from qualityaudit.answers import Quote
from qualityaudit.concepts import Finding, Findings
from qualityaudit.evidence.expression import Result
from qualityaudit.study import StudyMetadata

AT_MOST = 3
_RANK = {"methods": 0, "results": 1, "availability": 0, "ethics": 0, "front": 1, "abstract": 2, "keywords": 0}


def best_quotes(result: Result, findings: Findings, study: StudyMetadata) -> tuple[Quote, ...]:
    """Quotes for what made an expression true; findings first, then where the study facts were read.

    The sentence that shows most comes first, the others from pages and sections not yet quoted, as far as there are
    any, and running text before rows and captions: three places tell a reader more than three lines of one table.
    """
    support: dict[int, set[str]] = {}
    first: dict[int, Finding] = {}
    for finding in result.findings:
        support.setdefault(finding.sentence, set()).add(finding.concept)
        first.setdefault(finding.sentence, finding)

    sentences = findings.document.sentences

    def order(finding: Finding) -> tuple[bool, bool, bool, int, int, int]:
        rank = min((_RANK.get(kind, 3) for kind in findings.kinds(finding)), default=3)
        sentence = sentences[finding.sentence]
        repeats = sentence.page in pages, sentence.section in sections
        return *repeats, sentence.part != "text", -len(support[finding.sentence]), rank, finding.sentence

    chosen: list[Quote] = []
    pages: set[int | None] = set()
    sections: set[int] = set()
    while first and len(chosen) < AT_MOST:
        best = min(first.values(), key=order)
        del first[best.sentence]
        pages.add(sentences[best.sentence].page)
        sections.add(sentences[best.sentence].section)
        chosen.append(findings.quote(best))
    from_facts = [quote for fact in result.facts for quote in study.spans.get(fact, ())]
    return (*chosen, *from_facts)[:AT_MOST]
