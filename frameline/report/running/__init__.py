"""The processes in which chapters run, and what may come out of them."""
