"""TAKEN by helper Charts C."""
