"""Do the words of the texts agree with the coding of their claims?

A keyword count is the cheapest second opinion on a coding. It reads every word and understands
none: it cannot tell the author's verdict from a quoted one, a strategic interest from a strategic
partner, the Islamic Republic from an argument about Islam. Where counts and codes agree, each is
support for the other; where they part, the words that mislead are named here.

Tables: *tokens* are word counts by paragraph group [doc_id, para_group, token, n], as
:func:`body_tokens` makes them; *claims* have claim_id, doc_id, para_group and frame, as
`corpus.select` gives them; *keywords* map a code to the words that name it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from frameline.measures.intervals import jackknife_limits
from frameline.measures.resampling import MIN_GROUPS

Floats = npt.NDArray[np.float64]
Keywords = Mapping[str, Collection[str]]

#: English words that carry grammar, not content: articles, pronouns ("us" among them, which in
#: lower case is also the United States), prepositions, conjunctions, auxiliaries, and adverbs of
#: degree, time and order. For texts in another language pass another list.
FUNCTION_WORDS = frozenset(
    """
    a about above according across actually after again against all almost along already also
    although always am amid among an and another any anything are as aside at away back be
    became because become becomes becoming been before behind being below beside besides
    between beyond both but by can cannot could despite did do does doing done down due during
    each either else enough especially etc even ever every far few first for former from
    further had has have having he hence her here him himself his how however i if in indeed
    inside instead into is it its itself just last later latter least less let like likewise
    many may me meanwhile might mine more moreover most much must my namely near nearly neither
    never nevertheless no none nonetheless nor not nothing now of off often on once one only
    onto or other others otherwise ought our ours out outside over own per perhaps quite rather
    really regarding same second see seem seemed seems several shall she should since so some
    something soon still such than that the their theirs them themselves then there thereby
    therefore these they this those though through throughout thus to together too toward
    towards two under unless unlike until up upon us very via was we well were what whatever
    when where whereas whereby whether which while who whole whom whose why will with within
    without would yet you your
    """.split()
)

# letters and digits, inner apostrophes: the splitter of the token table at its simplest
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


# ---------------------------------------------------------------- which words count


def body_tokens(
    tokens: pd.DataFrame,
    blocks: pd.DataFrame,
    *,
    body: Collection[str] = ("body",),
    min_words: int = 0,
) -> pd.DataFrame:
    """Which words stand in the authors' own text? Word counts by paragraph group.

    Parameters
    ----------
    tokens : DataFrame [doc_id, block_id, token, n]
        Word counts of every block of the files.
    blocks : DataFrame [doc_id, block_id, kind, para_group]
        A body block without a paragraph group is a group of its own.
    body : collection of block kinds
    min_words : int
        Documents with fewer body words are left out.

    Returns
    -------
    DataFrame [doc_id, para_group, token, n], documents in the order of `blocks`.

    Examples
    --------
    >>> tokens = pd.DataFrame({
    ...     "doc_id": "t", "block_id": ["T1", "P1"], "token": ["gas", "oil"], "n": [1, 2]})
    >>> blocks = pd.DataFrame({
    ...     "doc_id": "t", "block_id": ["T1", "P1"], "kind": ["title", "body"], "para_group": ""})
    >>> body_tokens(tokens, blocks).values.tolist()
    [['t', 't.P1', 'oil', 2]]
    """
    place = ["doc_id", "block_id"]
    inside = blocks.loc[blocks["kind"].isin(list(body)), [*place, "para_group"]].copy()
    alone = inside["doc_id"] + "." + inside["block_id"]
    inside["para_group"] = inside["para_group"].fillna("").where(inside["para_group"] != "", alone)
    joined = inside.merge(tokens, on=place)
    counted = joined.groupby(["doc_id", "para_group", "token"], sort=False)["n"].sum().reset_index()
    length = counted.groupby("doc_id")["n"].transform("sum")
    return counted[length >= min_words].astype({"n": int}).reset_index(drop=True)


def is_content(words: pd.Series, *, stop: Collection[str] = FUNCTION_WORDS) -> pd.Series:
    """Which words carry content? Not function words, single letters or bare numbers.

    Examples
    --------
    >>> is_content(pd.Series(["oil", "of", "s", "1979", "u.s."])).tolist()
    [True, False, False, False, True]
    """
    lettered = words.str.contains(r"[^\W\d_]", regex=True) & (words.str.len() > 1)
    return lettered & ~words.isin(list(stop))


def label_words(
    literals: Iterable[str],
    *,
    min_mentions: int = 2,
    stop: Collection[str] = FUNCTION_WORDS,
) -> list[str]:
    """Which words make up the labels? What somebody would type into a search for them.

    Parameters
    ----------
    literals : iterable of str
        The labels as printed, one per mention.
    min_mentions : int
        A word must be part of at least so many mentions.
    stop : collection of str
        Words left out.

    Returns
    -------
    list of str
        In lower case, the commonest first, ties in alphabetical order. A word that no mention
        prints in lower case ("Russian") is a name and is left out.

    Examples
    --------
    >>> label_words(["a Norse alliance", "Strategic Alliance", "strategic", "the Norse axis"])
    ['alliance', 'strategic']
    """
    mentions: dict[str, int] = {}
    plain: set[str] = set()
    for literal in literals:
        printed = [w.removesuffix("'s") for w in _WORD.findall(literal.replace("\u2019", "'"))]
        plain.update(word for word in printed if word == word.lower())
        for word in {word.lower() for word in printed}:
            mentions[word] = mentions.get(word, 0) + 1
    table = pd.DataFrame({"word": list(mentions), "n": list(mentions.values())}, dtype=object)
    if table.empty:
        return []
    kept = (table["n"] >= min_mentions) & table["word"].isin(plain)
    table = table[kept & is_content(table["word"].astype(str), stop=stop)]
    return table.sort_values(["n", "word"], ascending=[False, True])["word"].tolist()


# ---------------------------------------------------------------- reasons in claims and words


def reason_shares(claims: pd.DataFrame, tokens: pd.DataFrame, keywords: Keywords) -> pd.DataFrame:
    """How large is each reason, by claims and by keywords?

    Parameters
    ----------
    claims : DataFrame [doc_id, frame]
        Claims with a code that has no keywords are left out of numbers and shares.
    tokens : DataFrame [doc_id, token, n]
    keywords : mapping of code to words

    Returns
    -------
    DataFrame, one row per document and code, documents in the order of `tokens`, codes in that of
        `keywords`: doc_id, code; claims, words (occurrences of the code's keywords); claims_n,
        words_n (of all codes); claim_share, word_share; gap (word_share - claim_share: above 0
        the words overstate the reason). Documents without claims or without keywords are left
        out.

    Examples
    --------
    >>> claims = pd.DataFrame({"doc_id": "t", "frame": ["ECO", "ECO", "ECO", "REL"]})
    >>> tokens = pd.DataFrame({"doc_id": "t", "token": ["oil", "faith", "the"], "n": [1, 1, 9]})
    >>> table = reason_shares(claims, tokens, {"ECO": ["oil", "gas"], "REL": ["faith"]})
    >>> table[["code", "claim_share", "word_share", "gap"]].values.tolist()
    [['ECO', 0.75, 0.5, -0.25], ['REL', 0.25, 0.5, 0.25]]
    """
    documents = list(dict.fromkeys(tokens["doc_id"]))
    grid = pd.MultiIndex.from_product([documents, list(keywords)], names=["doc_id", "code"])
    hits = keyword_hits(tokens, keywords)
    said = claims.groupby(["doc_id", "frame"]).size()
    table = pd.DataFrame(
        {
            "claims": said.rename_axis(["doc_id", "code"]).reindex(grid, fill_value=0),
            "words": hits.groupby(["doc_id", "code"])["n"].sum().reindex(grid, fill_value=0),
        }
    ).astype(int)
    for side, share in (("claims", "claim_share"), ("words", "word_share")):
        table[f"{side}_n"] = table.groupby("doc_id")[side].transform("sum")
        table[share] = table[side] / table[f"{side}_n"]
    table["gap"] = table["word_share"] - table["claim_share"]
    return table.dropna(subset=["gap"]).reset_index()


def rank_agreement(claims: pd.DataFrame, tokens: pd.DataFrame, keywords: Keywords) -> pd.DataFrame:
    """Do claims and keywords put a text's reasons in the same order? Spearman's rho per text.

    Parameters
    ----------
    claims : DataFrame [doc_id, para_group, frame]
    tokens : DataFrame [doc_id, para_group, token, n]
    keywords : mapping of code to words

    Returns
    -------
    DataFrame, one row per document of `tokens` with claims and keywords: doc_id; n (codes that
        occur as a claim or a keyword; what occurs as neither would only pad the agreement), rho,
        low, high (95 %; missing with fewer than three paragraph groups); others
        (the highest rho of these claims with the keywords of another text: what the agreement
        has to beat to be about this text).

    Notes
    -----
    The interval leaves out one paragraph group at a time, claims and words together (jackknife,
    Student's t). Redrawn texts would repeat some paragraphs and lack others, which makes the two
    orders less alike on average. In 400 simulated texts a cell, of 15 to 60 paragraphs and 12
    codes, percentile intervals cover .20 to .97, these .96 to .99; with 8 paragraphs .91 to .97
    (`benchmarks/calibration_of_words.py`).

    Examples
    --------
    >>> claims = pd.DataFrame({
    ...     "doc_id": "t", "para_group": ["p", "q", "r"], "frame": ["ECO", "ECO", "REL"]})
    >>> tokens = pd.DataFrame({
    ...     "doc_id": "t", "para_group": ["p", "q"], "token": ["oil", "faith"], "n": [3, 1]})
    >>> table = rank_agreement(
    ...     claims, tokens, {"ECO": ["oil"], "REL": ["faith"], "ARM": ["guns"]})
    >>> table[["doc_id", "n", "rho"]].values.tolist()
    [['t', 2, 1.0]]
    """
    hits = keyword_hits(tokens, keywords)
    documents = list(dict.fromkeys(tokens["doc_id"]))
    parts = [_by_group(claims, hits, tokens, keywords, document) for document in documents]
    found = [words.sum(axis=0) for _, _, words in parts]
    rows = []
    for place, (document, (groups, said, words)) in enumerate(zip(documents, parts, strict=True)):
        if not said.sum() or not words.sum():
            continue
        total = said.sum(axis=0)
        rho, used = _agree(total, found[place])
        elsewhere = [_agree(total, other)[0] for other in found[:place] + found[place + 1 :]]
        others = max((value for value in elsewhere if not np.isnan(value)), default=np.nan)
        limits = (np.nan, np.nan)
        if len(groups) >= MIN_GROUPS:
            without = spearman(total[used] - said[:, used], found[place][used] - words[:, used])
            limits = jackknife_limits(rho, without, ends=(-1, 1))
        rows.append((document, int(used.sum()), rho, *limits, others))
    return pd.DataFrame(rows, columns=["doc_id", "n", "rho", "low", "high", "others"])


def strays(claims: pd.DataFrame, tokens: pd.DataFrame, keywords: Keywords) -> pd.DataFrame:
    """Which keywords stand where nobody gives their reason?

    Parameters
    ----------
    claims : DataFrame [doc_id, para_group, frame]
    tokens : DataFrame [doc_id, para_group, token, n]
    keywords : mapping of code to words

    Returns
    -------
    DataFrame, one row per document and keyword that occurs, most astray first: doc_id, code,
        token, found (occurrences), astray (those in paragraph groups without a claim of this
        code).

    Examples
    --------
    >>> claims = pd.DataFrame({"doc_id": "t", "para_group": ["p"], "frame": ["ECO"]})
    >>> tokens = pd.DataFrame({
    ...     "doc_id": "t", "para_group": ["p", "q"], "token": ["oil", "oil"], "n": [3, 1]})
    >>> strays(claims, tokens, {"ECO": ["oil"]}).values.tolist()
    [['t', 'ECO', 'oil', 4, 1]]
    """
    given = set(zip(claims["para_group"], claims["frame"], strict=True))
    hits = keyword_hits(tokens, keywords)
    places = zip(hits["para_group"], hits["code"], strict=True)
    alone = np.array([place not in given for place in places], dtype=bool)
    hits = hits.assign(found=hits["n"], astray=hits["n"].where(alone, 0))
    keys = ["doc_id", "code", "token"]
    table = hits.groupby(keys, sort=False)[["found", "astray"]].sum().reset_index()
    return table.sort_values(
        ["astray", "found", "token"], ascending=[False, False, True], ignore_index=True
    )


def unnamed(claims: pd.DataFrame, tokens: pd.DataFrame, keywords: Keywords) -> pd.DataFrame:
    """Which reasons are given where none of their keywords stands?

    Parameters
    ----------
    claims : DataFrame [doc_id, para_group, frame]
        Claims of documents without tokens, and with codes without keywords, are left out.
    tokens : DataFrame [doc_id, para_group, token, n]
    keywords : mapping of code to words

    Returns
    -------
    DataFrame, one row per code in the order of `keywords`: code, claims, missed (claims in
        paragraph groups that hold none of the code's keywords).

    Examples
    --------
    >>> claims = pd.DataFrame({"doc_id": "t", "para_group": ["p", "q"], "frame": "ECO"})
    >>> tokens = pd.DataFrame({
    ...     "doc_id": "t", "para_group": ["p", "q"], "token": ["oil", "the"], "n": [3, 1]})
    >>> unnamed(claims, tokens, {"ECO": ["oil"]}).values.tolist()
    [['ECO', 2, 1]]
    """
    hits = keyword_hits(tokens, keywords)
    named = set(zip(hits["para_group"], hits["code"], strict=True))
    kept = claims[claims["doc_id"].isin(tokens["doc_id"]) & claims["frame"].isin(list(keywords))]
    places = zip(kept["para_group"], kept["frame"], strict=True)
    kept = kept.assign(missed=[place not in named for place in places])
    counts = kept.groupby("frame")["missed"].agg(["size", "sum"]).reindex(list(keywords))
    table = counts.fillna(0).astype(int).rename_axis("code").reset_index()
    return table.set_axis(["code", "claims", "missed"], axis="columns")


def widest_gaps(shares: pd.DataFrame, astray: pd.DataFrame, *, top: int = 2) -> pd.DataFrame:
    """Which reason do keywords overstate most in each text, through which words, and which not?

    Parameters
    ----------
    shares : DataFrame
        What :func:`reason_shares` gives.
    astray : DataFrame
        What :func:`strays` gives.
    top : int
        Most words named per text.

    Returns
    -------
    DataFrame, one row per document: doc_id; over, over_claims, over_words (the code with the
        widest gap above 0, "" when there is none, and its two shares); through (list: its keywords
        that most often stand where the reason is not given); under, under_claims, under_words
        (the same for the widest gap below 0).

    Examples
    --------
    >>> shares = pd.DataFrame({
    ...     "doc_id": "t", "code": ["ECO", "REL"], "claim_share": [0.75, 0.25],
    ...     "word_share": [0.5, 0.5], "gap": [-0.25, 0.25]})
    >>> astray = pd.DataFrame([["t", "REL", "faith", 4, 3], ["t", "REL", "god", 1, 0]],
    ...     columns=["doc_id", "code", "token", "found", "astray"])
    >>> row = widest_gaps(shares, astray).iloc[0]
    >>> row["over"], row["through"], row["under"]
    ('REL', ['faith'], 'ECO')
    """
    rows = []
    for document, part in shares.groupby("doc_id", sort=False):
        row: dict[str, object] = {"doc_id": document}
        for side, sign in (("over", 1), ("under", -1)):
            most = part.iloc[int(np.argmax(sign * part["gap"]))]
            row[side] = most["code"] if sign * most["gap"] > 0 else ""
            row[f"{side}_claims"], row[f"{side}_words"] = most["claim_share"], most["word_share"]
        mine = (astray["doc_id"] == document) & (astray["code"] == row["over"])
        row["through"] = astray.loc[mine & (astray["astray"] > 0), "token"].head(top).tolist()
        rows.append(row)
    sides = [f"{side}{what}" for side in ("over", "under") for what in ("", "_claims", "_words")]
    return pd.DataFrame(rows, columns=["doc_id", *sides, "through"])


def keyword_hits(tokens: pd.DataFrame, keywords: Keywords) -> pd.DataFrame:
    """Where do the keywords of each code stand? The rows of `tokens` that are keywords.

    Parameters
    ----------
    tokens : DataFrame [doc_id, token, n] and any other columns
    keywords : mapping of code to words

    Returns
    -------
    DataFrame: the columns of `tokens`, and code.

    Raises
    ------
    ValueError
        If a word stands for two codes.

    Examples
    --------
    >>> tokens = pd.DataFrame({"doc_id": "t", "token": ["oil", "the"], "n": [2, 9]})
    >>> keyword_hits(tokens, {"ECO": ["oil", "gas"]}).values.tolist()
    [['t', 'oil', 2, 'ECO']]
    """
    code_of: dict[str, str] = {}
    for code, words in keywords.items():
        for word in words:
            if code_of.setdefault(word, code) != code:
                raise ValueError(f"{word!r} stands for {code_of[word]} and for {code}")
    found = tokens[tokens["token"].isin(list(code_of))]
    return found.assign(code=found["token"].map(code_of)).reset_index(drop=True)


def spearman(first: npt.ArrayLike, second: npt.ArrayLike) -> Floats:
    r"""How alike are two orders? Spearman's rank correlation, ties sharing their mean rank.

    Parameters
    ----------
    first, second : arrays of the same shape, (cases) or (rows, cases)

    Returns
    -------
    array, one value per row (0-dimensional for one row)
        -1 for opposite orders, 1 for the same; NaN where one side has one value only.

    Notes
    -----
    :math:`\rho = \mathrm{cov}(R_x, R_y) / \sigma_{R_x} \sigma_{R_y}` with R the ranks. Spearman
    1904, American Journal of Psychology 15(1), p. 72-101.

    Examples
    --------
    The example of scipy.stats.spearmanr, with a tie.

    >>> round(float(spearman([1, 2, 3, 4, 5], [5, 6, 7, 8, 7])), 4)
    0.8208
    """
    ranks = [_ranks(np.asarray(side, dtype=float)) for side in (first, second)]
    if ranks[0].shape != ranks[1].shape:
        raise ValueError("the two orders need the same cases")
    x, y = (rank - rank.mean(axis=-1, keepdims=True) for rank in ranks)
    scale = np.sqrt((x * x).sum(axis=-1) * (y * y).sum(axis=-1))
    empty = np.full(np.shape(scale), np.nan)
    return np.divide((x * y).sum(axis=-1), scale, out=empty, where=scale > 0)


def _agree(said: npt.ArrayLike, found: npt.ArrayLike) -> tuple[float, npt.NDArray[np.bool_]]:
    """Rho over the codes that occur on a side, and which codes these are."""
    first, second = np.asarray(said), np.asarray(found)
    used = first + second > 0
    return float(spearman(first[used], second[used])), used


def _ranks(values: Floats) -> Floats:
    """Mean ranks along the last axis, from 1."""
    below = (values[..., :, None] > values[..., None, :]).sum(axis=-1)
    equal = (values[..., :, None] == values[..., None, :]).sum(axis=-1)
    return below + (equal + 1.0) / 2.0


def _by_group(
    claims: pd.DataFrame,
    hits: pd.DataFrame,
    tokens: pd.DataFrame,
    keywords: Keywords,
    document: str,
) -> tuple[npt.NDArray, npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """One document's paragraph groups, and its claims and keywords by group and code."""
    mine = claims[(claims["doc_id"] == document) & claims["frame"].isin(list(keywords))]
    said = mine.assign(code=mine["frame"], n=1)
    words = tokens.loc[tokens["doc_id"] == document, "para_group"]
    groups = np.unique([*words, *mine["para_group"]]).astype(str)
    found = hits[hits["doc_id"] == document]
    return groups, _spread(said, groups, keywords), _spread(found, groups, keywords)


def _spread(table: pd.DataFrame, groups: npt.NDArray, keywords: Keywords) -> npt.NDArray[np.int64]:
    """Sum of n by paragraph group (rows) and code (columns)."""
    codes = {code: place for place, code in enumerate(keywords)}
    counts = np.zeros((len(groups), len(codes)), dtype=np.int64)
    rows = np.searchsorted(groups, table["para_group"].to_numpy(dtype=str))
    columns = table["code"].map(codes).to_numpy(dtype=np.int64)
    np.add.at(counts, (rows, columns), table["n"].to_numpy(dtype=np.int64))
    return counts
