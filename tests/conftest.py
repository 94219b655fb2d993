"""What all tests share."""

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared"
EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder beside the checkout with references, gold answers and real papers; tests that need it skip."""
    if not SHARED.is_dir():
        pytest.skip("needs ../shared beside the checkout")
    return SHARED


@pytest.fixture(scope="session")
def examples() -> Path:
    """The invented articles that ship with the project."""
    return EXAMPLES
