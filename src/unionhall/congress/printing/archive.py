"""The file of a session as one zip: every paper filled, every resolution, motion and attachment."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import Sum
from django.utils.translation import gettext as _

from unionhall.congress.models import AgendaItem, Session
from unionhall.congress.printing.forms import offered
from unionhall.files import store, word
from unionhall.files.models import Attachment

Step = Callable[[int, int, str], None]
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


def attached(session: Session) -> Any:
    """What is attached to the session, its items and its motions."""
    owners = [session.pk, *session.items.values_list("pk", flat=True), *session.motions.values_list("pk", flat=True)]
    return Attachment.objects.filter(subject_type__startswith="congress.", subject_id__in=owners, removed_at=None)


def size_of(session: Session) -> int:
    """Bytes of the attachments, by which one knows whether to wait."""
    return attached(session).aggregate(all=Sum("size"))["all"] or 0


def name_of(session: Session) -> str:
    """What the zip is called."""
    return _("%(session)s档案.zip") % {"session": session}


def zipped(session: Session, progress: Step = lambda done, total, text: None) -> bytes:
    """The archive; names inside are numbered in the order of a paper file."""
    parts, buffer = list(_parts(session)), io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for at, (name, content) in enumerate(parts, 1):
            archive.writestr(f"{at:02d} {name}", content())
            progress(at, len(parts), name)
    return buffer.getvalue()


def _parts(session: Session) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Each file's name, and how its content is had."""
    for form in offered(session).values():
        yield f"{form.label}.docx", _filled(form.key, session)
    for one in session.resolutions.select_related("session__term", "replaces").order_by("number"):
        yield _fit(f"{one.number} {one.title}.docx"), _filled("congress.resolution", one)
    for one in session.motions.select_related("session__term", "delegation").order_by("number"):
        yield _fit(f"{one.number} {one.title}.docx"), _filled("congress.motion", one)
    for meeting in session.joint_reports.select_related("term"):
        yield _fit(f"{meeting}.docx"), _filled("congress.joint", meeting)
    titles = dict(AgendaItem.objects.filter(session=session).values_list("pk", "title"))
    for file in attached(session):
        folder = titles.get(file.subject_id, _("附件"))
        yield _fit(f"{folder} {file.name}"), lambda digest=file.sha256: store.read(digest)  # type: ignore[misc]


def _filled(key: str, record: Any) -> Callable[[], bytes]:
    return lambda: word.render(key, record)


def _fit(name: str) -> str:
    """A name that every system can unpack."""
    return _UNFIT.sub("_", name)[-120:]
