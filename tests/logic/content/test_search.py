"""Searching the topics of the documents, by words and by subject."""

from logic.content.overview.search import found
from tests.builders import shipped, small


class TestSearching:
    def test_every_word_has_to_occur_in_any_case(self) -> None:
        """In the title, a statement, the section or the name of a document."""
        assert [topic.id for topic in found(small(), "SIX hours")] == ["hours-worn"]
        assert [topic.id for topic in found(small(), "leaflet b")] == ["hours-worn", "numbness"]
        assert found(small(), "six pumps") == ()

    def test_a_subject_narrows_it_down(self) -> None:
        """Without words all topics of a subject are found, in their order."""
        subject = shipped().subjects[3]

        assert found(shipped(), subject=subject.subject) == subject.topics
        assert len(found(shipped(), "  ")) == len(shipped().topics)
