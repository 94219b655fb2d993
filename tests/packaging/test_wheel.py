"""What reaches people: a wheel with every checklist and template, and the licence."""

import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    wheel = pytest.importorskip("hatchling.builders.wheel")
    builder = wheel.WheelBuilder(str(ROOT))
    made = next(builder.build(directory=str(tmp_path_factory.mktemp("wheel")), versions=["standard"]))
    with zipfile.ZipFile(made) as archive:
        return set(archive.namelist())


@pytest.mark.parametrize("folder", ["checklists", "templates"])
def test_the_wheel_holds_every_data_file(folder: str, files: set[str]) -> None:
    here = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
    assert here
    assert {f"qualityaudit/data/{name}" for name in here} <= files


def test_the_wheel_is_typed_and_licensed(files: set[str]) -> None:
    assert "qualityaudit/py.typed" in files
    assert any(name.endswith("licenses/LICENSE") for name in files)
    assert not any(name.startswith(("tests/", "examples/", "tools/")) for name in files)
