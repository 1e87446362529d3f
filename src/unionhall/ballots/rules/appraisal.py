"""What an appraisal comes to (rules HOME-08, APR-03). Shares are of valid papers, both ways of counting side by side."""

from fractions import Fraction


def percent(part: int, whole: int) -> str:
    """`92.7%`, rounded half up to a tenth in whole numbers; empty of nothing."""
    if not whole:
        return ""
    tenths = (part * 2000 // whole + 1) // 2
    return f"{tenths // 10}.{tenths % 10}%"


def is_unfit(unfit: int, valid: int, threshold: Fraction) -> bool:
    """Whether more than the threshold call somebody unfit, which asks for a talk or for recall (APR-03); exclusive."""
    return valid > 0 and unfit * threshold.denominator > threshold.numerator * valid
