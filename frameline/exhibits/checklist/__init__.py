"""What method guides ask of a published content analysis, and what this one gives."""
