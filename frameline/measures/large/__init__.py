"""Measures of corpora too large for one table in memory: millions of claims, one query each.

Each function takes tables as narwhals reads them (pandas, DuckDB, polars, pyarrow, PySpark) and
does in the engine only what every engine does alike: filter without blanks, join, group, count
and sum whole numbers. What comes back is small, sorted and the same to the last digit whatever
engine counted it; shares, coefficients and intervals are worked out from there in numpy.
"""
