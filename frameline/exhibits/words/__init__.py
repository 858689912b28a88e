"""Whether a count of words agrees with the coding."""
