"""The two sessions that were held: everything handed in has its answer; what was promised is followed and carried over."""

from dataclasses import dataclass
from datetime import date, timedelta

from unionhall.accounts.roles import Role
from unionhall.kernel import clock
from unionhall.proposals import services
from unionhall.proposals.kinds import Decider, Mark, Outcome, Part, ReplyClass
from unionhall.proposals.models import DeliveryMeeting, Proposal
from unionhall.proposals.seed import unhappy
from unionhall.proposals.seed.stage import Stage
from unionhall.proposals.seed.topics import LAST_YEAR, LEFT, THIS_YEAR, TOO_LATE, Topic

A, B, C, D = ReplyClass
S, F, U = Mark
WEEK = timedelta(days=7)
# Answered late, and answered within days that were extended: letters of their own among the classes.
SPECIAL = {"L": unhappy.answer_late, "E": unhappy.extend}


@dataclass(frozen=True)
class Plan:
    """A session's proposals: when each thing happened, how the sheets were found, how the cases were answered."""

    opens: date
    closes: date
    reviewed: date
    decided: date
    delivered: date
    replies: date
    every: int
    topics: tuple[Topic, ...]
    merges: dict[str, str]
    outcomes: dict[str, str]
    classes: str


FIRST = Plan(
    date(2022, 1, 10), date(2022, 1, 17), date(2022, 1, 18), date(2022, 1, 20), date(2022, 2, 10), date(2022, 3, 1), 3,
    LAST_YEAR,
    {"南院职工食堂延长供餐时间": "改善南院职工食堂", "会诊预约由系统排期": "建立多学科会诊预约办法"},
    {
        "组织职工子女暑期托管": Outcome.SUGGESTION, "精简报表": Outcome.SUGGESTION, "设置院内导视牌": Outcome.SUGGESTION,
        "开展消防实地演练": Outcome.ANSWER, "调整本人岗位": Outcome.DECLINE,
    },
    "AABACABACADBA",
)  # fmt: skip
SECOND = Plan(
    date(2023, 1, 3), date(2023, 1, 18), date(2023, 1, 20), date(2023, 1, 25), date(2023, 2, 8), date(2023, 2, 20), 1,
    THIS_YEAR,
    {
        "夜班人员就餐问题": "食堂夜间供应热餐", "东门车棚增加充电位": "增加电动车充电桩", "诊室加装报警装置": "门诊安装一键报警",
        "精简护理表单": "减少护理文书重复书写", "班车接驳地铁站": "调整班车线路", "夜班补助与工作量挂钩": "完善夜班绩效分配",
    },
    {
        "开设联合门诊": Outcome.SUGGESTION, "保障护士产后返岗适应期": Outcome.SUGGESTION,
        "提高返聘人员门诊补助": Outcome.DECLINE, "设立临床科研统计门诊": Outcome.SUGGESTION,
        "疏通门诊楼排水": Outcome.ANSWER, "增加职工淋浴间热水供应": Outcome.ANSWER, "提供职工儿童看护": Outcome.SUGGESTION,
        "院内超市增加平价蔬菜": Outcome.SUGGESTION, "清理消防通道": Outcome.ANSWER, "病房增加无线网络": Outcome.SUGGESTION,
        "减少会议数量": Outcome.ANSWER, "开放职工健身房": Outcome.SUGGESTION, "建立院史陈列室": Outcome.SUGGESTION,
        "开展优秀病历展评": Outcome.SUGGESTION, "改造院内指示标识": Outcome.SUGGESTION, "规范院内电动车停放": Outcome.ANSWER,
    },
    "AABAACABADAABAELCABAABADABAACAA",
)  # fmt: skip


def live_through(stage: Stage, plan: Plan) -> list[Proposal]:
    """From the call to the answers; returns the cases."""
    sheets = _collect(stage, plan)
    cases = _decide(stage, plan, sheets)
    _deliver(stage, plan, cases)
    _respond(stage, plan, sheets)
    for at, (case, reply_class) in enumerate(zip(cases, plan.classes, strict=True)):
        if reply_class in SPECIAL:
            SPECIAL[reply_class](stage, case)
            continue
        with clock.pinned(plan.replies + timedelta(days=at * plan.every)):
            _answer(stage, case, reply_class)
    return cases


def _collect(stage: Stage, plan: Plan) -> dict[str, Proposal]:
    """Handed in day by day while the call is open."""
    stage.open_call(plan.opens, plan.closes)
    days = (plan.closes - plan.opens).days
    sheets = {}
    for at, topic in enumerate(plan.topics):
        with clock.pinned(plan.opens + timedelta(days=1 + at % days)):
            sheets[topic.title] = stage.hand_in(topic)
    return sheets


