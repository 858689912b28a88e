"""Measures: tidy tables in, tidy tables out.

Every measure reads the table of selected claims (one row per claim), keeps the columns it was
asked to group by, and draws random numbers only from the seed it is given.
"""
