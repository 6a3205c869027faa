"""Topics by word and subject, in the order of the content."""

from logic.content.content import Content
from logic.content.evidence import Topic


def found(content: Content, words: str = "", subject: str | None = None) -> tuple[Topic, ...]:
    """Return the topics of a subject, or of all, in which every one of the words occurs somewhere."""
    wanted = words.casefold().split()
    return tuple(
        topic
        for group in content.subjects
        if subject in (None, group.subject)
        for topic in group.topics
        if all(word in text for text in (_text(content, topic),) for word in wanted)
    )


def _text(content: Content, topic: Topic) -> str:
    said = (part for item in topic.statements for part in (item.says, item.section, content.source[item.source].title))
    return " ".join((topic.about, topic.differ or "", *said)).casefold()
