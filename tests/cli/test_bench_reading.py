"""``qaudit bench-reading`` on an article made in the test."""

import json
from pathlib import Path

from typer.testing import CliRunner

from qualityaudit.cli import app
from tests.structure.pages import pdf, prose

SOURCE = "---\ntitle: Texture of an invented spleen\n---\n\n## Methods\n\nThe spleen was outlined by hand.\n\n## Results\n\nThe texture differed.\n"
BODY = "<h1>Texture of an invented spleen</h1><h2>Methods</h2><p>The spleen was outlined by hand.</p><h2>Results</h2><p>The texture differed.</p>"


def test_fidelity_parts_and_cost(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(SOURCE, encoding="utf-8")
    papers = tmp_path / "papers"
    papers.mkdir()
    pdf(papers, BODY, name="a_plain.pdf")
    pdf(papers, f"<h1>Another title of words</h1><h2>Methods</h2>{prose(3)}", name="other.pdf")
    truth = tmp_path / "truth.csv"
    truth.write_text("file,part,truth\nother.pdf,methods,yes\nother.pdf,results,yes\n", encoding="utf-8")
    arguments = ["bench-reading", str(tmp_path), "--papers", str(papers), "--truth", str(truth)]
    figures = json.loads(CliRunner().invoke(app(), [*arguments, "--format", "json"]).stdout)
    assert figures["layouts"]["plain"]["sentence_f1"] == 1.0
    assert figures["real"][0]["wrong"] == {"results": "yes"}
    assert figures["right"] == {"methods": 1.0, "results": 0.0}
    assert figures["timing"]["files"] == 2
    text = CliRunner().invoke(app(), arguments).stdout
    assert "wrong: other.pdf: results" in text
    assert "ratio" in text
