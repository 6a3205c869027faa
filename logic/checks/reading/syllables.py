"""Syllables of an English word, counted by rule, with the words that the rule gets wrong."""

import re
from functools import cache

_EXCEPTIONS = {
    word: count
    for count, words in {
        1: "hours hour laid tired whole used lined",
        2: "being carer carers every evening favour homework iphone lifetime people science something someone "
        "sometimes somewhat million wheelchair beyond opening useful widespread lion create fluid fluids "
        "giant ruin poem",
        3: "area areas anyone clinician clinicians different everyday everyone everything everybody idea ideas "
        "medicine medicines multiple nausea period several therapy whatever whenever wherever however everywhere "
        "created creates audience influence theatre "
        "whoever",
        4: "anaesthetic reliable society variety experience experiences coincidence",
    }.items()
    for word in words.split()
}
"""Where the rule is wrong, or where a rule for it would be wrong elsewhere."""

_VOWELS = re.compile(r"[aeiouy]+")
_APART = re.compile(r"[aeiouy]ing$|[^tcsgxl]i[aou]|li[ao](?=b)|eo(?!u)|[^qg]ua(?!r)|[^tc]ie(?=nt|t)|(?<=[^aeiou])ya")
"""Vowels that stand together and are spoken apart."""


@cache
def syllables(word: str) -> int:
    """Return how many syllables a word has: at least one."""
    word = re.sub(r"[^a-z]", "", word.lower().removesuffix("'s"))
    if word in _EXCEPTIONS:
        return _EXCEPTIONS[word]
    spoken = _without_silent_e(word)
    return max(1, len(_VOWELS.findall(spoken)) + len(_APART.findall(spoken)))


def _without_silent_e(word: str) -> str:
    """Return the word without an e that is written and not spoken."""
    word = re.sub(r"(?<=[aeiouy])([^aeiouy]+)e(?=(?:ly|ment|ments|ful|fully|less|ness)$)", r"\1", word)
    if re.search(r"(?:[sxzcgtd]|[cs]h|[^aeiouyl]l)(?:es|ed)$", word):
        # "uses", "wanted" and "settled" speak it; "hoped", "makes", "placed" and "times" do not.
        spoken = r"(?:[td]ed|(?:[sxzcg]|[cs]h)es|[^aeiouyl]l(?:es|ed))$"
        return word if re.search(spoken, word) else word[:-2]
    if re.search(r"[^aeiouy](?:es|ed)$", word):
        return word[:-2]
    if word.endswith("e") and not re.search(r"[^aeiouy]le$", word):
        return word[:-1]
    return word
