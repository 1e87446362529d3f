"""An item of an agenda: its papers, what was said of it, its vote, its end."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from unionhall.congress import filters, forms, selectors, services, tables
from unionhall.congress.flow import ITEM_FLOW
from unionhall.congress.models import AgendaItem
from unionhall.congress.permissions import manages, may_list
from unionhall.congress.views import panels
from unionhall.files.panels import Files
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.panels import Facts, History, Panel, Related
from unionhall.pages.tables import Column


def verdict(item: AgendaItem) -> Any:
    """What the vote came to, before one says so."""
    result = item.verdict()
    if result is None or result.carried is None:
        return ""
    told = {"needed": result.needed, "entitled": result.entitled, "rule": result.poll.rule_text}
    if result.carried:
        return gettext("表决结果：通过。全体%(entitled)s人，通过须赞成%(needed)s票（%(rule)s）。") % told
    return gettext("表决结果：未通过。全体%(entitled)s人，通过须赞成%(needed)s票（%(rule)s）。") % told


item_pages = Pages(
    name="congress.items",
    path="office/congress/items",
    model=AgendaItem,
    rows=selectors.items,
    may_list=may_list,
    flow=ITEM_FLOW,
    table=tables.ItemTable,
    filters=filters.ItemFilters,
    title=_("议题"),
    about=_("各次会议的议题，按职权类型办理。"),
    verbs={
        "call": Verb(None, services.call, about=_("提请审议时记下应到和实到人数。")),
        "hear": Verb(None, services.hear, about=_("须票决、选举或测评的事项不能以听取代替（CON-18、CON-21）。")),
        "open_vote": Verb(
            forms.VoteForm,
            services.open_vote,
            about=_(
                "审议通过事项须无记名票决，赞成票的基数是全体代表（CON-14、CON-18）；监票人不得是候选人（ORG-25）。"
            ),
        ),
        "conclude": Verb(None, services.conclude, about=verdict),
        "seat_elected": Verb(
            forms.SeatElectedForm,
            services.seat_elected,
            about=_("当选人全部登记到所选职位，任期自宣布当选之日起算；委员会和经审会待上级工会批复（ORG-30）。"),
        ),
        "name_elected": Verb(
            forms.NameElectedForm,
            services.name_elected,
            about=_("当选人全部登记为所选专门委员会的成员；负责人另行确定，须是本届代表（CON-20）。"),
        ),
        "resolve": Verb(
            forms.ResolveForm,
            services.resolve,
            about=_("决议形成即锁定，改变须另提新的议题（CON-23）。"),
        ),
        "add_paper": Verb(forms.PaperForm, services.add_paper, about=_("材料须在会前七日以前送交代表（CON-16）。")),
        "note": Verb(forms.NoteForm, services.note),
        "amend": Verb(forms.ItemForm, services.amend_item),
        "move_up": Verb(None, services.move_up),
        "drop_paper": Verb(forms.DropPaperForm, services.drop_paper),
        "put_back": Verb(forms.ReasonForm, services.put_back),
        "withdraw": Verb(forms.ReasonForm, services.withdraw, danger=True),
    },
    panels=[
        Panel("congress/standing.html", panels.standing),
        Facts("position", "power", Column("vote", _("结论方式")), "presenter", "entitled", "present"),
        Panel("congress/vote.html", panels.vote),
        Panel("congress/item_papers.html", panels.item_papers),
        Related(panels.item_notes, _("各代表团讨论意见"), tables.NoteTable),
        Files(AgendaItem, may_attach=manages, title=_("材料文件")),
        History(),
    ],
)
