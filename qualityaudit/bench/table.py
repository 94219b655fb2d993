"""The figures of a bench in, a table for the terminal out."""

from collections.abc import Iterator, Mapping
from typing import cast

COLUMNS = (
    "n", "accuracy", "kappa", "kappa_items", "baseline_accuracy", "skill", "coverage", "accuracy_decided",
    "evidence_page", "total_mae",
)  # fmt: skip


def bench_text(result: Mapping[str, object]) -> str:
    """All figures: instruments, items, classes, example sentences, study facts."""
    return "\n".join(_lines(result))


def _lines(result: Mapping[str, object]) -> Iterator[str]:
    yield f"papers: {result['papers']}"
    for name, reason in _mapping(result["unread"]).items():
        yield f"  not read: {name}: {reason}"
    yield ""
    yield "instrument".ljust(10) + "".join(c.replace("_", " ").rjust(18) for c in COLUMNS)
    instruments = _mapping(result["instruments"])
    for name, figures in instruments.items():
        yield name.ljust(10) + "".join(_cell(_mapping(figures).get(c)).rjust(18) for c in COLUMNS)
    for name, figures in instruments.items():
        yield f"\n{name}: recall per answer  " + _pairs(_mapping(_mapping(figures)["recall"]))
        yield "  " + "item".ljust(12) + "    n  accuracy  kappa   baseline   recall"
        for item, row in _mapping(_mapping(figures)["items"]).items():
            row = _mapping(row)
            numbers = f"{row['n']:>5}  {_cell(row['accuracy']):>8}  {_cell(row['kappa']):>5}   {_cell(row['baseline_accuracy']):>8}"
            yield f"  {item.ljust(12)}{numbers}   {_pairs(_mapping(row['recall']))}"
    if result.get("primary"):
        yield "\nprimary radiomics study or not  " + _pairs(_mapping(result["primary"]))
    for part in ("sentences", "study"):
        if result.get(part):
            yield f"\n{part}"
            for name, row in _mapping(result[part]).items():
                yield f"  {name.ljust(22)} {_pairs(_mapping(row)) if isinstance(row, Mapping) else _cell(row)}"


def _mapping(value: object) -> Mapping[str, object]:
    return cast(Mapping[str, object], value)


def _pairs(row: Mapping[str, object]) -> str:
    return "  ".join(f"{name} {_cell(value)}" for name, value in row.items())


def _cell(value: object) -> str:
    if value is None:
        return "–"
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def compared(now: Mapping[str, object], before: Mapping[str, object]) -> str:
    """What changed since an earlier run: the instruments' figures, and every item whose accuracy moved."""
    lines = ["change since the earlier run"]
    for name, figures in _mapping(now["instruments"]).items():
        old = _mapping(_mapping(before["instruments"]).get(name, {}))
        new = _mapping(figures)
        for column in COLUMNS:
            lines += _change(f"{name} {column}", old.get(column), new.get(column))
        for item, row in _mapping(new["items"]).items():
            was = _mapping(_mapping(old.get("items", {})).get(item, {}))
            lines += _change(f"  {item} accuracy", was.get("accuracy"), _mapping(row)["accuracy"])
    return "\n".join(lines if len(lines) > 1 else [*lines, "  nothing changed"])


def _change(what: str, old: object, new: object) -> list[str]:
    if not isinstance(old, int | float) or not isinstance(new, int | float) or old == new:
        return []
    return [f"  {what}: {old:.3f} → {new:.3f} ({new - old:+.3f})"]
