"""A template's name and its view in, self-contained HTML out."""

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError
from markupsafe import Markup

from qualityaudit.errors import RenderError
from qualityaudit.render import words
from qualityaudit.resources import TEMPLATES


@cache
def environment() -> Environment:
    """Jinja that escapes everything and refuses a name that is not there."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        percent=words.percent, share=words.share, number=words.number, signed=words.signed, listed=words.listed
    )
    made.globals["letters"] = words.LETTERS
    made.globals["light_words"] = words.LIGHT_WORDS
    return made


def page(name: str, **values: object) -> str:
    """Fill a template; style and script of the house are put into the page, so that it needs no other file.

    Raises:
        RenderError: the template asks for something that is not there, or is itself missing or wrong.
    """
    try:
        template = environment().get_template(name)
        return template.render(style=_inline("report.css"), script=_inline("report.js"), **values)
    except (TemplateError, OSError) as error:
        raise RenderError(f"{TEMPLATES / name}: {error}") from error


@cache
def _inline(name: str) -> Markup:
    return Markup((TEMPLATES / name).read_text(encoding="utf-8"))  # noqa: S704 (our own file)
