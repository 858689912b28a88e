"""TAKEN by helper Charts D."""
