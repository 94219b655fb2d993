"""What a page looks like must not show in what is read from it."""

from pathlib import Path

from qualityaudit.structure import read_document
from tests.structure.pages import PROSE, outline, pdf, prose, read, texts


def starts(sentences: list[str]) -> list[int]:
    """The numbers of the paragraphs, in the order they were read."""
    return [int(s.split()[0].removeprefix("Paragraph")) for s in sentences if s.startswith("Paragraph")]


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    document = read(tmp_path, f"<h1>A title of some words</h1><div>{prose(20)}</div>", "div { columns: 2 }")
    assert starts(texts(document)) == list(range(1, 21))


def test_three_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    style = "div { columns: 3; font-size: 8pt }"
    document = read(tmp_path, f"<h1>A title of some words</h1><div>{prose(30)}</div>", style)
    assert starts(texts(document)) == list(range(1, 31))


def test_broken_words_are_mended_and_real_hyphens_kept(tmp_path: Path) -> None:
    words = "reproducibility normalisation heterogeneity contrast-enhanced segmentation T2-weighted " * 30
    document = read(tmp_path, f"<p>{words}</p>", "p { columns: 3; hyphens: auto }")
    assert set(" ".join(texts(document)).split()) == set(words.split())


def test_line_numbers_of_a_manuscript_are_left_out(tmp_path: Path) -> None:
    lines = "".join(
        f"<div><i>{i}</i>Sentence {chr(96 + i)} of the text stands on its own line here.</div>" for i in range(1, 21)
    )
    style = "div { position: relative; line-height: 2 } i { position: absolute; left: -12mm; font-style: normal; font-size: 8pt }"
    found = texts(read(tmp_path, lines, style))
    assert len(found) == 20
    assert found[4] == "Sentence e of the text stands on its own line here."


def test_running_heads_and_page_numbers_are_left_out(tmp_path: Path) -> None:
    style = "@page { @top-left { content: 'Berg et al. Journal of Spleen Imaging'; font-size: 8pt } @bottom-center { content: counter(page); font-size: 8pt } }"
    document = read(tmp_path, prose(60), style)
    everything = " ".join(s.text for s in document.sentences)
    assert "Journal of Spleen Imaging" not in everything
    assert (document.source.pages or 0) > 1
    assert starts(texts(document)) == list(range(1, 61))
    assert len(texts(document)) == 3 * 60


def test_superscript_citations_stand_apart_from_words_and_numbers(tmp_path: Path) -> None:
    text = "<p>Texture was measured before<sup>3,4</sup> in 120 patients.<sup>12</sup> Voxels of 8 mm<sup>3</sup> were used.</p>"
    document = read(tmp_path, text + prose(3))
    first = next(s for s in document.sentences if "120" in s.text)
    assert first.text == "Texture was measured before in 120 patients."
    assert first.citations[0] == "3,4"
    assert any("8 mm3 were used" in s for s in texts(document))


def test_greek_letters_and_signs_stay_as_they_are(tmp_path: Path) -> None:
    text = "The values were α = 0.05, 1.2 ± 0.3 µm, 2 × 2 mm and −0.4 (κ ≥ 0.8) in all."
    assert text in texts(read(tmp_path, f"<p>{text}</p>{prose(2)}"))


def test_split_addresses_are_whole_again(tmp_path: Path) -> None:
    link = "https://doi.org/10.5555/invented.2024.00123"
    parts = "https://doi.org/10.5555/<br>invented.2024.00123"
    document = read(tmp_path, f"<p>The data are kept under {parts} for all.</p>{prose(2)}")
    assert any(link in s for s in texts(document))


def test_turned_text_is_not_read(tmp_path: Path) -> None:
    stamp = "<div style='position: absolute; left: -30mm; width: 50mm; top: 100mm; transform: rotate(-90deg)'>PREPRINT SERVER STAMP</div>"
    mark = "<div style='position: absolute; left: 40mm; top: 90mm; font-size: 40pt; transform: rotate(-40deg)'>WATERMARK</div>"
    document = read(tmp_path, stamp + mark + prose(12))
    everything = " ".join(s.text for s in document.sentences)
    assert "STAMP" not in everything
    assert "WATERMARK" not in everything


def test_pages_turned_as_a_whole_are_read(tmp_path: Path) -> None:
    import pypdf

    path = pdf(tmp_path, prose(8))
    writer = pypdf.PdfWriter(clone_from=path)
    for page in writer.pages:
        page.rotate(90)
    writer.write(path)
    assert starts(texts(read_document(path))) == list(range(1, 9))


def test_a_legend_and_a_side_box_do_not_cut_a_sentence(tmp_path: Path) -> None:
    figure = "<div style='float: top; font-size: 8pt'><b>Fig. 1</b> Contours of one spleen in three planes.</div>"
    document = read(tmp_path, f"<p>{PROSE}</p>{figure}<p>{PROSE}</p>")
    assert any(s.startswith("Fig. 1 Contours") for s in texts(document, "caption"))
    assert sum(s.startswith("Contours were saved") for s in texts(document)) == 2


def test_quality_is_the_share_of_main_sections(tmp_path: Path) -> None:
    whole = "".join(
        f"<h2>{name}</h2>{prose(2)}" for name in ("Abstract", "Introduction", "Methods", "Results", "Discussion")
    )
    assert read(tmp_path, whole).quality == 1.0
    part = "".join(f"<h2>{name}</h2>{prose(2)}" for name in ("Abstract", "Introduction", "Results", "Discussion"))
    document = read(tmp_path, part)
    assert document.quality == 0.8
    assert "methods" not in document.found
    assert ("results", "Results") in outline(document)
