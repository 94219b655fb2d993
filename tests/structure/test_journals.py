"""First pages and headings in the manner of several publishers."""

from pathlib import Path

import pytest

from qualityaudit.document import MAIN_SECTIONS
from tests.structure.pages import prose, read

TITLE = "Texture of the spleen on CT and survival in invented lymphoma"
ABSTRACT = "We measured the spleen in many invented patients and found that its texture was stable over time. " * 5
LISTED = "".join(f"<p>[{i}] A. Berg, L. Wei, Texture of organ {i}, Invented Journal, 2019.</p>" for i in range(1, 6))


def body(heading: str, *names: str) -> str:
    """Sections with some paragraphs each; ``heading`` is HTML with ``NAME`` in it."""
    parts = [heading.replace("NAME", name) + prose(6, 10 * i) for i, name in enumerate(names)]
    return "".join(parts) + heading.replace("NAME", "References") + LISTED


PROCEEDINGS = (
    f"<h1>{TITLE}</h1><p>Ada Berg<sup>1</sup>, Li Wei<sup>1,2</sup>, and Marc Roy<sup>2</sup></p>"
    "<p style='font-size: 9pt'><sup>1</sup> Invented University, Bergen, Norway<br>ada@invented.example</p>"
    f"<div style='font-size: 9pt; margin: 0 10mm'><p><b>Abstract.</b> {ABSTRACT}</p>"
    "<p><b>Keywords:</b> Radiomics · Spleen · Texture</p></div>"
    + body(
        "<h2>NAME</h2>",
        "1&#8195;Introduction",
        "2&#8195;Materials and Methods",
        "3&#8195;Experiments",
        "4&#8195;Conclusion",
    )
)
ENGINEERS = (
    f"<p style='font-size: 7pt'>TRANSACTIONS ON INVENTED IMAGING, VOL. 39, NO. 5, MAY 2020</p><h1>{TITLE}</h1>"
    "<p>Ada Berg, <i>Member, IEEE</i>, Li Wei, and Marc Roy</p><div style='columns: 2'>"
    f"<p style='font-weight: bold; font-size: 9pt'><i>Abstract</i>—{ABSTRACT}</p>"
    "<p style='font-weight: bold; font-size: 9pt'><i>Index Terms</i>—Radiomics, spleen, texture.</p>"
    + body(
        "<p style='text-align: center; margin: 4mm'>NAME</p>",
        "I. INTRODUCTION",
        "II. MATERIALS AND METHODS",
        "III. RESULTS",
        "IV. DISCUSSION",
    )
    + "</div>"
)
SPACED = (
    f"<p style='font-size: 8pt'>Journal of Invented Radiology 130 (2020) 109159</p><h1 style='font-weight: normal'>{TITLE}</h1>"
    "<p>Ada Berg <sup>a,*</sup>, Li Wei <sup>b</sup>, Marc Roy <sup>a</sup></p><p style='font-size: 7pt'><i>Department of Imaging, Invented University</i></p>"
    "<table style='font-size: 8pt'><tr><td style='width: 30%; vertical-align: top'>A R T I C L E &#8195;I N F O<br><br><i>Keywords:</i><br>"
    f"Radiomics<br>Spleen<br>Texture</td><td>A B S T R A C T<br><br>{ABSTRACT}</td></tr></table><div style='columns: 2'>"
    + body(
        "<h2 style='font-size: 10pt'>NAME</h2>",
        "1. Introduction",
        "2. Material and methods",
        "3. Results",
        "4. Discussion",
    )
    + "</div>"
)
SIDE_BOX = (
    "<div style='float: left; width: 40mm; font-size: 7pt'><p><b>OPEN ACCESS</b></p><p><b>Edited by:</b><br>Ida Moe,<br>Invented University</p>"
    "<p><b>Citation:</b><br>Berg A, Wei L, Roy M (2020) Texture of the spleen. Frontiers in Inventions 9:1234. doi: 10.5555/finv.2020.1</p></div>"
    f"<div style='margin-left: 46mm'><p style='font-size: 7pt'>published: 16 January 2020</p><h1>{TITLE}</h1><p><b>Ada Berg<sup>1*</sup>, Li Wei<sup>2</sup> and Marc Roy<sup>1</sup></b></p>"
    f"<p style='font-size: 8pt'><i><sup>1</sup>Department of Imaging, Invented University, Norway</i></p><p><b>Background:</b> {ABSTRACT}</p><p><b>Methods:</b> {ABSTRACT}</p>"
    "<p>Keywords: radiomics, spleen, texture</p></div><div style='columns: 2; clear: both'>"
    + body("<h2>NAME</h2>", "INTRODUCTION", "MATERIALS AND METHODS", "RESULTS", "DISCUSSION")
    + "</div>"
)
BARS = (
    f"<p style='font: 7pt sans-serif'>Received: 3 May 2020 &#8195;|&#8195; Accepted: 9 July 2020</p><h1>{TITLE}</h1>"
    "<p>Ada Berg<sup>1</sup> &#8195;|&#8195; Li Wei<sup>2</sup> &#8195;|&#8195; Marc Roy<sup>1</sup></p>"
    "<p style='font-size: 7pt'><sup>1</sup>Department of Imaging, Invented University, Norway</p>"
    f"<h2 style='font-size: 10pt'>Abstract</h2><p><b>Background:</b> {ABSTRACT}</p><p><b>Methods:</b> {ABSTRACT}</p>"
    "<p><b>KEYWORDS</b><br>radiomics, spleen, texture</p><div style='columns: 2'>"
    + body(
        "<h2 style='font: bold 10pt sans-serif'>NAME</h2>",
        *(
            f"{number}<span style='font-weight: normal; margin: 0 3mm'>|</span>{name}"
            for number, name in enumerate(("INTRODUCTION", "METHODS", "RESULTS", "DISCUSSION"), 1)
        ),
    )
    + "</div>"
)


@pytest.mark.parametrize(
    ("html", "journal"),
    [
        (PROCEEDINGS, None),
        (BARS, None),
        (ENGINEERS, "Transactions on Invented Imaging"),
        (SPACED, "Journal of Invented Radiology"),
        (SIDE_BOX, "Frontiers in Inventions"),
    ],
    ids=["proceedings", "bars", "engineers", "spaced", "side box"],
)
def test_a_paper_in_the_manner_of(tmp_path: Path, html: str, journal: str | None) -> None:
    document = read(tmp_path, html)
    front = document.front
    assert front.title == TITLE
    assert front.authors == ("Ada Berg", "Li Wei", "Marc Roy")
    assert front.journal == journal
    assert [word.lower() for word in front.keywords] == ["radiomics", "spleen", "texture"]
    assert document.quality == 1.0
    assert set(MAIN_SECTIONS) - document.found <= {"discussion"}
    assert len(document.references) == 5
