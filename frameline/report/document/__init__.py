"""The report as both formats see it: chapters, blocks, numbers and references."""
