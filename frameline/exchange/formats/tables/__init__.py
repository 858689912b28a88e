"""Tables of annotations: CSV, TSV, XLSX, JSONL and Parquet."""

from frameline.exchange.formats.declaration import Format

FORMATS = (
    Format(
        "csv",
        "CSV table: a row per annotation, or a column per code or coder",
        (".csv",),
        __name__,
        reads="csv_table",
        writes="csv_table",
    ),
    Format(
        "tsv",
        "TSV table: a row per annotation, or a column per code or coder",
        (".tsv", ".tab"),
        __name__,
        reads="tsv_table",
        writes="tsv_table",
    ),
    Format(
        "xlsx",
        "Excel workbook: a row per annotation, or a column per code or coder",
        (".xlsx",),
        __name__,
        reads="xlsx_table",
        writes="xlsx_table",
    ),
    Format(
        "jsonl",
        "JSONL table: an object per annotation; answers of language models",
        (".jsonl", ".ndjson"),
        __name__,
        reads="jsonl_table",
        writes="jsonl_table",
    ),
    Format(
        "parquet",
        "Parquet table: a row per annotation, or a column per code or coder",
        (".parquet",),
        __name__,
        reads="parquet_table",
        writes="parquet_table",
    ),
)