def leave_some(stage: Stage) -> None:
    """What came too late, what was taken back, what never found its seconders, what was never finished."""
    with clock.pinned(stage.call.closes_on + timedelta(days=1)):
        for topic in TOO_LATE:
            stage.hand_in(topic)
    back, unseconded, unfinished = LEFT
    with clock.pinned(stage.call.closes_on - timedelta(days=2)):
        taken = stage.hand_in(back)
        mover = taken.mover.person.user
        services.ask_withdrawal(taken, by=mover, reason="总务科已开始更换。")
        for second in taken.seconds.select_related("delegate__person__user"):
            services.consent(second, by=second.delegate.person.user)
        services.withdraw(taken, by=mover)
        stage.second(stage.draft(unseconded, stage.next()), count=1)
        stage.draft(unfinished, stage.next())


def _decide(stage: Stage, plan: Plan, sheets: dict[str, Proposal]) -> list[Proposal]:
    """Reviewed by the committee, approved by the presidium on the day of the session."""
    with clock.pinned(plan.reviewed):
        for title, sheet in sheets.items():
            if title not in plan.merges:
                stage.review(sheet, plan.outcomes.get(title, Outcome.FILE))
        for title, lead in plan.merges.items():
            stage.review(sheets[title], Outcome.MERGE, into=sheets[lead])
    with clock.pinned(plan.decided):
        decision = services.record_decision(
            by=stage.committee, call=stage.call, decider=Decider.PRESIDIUM, decided_on=plan.decided
        )
        services.approve_all(by=stage.committee, decision=decision, proposals=sheets.values())
    return [sheet for sheet in sheets.values() if sheet.outcome == Outcome.FILE]


def _deliver(stage: Stage, plan: Plan, cases: list[Proposal]) -> None:
    """One meeting for all; the departments take it on the next day, some with another's help."""
    with clock.pinned(plan.delivered):
        meeting = services.record_delivery(
            by=stage.committee,
            call=stage.call,
            held_on=plan.delivered,
            place="行政楼会议室",
            note="限期答复，当面沟通。",
        )
        for at, case in enumerate(cases):
            helper = "财务科" if at % 4 == 0 and case.suggested_department.name != "财务科" else ""
            stage.assign(case, meeting, supporting=[helper] if helper else [])
    with clock.pinned(plan.delivered + timedelta(days=1)):
        _hand_one_back(stage, meeting, cases[-1])
        for case in cases:
            _take_on(stage, case)


def _hand_one_back(stage: Stage, meeting: DeliveryMeeting, case: Proposal) -> None:
    """It was not theirs; the committee agrees and gives it to the hospital's office."""
    share = case.assignments.get(part=Part.LEAD)
    handler = stage.people_of(share.department)[Role.HANDLER]
    services.ask_return(share, by=handler, reason="主要职责不在本部门。")
    services.agree_return(share, by=stage.committee)
    case.refresh_from_db()
    office = type(share.department).objects.get(name="院办" if share.department.name != "院办" else "总务科")
    services.assign(case, by=stage.committee, meeting=meeting, department=office, leader=stage.leader.person)


def _take_on(stage: Stage, case: Proposal) -> None:
    for share in case.assignments.live().select_related("department", "proposal"):
        handler = stage.people_of(share.department)[Role.HANDLER]
        services.accept(share, by=handler)
        if share.part == Part.SUPPORT:
            services.give_opinion(share, by=handler, opinion="经费可在年度预算内安排。")
    case.refresh_from_db()


def _respond(stage: Stage, plan: Plan, sheets: dict[str, Proposal]) -> None:
    """What was not filed gets its answer in writing."""
    with clock.pinned(plan.delivered + WEEK):
        for title, outcome in plan.outcomes.items():
            if outcome != Outcome.DECLINE:
                sheets[title].refresh_from_db()
                services.respond(sheets[title], by=stage.committee, text="已转有关部门研究，办理情况另行告知。")


def _answer(stage: Stage, case: Proposal, reply_class: str) -> None:
    said: dict[str, object] = {}
    if reply_class in (B, C):
        said["promised_on"] = clock.today() + timedelta(days=180 if reply_class == B else 330)
    if reply_class == D:
        said["reason"] = "受场地和编制限制。"
    stage.reply(case, reply_class, **said)


def conclude(stage: Stage, cases: list[Proposal], *, archived_on: date) -> None:
    """Movers rate after a week, the committee closes or follows, the file is closed at the year's end."""
    for at, case in enumerate(cases):
        case.refresh_from_db()
        with clock.pinned(case.answered_on + WEEK):
            stage.rate(case, F if at % 7 == 3 else S, F if at % 3 == 1 else S)
        with clock.pinned(case.answered_on + 2 * WEEK):
            (services.track if case.promises else services.close)(case, by=stage.committee)
    with clock.pinned(archived_on):
        for case in cases:
            if not case.promises:
                services.archive(case, by=stage.committee)


def fulfil(stage: Stage, cases: list[Proposal], on: date) -> None:
    """What was promised is seen to be done."""
    with clock.pinned(on):
        for case in cases:
            services.report(
                case, by=stage.people_of(case.department)[Role.HANDLER], text="已完成采购和安装，正在试用。"
            )
            services.fulfil(case, by=stage.committee, text="经现场查看，已经落实。")
