"""Self-contained HTML in, a PDF out; nothing is fetched from anywhere."""

import logging

from qualityaudit.errors import RenderError


def pdf_trouble() -> str:
    """Why PDF cannot be made on this machine, in a few words; empty when it can."""
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError) as error:
        return f"WeasyPrint cannot start ({str(error).splitlines()[0]}); install Pango, or leave pdf out of --format"
    return ""


def html_to_pdf(html: str) -> bytes:
    """Print a report as PDF with WeasyPrint, which may load ``data:`` addresses and nothing else.

    Raises:
        RenderError: WeasyPrint or its system libraries are missing, or the page could not be laid out.
    """
    if trouble := pdf_trouble():
        raise RenderError(f"PDF: {trouble}")
    from weasyprint import HTML
    from weasyprint.urls import FatalURLFetchingError, URLFetcher

    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    fetcher = URLFetcher(allowed_protocols={"data"}, fail_on_errors=True)
    try:
        made = HTML(string=html, url_fetcher=fetcher).write_pdf()
    except (FatalURLFetchingError, ValueError, OSError, RuntimeError) as error:
        raise RenderError(f"PDF: the report could not be laid out: {error}") from error
    assert isinstance(made, bytes)
    return made
