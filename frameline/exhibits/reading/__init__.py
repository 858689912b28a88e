"""How to read this report."""
