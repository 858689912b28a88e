"""Where a corpus lives: in memory, or in Parquet files counted by an engine."""
