"""The blocks of a Markdown article in, the same article as JATS, TEI, HTML or a Word file out, for tests."""

from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

import docx

from qualityaudit.document import FrontMatter
from qualityaudit.readers import read
from qualityaudit.readers.pages import Block
from tests.readers.wordfiles import blob

Tree = list[tuple[Block | None, list[Block]]]


def jats(source: Path) -> bytes:
    """JATS with nested sections, keywords, authors and a reference list."""
    pages = read(source)
    front, blocks = pages.front, _after_title(pages.blocks)
    abstract, body, references = _parts(blocks)
    people = "".join(
        f'<contrib contrib-type="author"><name><surname>{escape(a.split()[-1])}</surname>'
        f"<given-names>{escape(' '.join(a.split()[:-1]))}</given-names></name></contrib>"
        for a in front.authors
    )
    inner = "".join(_jats_block(b) for b in abstract if not b.text.startswith("Keywords"))
    words = "".join(f"<kwd>{escape(k)}</kwd>" for k in front.keywords)
    meta = (
        f'<article-id pub-id-type="doi">{front.doi}</article-id>'
        f"<title-group><article-title>{escape(front.title or '')}</article-title></title-group>"
        f"<contrib-group>{people}{''.join(f'<aff>{escape(a)}</aff>' for a in front.affiliations)}</contrib-group>"
        f'<pub-date pub-type="epub"><year>{front.year}</year></pub-date>'
        f"<abstract>{inner}</abstract><kwd-group>{words}</kwd-group>"
    )
    refs = "".join(f"<ref><mixed-citation>{escape(r.text)}</mixed-citation></ref>" for r in references)
    return (
        '<?xml version="1.0"?><!DOCTYPE article PUBLIC "-//NLM//DTD JATS" "http://localhost:9/never.dtd">'
        f"<article><front><journal-meta><journal-title-group><journal-title>{escape(front.journal or '')}</journal-title>"
        f"</journal-title-group></journal-meta><article-meta>{meta}</article-meta></front>"
        f"<body>{_nested(body, '<sec>', '</sec>', _jats_block, 'title')}</body>"
        f"<back><ref-list><title>References</title>{refs}</ref-list></back></article>"
    ).encode()


def tei(source: Path) -> bytes:
    """TEI in the manner of GROBID: flat divisions, figures with heads."""
    pages = read(source)
    front, blocks = pages.front, _after_title(pages.blocks)
    abstract, body, references = _parts(blocks)
    people = "".join(
        f"<author><persName><forename>{escape(' '.join(a.split()[:-1]))}</forename>"
        f"<surname>{escape(a.split()[-1])}</surname></persName></author>"
        for a in front.authors
    )
    numbers = _numbers(body)
    divisions = "".join(
        f'<div><head n="{numbers[id(head)]}">{escape(head.text)}</head>{"".join(map(_tei_block, inner))}</div>'
        if head
        else f"<div>{''.join(map(_tei_block, inner))}</div>"
        for head, inner in _grouped(body)
    )
    refs = "".join(f'<biblStruct><note type="raw_reference">{escape(r.text)}</note></biblStruct>' for r in references)
    return (
        '<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>'
        f"<titleStmt><title>{escape(front.title or '')}</title></titleStmt><sourceDesc><biblStruct>"
        f"<analytic>{people}<idno type='DOI'>{front.doi}</idno></analytic><monogr><title level='j'>"
        f"{escape(front.journal or '')}</title><imprint><date type='published' when='{front.year}-01-02'/></imprint>"
        "</monogr></biblStruct></sourceDesc></fileDesc><profileDesc><textClass><keywords>"
        + "".join(f"<term>{escape(k)}</term>" for k in front.keywords)
        + "</keywords></textClass><abstract><div>"
        + "".join(_tei_block(b) for b in abstract if not b.text.startswith("Keywords"))
        + f"</div></abstract></profileDesc></teiHeader><text><body>{divisions}</body>"
        f"<back><div type='references'><listBibl>{refs}</listBibl></div></back></text></TEI>"
    ).encode()


