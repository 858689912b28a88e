# Russian. Machine translation, to be reviewed.
# Which claims count, in the line under every figure: parts with commas between them.

all-claims = все утверждения
relevance-counted = основные утверждения
relevance-all = основные и фоновые утверждения
voice-all = все голоса
voice-own = голос самого автора
modality-no-questions = без вопросов
modality-assertions = только то, что утверждается
modality-all = с вопросами
# Nothing is said where all functions count.
function-all = { "" }
function-verdicts = только причины и вердикты
function-no-facts = без голых фактов
without = не считая: { $documents }
coding-of = кодирование: { $coder }

# Choices for the whole report.
where = только документы с условием: { $condition }
merged = значения взяты вместе: { $variables }
final-majority = коды большинства
final-any = коды, которые дал хотя бы один кодировщик
final-all = коды, которые дали все кодировщики
final-quorum = коды, которые дали { $few } из { $many } кодировщиков
