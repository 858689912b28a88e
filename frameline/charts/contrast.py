"""Contrast: whether a colour can be read, and how dark it has to be."""

from functools import lru_cache

from matplotlib.colors import to_hex, to_rgb

#: Least contrast of small text and of marks (WCAG 2.2, success criteria 1.4.3 and 1.4.11).
TEXT, MARK = 4.5, 3.0


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, 0 (black) to 1 (white), as WCAG 2.2 defines it."""
    parts = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour))
    red, green, blue = parts
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21.

    Examples
    --------
    >>> round(contrast("#000000", "#ffffff")), round(contrast("#767676", "white"), 2)
    (21, 4.54)
    """
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@lru_cache(maxsize=512)
def readable(colour: str, least: float = TEXT) -> str:
    """Return the colour, darkened as little as makes text of it readable on white.

    Examples
    --------
    >>> readable("#1f5f99"), readable("#c8641b")
    ('#1f5f99', '#b85c19')
    """
    red, green, blue = to_rgb(colour)
    for step in range(101):
        share = 1 - step / 100
        darker = to_hex((red * share, green * share, blue * share))
        if contrast(darker, "white") >= least:
            return darker
    return "#000000"


def text_on(shade: str, dark: str) -> str:
    """Return white or the dark colour: what can be read better on a shade."""
    return "white" if contrast("white", shade) > contrast(dark, shade) else dark
