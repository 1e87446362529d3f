"""The official days a union entered for a year that came after the committed table, or in its place."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import in_office
from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.kernel import clock


class CalendarYearQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "CalendarYearQuerySet":
        """The office keeps the calendar."""
        return self if in_office(user) else self.none()


class CalendarYear(TenantModel):
    """One year's official calendar as entered from the yearly notice: with it the year counts as known."""

    year = models.PositiveSmallIntegerField(_("年份"))
    source = models.CharField(_("依据"), max_length=120)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("经办人"))
    at = models.DateTimeField(_("录入时间"), default=clock.now)

    objects = tenant_manager(CalendarYearQuerySet)

    class Meta:
        verbose_name = _("年度日历")
        ordering = ["-year"]
        constraints = [models.UniqueConstraint(fields=["union", "year"], name="calendar_year_unique")]

    def __str__(self) -> str:
        return str(self.year)


class CalendarDay(TenantModel):
    """One official day off or make-up working day of an entered year."""

    year = models.ForeignKey(CalendarYear, models.CASCADE, related_name="days")
    day = models.DateField(_("日期"))
    is_working = models.BooleanField(_("调休上班"))
    name = models.CharField(_("节日"), max_length=20)

    class Meta:
        verbose_name = _("放假调休日")
        ordering = ["day"]
        constraints = [models.UniqueConstraint(fields=["union", "day"], name="calendar_day_unique")]

    def __str__(self) -> str:
        return f"{self.day} {self.name}"
