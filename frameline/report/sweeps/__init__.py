"""Many reports from one file."""
