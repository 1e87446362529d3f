"""The office's roster: everybody the hospital employs, and one person's page."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.models import User
from unionhall.accounts.roles import in_office
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.imports import ImportPages
from unionhall.pages.nav import Entry
from unionhall.pages.panels import Facts, History, Panel, Related
from unionhall.pages.tables import Column
from unionhall.people import permissions, selectors
from unionhall.people.exchange.roster import RosterImporter
from unionhall.people.filters import RosterFilters
from unionhall.people.forms import persons as forms
from unionhall.people.models import Person
from unionhall.people.services import persons
from unionhall.people.services.accounts import open_accounts
from unionhall.people.tables import PLACEMENTS, POSTS, ROSTER, SPELLS, branch_name
from unionhall.people.views.secrets import revealable


def open_account(person: Person, *, by: User) -> None:
    """Give one person an account."""
    open_accounts([person], by=by)


def _secrets(request: HttpRequest, person: Person) -> dict[str, Any]:
    return {"fields": revealable(person, request.user)}


def _spell_url(spell: Any) -> str:
    return reverse("people.memberships.detail", args=[spell.pk])


roster_pages = Pages(
    name="people",
    path="office/people",
    model=Person,
    rows=selectors.rows,
    may_list=permissions.may_list,
    title=_("花名册"),
    about=_("全院职工都在这里，不论是否会员。请先导入人事部门的花名册，也可以逐人登记。"),
    table=ROSTER,
    filters=RosterFilters,
    doors=[Entry(_("导入花名册"), "people.import", in_office)],
    verbs={
        "take_on": Verb(forms.TakeOnForm, persons.take_on, label=_("登记职工"), who=in_office, creates=True),
        "edit": Verb(forms.EditForm, persons.edit, label=_("修改资料"), who=permissions.edits_here),
        "secrets": Verb(forms.SecretsForm, persons.edit, label=_("更改证件、手机"), who=permissions.edits_here),
        "move": Verb(
            forms.MoveForm,
            persons.move,
            label=_("调动"),
            who=permissions.edits_here,
            about=_("一名会员同时只属一个分工会、一个小组（工会章程第十一条）。"),
        ),
        "leave": Verb(
            forms.LeaveForm,
            persons.leave,
            label=_("登记离院"),
            who=permissions.edits_here,
            danger=True,
            about=_("记录保留，账号停用；会籍随工作关系转移，请另行办理转出（会籍管理办法第三条）。"),
        ),
        "come_back": Verb(forms.ComeBackForm, persons.come_back, label=_("登记回院"), who=permissions.takes_back),
        "add_relation": Verb(
            forms.RelationForm,
            persons.add_relation,
            label=_("登记家庭成员"),
            who=permissions.edits_here,
            about=_("只登记办理福利、慰问确需的家庭成员（个人信息保护法第六条）。"),
        ),
        "open_account": Verb(
            None,
            open_account,
            label=_("开通账号"),
            who=permissions.opens_account,
            many=True,
            about=_("账号须凭一次性激活码启用。"),
        ),
    },
    panels=[
        Facts(
            "staff_no",
            "name",
            "sex",
            "department",
            Column("branch", _("分工会"), value=branch_name),
            "unit",
            "post_class",
            "position",
            "professional_title",
            "is_front_line",
        ),
        Panel("people/parts/secrets.html", _secrets),
        Facts(
            "employment",
            "birth_on",
            "ethnicity",
            "native_place",
            "politics",
            "education",
            "worked_since",
            "joined_on",
            "left_on",
            "retired_on",
            "note",
            title=_("人事资料"),
            who=in_office,
        ),
        Related("memberships", _("会籍"), SPELLS, link=_spell_url),
        Related("posts", _("任职"), POSTS),
        Related("placements", _("科室与组织变动"), PLACEMENTS, who=in_office),
        History(who=in_office),
    ],
)
roster_import = ImportPages(
    name="people.import", path="office/people/import", who=in_office, done="people.list", importer=RosterImporter()
)
