"""Finding words: those that are never used, and those for which another word is used."""

import pytest

from logic.content.content import Vocabulary
from logic.content.loading.word_rules import other_words, whole_words


class TestWholeWords:
    @pytest.mark.parametrize("text", ["You should rest.", "what you\n  SHOULD do", "(best choice)"])
    def test_finds_a_wording_whatever_its_case_and_spacing(self, text: str) -> None:
        """A wording of advice is found across lines and in capitals."""
        assert whole_words(("you should", "best choice")).search(text)

    @pytest.mark.parametrize("text", ["A bayou shoulder.", "you, should", "the best choices", "best. choice"])
    def test_finds_whole_wordings_only(self, text: str) -> None:
        """Words that only begin or end alike are no advice."""
        assert whole_words(("you should", "best choice")).search(text) is None

    def test_takes_signs_as_they_are(self) -> None:
        """A wording with signs in it means those signs, not a pattern."""
        pattern = whole_words(("dr. x (best)?x",))

        assert pattern.search("DR. X (best)?x")
        assert pattern.search("dr, x bestx") is None


class TestOtherWords:
    words = Vocabulary(one_word={"belly": ("tummy", "upper body"), "clinic": ("center",)}, names=("Mellen Center",))

    def test_finds_each_word_that_is_not_used_beside_the_one_that_is(self) -> None:
        """Whatever its case, and over several lines."""
        text = "Tummy ache, or the upper\n  body, at a center."

        assert list(other_words(self.words, text)) == [
            ("Tummy", "belly"),
            ("upper body", "belly"),
            ("center", "clinic"),
        ]

    @pytest.mark.parametrize("text", ["A belly.", "The Mellen Center", "Centered", ""])
    def test_finds_none_in_a_proper_name_or_within_a_longer_word(self, text: str) -> None:
        """A place is called what it calls itself."""
        assert list(other_words(self.words, text)) == []

    def test_finds_none_where_none_is_listed(self) -> None:
        """A guide need not choose its words in this way."""
        assert list(other_words(Vocabulary(), "Tummy")) == []
