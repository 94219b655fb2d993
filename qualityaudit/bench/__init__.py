"""Measured instead of believed: the tool's answers against those of careful readers."""
