"""The page that follows what is written: watched, made in memory, served on loopback."""
