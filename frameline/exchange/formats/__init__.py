"""The formats of other programs: a folder each, found by what its ``__init__`` declares."""
