"""Frameline: how the framing of a relationship changes from text to text, every number checkable."""

__version__ = "0.1.0"
