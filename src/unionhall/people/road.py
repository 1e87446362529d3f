"""How the acts of people read where their record is told."""

from django.utils.translation import gettext_lazy as _

from unionhall.pages.history import says

for verb, label in {
    "import.new": _("随花名册登记"),
    "import.changed": _("随花名册更新"),
    "import.left": _("随花名册登记离院"),
    "open_account": _("开通账号"),
    "correct_contact": _("本人更正联系方式"),
    "correction.ask": _("申请更正"),
    "membership.apply": _("申请入会"),
    "membership.transfer_in": _("转入会籍"),
    "membership.reinstated": _("恢复会籍，另起一份"),
    "membership.set_dues": _("设定会费基数"),
    "add_relation": _("登记家庭成员"),
    "create_unit": _("新建组织"),
    "edit_unit": _("修改组织"),
    "create_department": _("新建科室"),
    "edit_department": _("修改科室"),
    "close": _("撤销"),
    "create_body": _("设立机构"),
    "set_seat": _("设置职位"),
    "open_term": _("登记换届"),
    "extend_term": _("提前或延期换届"),
    "term_due.180": _("届满前180天提醒"),
    "term_due.90": _("届满前90天提醒"),
    "term_due.30": _("届满前30天提醒"),
    "post.appoint": _("登记任职"),
    "describe_union": _("登记工会概况"),
}.items():
    says(f"people.{verb}", label)
