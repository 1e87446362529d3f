"""The numbers by which rules are cited, and the page that says what each stands for."""

import re
from pathlib import Path

HOUSE = Path(__file__).parents[2]
NUMBER = re.compile(r"\b(?:ORG|MEM|CON|PRO|CC|RGT|CARE|DON|FIN|ACT|AWD|HOME|OPEN|APR|DIS|PRI|G)-\d\d\b")


def test_every_rule_cited_is_said_on_the_page_of_rules_and_no_other():
    sources = [path for kind in ("*.py", "*.html") for path in (HOUSE / "src").rglob(kind)]
    cited = {number for path in sources for number in NUMBER.findall(path.read_text())}
    said = re.findall(r"^- \*\*(\S+)\*\* ", (HOUSE / "docs/develop/rules.md").read_text(), re.MULTILINE)
    assert sorted(cited) == sorted(said)
