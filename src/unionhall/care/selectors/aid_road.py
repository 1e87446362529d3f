"""The road of a grant as whoever asked for it reads it: what was done, what is being done, what comes."""

from django.utils.translation import gettext as _

from unionhall.care.flow.aid import LIVE_AID
from unionhall.care.models import Aid
from unionhall.care.selectors.road import Stop, marked


def stops(aid: Aid) -> list[Stop]:
    """Every step in its order; of a request that ended otherwise, that it was made, and its end."""
    asked = Stop(_("提出申请"), on=aid.asked_on)
    if aid.state not in LIVE_AID:
        return [asked, Stop(str(aid.get_state_display()), mark="stop")]
    granted, paid = Stop(_("工会主席审批"), on=aid.authorised_on), Stop(_("出纳付款"), on=aid.paid_on)
    steps = [asked, granted, paid, Stop(_("本人签收"), on=aid.signed_on)]
    return marked(steps, sum(1 for step in steps if step.on))
