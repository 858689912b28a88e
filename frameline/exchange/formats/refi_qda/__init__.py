"""REFI-QDA: what MAXQDA, NVivo, ATLAS.ti, QDA Miner and others exchange."""

from frameline.exchange.formats.declaration import Format

FORMATS = (
    Format(
        "refi-qda",
        "REFI-QDA project or codebook (MAXQDA, NVivo, ATLAS.ti, QDA Miner, Taguette ...)",
        (".qdpx", ".qdc"),
        __name__,
        takes="codings of texts and of whole sources, with users, notes, codes and cases",
        leaves=(
            "pictures, sound, film, PDF areas, memos, links, sets, graphs; codings of codes "
            "that are not there"
        ),
    ),
)
