"""What every format is read into and written from, and what can be asked of it."""
