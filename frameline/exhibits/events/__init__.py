"""Which past the texts argue from, and which future they expect."""
