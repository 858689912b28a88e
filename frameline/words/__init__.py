"""The words of the report: catalogues of messages, how numbers are written, what is refused."""
