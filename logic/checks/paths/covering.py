"""Ways to join independent factors: all of them, or enough that every two levels meet once."""

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from math import prod
from typing import TypeVar

T = TypeVar("T")
_Row = tuple[int, ...]
_Pair = tuple[tuple[int, int], tuple[int, int]]


def join_all(factors: Sequence[Sequence[T]]) -> tuple[tuple[T, ...], ...]:
    """Return every way to pick one level of each factor."""
    return tuple(product(*factors))


def join_pairs(factors: Sequence[Sequence[T]]) -> tuple[tuple[T, ...], ...]:
    """Return rows in which any two levels of two factors stand together at least once (a covering array)."""
    sizes = [len(factor) for factor in factors]
    return tuple(tuple(factor[level] for factor, level in zip(factors, row, strict=True)) for row in _rows(sizes))


def size_of(factors: Sequence[Sequence[T]]) -> int:
    """Return how many ways there are to join the factors."""
    return prod(len(factor) for factor in factors)


def _rows(sizes: list[int]) -> Iterator[_Row]:
    # A list in a fixed order, so that the same guide is always walked in the same way.
    open_pairs = dict.fromkeys(_pairs(sizes))
    if not open_pairs:
        yield from product(*(range(size) for size in sizes))
    while open_pairs:
        row = _row(sizes, next(iter(open_pairs)), open_pairs)
        for pair in combinations(enumerate(row), 2):
            open_pairs.pop(pair, None)
        yield row


def _pairs(sizes: list[int]) -> Iterator[_Pair]:
    for (one, many), (other, more) in combinations(enumerate(sizes), 2):
        yield from (((one, a), (other, b)) for a in range(many) for b in range(more))


def _row(sizes: list[int], seed: _Pair, open_pairs: dict[_Pair, None]) -> _Row:
    """Return a row that holds the seed and, factor by factor, the level that closes most open pairs."""
    chosen = dict(seed)
    for factor, size in enumerate(sizes):
        if factor in chosen:
            continue
        gains = [sum(_pair((factor, level), item) in open_pairs for item in chosen.items()) for level in range(size)]
        chosen[factor] = gains.index(max(gains))
    return tuple(chosen[factor] for factor in range(len(sizes)))


def _pair(one: tuple[int, int], other: tuple[int, int]) -> _Pair:
    return (one, other) if one < other else (other, one)
