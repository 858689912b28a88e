"""What chapters hand to the report: findings, prose, figures, tables and their views."""
