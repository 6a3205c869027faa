"""Wordings of advice, in the forms people really write, and what finds them in a text.

Three sources: the patterns here, which know no subject; the words that the content itself forbids; and
"choose a …" in front of the name of an option. A document's own claim passes by being worded as a claim:
"If tablets work, a pump is not needed, this article says." There is no way to excuse a wording, so a
quotation of advice is no way around the rule.
"""

import re
from collections.abc import Iterator
from functools import cache

from logic.checks.breaches import Breach
from logic.checks.passages import passages
from logic.content.content import Content
from logic.content.loading.word_rules import whole_words

_GOOD = (
    r"(?:good|great|better|best|ideal|perfect|excellent|strong|poor|bad|right|wrong|suitable|unsuitable|safe|safer|safest"
    r"|wise|wisest|smart|sensible|obvious|clear|natural|preferred|preferable|superior|promising|top|optimal|reasonable)"
)
_THING = (
    r"(?:choice|option|treatment|candidate|decision|answer|bet|solution|therapy|match|fit|way forward|way to go|pick)"
)
_YOU = r"(?:you|people like you|someone like you|your (?:case|situation|needs|goals|body))"
_TAKE = r"(?:choose|pick|get|have|try|take|start|avoid|skip|consider|prefer|opt for|go for|go with|decide on|stay with)"
_SURELY = r"(?:really |probably |definitely |likely |usually |strongly |highly |also |all |not |would |do )*"
_ADVISE = r"(?:recommend|suggest|advise|encourage|urge|propose|favou?r)"
_BENEFIT = r"(?:benefit|gain|improve|feel better|do well|be better off)"

_TOLD_TO = (
    rf"(?:you|he|she|they|one|the patient|patients) {_SURELY}(?:should|shouldn't|ought|had better)\b",
    r"(?:you'd better|you'll want to|you'll need to (?:have|get)|you must (?:have|get|choose|try|avoid|not))\b",
    rf"you (?:may|might|could|will|would) (?:want|like|do well|be wise) to (?:{_TAKE}|think about)\b",
    r"you (?:do not|don't|no longer|will|really|clearly)? ?need (?:a|an|the|this|surgery)\b",
    r"you (?:do not|don't|no longer|will|really|clearly)? ?need to (?:have|get|start|stop)\b",
    r"(?:must|should) (?:be )?(?:choose|consider(?:ed)?|avoid(?:ed)?|try|tried|get|prefer(?:red)?)\b",
    r"should (?:not )?(?:have|be given|be offered|receive)\b",
    r"(?:ought to (?:have|get|try|choose)|time to (?:get an? |choose|switch|stop))\b",
)
_TOLD_BY = (
    rf"(?:we|i|our (?:team|experts?|doctors?)) {_SURELY}{_ADVISE}\b",
    r"(?:we|i) (?:think|believe|feel|find) (?:that )?(?:you|a|an|the|this|it)\b",
    r"(?:this|the) (?:guide|tool|app|summary) (?:recommends|advises)\b",
    r"(?:this|the) (?:guide|tool|app|summary) suggests (?:a|an|the|that|you|having|getting|trying|choosing)\b",
    r"(?:our|the guide's|my) (?:advice|recommendation|suggestion|verdict|tip)\b",
    rf"(?:doctors|experts|specialists|most people|guidelines|studies) {_SURELY}(?:{_ADVISE}|prefer|choose)\b",
    rf"(?:is|are|was|be|being|been) {_SURELY}(?:recommended|advised|advisable|indicated|contraindicated|preferable)\b",
    r"(?:highly|strongly|not) (?:recommended|advised|advisable)\b",
    r"recommended (?:for|choice|option|treatment)\b|recommends? (?:that|you|a|an|the|having|getting)\b",
)
_FITS = (
    rf"{_GOOD} (?:treatment )?{_THING}\b",
    r"(?:a|as|your|pump|surgery|makes? you a) candidate\b|candidates? for\b|candidacy\b",
    rf"(?:ideal|perfect|great|good|best|better|right|wrong|suited|suitable|appropriate|made|meant) for {_YOU}\b",
    rf"(?:suits?|fits?|matches|would suit|will suit|would help|will help) {_YOU}\b(?! know)",
    r"(?:ideal|perfect|well[- ]suited|best[- ]suited|ideally suited) (?:for|to)\b",
    r"(?:suitability|eligible|eligibility|ineligible|unsuitable)\b|(?:dis)?qualif(?:y|ies)\b",
)
_BEST = (
    r"(?:it is|it's|it would be|it'd be|would be|might be) (?:best|better|wise|wisest|sensible|safest) (?:to|for|if)\b",
    r"(?:it is|it's|it would be|would be|might be) a good idea\b",
    r"(?:first|top|number one|no\. ?1) (?:choice|pick|option)\b|no-brainer\b|clear winner\b|gold standard\b",
    r"(?:outranks|beats|wins (?:out )?over|comes out (?:on top|ahead)|is superior to)\b|makes (?:the )?most sense\b",
    r"worth (?:having|trying|considering|doing|it for you)\b|makes sense for you\b",
)
_FORETOLD = (
    rf"you (?:will|would|are likely to|are going to|can expect to|stand to) {_SURELY}{_BENEFIT}\b",
    rf"(?:will|would|should|is likely to|is going to) {_SURELY}(?:work|help|be effective) (?:well )?for you\b",
    r"(?:too (?:risky|mild|severe|old|young|sick|late|far)|better off|worse off) (?:for you|with a|without)\b",
)
_COUNTED = (
    r"\d+(?:\.\d+)? ?(?:%|percent|per cent) (?:\w+ )?(?:match|fit|suitable|likely|chance|sure|score|in favou?r)\b",
    r"(?:match|fit|suitability|your|overall|total|final|pump|candidate) ?-?(?:score|rating|ranking|points)\b",
    r"(?:score|rating|rank|ranking|grade)(?: of| is| was| for|:)|scores? (?:\d|high|low|best|better)",
    r"(?:ranks?|ranked|rated) (?:first|second|\d|high|low|best|top|above|below)",
    r"\d+ (?:out of|/) \d+ (?:points|stars|for)\b|(?:four|five)[- ]star\b",
)
_ANSWERS = (
    r"(?:your|these|the) answers (?:\w+ )?(?:suggest|show that|indicate|mean that|point|favou?r|speak for|make you)\b",
    r"(?:based on|given|going by|from) (?:your|these|the) answers,? (?:you|a|an|the|we|it|this)\b",
    r"(?:points?|leans?|tips?|speaks) (?:clearly |strongly )?(?:towards?|in favou?r of|for|against) (?:a|an|the) ",
)
_WORDINGS = (*_TOLD_TO, *_TOLD_BY, *_FITS, *_BEST, *_FORETOLD, *_COUNTED, *_ANSWERS)
_PATTERNS = tuple(re.compile(rf"\b(?:{item})", re.IGNORECASE) for item in _WORDINGS)
# Nearly every text has none of them, which one look for all of them, in small letters, tells in a tenth of the time.
_ANY = re.compile(rf"\b(?:{'|'.join(_WORDINGS)})")
_SMALL = str.maketrans("\u0130\u0131\u017f", "iis")
"""The letters that IGNORECASE takes for one of the alphabet, and whose small form is another."""


