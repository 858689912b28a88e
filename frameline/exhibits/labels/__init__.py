"""What the texts call the relationship."""
