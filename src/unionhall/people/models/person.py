"""The roster: everybody the hospital employs or employed, and where they stood."""

from datetime import date
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import in_office, units_where
from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.audit.concerning import concerns
from unionhall.kernel.cipher import EncryptedTextField, blind_index
from unionhall.kernel.text import masked_id, masked_phone
from unionhall.people import permissions
from unionhall.people.choices import Employment, PostClass, RelationKind, Sex
from unionhall.people.models.membership import Membership
from unionhall.people.models.tree import Department, Unit


class PersonQuerySet(models.QuerySet):
    def on_staff(self, day: date) -> Self:
        """Whom the hospital employed on a day: come, not left, not retired; who is re-hired counts again."""
        here = self.filter(Q(joined_on=None) | Q(joined_on__lte=day), Q(left_on=None) | Q(left_on__gt=day))
        return here.exclude(employment=Employment.EXTERNAL).exclude(
            Q(employment=Employment.RETIRED) & (Q(retired_on=None) | Q(retired_on__lte=day))
        )

    def members(self, day: date) -> Self:
        """Who was a full member on a day; retained memberships, the retired among them, are counted apart (MEM-05)."""
        # An uncorrelated subquery: PostgreSQL hashes it even where a fresh table has no statistics yet.
        here = Q(left_on=None) | Q(left_on__gt=day)
        return self.filter(here, pk__in=Membership.objects.unretained(day).values("person"))

    def retained(self, day: date) -> Self:
        """Whose membership was retained on a day (MEM-04)."""
        return self.filter(pk__in=Membership.objects.retained(day).values("person"))

    def visible_to(self, user: Any) -> Self:
        """The office sees all, a branch chair and a group leader their own unit, everybody else themselves.

        A system administrator and the upper union's viewer see no person at all.
        """
        if in_office(user):
            return self
        if not getattr(user, "is_active", False) or permissions.sees_no_person(user):
            return self.none()
        return self.filter(Q(user=user.pk) | Q(unit__in=units_where(user, *permissions.LEADERS)))


class Person(TenantModel):
    """One person known to one union, member or not; the staff number is the key, never name or phone.

    `contact_confirmed_on` is set once somebody has put their own phone and address right; a roster then leaves both.
    """

    staff_no = models.CharField(_("工号"), max_length=32)
    name = models.CharField(_("姓名"), max_length=60)
    sex = models.CharField(_("性别"), max_length=6, choices=Sex, blank=True)
    birth_on = models.DateField(_("出生日期"), null=True, blank=True)
    id_number = EncryptedTextField(_("身份证号"), blank=True)
    id_index = models.CharField(max_length=64, blank=True, editable=False)
    department = models.ForeignKey(
        Department, models.PROTECT, null=True, blank=True, related_name="people", verbose_name=_("科室")
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="people", verbose_name=_("分工会、小组")
    )
    post_class = models.CharField(_("岗位类别"), max_length=10, choices=PostClass, blank=True)
    employment = models.CharField(_("用工性质"), max_length=11, choices=Employment)
    is_front_line = models.BooleanField(_("一线"), default=False)
    position = models.CharField(_("职务"), max_length=60, blank=True)
    professional_title = models.CharField(_("职称"), max_length=60, blank=True)
    ethnicity = models.CharField(_("民族"), max_length=20, blank=True)
    native_place = models.CharField(_("籍贯"), max_length=60, blank=True)
    politics = models.CharField(_("政治面貌"), max_length=20, blank=True)
    education = models.CharField(_("学历"), max_length=20, blank=True)
    marriage = models.CharField(_("婚姻状况"), max_length=10, blank=True)
    resume = models.TextField(_("个人简历"), blank=True)
    note = models.CharField(_("备注"), max_length=200, blank=True)
    phone = EncryptedTextField(_("手机号码"), blank=True)
    phone_index = models.CharField(max_length=64, blank=True, editable=False)
    address = EncryptedTextField(_("通信地址"), blank=True)
    contact_confirmed_on = models.DateField(_("本人确认联系方式日期"), null=True, blank=True, editable=False)
    worked_since = models.DateField(_("参加工作日期"), null=True, blank=True)
    joined_on = models.DateField(_("来院日期"), null=True, blank=True)
    left_on = models.DateField(_("离院日期"), null=True, blank=True)
    retired_on = models.DateField(_("退休日期"), null=True, blank=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="person",
        verbose_name=_("账号"),
    )

    objects = tenant_manager(PersonQuerySet)
    concerns_person = concerns("pk")

    class Meta:
        verbose_name = _("职工")
        ordering = ["staff_no"]
        constraints = [
            models.UniqueConstraint(fields=["union", "staff_no"], name="person_staff_no_unique"),
            models.UniqueConstraint(fields=["union", "id_index"], condition=~Q(id_index=""), name="person_id_unique"),
            models.CheckConstraint(
                name="person_left_after_joined",
                condition=Q(left_on=None) | Q(joined_on=None) | Q(left_on__gte=F("joined_on")),
            ),
        ]
        indexes = [
            models.Index(fields=["union", "unit"]),
            models.Index(fields=["union", "department"]),
            models.Index(fields=["union", "phone_index"]),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.index_secrets()
        super().save(*args, **kwargs)

    def index_secrets(self) -> None:
        """Keep the keyed hashes by which the encrypted columns are found; `save` does it, bulk writers must."""
        self.id_index = blind_index(self.id_number, "person.id_number")
        self.phone_index = blind_index(self.phone, "person.phone")

    @property
    def masked_id_number(self) -> str:
        """The identity number as everybody sees it until it is asked for."""
        return masked_id(self.id_number)

    @property
    def masked_phone(self) -> str:
        """The phone number as everybody sees it until it is asked for."""
        return masked_phone(self.phone)


class Placement(TenantModel):
    """Where a person stood from one day to another: department and unit at a time (ORG-46)."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="placements", verbose_name=_("职工"))
    department = models.ForeignKey(Department, models.PROTECT, null=True, related_name="+", verbose_name=_("科室"))
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+", verbose_name=_("分工会、小组"))
    began_on = models.DateField(_("自"))
    ended_on = models.DateField(_("至"), null=True, blank=True)

    class Meta:
        verbose_name = _("科室与组织变动")
        ordering = ["began_on"]
        constraints = [
            models.UniqueConstraint(fields=["union", "person"], condition=Q(ended_on=None), name="placement_one_open")
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.department}"


class Relation(TenantModel):
    """A family member, kept only as far as a benefit needs it; a child's row rests on a guardian's consent (PRI-05)."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="relations", verbose_name=_("职工"))
    kind = models.CharField(_("关系"), max_length=8, choices=RelationKind)
    name = EncryptedTextField(_("姓名"))
    birth_on = models.DateField(_("出生日期"), null=True, blank=True)
    employer = models.CharField(_("工作单位"), max_length=80, blank=True)
    consented_on = models.DateField(_("监护人同意日期"), null=True, blank=True)

    class Meta:
        verbose_name = _("家庭成员")
        constraints = [
            models.CheckConstraint(
                name="relation_child_with_consent",
                condition=~Q(kind=RelationKind.CHILD) | Q(consented_on__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())
