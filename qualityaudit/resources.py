"""Where the checklists and templates lie: beside the code in a wheel, at the root of a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def _folder(name: str) -> Path:
    installed = _PACKAGE / "data" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


CHECKLISTS = _folder("checklists")
TEMPLATES = _folder("templates")
