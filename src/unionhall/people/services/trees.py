"""Units and departments: setting up, renaming, moving, closing."""

from datetime import date
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.tenancy import current_union
from unionhall.audit import services as audit
from unionhall.flows import Blocked
from unionhall.people.choices import UnitKind
from unionhall.people.models import Department, Person, Unit

Node = Unit | Department


def root_unit() -> Unit:
    """The union itself as the root of its tree, made when first asked for."""
    unit = Unit.objects.filter(kind=UnitKind.UNION).first()
    return unit or Unit.objects.create(kind=UnitKind.UNION, name=current_union().name[:60])


@transaction.atomic
def create_unit(*, by: User, kind: str, name: str, parent: Unit | None = None, **fields: Any) -> Unit:
    """Set up a branch, a group or a station; a branch without a parent stands under the union itself."""
    if kind == UnitKind.UNION:
        raise Blocked(_("基层工会只有一个，已经建立。"))
    parent = parent or root_unit()
    _refuse_double(Unit.objects.filter(parent=parent, ended_on=None), name)
    unit = Unit.objects.create(kind=kind, name=name, parent=parent, **fields)
    audit.record("people.create_unit", unit, by=by, after={"kind": kind, "name": name, "parent": str(parent)})
    return unit


@transaction.atomic
def create_department(*, by: User, name: str, **fields: Any) -> Department:
    """Add a department or a campus of the employer."""
    _refuse_double(Department.objects.filter(ended_on=None), name)
    department = Department.objects.create(name=name, **fields)
    audit.record("people.create_department", department, by=by, after={"name": name})
    return department


@transaction.atomic
def edit_node(node: Node, *, by: User, **fields: Any) -> None:
    """Change name, parent or other facts of a unit or department; a node never comes to stand under itself."""
    if "parent" in fields:
        fields["parent"] = fields["parent"] or (root_unit() if _hangs_below_root(node) else None)
        _refuse_cycle(node, fields["parent"])
    before = audit.snapshot(node, fields)
    for name, value in fields.items():
        setattr(node, name, value)
    node.save(update_fields=list(fields))
    audit.record(f"people.edit_{node._meta.model_name}", node, by=by, before=before, after=audit.snapshot(node, fields))


@transaction.atomic
def close_node(node: Node, *, by: User, ended_on: date, reason: str) -> None:
    """Close a unit or department on a day; refused while people or standing parts are in it (ORG-02)."""
    if isinstance(node, Unit) and node.kind == UnitKind.UNION:
        raise Blocked(_("基层工会不得随意撤销（工会法第十三条），系统中不能关闭。"))
    if node.children.filter(ended_on=None).exists() or _people_in(node).exists():
        raise Blocked(
            _("“%(node)s”里还有人或下级组织，不得随意撤销、合并（工会法第十三条）。请先把他们转到别处。")
            % {"node": node}
        )
    edit_node(node, by=by, ended_on=ended_on)
    audit.record("people.close", node, by=by, after={"ended_on": ended_on}, reason=reason)


def _hangs_below_root(node: Node) -> bool:
    return isinstance(node, Unit) and node.kind != UnitKind.UNION


def _people_in(node: Node) -> models.QuerySet[Person]:
    return node.people.filter(left_on=None)


def _refuse_double(standing: models.QuerySet, name: str) -> None:
    if standing.filter(name=name).exists():
        raise Blocked(_("已经有“%(name)s”。") % {"name": name})


def _refuse_cycle(node: Node, parent: Node | None) -> None:
    while parent is not None:
        if parent.pk == node.pk:
            raise Blocked(_("上级不能是自己或自己的下级。"))
        parent = parent.parent
