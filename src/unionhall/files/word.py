"""Printed forms: Word templates filled from records. A union may put its own in the place of the product's (contract 8)."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment, SecurityError
from lxml import etree

from unionhall.files import store
from unionhall.files.models import FormTemplate
from unionhall.flows import Blocked

_XML = etree.XMLParser(resolve_entities=False, no_network=True)
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class Form:
    """A printed form: the product's template, what fills it from a record, and a sample of that by which others are tried."""

    key: str
    label: str | Promise
    template: Path
    context: Callable[[Any], dict[str, Any]]
    sample: dict[str, Any]


_forms: dict[str, Form] = {}


class _Environment(ImmutableSandboxedEnvironment):
    """What a template may do: name values, loop, choose. No arithmetic that could grow without bound."""

    intercepted_binops = frozenset({"*", "**"})

    def __init__(self) -> None:
        super().__init__(
            undefined=StrictUndefined, autoescape=True, finalize=lambda value: "" if value is None else value
        )
        self.globals.clear()
        for name in ("center", "format", "indent"):  # these make text of any width asked for
            del self.filters[name]

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        raise SecurityError(_("表样里不能做乘法。"))


def register(
    key: str, label: str | Promise, *, template: Path, context: Callable[[Any], dict[str, Any]], sample: dict[str, Any]
) -> Form:
    """Declare a form. `context(obj)` gives plain values only (text, numbers, lists, dicts), under the names of `sample`."""
    _forms[key] = Form(key, label, template, context, sample)
    return _forms[key]


def get(key: str) -> Form | None:
    """The form of that key, or None."""
    return _forms.get(key)


def forms() -> list[Form]:
    """Every form, by key."""
    return sorted(_forms.values(), key=lambda form: form.key)


def render(key: str, obj: Any) -> bytes:
    """The form filled for one record, as .docx; raises KeyError for an unknown form and Blocked when it cannot be filled."""
    form = _forms[key]
    return fill(template_of(form), form.context(obj))


def template_of(form: Form) -> bytes:
    """The template in force: the union's own, or the product's."""
    newest = FormTemplate.objects.filter(key=form.key).first()
    return store.read(newest.sha256) if newest and newest.sha256 else form.template.read_bytes()


def fill(template: bytes, context: dict[str, Any]) -> bytes:
    """A template with names filled in; everything is text, markup characters included. Raises Blocked, in words."""
    paper = DocxTemplate(io.BytesIO(template))
    try:
        paper.render(context, _Environment(), autoescape=True)
    except UndefinedError as error:
        raise Blocked(_("表样里用了系统不认识的名称：%(error)s") % {"error": error}) from None
    except TemplateSyntaxError as error:
        raise Blocked(_("表样里的标记写得不完整：%(error)s") % {"error": error}) from None
    except (TemplateError, SecurityError, TypeError) as error:
        raise Blocked(_("表样不能套打：%(error)s") % {"error": error}) from None
    buffer = io.BytesIO()
    paper.save(buffer)
    return buffer.getvalue()


def check(form: Form, template: bytes) -> None:
    """Try a union's own template on the sample; raises Blocked with everything it names that the form does not know."""
    try:
        named = DocxTemplate(io.BytesIO(template)).get_undeclared_template_variables(_Environment())
    except TemplateSyntaxError as error:
        raise Blocked(_("表样里的标记写得不完整：%(error)s") % {"error": error}) from None
    except (ValueError, KeyError, etree.LxmlError, zipfile.BadZipFile):
        raise Blocked(_("这不是能打开的 Word 文档（.docx）。")) from None
    if _reaches_out(template):
        raise Blocked(_("表样里链接了外部文件，打开时会向外连接，请改为嵌入后再上传。"))
    unknown = sorted(named - form.sample.keys())
    if unknown:
        raise Blocked(
            _("表样里用了系统不认识的名称：%(unknown)s。可用的名称有：%(known)s。")
            % {"unknown": "、".join(unknown), "known": "、".join(form.sample)}
        )
    fill(template, form.sample)


def _reaches_out(template: bytes) -> bool:
    """Whether a document would fetch something from elsewhere when opened; a hyperlink waits to be clicked."""
    with zipfile.ZipFile(io.BytesIO(template)) as archive:
        parts = [archive.read(name) for name in archive.namelist() if name.endswith(".rels")]
    links = (link for part in parts for link in etree.fromstring(part, _XML))
    return any(
        link.get("TargetMode") == "External" and not link.get("Type", "").endswith("/hyperlink") for link in links
    )
