"""A call of ``qaudit`` as a person makes it, without a new process."""

import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from qualityaudit.cli import main


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


Qaudit = Callable[..., Result]


@pytest.fixture
def qaudit(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Qaudit:
    def call(*arguments: object) -> Result:
        monkeypatch.setattr(sys, "argv", ["qaudit", *map(str, arguments)])
        monkeypatch.setenv("COLUMNS", "100")
        try:
            main()
            code = 0
        except SystemExit as stop:
            code = int(stop.code or 0)
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return call
