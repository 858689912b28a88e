"""Frameline: how the framing of a relationship changes from text to text, checkable."""

__version__ = "0.1.0"
