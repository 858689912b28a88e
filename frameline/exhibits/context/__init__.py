"""Whether others used the labels of the texts, and read the relationship the same way."""
