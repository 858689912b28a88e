"""The report for editors: a Word file that can be changed."""
