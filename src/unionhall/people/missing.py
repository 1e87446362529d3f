"""What a new union has to have of people before other work can go on: members, officers with accounts, branch chairs."""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.roles import OFFICE_ROLES, Role, in_office, is_administrator
from unionhall.kernel import clock
from unionhall.pages.desk import Missing
from unionhall.people.choices import BodyKind, UnitKind
from unionhall.people.flow import PostState
from unionhall.people.models import Membership, Post, Seat, Unit
from unionhall.people.selectors import holders

OFFICE = gettext_lazy("工会办公室")
NEVER_SET = "!"  # how Django marks a password that nobody has chosen yet
# Without whom the ladder of money stops, in the order in which it is climbed; the body each is appointed in.
NEEDED: dict[str, tuple[str, Promise]] = {
    Role.CHAIR: (BodyKind.COMMITTEE, gettext_lazy("还没有工会主席：预算、经费申请和慰问标准没有人批准")),
    Role.AUDITOR: (BodyKind.AUDIT, gettext_lazy("还没有经费审查委员：预算、决算没有人审查")),
    Role.ACCOUNTANT: (BodyKind.OFFICE, gettext_lazy("还没有会计：收款和付款不能入账")),
    Role.CASHIER: (BodyKind.OFFICE, gettext_lazy("还没有出纳：批准了的款项没有人付")),
}


def first_steps() -> Iterator[Missing]:
    """The roster, those without whom money stands still, their accounts, and the branches nobody leads."""
    if not Membership.objects.exists():
        none = _("还没有会员：走访、福利、会费的名单都来自花名册，请先导入")
        yield Missing(none, reverse("people.import"), in_office, OFFICE)
        return
    held = set(holders(*NEEDED).values_list("seat__role", flat=True))
    for role, (kind, what) in NEEDED.items():
        if role not in held:
            yield Missing(what, _where_to_appoint(role, kind), in_office, OFFICE)
    yield from _never_signed_in()
    yield from _branches_without_chair()


def _where_to_appoint(role: str, kind: str) -> str:
    """The election to confirm, else the free seat, else the body to set up first."""
    pending = Post.objects.filter(seat__role=role, state=PostState.PENDING).first()
    if pending:
        return reverse("people.posts.detail", args=[pending.pk])
    seat = Seat.objects.filter(role=role, body__ended_on=None).first()
    return _appointing(seat) if seat else _founding(kind)


def _appointing(seat: Seat) -> str:
    return f"{reverse('people.posts.appoint')}?{urlencode({'seat': seat.pk})}"


def _founding(kind: str, **known: object) -> str:
    return f"{reverse('people.bodies.create')}?{urlencode({'kind': kind, **known})}"


def _never_signed_in() -> Iterator[Missing]:
    """Posts none of whose holders can act yet: into an office post's account the administrator alone lets anybody."""
    waiting = Q(person__user__password__startswith=NEVER_SET) | Q(person__user__password="")
    able = set(holders(*NEEDED).exclude(waiting).values_list("seat__role", flat=True))
    posts = holders(*NEEDED).filter(waiting, person__user__is_active=True).exclude(seat__role__in=able)
    for ours, who, whose in ((False, is_administrator, gettext_lazy("系统管理员")), (True, in_office, OFFICE)):
        names = [post.person.name for post in posts if (post.seat.role not in OFFICE_ROLES) == ours]
        if names:
            text = _("%(names)s还没有启用账号，请发放激活码") % {"names": "、".join(names)}
            yield Missing(text, reverse("accounts.slips"), who, whose)


def _branches_without_chair() -> Iterator[Missing]:
    """One line for all of them, which leads to the first: its chair's seat, or the body that has none yet."""
    led = holders(Role.BRANCH_CHAIR).filter(seat__body__unit__isnull=False).values("seat__body__unit")
    unled = list(Unit.objects.standing(clock.today()).filter(kind=UnitKind.BRANCH).exclude(pk__in=led))
    if not unled:
        return
    first = unled[0]
    seat = Seat.objects.filter(role=Role.BRANCH_CHAIR, body__unit=first, body__ended_on=None).first()
    name = _("%(branch)s委员会") % {"branch": first}
    url = _appointing(seat) if seat else _founding(BodyKind.BRANCH, unit=first.pk, name=name)
    text = _("%(count)s个分工会还没有主席，走访和入会初审没有人办；先办：%(branch)s")
    yield Missing(text % {"count": len(unled), "branch": first}, url, in_office, OFFICE)
