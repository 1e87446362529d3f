"""One term of one of the two congresses."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Count, F, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.congress import permissions
from unionhall.congress.kinds import Congress
from unionhall.congress.rules import composition, quotas
from unionhall.congress.rules.numbering import counted
from unionhall.kernel.spans import runs_on
from unionhall.people.choices import Sex
from unionhall.people.models import Person
from unionhall.rulebook.services import cite, value


class TermQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """All for the office and those who oversee; for a delegate the terms they serve in."""
        if permissions.may_list(user):
            return self
        return self.filter(pk__in=self.model.objects.filter(delegates__person__user=user.pk).values("pk"))

    def running(self, day: date) -> Self:
        """Those whose delegates hold their seats on a day: a term ends when the next begins."""
        return self.filter(runs_on(day, first="began_on", last="closed_on"))


class Term(TenantModel):
    """The nth term of the staff congress or of the members' congress; the two are numbered apart (ORG-15).

    `staff_count` is the number of staff, for the members' congress of members, on which the quota was reckoned.
    """

    kind = models.CharField(gettext_lazy("会议"), max_length=8, choices=Congress)
    number = models.PositiveSmallIntegerField(gettext_lazy("届"))
    began_on = models.DateField(gettext_lazy("起"))
    years = models.PositiveSmallIntegerField(gettext_lazy("任期（年）"), default=5)
    ends_on = models.DateField(gettext_lazy("届满日期"))
    closed_on = models.DateField(gettext_lazy("换届日期"), null=True, blank=True, editable=False)
    staff_count = models.PositiveIntegerField(gettext_lazy("职工（会员）人数"))
    women_count = models.PositiveIntegerField(gettext_lazy("其中女性"))
    seats = models.PositiveIntegerField(gettext_lazy("代表名额"))
    document = models.CharField(gettext_lazy("批复文号"), max_length=80, blank=True)

    objects = tenant_manager(TermQuerySet)

    class Meta:
        verbose_name = gettext_lazy("届")
        ordering = ["-began_on", "kind"]
        constraints = [
            models.UniqueConstraint(fields=["union", "kind", "number"], name="congress_term_unique"),
            models.UniqueConstraint(
                fields=["union", "kind"], condition=Q(closed_on=None), name="congress_one_term_runs"
            ),
            models.CheckConstraint(name="congress_term_years", condition=Q(years__gte=3, years__lte=5)),
            models.CheckConstraint(name="congress_term_ends", condition=Q(ends_on__gt=F("began_on"))),
            models.CheckConstraint(name="congress_women_among_staff", condition=Q(women_count__lte=F("staff_count"))),
        ]

    def __str__(self) -> str:
        return _("第%(number)s届%(kind)s") % {"number": counted(self.number), "kind": self.get_kind_display()}

    @property
    def least_seats(self) -> int | None:
        """The least number of delegates by the formula in force when it began (CON-08).

        None where the formula is silent, and for the members' congress, which it is not about (ORG-12, ORG-15).
        """
        if self.kind == Congress.MEMBERS:
            return None
        return quotas.least(value("congress.quota_formula", self.began_on), self.staff_count)

    @property
    def usual_seats(self) -> tuple[int, int] | None:
        """Of the members' congress, from how many to how many delegates are usual (ORG-12): advice, no bar."""
        return quotas.usual(self.staff_count) if self.kind == Congress.MEMBERS else None

    def checks(self) -> list[composition.Check]:
        """Managers, women and front line among today's delegates, each with its arithmetic; one query."""
        known = self.delegates.serving().aggregate(
            whole=Count("pk"),
            managers=Count("pk", filter=Q(is_manager=True)),
            women=Count("pk", filter=Q(person__sex=Sex.FEMALE)),
            front_line=Count("pk", filter=Q(is_front_line=True)),
        )
        whole = known["whole"]
        return [
            _check("CON-10", _("中层以上管理人员"), known["managers"], whole, "congress.manager_share_max", self, True),
            composition.Check(
                "CON-11", _("女代表"), _("代表"), known["women"], whole, _share(self.women_count, self.staff_count),
                False, False, _("职代会条例第十六条，CON-11"),
            ),
            _check("CON-12", _("一线代表"), known["front_line"], whole, "congress.front_line_share_min", self, False),
        ]  # fmt: skip

    def shortfalls(self) -> list[str]:
        """What bars a session with today's delegates: too few (CON-08), too many managers (CON-10); none when all is well."""
        serving, least = self.delegates.serving().count(), self.least_seats
        broken = [check.text for check in self.checks() if check.binding and not check.holds]
        if not least or serving >= least:
            return broken
        few = _("职工%(staff)s人，代表不少于%(least)s人，现有%(serving)s人，还须选出%(gap)s人（%(clause)s，CON-08）。") % {
            "staff": self.staff_count, "least": least, "serving": serving, "gap": least - serving,
            "clause": cite("congress.quota_formula", self.began_on),
        }  # fmt: skip
        return [few, *broken]

    def why_incomplete(self) -> str | None:
        """The first of the shortfalls, or None."""
        return next(iter(self.shortfalls()), None)

    def conclusion(self) -> str:
        """What the credentials committee concludes: which rule is broken, or that all seats are good, with what is advised."""
        if broken := self.shortfalls():
            return _("代表人数或构成不符合规定，须先补正：") + "".join(broken)
        advised = [check for check in self.checks() if not check.holds]
        if not advised:
            return _("代表人数和构成符合规定，代表资格有效。")
        names = _("、").join(f"{check.label}（{check.rule_id}）" for check in advised)
        return _("代表人数和中层以上管理人员比例符合规定，代表资格有效。建议补选或换届时提高比例：%(names)s。") % {
            "names": names
        }


def staff_on(kind: str, day: date) -> tuple[int, int]:
    """How many staff there were on a day, and how many of them women; of the members' congress, members."""
    people = Person.objects.members(day) if kind == Congress.MEMBERS else Person.objects.on_staff(day)
    known = people.aggregate(all=Count("pk"), women=Count("pk", filter=Q(sex=Sex.FEMALE)))
    return known["all"], known["women"]


def _share(part: int, whole: int) -> Any:
    return composition.Fraction(part, whole) if whole else composition.Fraction(0)


def _check(rule_id: str, label: str, part: int, whole: int, rule: str, term: Term, at_most: bool) -> composition.Check:
    """A check whose bound is a value of the rulebook; an upper bound binds, a lower one warns."""
    clause = _("%(clause)s，%(rule)s") % {"clause": cite(rule, term.began_on), "rule": rule_id}
    bound = value(rule, term.began_on)
    return composition.Check(rule_id, label, _("代表"), part, whole, bound, at_most, at_most, clause)
