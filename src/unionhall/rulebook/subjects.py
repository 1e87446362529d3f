"""The subjects of the rulebook, in the order of its page. A rule's subject is the first word of its key."""

from django.utils.translation import gettext_lazy as _

SUBJECTS = {
    "people": _("组织与会员"),
    "congress": _("职工代表大会"),
    "proposals": _("提案"),
    "bargaining": _("集体协商与集体合同"),
    "rights": _("维权"),
    "care": _("帮扶与慰问"),
    "funds": _("经费"),
    "activities": _("活动"),
    "venues": _("场地"),
    "honours": _("评优与建家"),
    "documents": _("档案与信息保护"),
    "office": _("日常事务"),
    "duty": _("述职"),
}
