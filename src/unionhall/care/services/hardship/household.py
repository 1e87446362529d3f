"""Who lives in a household: the applicant is the first without being written down, nobody is in it twice (CARE-02)."""

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.care.flow.hardship import HARDSHIP
from unionhall.care.models import HardshipFile, Relative
from unionhall.flows import Blocked
from unionhall.kernel.cipher import blind_index
from unionhall.kernel.text import squeezed


@transaction.atomic
def add_kin(file: HardshipFile, *, by: User, kin: str, name: str, id_number: str = "", health: str = "") -> Relative:
    """Say who else lives there; raises Blocked for the applicant and for who is in the list."""
    HARDSHIP.check(file, "add_kin", by=by)
    relative = Relative(file=file, kin=kin, name=squeezed(name), id_number=id_number, health=health)
    _once(relative)
    relative.save(force_insert=True)
    audit.record("care.hardship.add_kin", file, by=by, after={"kin": kin})
    return relative


@transaction.atomic
def change_kin(
    file: HardshipFile, *, by: User, line: Relative, kin: str, name: str, id_number: str = "", health: str = ""
) -> None:
    """Correct one line; a number left empty stays what it was. Raises Blocked as `add_kin` does."""
    HARDSHIP.check(file, "change_kin", by=by)
    before = {"kin": line.kin}
    line.kin, line.name, line.health = kin, squeezed(name), health
    line.id_number = id_number or line.id_number
    _once(line)
    line.save()
    audit.record("care.hardship.change_kin", file, by=by, before=before, after={"kin": kin})


@transaction.atomic
def drop_kin(file: HardshipFile, *, by: User, line: Relative) -> None:
    """Take away who does not live there."""
    HARDSHIP.check(file, "drop_kin", by=by)
    audit.record("care.hardship.drop_kin", file, by=by, before={"kin": line.kin})
    line.delete()


def _once(relative: Relative) -> None:
    """The same person: by the identity number, or by the name where one of the two has no number."""
    applicant, index = relative.file.person, blind_index(relative.id_number, "person.id_number")
    if _same(index, relative.name, applicant.id_index, applicant.name):
        raise Blocked(_("申请人本人自动列为家庭第一人，不用登记（CARE-02）。"))
    for other in relative.file.relatives.exclude(pk=relative.pk):
        if _same(index, relative.name, other.id_index, other.name):
            raise Blocked(_("%(name)s已经在家庭成员里，同一人只登记一次（CARE-02）。") % {"name": other.name})


def _same(index: str, name: str, other_index: str, other_name: str) -> bool:
    return index == other_index if index and other_index else name == other_name
