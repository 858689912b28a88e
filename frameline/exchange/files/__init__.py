"""Files nobody vouches for, read; files written whole or not at all."""
