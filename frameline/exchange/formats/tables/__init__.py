"""Tables of annotations: CSV, TSV, XLSX, JSONL and Parquet."""

from frameline.exchange.formats.declaration import Format

FORMATS = (
    Format(
        "csv",
        "CSV table: a row per annotation, or a column per code or coder",
        (".csv",),
        __name__,
        takes=(
            "rows with documents, coders, codes, quotes, places; one row or one column for each "
            "code or coder"
        ),
        leaves=(
            "rows with too many or too few cells, without a document, with a place or quote "
            "that the text has not; what a recipe skips"
        ),
        reads="csv_table",
        writes="csv_table",
    ),
    Format(
        "tsv",
        "TSV table: a row per annotation, or a column per code or coder",
        (".tsv", ".tab"),
        __name__,
        takes="as CSV, with tabs between cells",
        leaves="as CSV",
        reads="tsv_table",
        writes="tsv_table",
    ),
    Format(
        "xlsx",
        "Excel workbook: a row per annotation, or a column per code or coder",
        (".xlsx",),
        __name__,
        takes="as CSV, from the first sheet with cells",
        leaves="as CSV; rows of other sheets; rows with a formula",
        reads="xlsx_table",
        writes="xlsx_table",
    ),
    Format(
        "jsonl",
        "JSONL table: an object per annotation; answers of language models",
        (".jsonl", ".ndjson"),
        __name__,
        takes="as CSV: fields of inner objects too, lists of codes, batches of models' answers",
        leaves="as CSV; lines that are no object; answers without codes",
        reads="jsonl_table",
        writes="jsonl_table",
    ),
    Format(
        "parquet",
        "Parquet table: a row per annotation, or a column per code or coder",
        (".parquet",),
        __name__,
        takes="as CSV",
        leaves="as CSV",
        reads="parquet_table",
        writes="parquet_table",
    ),
)
