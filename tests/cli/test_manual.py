"""The command line, its help and the README say the same."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from qualityaudit import errors
from qualityaudit.cli import COMMANDS
from tests.cli.conftest import Qaudit

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
NAMES = [name.replace("_", "-") for name in COMMANDS]
PAGES = [[name] for name in NAMES if name != "checklists"] + [
    ["checklists", name] for name in ("list", "show", "check", "schema")
]


@pytest.mark.parametrize("page", PAGES, ids=" ".join)
def test_every_help_page_has_an_example_to_paste(page: list[str], qaudit: Qaudit) -> None:
    result = qaudit(*page, "--help")
    assert result.code == 0
    assert re.search(rf"Example: qaudit {' '.join(page)}\b", " ".join(result.out.split()))


@pytest.mark.parametrize("name", NAMES)
def test_the_readme_lists_every_command(name: str) -> None:
    assert re.search(rf"^\| `qaudit {name}\b", README, re.MULTILINE)


def test_the_readme_lists_every_exit_code() -> None:
    listed = {int(code) for code in re.findall(r"^\| (\d+) \|", README, re.MULTILINE)}
    classes = [c for c in vars(errors).values() if isinstance(c, type) and issubclass(c, errors.QualityAuditError)]
    assert listed == {0, errors.BELOW_THRESHOLD, errors.INTERRUPTED} | {c.exit_code for c in classes}


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from qualityaudit.cli import app; app();"
        "print([m for m in ('spacy', 'weasyprint', 'matplotlib', 'pypdfium2', 'lxml', 'pydantic') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_version_is_that_of_the_package(qaudit: Qaudit) -> None:
    from importlib.metadata import version

    assert qaudit("--version").out.strip() == f"qualityaudit {version('qualityaudit')}"
