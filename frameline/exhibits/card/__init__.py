"""What was analysed: the data card."""
