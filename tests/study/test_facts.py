"""The facts that decide what is not applicable, on small invented studies."""

import pytest

from qualityaudit.document import Document
from qualityaudit.study import describe
from tests.documents import document

METHODS_BY_HAND = [
    "Two radiologists outlined each tumour on every slice.",
    "Texture features and shape features were calculated with PyRadiomics.",
    "LASSO reduced the radiomic features before logistic regression.",
    "The radiomic signature was added to a clinical model of age and stage.",
    "Clinical variables came from the records.",
    "The combined nomogram held both.",
]
METHODS_BY_NETWORK = [
    "A convolutional neural network reads the whole volume and gives a probability.",
    "Our deep learning model is a 3D ResNet that was trained for 100 epochs with Adam.",
    "Batch size was 8 and the learning rate 0.001.",
    "Sensitivity and specificity of the network were computed on the test set, as was accuracy.",
    "Malignant and benign nodules were classified.",
]


def study_of(methods: list[str], title: str = "Radiomics of something", results: str = "The AUC was 0.8.") -> Document:
    return document(("methods", methods), ("results", results), title=title)


def test_handcrafted_features_need_a_region_drawn_by_people_unless_told_otherwise() -> None:
    study = describe(study_of(METHODS_BY_HAND))
    assert (study.handcrafted, study.feature_table, study.end_to_end) == (True, True, False)
    assert (study.has_segmentation, study.human_segmentation, study.automatic_segmentation) == (True, True, False)
    assert study.uses_clinical


def test_a_network_on_whole_images_has_neither_region_nor_table() -> None:
    study = describe(study_of(METHODS_BY_NETWORK))
    assert (study.handcrafted, study.feature_table, study.end_to_end) == (False, False, True)
    assert (study.has_segmentation, study.human_segmentation, study.automatic_segmentation) == (False, False, False)
    assert not study.uses_clinical


def test_crops_at_random_are_no_region() -> None:
    augmented = [*METHODS_BY_NETWORK, "Random cropping was done.", "A cropped patch was drawn at random in training."]
    assert describe(study_of(augmented)).has_segmentation is False
    cropped = [*METHODS_BY_NETWORK, "The nodule was cropped with a bounding box."]
    assert describe(study_of(cropped)).has_segmentation is True


def test_features_of_a_frozen_network_are_a_table() -> None:
    frozen = [
        "Deep features were extracted with a frozen ResNet-50 that was pre-trained on photographs.",
        "The deep features of the last layer entered a logistic regression.",
        "The convolutional neural network itself was not trained any further.",
    ]
    study = describe(study_of(frozen, "Deep features of lung nodules"))
    assert (study.handcrafted, study.feature_table, study.end_to_end) == (False, True, False)


@pytest.mark.parametrize(
    "sentence",
    [
        "Lesions were segmented automatically with nnU-Net, and no operator edited a contour.",
        "TotalSegmentator provided the masks without any manual correction.",
        "A fully automatic routine delineated the organ, unattended.",
    ],
)
def test_a_program_alone_segments(sentence: str) -> None:
    study = describe(study_of([sentence, *METHODS_BY_HAND[1:]]))
    assert (study.automatic_segmentation, study.human_segmentation) == (True, False)


def test_stability_of_features_is_no_model() -> None:
    stable = document(
        ("abstract", ["We aimed to test the repeatability of radiomic features.", "Repeatability was good."]),
        ("methods", METHODS_BY_HAND[:2]),
        title="Repeatability of CT radiomic features of the liver",
    )
    study = describe(stable)
    assert study.reproducibility_only
    assert (study.has_model, study.classification) == (False, False)


def test_time_to_event_has_no_classes() -> None:
    survival = [
        *METHODS_BY_HAND[:2], "Overall survival was modelled with Cox regression.", "The C-index was the metric.",
        "Hazard ratios were given.", "Kaplan-Meier curves were compared by the log-rank test.",
        "Time to progression was counted from the scan.", "Progression-free survival ended with relapse.",
        "Survival analysis was done in R.", "The concordance index was bootstrapped.",
    ]  # fmt: skip
    study = describe(study_of(survival, "Radiomics of survival", "The C-index was 0.7."))
    assert (study.survival, study.classification) == (True, False)


def test_a_variable_that_enters_a_model_is_a_clinical_predictor() -> None:
    adjusted = [*METHODS_BY_NETWORK, "A Cox model was adjusted for age, sex and comorbidity."]
    assert describe(study_of(adjusted)).uses_clinical
    listed = [*METHODS_BY_NETWORK, "Age and sex are given in the table of the cohort."]
    assert not describe(study_of(listed)).uses_clinical
    counted = [*METHODS_BY_NETWORK, "Each patient had twelve clinical factors and the output of the network."]
    assert describe(study_of(counted)).uses_clinical


def test_several_sequences_feed_the_features_or_one_alone() -> None:
    several = [*METHODS_BY_HAND, "Features of T1-weighted, T2-weighted and FLAIR images were combined.", "Multiparametric MRI was used."]  # fmt: skip
    assert describe(study_of(several)).multiparametric
    alone = [*METHODS_BY_HAND, "Only the T2-weighted sequence was used for feature extraction."]
    assert not describe(study_of(alone)).multiparametric


def test_the_tree_of_a_cost_model_and_an_adjusting_regression_are_no_models_of_the_study() -> None:
    methods = [
        "A support vector machine was trained on the features.",
        "A decision tree led into a Markov model with lifetime costs and QALYs.",
        "Scores were adjusted for age by the residuals of a linear regression.",
    ]
    found = describe(document(("methods", methods), title="CT radiomics of the liver")).models
    assert found == ("support vector machine",)


def test_deep_in_the_title_makes_no_network() -> None:
    methods = [
        "Morphological features of the fat network were computed in every muscle, with the exception of the tongue.",
        "The scans were segmented automatically by thresholds. Shape features and skewness were calculated.",
    ]
    study = describe(
        study_of(methods, "Deep radiomic phenotyping of muscle on MRI", "Groups differed (Kruskal-Wallis).")
    )
    assert study.deep is False
    assert study.handcrafted is True
    assert study.has_model is False


def test_principal_components_are_no_prostate_cancer() -> None:
    methods = ["PCA of the texture features kept 95% of the variance.", "Texture features entered a lasso."]
    assert describe(study_of(methods, "Texture of muscle on MRI")).disease is None
    assert describe(study_of(["Texture of PCa lesions was computed."], "Texture on MRI")).disease == "prostate cancer"
