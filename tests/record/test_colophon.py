"""The last cell of a chapter."""

import pandas as pd

from frameline.record.colophon import Colophon
from frameline.record.findings import Findings
from frameline.record.mime import EVIDENCE_MIME, FINDINGS_MIME


def test_the_colophon_carries_findings_and_evidence():
    f = Findings("demo")
    f.add("n", 1, unit="count")
    rows = [{"claim_id": "c1", "gist": "g", "place": None, "seed": 7}]
    for evidence in (rows, pd.DataFrame(rows)):
        bundle = Colophon(f, evidence)._repr_mimebundle_()
        assert bundle[FINDINGS_MIME]["chapter"] == "demo"
        (claim,) = bundle[EVIDENCE_MIME]["claims"]
        assert {name for name, value in claim.items() if value} == {"claim_id", "gist"}


def test_without_claims_there_is_no_evidence():
    assert Colophon(Findings("demo"))._repr_mimebundle_()[EVIDENCE_MIME] == {"claims": []}
