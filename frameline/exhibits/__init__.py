"""What makes the figures and tables of a chapter out of charts and DataFrames."""
