"""That the union's own standard keeps within its province's (总工办发〔2017〕32号: amounts are the province's to set)."""

from typing import Any

from django.utils.translation import gettext as _

from unionhall.care.kinds.words import Form
from unionhall.kernel.money import shown


def above(line: Any, province: Any) -> str | None:
    """In what a line of the union goes beyond the province's in force, with the clause; None when it keeps within it.

    Both carry `cap_once`, `cap_year`, `times`, `for_relatives` and `form`; every bound is inclusive, None is no bound.
    """
    words = {"name": province.get_occasion_display(), "clause": province.clause}
    if line.cap_once > province.cap_once:
        text = _(
            "“%(name)s”的省级标准每次不超过%(cap)s元（%(clause)s），本会标准%(own)s元超过了它。请改低，或待省级标准调整后再定。"
        )
        return text % (words | {"cap": shown(province.cap_once), "own": shown(line.cap_once)})
    if province.cap_year is not None and (line.cap_year or province.cap_year) > province.cap_year:
        text = _("“%(name)s”的省级标准每人每年不超过%(cap)s元（%(clause)s），本会标准不能超过它。")
        return text % (words | {"cap": shown(province.cap_year)})
    if province.times is not None and (line.times or province.times) > province.times:
        text = _("“%(name)s”的省级标准每年不超过%(times)s次（%(clause)s），本会标准不能超过它。")
        return text % (words | {"times": province.times})
    if line.for_relatives and not province.for_relatives:
        return _("“%(name)s”的省级标准只及于本人，本会标准不能扩大到亲属（%(clause)s）。") % words
    if province.form == Form.GOODS and line.form != Form.GOODS:
        return _("“%(name)s”按省级标准只能发放慰问品，本会标准不能改为可发慰问金（%(clause)s）。") % words
    return None
