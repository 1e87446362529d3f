"""What takes two is written down by one: the word of the other."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import in_office
from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.care.flow.attestation import WordState
from unionhall.care.models.gift import Gift, Goods
from unionhall.care.models.visit import Visit, Visitor
from unionhall.kernel import money


class AttestationQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """One's own, and for the office all."""
        return self if in_office(user) else self.filter(person__user=user.pk)

    def waiting(self) -> Self:
        """Those nobody has said a word on yet."""
        return self.filter(state=WordState.WAITING)

    def denied(self) -> Self:
        """Those the second person says did not happen so, and nobody looked into."""
        return self.filter(state=WordState.DENIED)

    def of_visit(self, visit: Visit) -> Self:
        """Those of who went on this visit."""
        return self.filter(visitor__visit=visit)


class Attestation(TenantModel):
    """Whether it was as somebody else wrote it down: asked of who went along on a visit, counted the cash of a donation,
    or was there when goods were handed on. What they were named for counts meanwhile and is said to be unconfirmed.
    """

    visitor = models.OneToOneField(Visitor, models.PROTECT, null=True, related_name="word", verbose_name=_("走访"))
    gift = models.OneToOneField(Gift, models.PROTECT, null=True, related_name="word", verbose_name=_("捐款"))
    goods = models.ForeignKey(Goods, models.PROTECT, null=True, related_name="words", verbose_name=_("捐赠物品"))
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+", verbose_name=_("确认人"))
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("登记人"))
    done_on = models.DateField(_("日期"))
    said_on = models.DateField(_("答复日期"), null=True)
    words = models.CharField(_("说明"), max_length=300, blank=True)
    state = models.CharField(_("状态"), max_length=9, choices=WordState, default=WordState.WAITING)

    objects = tenant_manager(AttestationQuerySet)

    class Meta:
        verbose_name = _("第二人确认")
        ordering = ["-done_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(visitor__isnull=False, gift=None, goods=None)
                | Q(visitor=None, gift__isnull=False, goods=None)
                | Q(visitor=None, gift=None, goods__isnull=False),
                name="attestation_of_one_thing",
            ),
            models.UniqueConstraint(
                fields=["union", "goods"], condition=Q(state=WordState.WAITING), name="attestation_of_goods_asked_once"
            ),
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def what(self) -> str:
        """What it is about, as the one who was there knows it: no illness, no donor (PRI-04, DON-08)."""
        if self.visitor:
            return gettext("走访%(name)s") % {"name": self.visitor.visit.person.name}
        if self.gift:
            return gettext("清点现金捐款%(yuan)s元") % {"yuan": money.shown(self.gift.amount)}
        return gettext("交付捐赠物品：%(name)s，%(pieces)s件") % {"name": self.goods.name, "pieces": self.goods.pieces}

    @property
    def visit(self) -> Visit | None:
        """The visit it is about, if it is about one."""
        return self.visitor.visit if self.visitor else None

    @property
    def kept_as(self) -> str:
        """The number or name of what was written down."""
        if self.visitor:
            return self.visitor.visit.number
        return self.gift.number if self.gift else self.goods.drive.title

    @property
    def given(self) -> str:
        """What was brought on a visit, cash and goods apart."""
        visit = self.visit
        if visit is None or not visit.total:
            return ""
        cash = gettext("慰问金%(yuan)s元") % {"yuan": money.shown(visit.cash)} if visit.cash else ""
        goods = f"{visit.goods_text} {money.shown(visit.goods)}" if visit.goods else ""
        return "，".join(filter(None, (cash, goods)))

    @property
    def beside(self) -> str:
        """Who else was there."""
        if visit := self.visit:
            others = visit.visitors.exclude(person=self.person_id).select_related("person")
            return "、".join(other.person.name for other in others)
        return self.gift.received_by.name if self.gift else self.goods.handed_by.name
