"""An instrument as its authors publish it: YAML in, a validated Checklist out."""

from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, model_validator

from qualityaudit.errors import ChecklistError
from qualityaudit.resources import CHECKLISTS
from qualityaudit.value import Value
from qualityaudit.yamlfile import YamlFile, suggestion


class Option(Value):
    """One possible answer to an item, and the points it carries."""

    id: str
    label: str = ""
    points: int = 0


class Condition(Value):
    """A question that switches items off: they count only while the answer is ``requires``."""

    item: str  # id of a condition item
    requires: str = "yes"


class Item(Value):
    """One numbered item.

    ``select`` is ``one`` (exactly one option) or ``many`` (any set of options, also none). An item with
    ``condition: true`` carries no points and only switches other items on and off.
    """

    id: str
    number: int
    title: str  # the official item name, verbatim
    short: str = ""
    section: str
    options: tuple[Option, ...]
    select: Literal["one", "many"] = "one"
    na: bool = False  # may the item be answered "not applicable"?
    essential: bool = True
    condition: bool = False
    active_if: tuple[Condition, ...] = ()
    explanation: str = ""  # what the item asks, in our own words
    counts: str = ""  # what is enough for a positive answer, in our own words
    advice: str = ""  # what an author should write to satisfy the item, in our own words
    where: str = ""  # the usual place in an article

    @cached_property
    def option_ids(self) -> tuple[str, ...]:
        """Ids of the options, in the published order."""
        return tuple(option.id for option in self.options)

    @cached_property
    def range(self) -> tuple[int, int]:
        """Lowest and highest points an answer can carry."""
        points = [option.points for option in self.options]
        if self.select == "one":
            return min(points), max(points)
        return sum(p for p in points if p < 0), sum(p for p in points if p > 0)


class SectionGroup(Value):
    """A section, domain or category with a subtotal of its own."""

    id: str
    title: str


class Category(Value):
    """A band of the rounded score with a name, from ``at_least`` percent up to the next band."""

    name: str
    at_least: float


class Scoring(Value):
    """How points become a score.

    ``percent_of``: ``applicable`` = points over the points reachable by applicable items (CLEAR, METRICS);
    ``maximum`` = points over the fixed maximum, negative totals printed as 0 (RQS).
    """

    percent_of: Literal["applicable", "maximum"] = "applicable"
    unit: str = "points"  # what one point is called: "items", "points", "weight"
    decimals: int = Field(default=1, ge=0, le=4)
    categories: tuple[Category, ...] = ()


class Checklist(Value):
    """An instrument: items in published order, sections, scoring, citation and licence."""

    id: str
    name: str
    short: str
    version: str
    kind: Literal["reporting", "quality"]
    citation: str
    doi: str
    licence: str
    note: str = ""
    sections: tuple[SectionGroup, ...]
    scoring: Scoring = Scoring()
    subsets: dict[str, tuple[int, ...]] = Field(default_factory=dict)  # e.g. clear-s: item numbers
    items: tuple[Item, ...]

    @cached_property
    def by_id(self) -> dict[str, Item]:
        """Items by id."""
        return {item.id: item for item in self.items}

    @cached_property
    def scored_items(self) -> tuple[Item, ...]:
        """The items that carry points (all but the conditions)."""
        return tuple(item for item in self.items if not item.condition)

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        ids = [item.id for item in self.items]
        if twice := {i for i in ids if ids.count(i) > 1}:
            raise ValueError(f"item {min(twice)} stands twice")
        groups = {group.id for group in self.sections}
        for item in self.items:
            if item.section not in groups:
                raise ValueError(
                    f"item {item.id}: unknown section {item.section!r} (known: {', '.join(sorted(groups))})"
                )
            for condition in item.active_if:
                if condition.item not in ids:
                    raise ValueError(f"item {item.id}: active_if names {condition.item!r}, which is no item")
        return self


def load_checklist(name: str | Path) -> Checklist:
    """A checklist by name (``clear``, ``clear-s``, ``rqs``, ``metrics``) or by the directory that holds its files.

    Raises:
        ChecklistError: when there is none of that name, or naming file and line of what is wrong in it.
    """
    return _loaded(str(name))


@lru_cache(maxsize=32)
def _loaded(name: str) -> Checklist:
    folder = checklist_folder(name)
    checklist = _read(folder / "checklist.yaml")
    if name in checklist.subsets:
        return _subset(checklist, name)
    return checklist


def checklist_folder(name: str | Path) -> Path:
    """The directory of a checklist: its ``checklist.yaml`` and ``evidence.yaml`` lie there.

    Raises:
        ChecklistError: when there is no such checklist.
    """
    path = Path(name)
    if (path / "checklist.yaml").is_file():
        return path
    if path.is_dir():
        raise ChecklistError(f"{path}: this folder holds no checklist.yaml")
    for folder in _folders():
        if folder.name == str(name) or str(name) in _read(folder / "checklist.yaml").subsets:
            return folder
    raise ChecklistError(f"no checklist is called {name!r} {suggestion(str(name), checklist_names())}")


def checklist_names() -> list[str]:
    """Names of the checklists and subsets that come with qualityaudit."""
    names = []
    for folder in _folders():
        names += [folder.name, *_read(folder / "checklist.yaml").subsets]
    return names


def _folders() -> list[Path]:
    return sorted(path.parent for path in CHECKLISTS.glob("*/checklist.yaml"))


@lru_cache(maxsize=32)
def _read(path: Path) -> Checklist:
    file = YamlFile(path)
    data = file.mapping()
    items = data.get("items")
    for i, item in enumerate(items if isinstance(items, list) else []):
        options = item.get("options") if isinstance(item, dict) else None
        for j, option in enumerate(options if isinstance(options, list) else []):
            if isinstance(option, dict) and isinstance(option.get("id"), bool):
                raise file.fail(
                    ("items", i, "options", j, "id"), "YAML reads a bare yes or no as true; put it in quotes"
                )
    return file.validated(Checklist, data)


def _subset(checklist: Checklist, name: str) -> Checklist:
    items = tuple(item for item in checklist.items if item.number in checklist.subsets[name])
    used = {item.section for item in items}
    return checklist.model_copy(
        update={
            "id": name,
            "short": name.upper(),
            "items": items,
            "sections": tuple(section for section in checklist.sections if section.id in used),
            "subsets": {},
        }
    )
