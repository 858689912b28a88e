"""How this report was made: the note on method."""
