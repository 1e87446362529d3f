"""The office's pages of bodies, terms and posts."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import in_office
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.panels import Facts, History, Related
from unionhall.pages.tables import Column
from unionhall.people import tables
from unionhall.people.filters import BodyFilters, PostFilters, TermFilters
from unionhall.people.flow import POST_FLOW, PostState
from unionhall.people.forms import organisation as forms
from unionhall.people.models import Body, Post, Term
from unionhall.people.permissions import stands
from unionhall.people.selectors import organisation as rows
from unionhall.people.services import bodies


def _posts_of(body: Body, user: object) -> object:
    return rows.posts(user).filter(seat__body=body)


def _post_url(post: Post) -> str:
    return reverse("people.posts.detail", args=[post.pk])


body_pages = Pages(
    name="people.bodies",
    path="office/bodies",
    model=Body,
    rows=rows.bodies,
    may_list=in_office,
    title=_("机构"),
    about=_("工会委员会、经费审查委员会、女职工委员会、分工会委员会、办公室和承办部门。"),
    table=tables.BODIES,
    filters=BodyFilters,
    verbs={
        "appoint": Verb(
            forms.AppointHereForm,
            bodies.appoint_in,
            label=_("登记任职"),
            who=in_office & stands,
            about=_("会计与出纳不得由一人兼任；工会主席和财务人员不得任经审委员；保留会籍人员没有被选举权。"),
        ),
        "create": Verb(
            forms.BodyForm,
            bodies.create_body,
            label=_("设立机构"),
            who=in_office,
            creates=True,
            about=_("经费审查委员会、女职工委员会随工会委员会一并建立（工会法第四十五条；工会章程第十四条）。"),
        ),
        "seat": Verb(forms.SeatForm, bodies.set_seat, label=_("设置职位"), who=in_office & stands),
        "term": Verb(
            forms.TermForm,
            bodies.open_term,
            label=_("登记换届"),
            who=in_office & stands,
            about=_("基层工会委员会每届任期三年或者五年（工会法第十六条）。"),
        ),
    },
    panels=[
        Facts("kind", "unit", "department", "began_on", "ended_on"),
        Related("seats", _("职位"), tables.SEATS),
        Related(
            "terms", _("届期"), tables.TERMS_SHORT, link=lambda term: reverse("people.terms.detail", args=[term.pk])
        ),
        Related(_posts_of, _("任职"), tables.POSTS, link=_post_url),
        History(),
    ],
)
term_pages = Pages(
    name="people.terms",
    path="office/terms",
    model=Term,
    rows=rows.terms,
    may_list=in_office,
    title=_("届期"),
    about=_("每届任期三年或五年，届满前180、90、30天提醒。在“机构”里打开委员会，登记换届。"),
    table=tables.TERMS,
    filters=TermFilters,
    verbs={
        "extend": Verb(
            forms.ExtendForm,
            bodies.extend_term,
            label=_("提前或延期"),
            who=in_office,
            about=_("到期应如期换届；提前或延期须经上一级工会批准，延期一般不超过半年（工会章程第二十六条）。"),
        )
    },
    panels=[
        Facts(
            Column("body.name", _("机构")),
            "number",
            "began_on",
            "years",
            "ends_on",
            "closed_on",
            "document",
            "extension",
        ),
        Related("posts", _("本届任职"), tables.POSTS, link=_post_url),
        History(),
    ],
)
post_pages = Pages(
    name="people.posts",
    path="office/posts",
    model=Post,
    rows=rows.posts,
    may_list=in_office,
    flow=POST_FLOW,
    title=_("任职"),
    about=_("谁在哪个机构任什么职、从何时到何时。权限随任职起止，不必另行授权。"),
    table=tables.POSTS,
    filters=PostFilters,
    turn=lambda post: _("等上级工会批复") if post.state == PostState.PENDING else None,
    verbs={
        "appoint": Verb(
            forms.AppointForm,
            bodies.appoint,
            label=_("登记任职"),
            who=in_office,
            creates=True,
            about=_(
                "会计与出纳不得由一人兼任；工会主席和财务人员不得任经审委员；保留会籍人员没有被选举权。"
                "要任的职位不在下面的，先在“机构”里设立所在的委员会。"
            ),
        ),
        "confirm": Verb(
            forms.ConfirmForm, bodies.confirm, about=_("选举结果报上一级工会批准后任职生效（工会章程第二十七条）。")
        ),
        "refuse": Verb(forms.RefuseForm, bodies.refuse, danger=True),
        "end": Verb(
            forms.EndForm,
            bodies.end,
            danger=True,
            about=_(
                "主席、副主席任期未满，一般不调动；要调动的，本级工会委员会和上一级工会都要先同意（工会法第十八条）。"
            ),
        ),
    },
    panels=[
        Facts(
            Column("person.name", _("任职人")),
            Column("seat.body.name", _("机构")),
            Column("seat.title", _("职务")),
            Column("seat.role", _("所带权限")),
            "term",
            "how",
            "began_on",
            "ended_on",
            "document",
            "is_full_time",
        ),
        History(),
    ],
)
