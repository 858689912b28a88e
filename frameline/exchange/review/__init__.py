"""After the coding: where coders part, what was decided, other versions of a codebook."""
