"""DNA: names that its reader and its writer share."""

from __future__ import annotations

#: What a boolean variable says.
AGREE = {"disagree": 0, "agree": 1}
#: The setting in which Frameline notes what places count; DNA passes over it.
OFFSETS = "frameline.offsets"
_COLOURS = "Red INTEGER, Green INTEGER, Blue INTEGER"
_DATA = (
    "ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL, "
    "StatementTypeId INTEGER, Value {}, UNIQUE (StatementId, VariableId)"
)
#: The tables of a file of version 2, with their columns.
TABLES = {
    "SETTINGS": "Property TEXT PRIMARY KEY, Value TEXT",
    "CODERS": f"ID INTEGER NOT NULL PRIMARY KEY, Name TEXT, {_COLOURS}, Password TEXT",
    "DOCUMENTS": "ID INTEGER NOT NULL PRIMARY KEY, Title TEXT, Text TEXT, Coder INTEGER, "
    "Author TEXT, Source TEXT, Section TEXT, Notes TEXT, Type TEXT, Date INTEGER",
    "STATEMENTTYPES": f"ID INTEGER NOT NULL PRIMARY KEY, Label TEXT, {_COLOURS}",
    "VARIABLES": "ID INTEGER NOT NULL PRIMARY KEY, Variable TEXT, DataType TEXT, "
    "StatementTypeId INTEGER, UNIQUE (Variable, StatementTypeId)",
    "REGEXES": f"Label TEXT PRIMARY KEY, {_COLOURS}",
    "CODERPERMISSIONS": "ID INTEGER NOT NULL PRIMARY KEY, Coder INTEGER, Type TEXT, "
    "Permission INTEGER, UNIQUE (Coder, Type)",
    "CODERRELATIONS": "ID INTEGER NOT NULL PRIMARY KEY, Coder INTEGER, OtherCoder INTEGER, "
    "viewStatements INTEGER, editStatements INTEGER, viewDocuments INTEGER, "
    "editDocuments INTEGER, UNIQUE (Coder, OtherCoder)",
    "STATEMENTS": "ID INTEGER NOT NULL PRIMARY KEY, StatementTypeId INTEGER, "
    "DocumentId INTEGER, Start INTEGER, Stop INTEGER, Coder INTEGER",
    "STATEMENTLINKS": "ID INTEGER PRIMARY KEY NOT NULL, SourceId INTEGER NOT NULL, "
    "TargetId INTEGER NOT NULL",
    "DATABOOLEAN": _DATA.format("INTEGER"),
    "DATAINTEGER": _DATA.format("INTEGER"),
    "DATASHORTTEXT": _DATA.format("TEXT"),
    "DATALONGTEXT": _DATA.format("TEXT"),
    "ATTRIBUTES": f"ID INTEGER PRIMARY KEY NOT NULL, VariableId INTEGER NOT NULL, "
    f"Value TEXT NOT NULL, {_COLOURS}, Type TEXT, Alias TEXT, Notes TEXT, ChildOf TEXT",
}
