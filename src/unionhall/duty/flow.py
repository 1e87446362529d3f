"""A report is drafted, then signed or set aside. What was signed never changes: a correction is another report."""

from typing import Any

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from unionhall.duty.permissions import may_sign, may_write
from unionhall.flows import Flow, Step


class State(models.TextChoices):
    DRAFT = "draft", _("草稿")
    SIGNED = "signed", _("已签发")
    DISCARDED = "discarded", _("已作废")


def has_author(report: Any) -> str | None:
    """A report speaks in somebody's name."""
    return None if report.author_id else gettext("还没有写明述职人，不能签发。请先选定述职人。")


# fmt: off
FLOW = Flow("duty", State, [
    Step("sign", State.DRAFT, State.SIGNED, may_sign, has_author, _("签发")),
    Step("discard", State.DRAFT, State.DISCARDED, may_write, None, _("作废")),
])
# fmt: on
