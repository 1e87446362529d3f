"""Making it forgotten in which order a secret poll was answered."""

from uuid import uuid4

from unionhall.ballots.models import Paper, Poll, Turnout


def forget_order(poll: Poll) -> None:
    """Write papers and turnout anew with new keys: the papers sorted by content, the turnout by the roll's keys.

    Rows lie in a table in the order they came, and rows of one transaction bear its number; both would tie a paper to
    the voter who came at that moment. Written together and sorted, they lie as if they had come all at once.
    """
    papers = list(Paper.objects.filter(poll=poll).values_list("question", "marks", "words"))
    entries = sorted(Turnout.objects.filter(poll=poll).values_list("entry", flat=True))
    Paper.objects.filter(poll=poll).delete()
    Turnout.objects.filter(poll=poll).delete()
    Paper.objects.bulk_create(
        [
            Paper(id=uuid4(), poll=poll, question_id=question, marks=marks, words=words)
            for question, marks, words in sorted(papers)
        ],
        batch_size=500,
    )
    Turnout.objects.bulk_create([Turnout(id=uuid4(), poll=poll, entry_id=entry) for entry in entries], batch_size=500)
