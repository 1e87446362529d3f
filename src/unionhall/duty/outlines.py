"""The six shapes a report may take, as data: salutation, introduction, parts with their topics, closing (APR-06).

A record is filed under a part by what it is about, never by a heading, so each part names the topics it tells. What a
part leaves to the author alone stands in `hint`. Slots of the introduction: union, post, author, period.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from unionhall.figures.sentences import Topic as T


@dataclass(frozen=True)
class Part:
    """One numbered part: its heading, the topics told there in order, and what the author is asked to add."""

    heading: str
    topics: tuple[T, ...] = ()
    hint: str = ""


@dataclass(frozen=True)
class Outline:
    """One shape. Headings and set phrases are Chinese in every language of the pages: they go into the document."""

    key: str
    label: str | Promise
    title: str
    salutation: str
    introduction: str
    parts: tuple[Part, ...]
    closing: str


DEMOCRACY = (T.CONGRESS, T.PROPOSALS, T.DISCLOSURE, T.CONTRACT)
WARMTH = (T.CARE, T.WELFARE, T.HEALTH)
LIFE = (T.CULTURE, T.CLUBS, T.WOMEN)
SHORTCOMINGS = "请写明查摆出的问题、原因和具体事例。"
NEXT = "请写明下一阶段的任务、时限和责任。"

# fmt: off
OUTLINES = {outline.key: outline for outline in (
    Outline(
        "personal", _("个人述职"), "{post}述职报告", "各位领导、同志们：",
        "我是{union}{post}{author}。现就{period}的履职情况作出报告，请予评议。",
        (
            Part("履职情况", (T.ORGANISATION, T.STUDY, *DEMOCRACY, *WARMTH, T.RIGHTS, *LIFE, T.TRAINING, T.HOME,
                              T.HONOURS, T.VENUES, T.FUNDS, T.LIAISON)),
            Part("作风建设与廉洁自律", (T.CONDUCT, T.INTEGRITY), "请按登记的事项如实写明。"),
            Part("存在的不足和下步打算", (T.PROBLEMS, T.PLAN), SHORTCOMINGS),
        ),
        "以上报告，敬请各位评议并提出意见。"),
    Outline(
        "annual", _("年度总结（附工作亮点）"), "{period}工作报告", "各位领导、各位同事：",
        "受工会委员会委托，由我报告{union}{period}的工作。",
        (
            Part("主要工作", (T.RIGHTS, *DEMOCRACY, T.TRAINING, *WARMTH, T.WOMEN, T.CLUBS, T.HOME, T.ORGANISATION,
                              T.VENUES, T.FUNDS)),
            Part("工作亮点", (T.CULTURE, T.LIAISON, T.HONOURS), "请挑出本期最值得一说的几件事，写明做法和结果。"),
            Part("今后的打算", (T.PLAN,), NEXT),
        ),
        "感谢各位一年来对工会工作的支持。报告完毕。"),
    Outline(
        "by-function", _("按职能分述"), "工会工作述职报告", "各位领导、各位同事：",
        "我是{union}{post}{author}，下面按工会的几项职能，报告{period}的工作。",
        (
            Part("维护职工权益", (T.RIGHTS, *DEMOCRACY)),
            Part("关心职工身心健康", (T.HEALTH, T.TRAINING)),
            Part("丰富文化生活，送去组织关怀", (*LIFE, T.CARE, T.WELFARE)),
            Part("自身建设", (T.ORGANISATION, T.HOME, T.HONOURS, T.VENUES, T.LIAISON)),
            Part("小结与打算", (T.PROBLEMS, T.PLAN), NEXT),
        ),
        "报告中有不妥之处，请各位指正。"),
    Outline(
        "organisation", _("组织、维权、协调、成果、展望"), "{period}工会工作报告", "各位会员、各位同事：",
        "现将{union}{period}的工作向大家报告，欢迎大家监督。",
        (
            Part("组织建设", (T.ORGANISATION, T.CLUBS, T.VENUES, T.TRAINING)),
            Part("维权与服务", (T.RIGHTS, T.CONTRACT, *WARMTH)),
            Part("协调与联络", (T.CONGRESS, T.PROPOSALS, T.DISCLOSURE, T.LIAISON)),
            Part("工作成果", (T.CULTURE, T.WOMEN, T.HOME, T.HONOURS, T.FUNDS)),
            Part("面临的困难和今后的打算", (T.PROBLEMS, T.PLAN), SHORTCOMINGS),
        ),
        "会员满意与否，是检验我们工作的尺子。请大家多提意见。"),
    Outline(
        "half-year", _("半年述职（六个部分）"), "{period}工作述职", "各位领导、各位委员：",
        "{period}，{union}围绕医院中心工作，履行各项职责。现将主要工作情况报告如下。",
        (
            Part("民主管理与民主监督", DEMOCRACY),
            Part("职工之家建设", (T.HOME, T.HONOURS, T.ORGANISATION)),
            Part("帮扶与关爱", (*WARMTH, T.RIGHTS)),
            Part("文体活动与职工素质", LIFE),
            Part("干部学习与培训", (T.TRAINING, T.STUDY, T.PLAN)),
            Part("经费与活动场地", (T.FUNDS, T.VENUES)),
        ),
        "以上为{period}的主要工作，请审阅。"),
    Outline(
        "congress", _("向代表大会报告"), "工会工作报告", "各位代表：",
        "我受{union}委员会委托，向大会报告{period}的工作，请予审议，并请列席的同志提出意见。",
        (
            Part("工作回顾", (T.ORGANISATION, *DEMOCRACY, T.RIGHTS, *WARMTH, *LIFE, T.TRAINING, T.HOME, T.HONOURS,
                              T.VENUES, T.LIAISON)),
            Part("经费收支", (T.FUNDS,), "经费收支另由经费审查委员会报告审查结果（工会法第四十五条）。"),
            Part("存在的问题", (T.PROBLEMS,), SHORTCOMINGS),
            Part("今后的任务", (T.PLAN,), NEXT),
        ),
        "各位代表，以上报告请予审议。"),
)}
# fmt: on
CHOICES = [(outline.key, outline.label) for outline in OUTLINES.values()]
