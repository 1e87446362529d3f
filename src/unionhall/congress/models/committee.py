"""The special committees of a term; whoever heads one is a delegate (CON-20)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.congress.kinds import CommitteeKind
from unionhall.congress.models.delegate import Delegate, OfTermQuerySet
from unionhall.congress.models.term import Term


class Committee(TenantModel):
    """One special committee (专门委员会) of one term."""

    term = models.ForeignKey(Term, models.CASCADE, related_name="committees", verbose_name=_("届"))
    kind = models.CharField(_("专门委员会"), max_length=12, choices=CommitteeKind)

    objects = tenant_manager(OfTermQuerySet)

    class Meta:
        verbose_name = _("专门委员会")
        ordering = ["kind"]
        constraints = [models.UniqueConstraint(fields=["union", "term", "kind"], name="congress_committee_unique")]

    def __str__(self) -> str:
        return str(self.get_kind_display())


class CommitteeMember(TenantModel):
    """Somebody on a committee: its head, always a delegate, or a member, who need not be one."""

    committee = models.ForeignKey(Committee, models.CASCADE, related_name="members", verbose_name=_("专门委员会"))
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+", verbose_name=_("姓名"))
    delegate = models.ForeignKey(Delegate, models.PROTECT, null=True, related_name="+", verbose_name=_("代表"))
    is_head = models.BooleanField(_("负责人"), default=False)

    class Meta:
        verbose_name = _("专门委员会成员")
        ordering = ["committee__kind", "-is_head", "person__staff_no"]
        constraints = [
            models.UniqueConstraint(fields=["union", "committee", "person"], name="congress_committee_member_unique"),
            models.UniqueConstraint(
                fields=["union", "committee"], condition=Q(is_head=True), name="congress_committee_one_head"
            ),
            models.CheckConstraint(
                name="congress_committee_head_is_delegate", condition=Q(is_head=False) | Q(delegate__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)
