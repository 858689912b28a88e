# Which claims count, in the line under every figure: parts with commas between them.

all-claims = all claims
relevance-counted = core claims
relevance-all = core and background claims
voice-all = all voices
voice-own = author's own voice
modality-no-questions = questions out
modality-assertions = assertions only
modality-all = questions in
# Nothing is said where all functions count.
function-all = { "" }
function-verdicts = reasons and verdicts only
function-no-facts = bare facts out
without = without { $documents }
coding-of = coding of { $coder }

# Choices for the whole report.
where = only documents with { $condition }
merged = values of { $variables } taken together
final-majority = codes of the majority
final-any = codes that any coder gave
final-all = codes that all coders gave
final-quorum = codes that { $few } of { $many } coders gave
