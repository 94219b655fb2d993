"""Study metadata in, facts as a reader wants to see them out: label, values in words, where they were read."""

from collections.abc import Iterable
from typing import Literal

from pydantic import BaseModel

from qualityaudit.answers import Quote
from qualityaudit.study import StudyMetadata
from qualityaudit.value import Value

FactKind = Literal["text", "number", "choice"]

FACTS: dict[str, tuple[str, FactKind]] = {
    "year": ("Year", "choice"),
    "article_type": ("Kind of article", "choice"),
    "design": ("Design", "choice"),
    "centres": ("Centres", "choice"),
    "n_centres": ("Number of centres", "number"),
    "countries": ("Countries of the authors", "choice"),
    "n_patients": ("Patients", "number"),
    "n_train": ("Training set", "number"),
    "n_internal_test": ("Internal test set", "number"),
    "n_external_test": ("External test set", "number"),
    "unit": ("Counted in", "text"),
    "disease": ("Disease", "text"),
    "system": ("Body system", "choice"),
    "cancer": ("Cancer", "choice"),
    "modalities": ("Modalities", "choice"),
    "imaging_features": ("Imaging features", "choice"),
    "genomics": ("Genomics", "choice"),
    "databases": ("Databases", "choice"),
    "software": ("Software", "choice"),
    "ibsi": ("IBSI", "choice"),
    "n_features_extracted": ("Features extracted", "number"),
    "n_features_selected": ("Features selected", "number"),
    "selection_methods": ("Feature selection", "choice"),
    "models": ("Models", "choice"),
    "objective": ("Objective", "choice"),
    "validation": ("Validation", "choice"),
    "best_metric": ("Headline metric", "text"),
    "data_url": ("Data", "text"),
    "code_url": ("Code", "text"),
    "registration": ("Registration", "text"),
}
"""The facts of a study in the order they are shown, with label and kind."""

WORDS = {
    "ct": "CT",
    "mri": "MRI",
    "pet": "PET",
    "spect": "SPECT",
    "mutation_modification": "mutation / modification",
    "expression_function": "expression / function",
    "haematological": "haematological",
}


class Fact(Value):
    """One fact about a study. ``values`` is empty when the paper does not say."""

    name: str
    label: str
    kind: FactKind
    values: tuple[str, ...] = ()
    number: float | None = None
    quotes: tuple[Quote, ...] = ()


def facts(study: StudyMetadata) -> tuple[Fact, ...]:
    """The facts of a study in the order they are shown."""
    known = [name for name in FACTS if name in type(study).model_fields]
    return tuple(_fact(study, name) for name in known)


def _fact(study: StudyMetadata, name: str) -> Fact:
    label, kind = FACTS[name]
    value = getattr(study, name)
    number = float(value) if kind == "number" and isinstance(value, int | float) else None
    quotes = study.spans.get(name, ())
    return Fact(name=name, label=label, kind=kind, values=_words(value, kind == "number"), number=number, quotes=quotes)


def _words(value: object, grouped: bool = False) -> tuple[str, ...]:
    if value is None or value in ("", "unclear"):
        return ()
    if isinstance(value, bool):
        return ("yes" if value else "no",)
    if isinstance(value, int | float):
        return (f"{value:,}" if grouped else str(value),)
    if isinstance(value, str):
        return (_word(value),)
    if isinstance(value, BaseModel):
        return (" ".join(part for item in value.model_dump().values() for part in _words(item)),)
    if isinstance(value, Iterable):
        return tuple(word for item in value for word in _words(item))
    return (str(value),)


def _word(text: str) -> str:
    """``central_nervous`` → ``central nervous``; anything with a space, a link or capitals stays as it is."""
    return WORDS.get(text, text.replace("_", " ") if text == text.lower() and "/" not in text else text)
