"""HTML: everything is there, nothing from outside is code, nothing is fetched."""

import re
from html.parser import HTMLParser

import pytest
from jinja2 import UndefinedError

from qualityaudit.errors import RenderError, UsageError
from qualityaudit.render import render_corpus, render_paper
from qualityaudit.render.html import environment, page
from qualityaudit.report import CorpusReport, PaperReport, corpus_report
from tests.render.conftest import Maker

VOID = {"meta", "br", "input", "rect", "line"}


def text(made: str | bytes) -> str:
    assert isinstance(made, str)
    return made


class Balance(HTMLParser):
    """Collects ids and complains about tags that are not closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [given["href"] or ""] if "href" in given else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag


def parsed(html: str) -> Balance:
    balance = Balance()
    balance.feed(html)
    assert balance.open == []
    return balance


@pytest.fixture(scope="module")
def paper_html(paper: PaperReport) -> str:
    return text(render_paper(paper, "html"))


@pytest.fixture(scope="module")
def corpus_html(corpus: CorpusReport) -> str:
    return text(render_corpus(corpus, "html"))


def test_a_paper_shows_every_item_with_its_answer_and_quotes(paper: PaperReport, paper_html: str) -> None:
    ids = parsed(paper_html).ids
    for report in paper.instruments:
        assert {item.id.lower() for item in report.checklist.items} <= set(ids)
        assert report.checklist.doi in paper_html
    for words in (
        "Searched and not found",
        "Seen, but not counted",
        "Not applicable",
        "Undecided; best guess",
        "p.\xa0",
    ):
        assert words in paper_html
    assert "announced as future work" in paper_html


def test_a_paper_says_who_answered(paper: PaperReport, paper_html: str) -> None:
    assert "by A. Reader" in paper_html
    assert "Partly confirmed by a person." in paper_html
    machine = [i.model_copy(update={"sheet": only_rules(i.sheet)}) for i in paper.instruments]
    html = text(render_paper(paper.model_copy(update={"instruments": tuple(machine)}), "html"))
    assert "Automatic answers, not yet confirmed by a person." in html


def only_rules(sheet: object) -> object:
    from qualityaudit.answers import AnswerSheet

    assert isinstance(sheet, AnswerSheet)
    answers = (a.model_copy(update={"why": "found", "by": "qualityaudit"}) for a in sheet.answers)
    return sheet.model_copy(update={"answers": tuple(answers)})


def test_a_paper_shows_scores_with_interval_and_denominators(paper: PaperReport, paper_html: str) -> None:
    clear = paper.instruments[0].score
    assert f"{clear.percent:.{clear.decimals}f}\xa0%" in paper_html
    assert "applicable items" in paper_html
    assert "of 58" in paper_html
    assert "of 36" in paper_html


def test_ids_are_unique_and_inner_links_lead_somewhere(paper_html: str, corpus_html: str) -> None:
    for html in (paper_html, corpus_html):
        tree = parsed(html)
        assert len(tree.ids) == len(set(tree.ids))
        assert {link[1:] for link in tree.links if link.startswith("#")} <= set(tree.ids)


def test_a_review_says_so(make_paper: Maker) -> None:
    html = text(render_paper(make_paper(primary=False, why_not_primary="It is a review."), "html"))
    assert "does not look like a primary radiomics study" in html
    assert "It is a review." in html


def test_words_from_outside_are_never_code(make_paper: Maker, corpus: CorpusReport) -> None:
    evil = make_paper(title="<script>alert(1)</script>", name='"><img src=x onerror=alert(2)>.pdf')
    for html in (
        text(render_paper(evil, "html")),
        text(render_corpus(corpus_report([evil], [], corpus.provenance), "html")),
    ):
        assert "<script>alert" not in html
        assert "<img" not in html
        assert "&lt;script&gt;alert(1)" in html


def test_nothing_is_fetched(paper_html: str, corpus_html: str) -> None:
    for html in (paper_html, corpus_html):
        assert not re.search(r"<(link|img|iframe|object|embed|script\s+[^>]*src)\b", html)
        assert not re.search(r"@import|url\(|src\s*=", html)


def test_a_corpus_shows_papers_adherence_and_failures(corpus: CorpusReport, corpus_html: str) -> None:
    for paper in corpus.papers:
        assert paper.source.name in corpus_html
    assert "no text layer" in corpus_html
    assert "10.1080/01621459.1927.10502953" in corpus_html
    assert "not a primary study" in corpus_html
    cells = re.findall(r'<td class="([ypnao])(?: gap)?">([YPN–?])</td>', corpus_html)
    assert len(cells) == sum(len(i.checklist.items) for p in corpus.papers for i in p.instruments)
    assert {letter for _, letter in cells} == {"Y", "P", "N", "–", "?"}


def test_an_empty_corpus_can_be_shown(corpus: CorpusReport) -> None:
    empty = corpus_report([], corpus.failures, corpus.provenance)
    assert "no text layer" in text(render_corpus(empty, "html"))


def test_same_input_same_bytes(paper: PaperReport, corpus: CorpusReport, paper_html: str, corpus_html: str) -> None:
    assert render_paper(paper, "html") == paper_html
    assert render_corpus(corpus, "html") == corpus_html
    for format in ("csv", "csv-long", "json"):
        assert render_corpus(corpus, format) == render_corpus(corpus, format)


def test_a_name_that_is_not_there_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        environment().from_string("{{ paper.nonsense }}").render(paper={})
    with pytest.raises(RenderError, match="undefined"):
        page("paper.html.j2")


def test_an_unknown_format_names_the_known_ones(paper: PaperReport, corpus: CorpusReport) -> None:
    with pytest.raises(UsageError, match="html, pdf, json"):
        render_paper(paper, "docx2")
    with pytest.raises(UsageError, match="csv-long"):
        render_corpus(corpus, "docx2")
