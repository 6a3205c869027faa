"""Every string that a document, or any part of one, prints."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

_NOT_READ = ("tone", "language", "page_label", "level")


def texts_of(value: object) -> Iterator[str]:
    """Yield the strings in their order, without those that say only how something is drawn."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_of(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for item in fields(value):
            if item.name not in _NOT_READ:
                yield from texts_of(getattr(value, item.name))
