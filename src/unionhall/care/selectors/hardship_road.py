"""The road of a request for help, as the household reads it: what was done, what is being done, what comes."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from unionhall.care.flow.hardship import UNDER_WAY, FileState
from unionhall.care.flow.notice import posted
from unionhall.care.models import HardshipFile
from unionhall.care.selectors.road import Stop, marked

REACHED = {FileState.VERIFIED: 3, FileState.AGREED: 4, FileState.ANNOUNCED: 4, FileState.FILED: 6}
ENDED = (FileState.LIFTED, FileState.REFUSED, FileState.WITHDRAWN)


def stops(file: HardshipFile) -> list[Stop]:
    """Every step in its order; of a request that ended the steps that were done, and its end."""
    steps = list(_steps(file))
    if file.state in ENDED:
        done = [step for step in steps if step.on]
        return [*done, Stop(str(file.get_state_display()), on=file.left_on, mark="stop")]
    now = REACHED.get(FileState(file.state)) or (2 if file.confirmed_on else 1)
    return marked(steps, now)


def _steps(file: HardshipFile) -> Iterator[Stop]:
    yield Stop(_("提出申请"), on=file.applied_on)
    first, second, who = _first_looks(file)
    yield Stop(first, file.confirmed_by.name if file.confirmed_by else who, on=file.confirmed_on)
    visited = file.home_visits.order_by("-visited_on").values_list("visited_on", flat=True).first()
    yield Stop(second, _("工会办公室"), on=visited if file.verified_by_id else None)
    met = file.deliberations.order_by("-pk").first()
    yield Stop(_("工会委员会审议"), on=met.held_on if met and file.agreed_by_id else None)
    again = file.filed_on is not None and file.state in UNDER_WAY
    hung = (
        posted(file) if file.state == FileState.ANNOUNCED or not again else None
    )  # an earlier one told of another grade
    began, ends = (hung.began_on, hung.ends_on) if hung else (None, None)
    words = _("公示，只写姓氏、科室和困难类别")
    yield Stop(words, on=began) if file.filed_on and not again else Stop(words, by=ends)
    yield Stop(_("按新类别在档，此前按原类别")) if again else Stop(_("建档"), on=file.filed_on)
    yield Stop(_("年度复核"), by=file.review_due_on)


def _first_looks(file: HardshipFile) -> tuple[str, str, str]:
    """The two looks before the committee's, and whose the first is: the branch's before the home is visited, or at home."""
    if file.branch_may_check:
        return _("初核"), _("入户走访、核实"), _("分工会主席")
    return _("入户走访、初核"), _("核实"), _("入户走访的人")
