"""Findings in, lines of text out."""

from collections.abc import Iterator

from qualityaudit.concepts.matching import Findings


def listed(findings: Findings, every: bool = False) -> Iterator[str]:
    """One line a finding: concept, page, standing if it does not count, and the sentence."""
    for name, found in findings.by_concept.items():
        for finding in found:
            if finding.standing != "counted" and not every:
                continue
            quote = findings.quote(finding)
            page = f"p. {quote.page}" if quote.page else "–"
            standing = "" if finding.standing == "counted" else f" [{finding.standing}: {finding.cue or quote.section}]"
            yield f"{name}\t{page}\t{quote.text}{standing}"
