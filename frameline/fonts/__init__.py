"""The fonts that ship with Frameline, and those of the system for what these cannot write."""
