"""How a statement is to be taken."""

import pytest

from qualityaudit.concepts import load_library
from qualityaudit.concepts.context import standing
from qualityaudit.document import SectionKind

CASES: list[tuple[str, str, SectionKind, str]] = [
    ("The model was tested by external validation.", "external validation", "methods", "counted"),
    ("No external validation was performed.", "external validation", "methods", "negated"),
    ("External validation was not performed.", "External validation", "results", "negated"),
    ("The study lacked external validation.", "external validation", "discussion", "negated"),
    ("Neither bootstrapping nor external validation was used.", "external validation", "methods", "negated"),
    ("Not only internal but also external validation was done.", "external validation", "methods", "counted"),
    ("There was no shrinkage; external validation confirmed it.", "external validation", "results", "counted"),
    ("External validation is needed before clinical use.", "External validation", "discussion", "planned"),
    ("In future, we will add external validation.", "external validation", "discussion", "planned"),
    ("Weber et al. reported external validation of a signature.", "external validation", "methods", "cited"),
    ("Weber et al. described the method; we added external validation.", "external validation", "methods", "counted"),
    ("Several studies have used external validation.", "external validation", "introduction", "cited"),
    ("Unlike previous studies, we used external validation.", "external validation", "discussion", "counted"),
    ("Models should have external validation.", "external validation", "discussion", "hypothetical"),
    # a denial does not reach beyond its clause, its brackets or its noun
    ("Although no biopsy was taken, external validation was done.", "external validation", "methods", "counted"),
    (
        "Rather than splitting at random, we used external validation.",
        "we used external validation",
        "methods",
        "counted",
    ),
    ("Women without masks were excluded before segmentation.", "were excluded", "methods", "counted"),
    ("Patients who did not have a biopsy were followed by MRI.", "followed by MRI", "methods", "counted"),
    ("No filter was applied and the features were standardised.", "features were standardised", "methods", "counted"),
    ("The ablations (without clinical data) and radiomics alone.", "radiomics alone", "results", "counted"),
    ("No filters and no resampling were used.", "resampling", "methods", "negated"),
    ("We report a model without external validation.", "external validation", "discussion", "negated"),
    ("Reviewers lacking access drew no contours.", "contours", "methods", "negated"),
    # a denial behind the statement may belong to somebody or something else
    ("The masks were checked by a reader who was not involved.", "masks were checked", "methods", "counted"),
    ("Calibration curves (not shown) were drawn.", "Calibration curves", "results", "counted"),
    ("Saliency is shown for scaled and not scaled inputs.", "Saliency", "results", "counted"),
    ("Saliency maps, as proposed, were not drawn.", "Saliency maps", "methods", "negated"),
    ("Calibration was, however, not assessed.", "Calibration", "results", "negated"),
    # what failed was done; what was kept from the training was kept
    ("The combined model did not improve on the clinical model.", "clinical model", "results", "counted"),
    ("The signature was not inferior to the clinical model.", "clinical model", "results", "counted"),
    ("We did not find a significant difference by DeLong's test.", "DeLong's test", "results", "counted"),
    ("None of age, sex and stage were found to be prognostic.", "age, sex and stage", "results", "counted"),
    ("External validation was not part of this study.", "External validation", "discussion", "negated"),
    ("The second cohort was never used for training or tuning.", "tuning", "methods", "counted"),
    ("The model went without retraining to an external cohort.", "external cohort", "methods", "counted"),
    ("The presence or absence of nodal disease was read off pathology.", "nodal disease", "methods", "counted"),
    ("Slices with and without lesions were drawn at random.", "lesions were drawn", "methods", "counted"),
    ("The readers had no knowledge of the pathology.", "pathology", "methods", "counted"),
    ("We had no access to an external cohort.", "external cohort", "discussion", "negated"),
    ("We did not compare the model with a radiologist.", "radiologist", "discussion", "negated"),
    ("To make sure that age was not a confounder, it was tested.", "age", "methods", "counted"),
    ("We verified that no patient was in both sets.", "in both sets", "methods", "counted"),
    ("Selection is employed and the data are not scaled.", "Selection", "results", "counted"),
    ("To our knowledge nobody has tried external validation.", "external validation", "introduction", "cited"),
    ("The results stress the need to be careful with CT.", "CT", "discussion", "counted"),
    # what is needed: a fact in the methods, a wish in the discussion
    ("For a margin of 0.1, 120 patients are required.", "120 patients", "methods", "counted"),
    ("Masks are required only for training.", "Masks", "methods", "counted"),
    ("Larger cohorts are required.", "cohorts", "discussion", "planned"),
    ("Further validation is needed.", "validation", "methods", "planned"),
    ("Our signature must be validated externally.", "validated externally", "discussion", "planned"),
    ("The external validation set was used to test the model.", "external validation", "methods", "counted"),
    ("Patients who were scheduled for surgery were included.", "were included", "methods", "counted"),
    ("We are now recruiting a prospective cohort.", "prospective cohort", "discussion", "planned"),
    ("The calculator is going to be put online.", "calculator", "discussion", "planned"),
    ("Future directions include external validation.", "external validation", "conclusion", "planned"),
    ("We aimed to perform external validation of a signature.", "external validation", "introduction", "counted"),
    # others' work
    ("ComBat [15] was used to harmonise features.", "harmonise", "methods", "counted"),
    ("Lorenz [15] harmonised features by scanner.", "harmonised", "methods", "cited"),
    ("Features came from PyRadiomics, as others have done.", "PyRadiomics", "methods", "counted"),
    ("The AUC differed between the two risk groups.", "AUC", "discussion", "counted"),
    ("The AUC was high, in line with earlier reports.", "AUC", "discussion", "counted"),
    ("Two research groups reported a higher AUC.", "AUC", "discussion", "cited"),
]


@pytest.mark.parametrize(("sentence", "words", "section", "expected"), CASES)
def test_the_standing_of_a_statement(sentence: str, words: str, section: SectionKind, expected: str) -> None:
    start = sentence.index(words)
    found, cue = standing(load_library().cues, sentence, start, start + len(words), frozenset([section]))
    assert found == expected, cue


TOLD: list[tuple[str, SectionKind, bool]] = [
    ("The signature was validated in two further hospitals.", "discussion", True),
    ("The signature was validated in two further hospitals [4].", "discussion", False),
    ("The signature was validated in two further hospitals.", "introduction", False),
    ("Validation in two further hospitals is common.", "discussion", False),
]


@pytest.mark.parametrize(("sentence", "section", "expected"), TOLD)
def test_what_a_discussion_tells_without_reference_is_own_work(
    sentence: str, section: SectionKind, expected: bool
) -> None:
    assert load_library().cues.tells(sentence, frozenset([section])) is expected
