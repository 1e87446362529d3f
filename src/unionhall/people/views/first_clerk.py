"""The way into a new union: its administrator names the first clerk and goes on to print the activation code."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from unionhall.flows import Refusal
from unionhall.pages.guards import needs
from unionhall.people.forms.persons import FirstClerkForm
from unionhall.people.selectors import opens_office
from unionhall.people.services.first_clerk import name_first_clerk


@needs(opens_office)
@require_http_methods(["GET", "HEAD", "POST"])
def first_clerk(request: HttpRequest) -> HttpResponse:
    """Ask for the first clerk while the office is empty; afterwards the page does not exist."""
    form, reason = FirstClerkForm(request.POST or None, user=request.user), ""
    if form.is_valid():
        try:
            name_first_clerk(by=request.user, **form.cleaned_data)
        except Refusal as refusal:
            reason = str(refusal)
        else:
            query = urlencode({"staff_no": form.cleaned_data["staff_no"]})
            return redirect(f"{reverse('accounts.slips')}?{query}")
    status = 409 if reason else 422 if form.errors else 200
    return render(request, "people/first_clerk.html", {"form": form, "reason": reason}, status=status)
