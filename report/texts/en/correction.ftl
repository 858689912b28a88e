# How much of what machines coded would people have coded so?

need-audit =
    Nobody has planned a check of these codes, so this exhibit shows nothing. To change that, draw
    a sample with { "`" }frameline audit plan{ "`" }.
need-same-corpus =
    The corpus is not the one that the sample was drawn from: in { $stratum } there were { $planned }
    items, and there are { $now }. To change that, plan again, or go back to the corpus of the plan.
all-documents = all documents
