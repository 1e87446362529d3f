"""The option sets appraisals are held with (HOME-08, APR-03; APR-04's four grades of staff assessment are others)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from unionhall.ballots.kinds import Stance
from unionhall.ballots.plain import Choice


class Scale(models.TextChoices):
    """Which set."""

    SATISFACTION = "satisfaction", _("满意、基本满意、不满意")
    FITNESS = "fitness", _("优秀、称职、基本称职、不称职")


def choices_of(scale: str) -> list[Choice]:
    """The options of a set as they go on record, best first; what counts as satisfied is told by their stance."""
    if scale == Scale.SATISFACTION:
        return [
            Choice("满意", Stance.GOOD),
            Choice("基本满意", Stance.GOOD),
            Choice("不满意", Stance.BAD),
        ]
    return [
        Choice("优秀", Stance.GOOD),
        Choice("称职", Stance.GOOD),
        Choice("基本称职", Stance.NONE),
        Choice("不称职", Stance.UNFIT),
    ]
