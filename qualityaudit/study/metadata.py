"""The facts of a study as one immutable value; ``None``, ``()`` and ``unclear`` mean that the paper does not say."""

from typing import Literal

from pydantic import Field

from qualityaudit.answers import Quote
from qualityaudit.value import Value

Design = Literal["retrospective", "prospective", "both", "unclear"]
Centres = Literal["single", "multi", "public_data", "unclear"]
System = Literal[
    "central_nervous", "genitourinary", "breast", "respiratory", "digestive", "head_neck", "musculoskeletal",
    "cardiovascular", "haematological", "other",
]  # fmt: skip
Readers = Literal["one", "several", "unclear"]
ArticleType = Literal["primary", "review", "editorial", "software", "protocol", "other"]


class Metric(Value):
    """The figure a paper leads with: ``AUC 0.79``."""

    name: str
    value: float


class StudyMetadata(Value):
    """What is known about a study; ``spans`` holds, by field, the sentences a fact was read in.

    Counts are numbers of ``unit`` (patients unless the paper counts something else). The booleans from
    ``has_keywords`` on decide which items make sense; ``None`` is unknown, and leaves an item applicable.
    """

    title: str | None = None
    first_author: str | None = None
    authors: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()  # of the affiliations
    year: int | None = None
    journal: str | None = None
    doi: str | None = None
    keywords: tuple[str, ...] = ()

    article_type: ArticleType | None = None
    primary_radiomics: bool = True
    primary_reason: str = ""  # one sentence: why (not) a primary radiomics study

    design: Design = "unclear"
    centres: Centres = "unclear"
    n_centres: int | None = None
    n_patients: int | None = None
    n_train: int | None = None
    n_internal_test: int | None = None
    n_external_test: int | None = None
    unit: str | None = None

    disease: str | None = None
    system: System | None = None
    cancer: bool | None = None
    modalities: tuple[str, ...] = ()  # CT, MRI, PET, SPECT, US, mammography, radiography, …
    imaging_features: tuple[str, ...] = ()  # conventional, handcrafted_radiomics, deep
    genomics: tuple[str, ...] = ()  # mutation_modification, expression_function, molecular_subtype
    databases: tuple[str, ...] = ()
    software: tuple[str, ...] = ()
    ibsi: bool | None = None
    n_features_extracted: int | None = None
    n_features_selected: int | None = None
    selection_methods: tuple[str, ...] = ()
    models: tuple[str, ...] = ()
    objective: tuple[str, ...] = ()
    validation: tuple[str, ...] = ()  # holdout, cross_validation, bootstrap, external
    outside_sets: tuple[str, ...] = ()  # named sets of other places that served for testing alone
    n_outside_places: int | None = None  # hospitals that served for testing alone
    tested_only_outside: bool | None = None  # the test set is of another place, none was held out at home
    best_metric: Metric | None = None
    data_url: str | None = None
    code_url: str | None = None
    registration: str | None = None

    has_keywords: bool | None = None  # the paper prints keywords
    has_model: bool | None = None  # a predictive model is built or tested
    predicts: bool | None = None  # an outcome known before is foretold or told apart; not so in clustering
    trains_model: bool | None = None
    compares_models: bool | None = None
    n_models: int | None = None
    uses_clinical: bool | None = None  # predictors other than image features enter a model
    has_outcome: bool | None = None  # something is predicted or related to the features
    has_segmentation: bool | None = None  # a region is delineated, cropped or boxed
    human_segmentation: bool | None = None  # a reader takes part in it
    automatic_segmentation: bool | None = None  # from start to end without a human step
    regions_told: tuple[str, ...] = ()  # what one passage tells of them: manner, reader, rule, series, tool
    region_readers: Readers = "unclear"  # who drew again for agreement only does not count
    handcrafted: bool | None = None
    textural: bool | None = None  # handcrafted features of grey levels, not of form alone
    decomposed: bool | None = None  # features come of a decomposition of the images themselves
    deep: bool | None = None
    end_to_end: bool | None = None  # a network goes from image to prediction
    feature_table: bool | None = None  # features, handcrafted or deep, are taken out as a table
    classification: bool | None = None  # the task has classes
    survival: bool | None = None  # time to event
    regression: bool | None = None  # a continuous outcome
    reproducibility_only: bool | None = None  # robustness of features, without a model
    segmentation_task: bool | None = None  # what is studied is segmentation
    public_data_only: bool | None = None
    multiparametric: bool | None = None  # several sequences, phases or modalities feed the features

    spans: dict[str, tuple[Quote, ...]] = Field(default_factory=dict)
