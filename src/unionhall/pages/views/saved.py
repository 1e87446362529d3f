"""Saving a list as one likes it, and forgetting it again."""

from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from unionhall.pages.models import SavedView

if TYPE_CHECKING:
    from unionhall.pages.declare import Pages


class SaveForm(forms.Form):
    """A name, and the query string it stands for."""

    name = forms.CharField(label=gettext_lazy("名称"), max_length=30)
    query = forms.CharField(required=False, max_length=2000)


@require_POST
def saved(request: HttpRequest, pages: "Pages") -> HttpResponse:
    """Save the view under a name, replacing one of the same name; with `forget`, delete that one."""
    mine = SavedView.objects.filter(user=request.user, page=pages.name)
    if forget := request.POST.get("forget"):
        mine.filter(name=forget).delete()
        return redirect(pages.url("list"))
    form = SaveForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("没有保存：请给这个视图起一个不超过 30 个字的名称。"))
        return redirect(pages.url("list"))
    query = form.cleaned_data["query"].lstrip("?")
    SavedView.objects.update_or_create(
        user=request.user, page=pages.name, name=form.cleaned_data["name"], defaults={"query": query}
    )
    return redirect(f"{pages.url('list')}?{query}")