class Advice:
    """Finds wordings of advice in a text, for one guide."""

    def __init__(self, content: Content) -> None:
        """Take in the words that the content forbids and the names of its options."""
        self._options = tuple(option.name for option in content.comparison.options)
        self._never = content.words.never

    def found_in(self, text: str) -> Iterator[str]:
        """Yield each wording of advice in the text, as it stands there."""
        yield from _found(self._options, self._never, " ".join(text.replace("\u2019", "'").split()))


@cache
def _found(options: tuple[str, ...], never: tuple[str, ...], text: str) -> tuple[str, ...]:
    # The same strings come back on hundreds of paths, and in every guide with one of them changed.
    known = _PATTERNS if _ANY.search(text.translate(_SMALL).lower()) else ()
    patterns = (*known, *_of_guide(options, never))
    return tuple(match.group().strip() for pattern in patterns for match in pattern.finditer(text))


@cache
def _of_guide(options: tuple[str, ...], never: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    # At the start of a sentence it is a command; elsewhere, as in "whether to have a pump", it is not.
    start = r"(?:^|[.!?:;]\s+|[\u201c\"*•-]\s*)(?:please |just |so |then |now )?"
    command = rf"{start}{_TAKE} (?:a |an |the |your )?(?:{'|'.join(map(re.escape, options))})\b"
    return (re.compile(command, re.IGNORECASE), *((whole_words(never),) if never else ()))


def advice_breaches(content: Content) -> Iterator[Breach]:
    """Find wordings of advice in every string of the content."""
    advice = Advice(content)
    for passage in passages(content):
        yield from (Breach("N003", passage.where, found) for found in advice.found_in(passage.text))
