"""REFI-QDA: what MAXQDA, NVivo, ATLAS.ti, QDA Miner and others exchange."""

from frameline.exchange.formats.declaration import Format

FORMATS = (
    Format(
        "refi-qda",
        "REFI-QDA project or codebook (MAXQDA, NVivo, ATLAS.ti, QDA Miner, Taguette ...)",
        (".qdpx", ".qdc"),
        __name__,
    ),
)
