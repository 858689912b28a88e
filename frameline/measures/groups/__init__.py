"""Shares by group: parts of documents counted, their differences, and how far groups lie apart."""
