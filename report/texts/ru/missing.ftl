# What a corpus lacks, in the line of a chapter that steps aside: what is missing, and what would
# supply it (.todo).

stepping-aside = This corpus has { $things }, so { $so }. To change that, { $steps }.
so-chapter = this chapter steps aside
so-chapters = chapters about that step aside
nothing-of = no { $thing }
both = { $first } and { $second }

# Tables
table-claims = claims
    .todo = code claims in claims.csv
table-labels = names for the relationship
    .todo = list them in labels.csv
table-events = events
    .todo = list the events that the texts call up in events.csv
table-tokens = word counts
    .todo = have them counted with frameline rebuild --texts FOLDER
table-coders = second coder
    .todo = let somebody else code the same sentences
table-codings = codes of single coders
    .todo = keep what each coder gave
table-units = sentence list
    .todo = list the sentences in units.csv
table-claims-unit-id = sentences of its claims
    .todo = name the sentence of each claim in the column unit_id of claims.csv
table-blocks = list of the parts of its files
    .todo = list them in blocks.csv
table-texts = source texts
    .todo = put them into the folder texts
table-context = sample of what others wrote
    .todo = list other pieces on the same subject in context/context.csv
table-adjudication = settled disagreements
    .todo = settle them with frameline adjudicate
other-table = { $layer }
    .todo = add the table { $layer }

# Roles of variables. What would supply one is followed by its place.
in-role = { $todo } (role { $role } of the { $layer } in codebook.toml)
role-claims-frame = frames
    .todo = code what reason or subject each claim names
role-claims-valence = valence
    .todo = code whether each claim binds or divides, and give these codes their sign
role-claims-voice = voices
    .todo = code who makes each claim
role-claims-function = functions of claims
    .todo = code what each claim is for, advice among it
role-claims-addressee = addressees of advice
    .todo = code whom each piece of advice is for
role-labels-label = families of names
    .todo = code the family of each name
role-labels-place = places of names
    .todo = code whether each name stands in title or body
role-labels-polarity = polarity of names
    .todo = code whether each name is asserted or denied
role-events-year = years of events
    .todo = give the events their years
other-role-of-claims = { $word } codes
    .todo = code the { $word }
other-role = { $word } of its { $layer }
    .todo = code the { $word }
# Valence is coded, but no code says which way it points.
unsigned = signs on its valence codes
    .todo =
        give each of these codes its sign: plus one where a claim binds, minus one where it divides,
        zero where it does both
