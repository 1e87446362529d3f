"""The states of the second person's word on what the first wrote down, and the steps between them."""

from django.db import models
from django.utils.translation import gettext_lazy

from unionhall.care.permissions import corrects_gifts, is_own, runs_drives, settles_words
from unionhall.flows import Flow, Step


class WordState(models.TextChoices):
    WAITING = "waiting", gettext_lazy("待确认")
    CONFIRMED = "confirmed", gettext_lazy("已确认")
    DENIED = "denied", gettext_lazy("说不属实")
    SETTLED = "settled", gettext_lazy("已核对处理")
    LAPSED = "lapsed", gettext_lazy("不再需要")


# fmt: off
ATTESTATIONS = Flow("care.attestation", WordState, [
    Step("confirm", WordState.WAITING, WordState.CONFIRMED, is_own, None, gettext_lazy("确认属实")),
    Step("deny", WordState.WAITING, WordState.DENIED, is_own, None, gettext_lazy("不属实")),
    Step("settle", WordState.DENIED, WordState.SETTLED, settles_words, None, gettext_lazy("核对处理")),
    Step("lapse", (WordState.WAITING, WordState.DENIED), WordState.LAPSED, runs_drives | corrects_gifts, None,
         gettext_lazy("不再需要")),
])
# fmt: on
