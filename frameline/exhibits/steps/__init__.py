"""What changes from text to text."""
