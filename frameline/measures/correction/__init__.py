"""Machine codes corrected by a gold sample: what a share is, and how much of it is error.

A sample of documents drawn with known probabilities is coded by people ("gold"); all documents are
coded by a machine. Documents are the units; within a few long texts, sentences of one text.

`stratified`   shares of yes/no codes (A), the usual choice
`powered`      shares under fractional machine codes (A'); net balance, counts, ratios, unequal
               probabilities (B)
`differences`  changes and groups (C), the part that is classifier error (D)
`diagnosis`    what the machine is worth (E), equal error (F), confusion, a second estimate
`rules`        how much gold is enough, and what to print where it is not
`plan`         how many gold documents, and which
`alternative`  whether a machine could stand in for a person, beside one that never reads

Correction buys honesty, not sample size.
"""
