"""Readers that other packages bring."""

import subprocess
import sys
from pathlib import Path

MODULE = """
from qualityaudit.readers.pages import Block, Pages

def read(path, data, source):
    return Pages(source, blocks=[Block("heading", "Methods", level=1), Block("paragraph", data.decode().upper())])
"""


def test_a_package_brings_a_reader_by_an_entry_point(tmp_path: Path) -> None:
    (tmp_path / "loudreader.py").write_text(MODULE)
    info = tmp_path / "loudreader-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: loudreader\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[qualityaudit.readers]\nloud = loudreader:read\n")
    (tmp_path / "paper.loud").write_text("we took livers.")
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n"
        "from pathlib import Path\nfrom qualityaudit.structure import read_document\n"
        f"document = read_document(Path({str(tmp_path / 'paper.loud')!r}))\n"
        "print(document.source.format, document.sentences[-1].text)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "loud WE TOOK LIVERS."
