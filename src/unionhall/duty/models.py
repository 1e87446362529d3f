"""A report, its parts and paragraphs, the evidence frozen at its signing, and the author's reasons for claims."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Self
from uuid import UUID

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.audit.concerning import concerns
from unionhall.duty import outlines
from unionhall.duty.check.marks import Status
from unionhall.duty.flow import State
from unionhall.duty.permissions import may_write, reads_signed
from unionhall.kernel import clock


class Kind(models.TextChoices):
    DUTY = "duty", _("述职报告")
    SUMMARY = "summary", _("工作总结")
    CONGRESS = "congress", _("大会工作报告")


class ReportQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """The office sees every report, an author their own, committee, auditors and hospital leaders signed ones."""
        if may_write(user):
            return self
        own = models.Q(author__user=user.pk)
        return self.filter(own | models.Q(state=State.SIGNED) if reads_signed(user) else own)


class Report(TenantModel):
    """One report in one person's name on one period. Its text is in paragraphs, its numbers in figures."""

    number = models.CharField(_("编号"), max_length=20)
    title = models.CharField(_("标题"), max_length=100)
    kind = models.CharField(_("种类"), max_length=8, choices=Kind, default=Kind.DUTY)
    outline = models.CharField(_("体例"), max_length=16, choices=outlines.CHOICES)
    period = models.CharField(_("期间"), max_length=8)
    first = models.DateField(_("自"))
    last = models.DateField(_("至"))
    author = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("述职人")
    )
    post = models.ForeignKey(
        "people.Post", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("职务")
    )
    audience = models.CharField(_("向谁报告"), max_length=80, blank=True)
    salutation = models.CharField(_("称谓"), max_length=80, blank=True)
    state = models.CharField(_("状态"), max_length=10, choices=State, default=State.DRAFT)
    drafted_at = models.DateTimeField(_("起草时间"), default=clock.now, editable=False)
    signed_at = models.DateTimeField(_("签发时间"), null=True, editable=False)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False, verbose_name=_("签发人")
    )

    objects = tenant_manager(ReportQuerySet)
    concerns_person = concerns("author_id")

    class Meta:
        verbose_name = _("述职报告")
        ordering = ["-drafted_at"]
        constraints = [
            models.UniqueConstraint(fields=["union", "number"], name="report_number_unique"),
            models.CheckConstraint(name="report_period_in_order", condition=models.Q(last__gte=models.F("first"))),
            models.CheckConstraint(
                name="report_signed_by_somebody",
                condition=~models.Q(state=State.SIGNED) | models.Q(signed_at__isnull=False, signed_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("duty.detail", args=[self.pk])

    @property
    def is_draft(self) -> bool:
        return self.state == State.DRAFT

    @property
    def is_signed(self) -> bool:
        return self.state == State.SIGNED

    @property
    def signed_on(self) -> date | None:
        return clock.day_of(self.signed_at) if self.signed_at else None


class Section(TenantModel):
    """One part of a report. The opening and the closing have no heading; topics are what is told in it."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="sections")
    order = models.PositiveSmallIntegerField()
    heading = models.CharField(_("标题"), max_length=60, blank=True)
    topics = models.JSONField(default=list)
    hint = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["union", "report", "order"], name="section_order_unique")]

    def __str__(self) -> str:
        return self.heading


class Paragraph(TenantModel):
    """One paragraph, or one heading of the second level: prose with tokens, never a number drawn from records."""

    section = models.ForeignKey(Section, models.CASCADE, related_name="paragraphs")
    order = models.PositiveSmallIntegerField()
    is_heading = models.BooleanField(_("小标题"), default=False)
    topic = models.CharField(max_length=16, blank=True)
    text = models.TextField(_("正文"), blank=True)

    class Meta:
        ordering = ["section__order", "order"]

    def __str__(self) -> str:
        return self.text[:40]


class FrozenQuerySet(models.QuerySet):
    def in_text(self) -> Self:
        """Those the text itself names; the others are part and whole of a share."""
        return self.filter(of_share=None)


class Frozen(TenantModel):
    """What one token read at the moment of signing: value, words, definition, and the rows it came from."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="frozen")
    of_share = models.ForeignKey("self", models.CASCADE, null=True, related_name="parts")
    order = models.PositiveIntegerField()
    token = models.TextField()
    value = models.CharField(_("数值"), max_length=40, blank=True)
    text = models.CharField(_("写法"), max_length=60)
    unit = models.CharField(_("单位"), max_length=20)
    label = models.CharField(_("数据"), max_length=80)
    about = models.CharField(_("范围"), max_length=200, blank=True)
    definition = models.TextField(_("统计口径"))
    as_of = models.DateField(_("截至"))
    row_model = models.CharField(max_length=80)
    rows = models.BinaryField()  # the rows' UUIDs, 16 bytes each, sorted: a figure may count a million
    digest = models.CharField(_("校验值"), max_length=64)

    objects = tenant_manager(FrozenQuerySet)

    class Meta:
        verbose_name = _("签发时的数据")
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(
                fields=["union", "report", "token"], name="frozen_once", condition=models.Q(of_share=None)
            )
        ]

    def __str__(self) -> str:
        return f"{self.label} {self.text}"

    @property
    def row_ids(self) -> list[UUID]:
        """The keys of the rows counted."""
        raw = bytes(self.rows)
        return [UUID(bytes=raw[at : at + 16]) for at in range(0, len(raw), 16)]

    @property
    def row_count(self) -> int:
        return len(self.rows) // 16


def packed(ids: Iterable[UUID]) -> bytes:
    """Row ids as one frozen figure keeps them."""
    return b"".join(sorted(key.bytes for key in ids))


class ClaimNote(TenantModel):
    """Why the author lets a claim stand that the records do not back; printed with the evidence."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="notes")
    quote = models.CharField(_("说法"), max_length=80)
    sentence = models.TextField(_("所在句子"))
    status = models.CharField(_("核对结果"), max_length=12, choices=Status)
    reason = models.TextField(_("理由"))
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("说明人"))
    noted_at = models.DateTimeField(default=clock.now, editable=False)

    class Meta:
        verbose_name = _("说法的说明")
        ordering = ["noted_at"]
        constraints = [models.UniqueConstraint(fields=["union", "report", "quote", "sentence"], name="note_once")]

    def __str__(self) -> str:
        return self.quote
