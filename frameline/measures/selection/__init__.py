"""What a reader is shown of a text: which reasons, gists, events, words, and by which rule.

Every rule is a function of tables, the same for any corpus: codes come in under the names of
their roles, and which of them mean what (the reasons that are none, the addressee that is not
named) is passed in. Nothing here estimates anything; it chooses, counts, and says what was left
out, so that each list sums to the number beside it.
"""
