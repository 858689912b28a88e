"""Coded texts from other programs, and back: one format per module, read and write together."""
