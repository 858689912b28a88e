"""From a corpus folder to what a format takes."""
