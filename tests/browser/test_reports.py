"""Reports in a real browser: they load nothing from outside, show every item, and the filter works."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from qualityaudit.render import render_corpus, render_paper
from qualityaudit.report import CorpusReport, PaperReport
from tests.render.conftest import *  # noqa: F403  the invented reports

Browse = Callable[[str], str]
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--virtual-time-budget=2000", "--dump-dom",
)  # fmt: skip


@pytest.fixture
def browse(tmp_path: Path) -> Browse:
    """The page as the browser has it after its scripts have run; everything but the page itself is unreachable."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("needs chromium")

    def dom(html: str) -> str:
        page = tmp_path / "page.html"
        page.write_text(html, encoding="utf-8")
        command = [program, *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", page.as_uri()]
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout

    return dom


def made(page: str | bytes) -> str:
    assert isinstance(page, str)
    return page


def test_a_corpus_is_all_there_and_can_be_filtered(corpus: CorpusReport, browse: Browse) -> None:
    html = made(render_corpus(corpus, "html"))
    script = (
        "<script>addEventListener('load',()=>{const i=document.querySelector('input');"
        "i.value='paper_03';i.dispatchEvent(new Event('input',{bubbles:true}));"
        "document.body.dataset.shown=[...document.querySelectorAll('table.papers tr[data-paper]')]"
        ".filter(r=>r.offsetParent!==null).length;})</script></body>"
    )
    dom = browse(html.replace("</body>", script))
    shown = re.search(r'data-shown="(\d+)"', dom)
    assert shown
    assert shown[1] == "1"


def test_a_paper_shows_every_item(paper: PaperReport, browse: Browse) -> None:
    dom = browse(made(render_paper(paper, "html")))
    for instrument in paper.instruments:
        for item in instrument.checklist.items:
            assert f'id="{item.id.lower()}"' in dom


@pytest.mark.parametrize("kind", ["paper", "corpus"])
def test_a_report_loads_nothing_from_outside(kind: str, paper: PaperReport, corpus: CorpusReport) -> None:
    html = made(render_paper(paper, "html") if kind == "paper" else render_corpus(corpus, "html"))
    assert not re.search(r"""(?:src|srcset)=["'](?!data:)|<link\b|@import|url\((?!["']?data:)""", html)
