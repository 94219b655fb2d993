"""The options of ``qaudit bench`` in, the text it prints out."""

import json
from pathlib import Path

from qualityaudit.audit import Kit, load_kit
from qualityaudit.bench.calibrate import leave_papers_out
from qualityaudit.bench.disagreements import item_lines
from qualityaudit.bench.gold import load_gold
from qualityaudit.bench.run import Judged, bench, judge
from qualityaudit.bench.sentences import judge_sentences, sentence_figures
from qualityaudit.bench.study import study_figures
from qualityaudit.bench.table import bench_text, compared
from qualityaudit.errors import UsageError


def run_bench(  # noqa: PLR0913
    gold: Path,
    papers: Path,
    format: str,
    items: tuple[str, ...] = (),
    page: Path | None = None,
    against: Path | None = None,
    leave_out: bool = False,
) -> str:
    """Judge every gold paper; a table, JSON, the disagreements on some items, or the change since a run.

    Raises:
        UsageError: on an unknown item, no gold, or an earlier run that cannot be read.
    """
    kit = load_kit()
    judged = judge(load_gold(gold, papers), kit)
    if leave_out:
        judged = leave_papers_out(judged, kit.threshold)
    if page is not None:
        from qualityaudit.bench.page import disagreements_page

        page.write_text(disagreements_page(judged, kit), encoding="utf-8")
    if items:
        return "\n".join(line for item in items for line in item_lines(judged, _instrument(item, kit), item))
    return _printed(_figures(judged, kit, gold), format, against)


def _figures(judged: list[Judged], kit: Kit, gold: Path) -> dict[str, object]:
    result = bench(judged, kit)
    sentences = gold / "sentences.jsonl"
    if sentences.exists():
        result["sentences"] = sentence_figures(judge_sentences(sentences, kit))
    pairs = [(j.reading.study, j.gold.study) for j in judged if j.reading is not None]
    result["study"] = study_figures(pairs)
    return result


def _printed(result: dict[str, object], format: str, against: Path | None) -> str:
    if format == "json":
        return json.dumps(result, indent=1, ensure_ascii=False)
    if against is None:
        return bench_text(result)
    try:
        before = json.loads(against.read_text(encoding="utf-8"))
        return bench_text(result) + "\n\n" + compared(result, before)
    except (OSError, ValueError, KeyError) as error:
        raise UsageError(f"{against}: not an earlier run (qaudit bench … --format json): {error}") from error


def _instrument(item: str, kit: Kit) -> str:
    for instrument in kit.instruments:
        if item in instrument.checklist.by_id:
            return instrument.checklist.id
    raise UsageError(f"--item {item}: no such item in {', '.join(i.checklist.id for i in kit.instruments)}")
