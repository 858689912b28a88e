"""Large corpora: folders of Parquet files, read out of core, for archives of millions of claims.

A large corpus is a folder with ``codebook.toml`` and a folder of Parquet files for each table:
``claims``, ``documents`` and, where there are, ``codings`` (what each coder gave) and ``tokens``.
Its measures are in `frameline.measures.large`, its report is ``report/many.toml``.
"""
