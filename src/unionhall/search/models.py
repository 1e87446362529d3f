"""The index: one row per findable record, holding tokens and nothing to read."""

from django.db import models

from unionhall.accounts.tenancy import TenantModel


class Document(TenantModel):
    """The tokens of one record. Integer keys, since SQLite's index refers to rows by number."""

    id = models.BigAutoField(primary_key=True)
    subject_type = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    tokens = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["union", "subject_type", "subject_id"], name="search_document_subject_unique"
            )
        ]

    def __str__(self) -> str:
        return f"{self.subject_type} {self.subject_id}"
