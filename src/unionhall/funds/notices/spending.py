"""What people are told of requests by themselves; of what is confidential only the number."""

from django.utils.translation import gettext_lazy as _

from unionhall.funds.links import of_request
from unionhall.notices.registry import define

# It is read as a table:
# fmt: off
define("funds.submitted", label=_("经费申请待审批"), subject=_("请审批经费申请%(number)s"),
       body=_("申请金额%(amount)s元，请在经费申请中查看用途、名单和提醒。"), url=of_request)
define("funds.to_pay", label=_("经费申请待付款"), subject=_("请办理付款：%(number)s"),
       body=_("已批准%(amount)s元，请核对收款名单后付款。"), url=of_request)
define("funds.to_book", label=_("经费支出待入账"), subject=_("请办理入账：%(number)s"),
       body=_("已付款%(amount)s元，请核对凭证附件后入账；附件不齐的请通知申请人补齐（FIN-11）。"), url=of_request)
define("funds.approved", label=_("经费申请已批准"), subject=_("经费申请%(number)s已批准"),
       body=_("出纳付款后会再通知您。请收好发票、签领表等凭证并上传。"), url=of_request)
define("funds.paid", label=_("经费申请已付款"), subject=_("经费申请%(number)s已付款"),
       body=_("请把发票、签领表等凭证上传到这笔申请，附件齐全后会计才能入账（FIN-11）。"), url=of_request)
define("funds.taken_back", label=_("经费付款已退回"), subject=_("经费申请%(number)s的付款已退回"),
       body=_("金额%(amount)s元，理由：%(reason)s。需要再付的请重新申请。"), url=of_request)
define("funds.refused", label=_("经费申请未批准"), subject=_("经费申请%(number)s未获批准"),
       body=_("理由：%(reason)s"), url=of_request)
# fmt: on
