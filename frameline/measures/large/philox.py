"""Random numbers that are a function of a document and a seed, whatever order it is asked in.

Philox 4x32 (Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3",
SC '11) turns a counter and a key into 128 random bits. With the hash of a document's id for the
counter, a document has the same weights in every partition of a corpus, on every machine. NumPy's
own Philox is a stream and cannot be asked for many counters at a time.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

#: The fewest rounds that pass every test of the paper (its table 2); others use ten.
ROUNDS = 7
_M0, _M1 = np.uint64(0xD2511F53), np.uint64(0xCD9E8D57)
_W0, _W1 = 0x9E3779B9, 0xBB67AE85
_LOW, _HALF = np.uint64(0xFFFFFFFF), np.uint64(32)
Bits = npt.NDArray[np.uint64]

#: How many of 65,536 equally likely numbers give the weight 0, 1, 2, ...: the Poisson distribution
#: with mean 1, rounded so that the mean stays exactly 1 (the variance is 1.0001).
POISSON = (24109, 24110, 12055, 4018, 1004, 201, 33, 5, 1)
#: Weights made of one counter: eight numbers of sixteen bits.
EACH = 8
_LIMITS = np.cumsum(POISSON)[:-1].astype(np.uint16)


def document_keys(ids: Any) -> Bits:
    """Hash document ids to 64 bits, the same in every run and on every machine.

    Parameters
    ----------
    ids : sequence of str or of whole numbers

    Returns
    -------
    array of uint64

    Examples
    --------
    >>> document_keys(["a00000001"])
    array([10884272907125292405], dtype=uint64)
    """
    values = np.asarray(ids)
    if values.dtype.kind in "iu":
        return pd.util.hash_array(values.astype(np.int64), categorize=False)
    return pd.util.hash_array(values.astype(object), categorize=False)


def philox(counter: tuple[Bits, Bits, Bits, Bits], seed: int, rounds: int = ROUNDS) -> list[Bits]:
    """Turn counters into random bits.

    Parameters
    ----------
    counter : four arrays of uint64 that hold 32 bits, of shapes that broadcast
    seed : int
        The key; its lowest 64 bits count.
    rounds : int

    Returns
    -------
    list of four arrays of uint64 that hold 32 bits

    Examples
    --------
    >>> zero = np.zeros(1, dtype=np.uint64)
    >>> [f"{word[0]:08x}" for word in philox((zero, zero, zero, zero), 0)]
    ['5f6fb709', '0d893f64', '4f121f81', '4f730a48']
    """
    c0, c1, c2, c3 = counter
    shape = np.broadcast_shapes(*(word.shape for word in counter))
    low, high = np.empty(shape, dtype=np.uint64), np.empty(shape, dtype=np.uint64)
    for turn in range(rounds):
        key0, key1 = (np.uint64(key) for key in _round_keys(seed, turn))
        if c0.shape == c1.shape == c2.shape == c3.shape == shape and turn > 1:
            # In place: with fresh arrays this loop would spend its time on their memory.
            np.multiply(c0, _M0, out=low)
            np.multiply(c2, _M1, out=high)
            np.bitwise_xor(np.right_shift(high, _HALF, out=c0), c1, out=c0)
            np.bitwise_xor(np.right_shift(low, _HALF, out=c2), c3, out=c2)
            np.bitwise_xor(c0, key0, out=c0)
            np.bitwise_xor(c2, key1, out=c2)
            np.bitwise_and(high, _LOW, out=c1)
            np.bitwise_and(low, _LOW, out=c3)
        else:
            # Before the words mix, some depend on the document alone and some on the draw alone.
            product0, product1 = c0 * _M0, c2 * _M1
            c0 = (product1 >> _HALF) ^ c1 ^ key0
            c2 = (product0 >> _HALF) ^ c3 ^ key1
            c1, c3 = product1 & _LOW, product0 & _LOW
            if turn > 0:
                c0, c1, c2, c3 = (_full(word, shape) for word in (c0, c1, c2, c3))
    return [c0, c1, c2, c3]


def _round_keys(seed: int, turn: int) -> tuple[int, int]:
    """The key of a round: the seed's two halves, each moved on by a constant."""
    first, second = seed & 0xFFFFFFFF, (seed >> 32) & 0xFFFFFFFF
    return (first + turn * _W0) & 0xFFFFFFFF, (second + turn * _W1) & 0xFFFFFFFF


def _full(word: Bits, shape: tuple[int, ...]) -> Bits:
    return word if word.shape == shape else np.broadcast_to(word, shape).copy()


def poisson_weights(keys: Bits, draws: int, seed: int) -> npt.NDArray[np.uint8]:
    """Draw how often each document counts in each bootstrap draw.

    Parameters
    ----------
    keys : array of uint64
        From `document_keys`.
    draws, seed : int

    Returns
    -------
    array of uint8, documents x draws
        Independent Poisson weights of mean 1; a row depends on nothing but its key and the seed,
        and its first draws do not depend on how many there are.

    Examples
    --------
    >>> weights = poisson_weights(document_keys(["a", "b"]), 10, seed=1)
    >>> weights.shape, bool((weights[1] == poisson_weights(document_keys(["b"]), 10, 1)[0]).all())
    ((2, 10), True)
    """
    blocks = np.arange(-(-draws // EACH), dtype=np.uint64)[None, :]
    column = keys.astype(np.uint64, copy=False)[:, None]
    zero = np.zeros((1, 1), dtype=np.uint64)
    word = philox((column & _LOW, column >> _HALF, blocks, zero), seed)
    bits = np.empty((*np.broadcast_shapes(column.shape, blocks.shape), len(word)), dtype="<u4")
    for place, half in enumerate(word):
        bits[:, :, place] = half
    return _weights_of(bits.view("<u2").reshape(len(keys), -1)[:, :draws])


def _weights_of(numbers: npt.NDArray[np.uint16]) -> npt.NDArray[np.uint8]:
    """Count the limits that each number reaches; a table of weights would be slower."""
    found = np.zeros(numbers.shape, dtype=np.uint8)
    reached = np.empty(numbers.shape, dtype=bool)
    for limit in _LIMITS:
        np.greater_equal(numbers, limit, out=reached)
        np.add(found, reached.view(np.uint8), out=found)
    return found


def random_numbers(keys: Bits, seed: int) -> Bits:
    """Give each document one random number of 64 bits, apart from its weights.

    Examples
    --------
    >>> len(set(random_numbers(document_keys(["a", "b"]), seed=1).tolist()))
    2
    """
    zero, one = np.zeros(1, dtype=np.uint64), np.ones(1, dtype=np.uint64)
    word = philox((keys & _LOW, keys >> _HALF, zero, one), seed)
    return word[0] | (word[1] << _HALF)