def html(source: Path) -> bytes:
    """A publisher's page, with what stands around an article."""
    pages = read(source)
    front = pages.front
    metas = {"citation_title": front.title, "citation_doi": front.doi, "citation_journal_title": front.journal}
    named = "".join(f'<meta name="{k}" content="{escape(v or "")}">' for k, v in metas.items())
    named += "".join(f'<meta name="citation_author" content="{escape(a)}">' for a in front.authors)
    named += f'<meta name="citation_publication_date" content="{front.year}/03/01">'
    body = "".join(map(_html_block, _after_title(pages.blocks)))
    return (
        f"<!DOCTYPE html><html><head><meta charset=utf-8><title>x</title>{named}<script>var a = 'Methods';</script></head>"
        f"<body><nav><ul><li>Home</li><li>Results</li></ul></nav><article><h1>{escape(front.title or '')}</h1>{body}"
        "</article><aside class='related'><h2>Related articles</h2><p>Another paper about nothing.</p></aside>"
        "<footer><p>Terms and conditions apply to all of this.</p></footer></body></html>"
    ).encode()


def word(source: Path) -> bytes:
    """A Word file with heading styles."""
    made = docx.Document()
    for block in read(source).blocks:
        if block.role == "heading":
            made.add_heading(block.text, block.level)
        elif block.role == "table":
            table = made.add_table(len(block.rows), max(map(len, block.rows)))
            for i, row in enumerate(block.rows):
                for j, cell in enumerate(row):
                    table.cell(i, j).text = cell
        else:
            made.add_paragraph(block.text)
    return blob(made)


RENDERERS: dict[str, Callable[[Path], bytes]] = {"nxml": jats, "tei.xml": tei, "html": html, "docx": word}


def front_of(source: Path) -> FrontMatter:
    """What the source says about itself."""
    return read(source).front


def _after_title(blocks: list[Block]) -> list[Block]:
    return blocks[1:] if blocks[0].role in ("heading", "title") else blocks


def _parts(blocks: list[Block]) -> tuple[list[Block], list[Block], list[Block]]:
    """Abstract, body and references, without the headings of the first and the last."""
    heads = [i for i, b in enumerate(blocks) if b.role == "heading" and b.level == 2]
    assert blocks[heads[0]].text == "Abstract"
    assert blocks[heads[-1]].text == "References"
    return blocks[1 : heads[1]], blocks[heads[1] : heads[-1]], blocks[heads[-1] + 1 :]


def _grouped(blocks: list[Block]) -> Tree:
    tree: Tree = [(None, [])]
    for block in blocks:
        if block.role == "heading":
            tree.append((block, []))
        else:
            tree[-1][1].append(block)
    return [(head, inner) for head, inner in tree if head or inner]


def _numbers(blocks: list[Block]) -> dict[int, str]:
    counts, numbers = [0] * 7, {}
    for block in blocks:
        if block.role == "heading":
            counts[block.level] += 1
            counts[block.level + 1 :] = [0] * (6 - block.level)
            numbers[id(block)] = ".".join(str(n) for n in counts[2 : block.level + 1])
    return numbers


def _nested(blocks: list[Block], start: str, end: str, render: Callable[[Block], str], head: str) -> str:
    def pieces() -> Iterator[str]:
        open_levels: list[int] = []
        for block in blocks:
            if block.role == "heading":
                while open_levels and open_levels[-1] >= block.level:
                    open_levels.pop()
                    yield end
                open_levels.append(block.level)
                yield f"{start}<{head}>{escape(block.text)}</{head}>"
            else:
                yield render(block)
        yield end * len(open_levels)

    return "".join(pieces())


def _rows(block: Block) -> str:
    return "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in block.rows)


def _jats_block(block: Block) -> str:
    if block.role == "table":
        return f"<table-wrap><table><tbody>{_rows(block)}</tbody></table></table-wrap>"
    if block.role == "caption":
        return f"<fig><caption><p>{escape(block.text)}</p></caption></fig>"
    return f"<p>{escape(block.text)}</p>"


def _tei_block(block: Block) -> str:
    if block.role == "table":
        rows = "".join(f"<row>{''.join(f'<cell>{escape(c)}</cell>' for c in row)}</row>" for row in block.rows)
        return f"<figure type='table'><table>{rows}</table></figure>"
    if block.role == "caption":
        return f"<figure><figDesc>{escape(block.text)}</figDesc></figure>"
    return f"<p>{escape(block.text)}</p>"


def _html_block(block: Block) -> str:
    if block.role == "table":
        return f"<table>{_rows(block)}</table>"
    if block.role == "caption":
        return f"<figure><figcaption>{escape(block.text)}</figcaption></figure>"
    if block.role == "heading":
        return f"<h{block.level}>{escape(block.text)}</h{block.level}>"
    return f"<p>{escape(block.text)}</p>"
