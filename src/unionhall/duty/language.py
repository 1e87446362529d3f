"""A report is a document of the union: Chinese, whatever language its writer reads the pages in.

Whatever goes into the document, or is compared with its text, is said `in_chinese`; reasons and labels of the pages
follow the reader.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils import translation


@contextmanager
def in_chinese() -> Iterator[None]:
    """As a context or, called, as a decorator; Django's own override must not be shared between threads."""
    with translation.override("zh-hans"):
        yield
