"""What will run, with which parameters: everything that can be refused is refused here."""
