"""The report's page and PDF as exporters of nbconvert, for any executed chapter.

A build writes both without them: importing nbconvert takes longer than writing the page.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment
from nbconvert.exporters import Exporter, TemplateExporter
from nbformat import NotebookNode
from traitlets import Unicode, default

from frameline.report.document.assemble import merge_one
from frameline.report.document.document import METADATA, read_document
from frameline.report.page.html import TEMPLATE, page_environment, write_html
from frameline.report.plan.project import default_template
from frameline.report.print.pdf import write_pdf


def _merged(nb: NotebookNode, resources: dict[str, Any]) -> NotebookNode:
    """A notebook as a report of its own, where it is none yet."""
    if METADATA in nb.metadata:
        return nb
    about = resources.get("metadata", {})
    return merge_one(nb, str(Path(about.get("path", ""), about.get("name", ""))))


class FramelineHTMLExporter(TemplateExporter):
    """Exports a merged notebook, or any one executed chapter, as a page of the report."""

    export_from_notebook = "Frameline report (HTML)"
    output_mimetype = "text/html"
    template_folder = Unicode(help="Folder with frameline.html.j2 and report.css").tag(config=True)

    @default("template_folder")
    def _default_template_folder(self) -> str:
        return str(default_template())

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".html"

    @default("template_file")
    def _template_file_default(self) -> str:
        return TEMPLATE

    @default("template_paths")
    def _template_paths_default(self) -> list[str]:
        return [self.template_folder]

    def _create_environment(self) -> Environment:
        return page_environment(self.template_paths)

    def from_notebook_node(  # type: ignore[override]
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[str, dict[str, Any]]:
        """Write a notebook as HTML; with ``--execute`` it has run before."""
        nb, resources = super(TemplateExporter, self).from_notebook_node(nb, resources, **kw)
        nb = _merged(nb, resources)
        return write_html(read_document(nb), Path(self.template_folder), self.template), resources


class FramelinePDFExporter(Exporter):
    """Exports a merged notebook, or any one executed chapter, as a tagged PDF."""

    export_from_notebook = "Frameline report (PDF)"
    output_mimetype = "application/pdf"
    template_folder = Unicode(help="Folder with report.typ").tag(config=True)

    @default("template_folder")
    def _default_template_folder(self) -> str:
        return str(default_template())

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".pdf"

    def from_notebook_node(  # type: ignore[override]
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[bytes, dict[str, Any]]:
        """Write a notebook as PDF; with ``--execute`` it has run before."""
        nb, resources = super().from_notebook_node(nb, resources, **kw)
        nb = _merged(nb, resources)
        return write_pdf(read_document(nb), Path(self.template_folder)), resources
