"""Audit radiomics papers against CLEAR, RQS and METRICS."""

__version__ = "0.1.0"
