"""Where each rule on proposals comes from, as a refusal cites it.

There is no national rule on proposals: most are taken over by analogy from what binds deputies' proposals, the rest from how
hospitals and colleges do it. A union's own rules on proposals, once adopted, are entered in the rulebook.
"""

from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

DEPUTIES = gettext_lazy("参照上海市人大代表建议规定")
HOSPITALS = gettext_lazy("参照医院提案工作办法")
COLLEGES = gettext_lazy("参照院校提案规则")

ARTICLES = {
    "PRO-02": HOSPITALS,
    "PRO-03": HOSPITALS,
    "PRO-04": format_lazy("{}{}", DEPUTIES, gettext_lazy("第四条、第十条")),
    "PRO-05": COLLEGES,
    "PRO-06": HOSPITALS,
    "PRO-07": format_lazy("{}{}", DEPUTIES, gettext_lazy("第八条")),
    "PRO-08": HOSPITALS,
    "PRO-09": HOSPITALS,
    "PRO-10": HOSPITALS,
    "PRO-11": format_lazy("{}{}", DEPUTIES, gettext_lazy("第十四条")),
    "PRO-12": format_lazy("{}{}", DEPUTIES, gettext_lazy("第十七条")),
    "PRO-13": format_lazy("{}{}", DEPUTIES, gettext_lazy("第十九条")),
    "PRO-14": format_lazy("{}{}", DEPUTIES, gettext_lazy("第十八条")),
    "PRO-15": format_lazy("{}{}", DEPUTIES, gettext_lazy("第二十条")),
    "PRO-16": format_lazy("{}{}", DEPUTIES, gettext_lazy("第二十一条")),
    "PRO-17": format_lazy("{}{}", DEPUTIES, gettext_lazy("第二十一条")),
    "PRO-18": format_lazy("{}{}", DEPUTIES, gettext_lazy("第二十二条")),
}


def clause(rule: str) -> str:
    """What stands in brackets behind a refusal: source, article and the rule's id."""
    return _("（%(source)s，%(rule)s）") % {"source": ARTICLES[rule], "rule": rule}
