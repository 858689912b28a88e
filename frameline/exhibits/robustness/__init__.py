"""Which statements survive other ways of counting."""
