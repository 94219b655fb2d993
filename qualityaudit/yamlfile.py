"""YAML in, plain data with line numbers out; wrong files are refused with ``file:line: where: what``."""

import difflib
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from qualityaudit.errors import ChecklistError, QualityAuditError

Plain = None | bool | int | float | str | list["Plain"] | dict[str, "Plain"]
Where = tuple[str | int, ...]
Model = TypeVar("Model", bound=BaseModel)

MAX_BYTES = 5_000_000
_SCALARS: dict[str, type[int] | type[float]] = {"tag:yaml.org,2002:int": int, "tag:yaml.org,2002:float": float}


class YamlFile:
    """Parsed YAML: ``data`` and the line (1-based) of every place in it."""

    def __init__(self, path: Path, error: type[QualityAuditError] = ChecklistError) -> None:
        self.path, self.error, self.lines = path, error, dict[Where, int]()
        self.data: Plain = self._plain(self._compose(), ())

    def _compose(self) -> yaml.Node | None:
        try:
            if self.path.stat().st_size > MAX_BYTES:
                raise self.error(f"{self.path}: larger than {MAX_BYTES:,} bytes; split the file")
            return yaml.compose(self.path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        except OSError as error:
            raise self.error(f"{self.path}: {error.strerror or error}") from error
        except UnicodeDecodeError as error:
            raise self.error(f"{self.path}: not UTF-8 text; save it as UTF-8") from error
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise self.error(f"{self.path}:{line}: {error.problem or error.context}") from error
        except (yaml.YAMLError, RecursionError) as error:
            raise self.error(f"{self.path}: not readable as YAML: {type(error).__name__}") from error

    def _plain(self, node: yaml.Node | None, where: Where) -> Plain:
        if node is None:
            return None
        if len(where) > 24 or len(self.lines) > 400_000:
            raise self.error(f"{self.path}:{node.start_mark.line + 1}: nested or repeated too much")
        self.lines[where] = node.start_mark.line + 1
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, where)
        if isinstance(node, yaml.SequenceNode):
            return [self._plain(child, (*where, i)) for i, child in enumerate(node.value)]
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, where: Where) -> dict[str, Plain]:
        made: dict[str, Plain] = {}
        for key_node, child in node.value:
            key, line = str(key_node.value), key_node.start_mark.line + 1
            if key in made:
                raise self.error(f"{self.path}:{line}: {dotted((*where, key))}: this key stands twice")
            made[key] = self._plain(child, (*where, key))
            self.lines[(*where, key)] = line
        return made

    def _scalar(self, node: yaml.Node) -> Plain:
        if node.tag == "tag:yaml.org,2002:null":
            return None
        if node.tag == "tag:yaml.org,2002:bool":
            return str(node.value).lower() in ("true", "yes", "on")
        if node.tag in _SCALARS:
            try:
                return _SCALARS[node.tag](node.value)
            except ValueError:
                return str(node.value)
        return str(node.value)

    def line(self, where: Where) -> int:
        """The line of a place, or of the nearest place around it."""
        while where and where not in self.lines:
            where = where[:-1]
        return self.lines.get(where, 1)

    def fail(self, where: Where, message: str) -> QualityAuditError:
        """An error that names file, line and place."""
        place = f"{dotted(where)}: " if where else ""
        return self.error(f"{self.path}:{self.line(where)}: {place}{message}")

    def mapping(self) -> dict[str, Plain]:
        """The top level as a mapping; an empty file is an empty mapping."""
        if self.data is None:
            return {}
        if not isinstance(self.data, dict):
            raise self.fail((), "the file must hold a mapping (key: value)")
        return self.data

    def validated(self, model: type[Model], data: object, where: Where = ()) -> Model:
        """``data`` as a ``model``; the first thing wrong is reported with its line and a suggestion."""
        try:
            return model.model_validate(data)
        except ValidationError as error:
            first = min(error.errors(), key=lambda detail: detail["type"] != "extra_forbidden")
            raise self.fail((*where, *first["loc"]), _explained(first, model)) from error


def dotted(where: Where) -> str:
    """A place in a file as a person writes it: ``items.3.title``."""
    return ".".join(str(step) for step in where)


def suggestion(word: str, known: list[str]) -> str:
    """``(did you mean …?)`` where something known is close to ``word``, else the known ones."""
    close = difflib.get_close_matches(word, known, 1)
    return f"(did you mean {close[0]}?)" if close else f"(known: {', '.join(known)})"


def _explained(detail: Mapping[str, object], model: type[BaseModel]) -> str:
    location = detail["loc"]
    assert isinstance(location, tuple)
    if detail["type"] == "extra_forbidden" and len(location) == 1:
        return f"unknown key {suggestion(str(location[-1]), list(model.model_fields))}"
    if detail["type"] == "extra_forbidden":
        return "unknown key"
    return str(detail["msg"]).removeprefix("Value error, ")
