"""Prodigy: the names that its spans and its choices have as variables."""

LABEL, ACCEPT = "label", "accept"
