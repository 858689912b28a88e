"""Writing to disk so that a reader, a second writer or a kill never meets half of anything."""
