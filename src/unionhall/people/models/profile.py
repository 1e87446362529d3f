"""What the union is, beyond its name."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.tenancy import TenantModel


class Profile(TenantModel):
    """The union's own papers: one row per union (ORG-04)."""

    credit_code = models.CharField(_("统一社会信用代码"), max_length=18, blank=True)
    certificate_no = models.CharField(_("法人资格证号"), max_length=40, blank=True)
    certified_on = models.DateField(_("发证日期"), null=True, blank=True)
    certificate_ends_on = models.DateField(_("证书有效期至"), null=True, blank=True)
    legal_representative = models.CharField(_("法定代表人"), max_length=40, blank=True)
    level = models.CharField(_("医院级别"), max_length=40, blank=True)
    campuses = models.TextField(_("院区"), blank=True, help_text=_("一行一个。"))
    party_committee = models.CharField(_("同级党组织"), max_length=80, blank=True)
    administration = models.CharField(_("同级行政"), max_length=80, blank=True)
    upper_union = models.CharField(_("上级工会"), max_length=80, blank=True)
    pilots = models.TextField(_("试点与示范"), blank=True, help_text=_("一行一项，写明文号。"))
    founded_on = models.DateField(_("建会日期"), null=True, blank=True)
    founding_document = models.CharField(_("建会批复文号"), max_length=80, blank=True)
    address = models.CharField(_("地址"), max_length=120, blank=True)
    phone = models.CharField(_("办公电话"), max_length=40, blank=True)
    account_name = models.CharField(_("账户户名"), max_length=80, blank=True)
    bank = models.CharField(_("开户银行"), max_length=80, blank=True)
    account_no = models.CharField(_("银行账号"), max_length=40, blank=True)

    class Meta:
        verbose_name = _("工会概况")
        constraints = [models.UniqueConstraint(fields=["union"], name="profile_one_per_union")]

    def __str__(self) -> str:
        return str(self.union)
