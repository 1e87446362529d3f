"""The page of a job, for whoever started it: how far it is, and where its result is."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from unionhall.jobs import services
from unionhall.jobs.models import Job


@login_required
@require_safe
def show(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The page, or for htmx, which asks every second while the job lasts, the part that changes."""
    job = get_object_or_404(Job.objects.visible_to(request.user), pk=pk)
    return render(request, "jobs/progress.html" if request.htmx else "jobs/job.html", {"job": job})


@login_required
@require_POST
def cancel(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give the job up; one that is over stays as it is."""
    job = get_object_or_404(Job.objects.visible_to(request.user), pk=pk)
    services.cancel(job, by=request.user)
    return redirect("jobs.show", pk=pk)
