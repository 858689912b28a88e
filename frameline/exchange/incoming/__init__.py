"""From what a format gave to a corpus folder."""
