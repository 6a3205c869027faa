"""Wordings of advice, in the forms people really write, and what finds them in a text.

Three sources: the patterns here, which know no subject; the words that the content itself forbids; and
"choose a …" in front of the name of an option. A document's own claim passes by being worded as a claim:
"If tablets work, a pump is not needed, this article says." There is no way to excuse a wording, so a
quotation of advice is no way around the rule.
"""

import re
from collections.abc import Iterator

from logic.checks.breaches import Breach
from logic.checks.passages import passages
from logic.content import Content
from logic.load import advice_pattern

_GOOD = (
    r"(?:good|great|better|best|ideal|perfect|excellent|strong|poor|bad|right|wrong|suitable|unsuitable|safe|safer|safest"
    r"|wise|wisest|smart|sensible|obvious|clear|natural|preferred|preferable|superior|promising|top|optimal|reasonable)"
)
_THING = r"(?:choice|option|treatment|candidate|decision|answer|bet|solution|therapy|match|fit|way forward|way to go|pick)"
_YOU = r"(?:you|people like you|someone like you|your (?:case|situation|needs|goals|body))"
_TAKE = r"(?:choose|pick|get|have|try|take|start|avoid|skip|consider|prefer|opt for|go for|go with|decide on|stay with)"

_PATTERNS = (
    # What somebody is told to do.
    rf"\b(?:you|he|she|they|one|the patient|patients) (?:really |probably |definitely )?(?:should|shouldn't|ought|had better)\b",
    r"\b(?:you'd better|you'll want to|you'll need to (?:have|get)|you must (?:have|get|choose|try|avoid|not))\b",
    r"\byou (?:may|might|could|will|would) (?:want|like|do well|be wise) to (?:choose|consider|try|get|have|avoid|think about)\b",
    r"\byou (?:do not|don't|no longer|will|really|clearly)? ?need (?:a|an|the|this|surgery|to (?:have|get|start|stop))\b",
    r"\b(?:must|should) (?:be )?(?:choose|consider(?:ed)?|avoid(?:ed)?|try|tried|get|prefer(?:red)?)\b",
    r"\bshould (?:not )?(?:have|be given|be offered|receive)\b",
    r"\b(?:ought to (?:have|get|try|choose)|time to (?:get an? |choose|switch|stop)|talk yourself into)\b",
    # Who tells it.
    r"\b(?:we|i|our (?:team|experts?|doctors?)) (?:would |strongly |also |do )*(?:recommend|suggest|advise|encourage|urge|propose|favou?r)\b",
    r"\b(?:we|i) (?:think|believe|feel|find) (?:that )?(?:you|a|an|the|this|it)\b",
    r"\b(?:this|the) (?:guide|tool|app|summary) (?:recommends|advises|suggests (?:a|an|the|that|you|having|getting|trying|choosing))\b",
    r"\b(?:our|the guide's|my) (?:advice|recommendation|suggestion|verdict|tip)\b",
    r"\b(?:doctors|experts|specialists|most people|guidelines|studies) (?:all |usually |strongly )?(?:recommend|advise|prefer|choose|favou?r)\b",
    r"\b(?:is|are|was|be|being|been|highly|strongly|also|not) (?:recommended|advised|advisable|indicated|contraindicated|preferable)\b",
    r"\brecommended (?:for|choice|option|treatment)\b|\brecommends? (?:that|you|a|an|the|having|getting)\b",
    # Whom it fits.
    rf"\b{_GOOD} (?:treatment )?{_THING}\b",
    r"\b(?:a|as|your|pump|surgery|makes? you a) candidate\b|\bcandidates? for\b|\bcandidacy\b",
    rf"\b(?:ideal|perfect|great|good|best|better|right|wrong|suited|suitable|appropriate|made|meant|worth it) for {_YOU}\b",
    rf"\b(?:suits?|fits?|matches|would suit|will suit|would help|will help) {_YOU}\b(?! know)",
    r"\b(?:ideal|perfect|well[- ]suited|best[- ]suited|ideally suited) (?:for|to)\b",
    r"\b(?:suitability|eligib(?:le|ility)|ineligible|unsuitable)\b|\b(?:dis)?qualif(?:y|ies) (?:for|as)?\b",
    # What is best.
    r"\b(?:it is|it's|it would be|it'd be|would be|might be) (?:best|better|wise|wisest|sensible|safest|smart|a good idea) (?:to|for|if)\b",
    r"\b(?:first|top|number one|no\. ?1) (?:choice|pick|option)\b|\bno-brainer\b|\bclear winner\b|\bgold standard\b",
    rf"\b(?:outranks|beats|wins (?:out )?over|comes out (?:on top|ahead)|is superior to|(?:makes?|made) (?:the )?most sense)\b",
    r"\bworth (?:having|trying|considering|doing|it for you)\b|\bmakes sense for you\b",
    # What is foretold.
    r"\byou (?:will|would|are likely to|are going to|can expect to|stand to) (?:probably |likely |really )?(?:benefit|gain|improve|feel better|do well|be better off)\b",
    r"\b(?:will|would|should|is likely to|is going to) (?:probably |likely |really )?(?:work|help|be effective) (?:well )?for you\b",
    r"\b(?:too (?:risky|mild|severe|old|young|sick|late|far)|better off|worse off) (?:for you|with a|without)\b",
    # What is counted.
    r"\b\d+(?:\.\d+)? ?(?:%|percent|per cent) (?:\w+ )?(?:match|fit|suitable|likely|chance|sure|score|in favou?r)\b",
    r"\b(?:match|fit|suitability|your|overall|total|final|pump|candidate) ?-?(?:score|rating|ranking|points)\b",
    r"\b(?:score|rating|rank|ranking|grade) (?:of|is|was|for|:)|\bscores? (?:\d|high|low|best|better)|\b(?:ranks?|ranked|rated) (?:first|second|\d|high|low|best|top|above|below)",
    r"\b\d+ (?:out of|/) \d+ (?:points|stars|for)\b|[\u2605\u2b50]{2,}|\b(?:four|five)[- ]star\b",
    # What the answers are made to say.
    r"\b(?:your|these|the) answers (?:\w+ )?(?:suggest|show that you|indicate|mean that|point|favou?r|speak for|lean|make you)\b",
    r"\b(?:based on|given|going by|from) (?:your|these|the) answers,? (?:you|a|an|the|we|it|this)\b",
    r"\b(?:points?|leans?|tips?|speaks) (?:clearly |strongly )?(?:to|toward|towards|in favou?r of|for|against) (?:a|an|the|having|getting) ",
)


class Advice:
    """Finds wordings of advice in a text, for one guide."""

    def __init__(self, content: Content) -> None:
        """Take in the words that the content forbids and the names of its options."""
        options = "|".join(re.escape(option.name) for option in content.comparison.options)
        # At the start of a sentence it is a command; elsewhere, as in "whether to have a pump", it is not.
        command = rf"(?:^|[.!?:;]\s+|[\u201c\"*•-]\s*)(?:please |just |so |then |now )?{_TAKE} (?:a |an |the |your )?(?:{options})\b"
        self._patterns = (*(re.compile(pattern, re.IGNORECASE) for pattern in (*_PATTERNS, command)),)
        self._never = advice_pattern(content.words.never) if content.words.never else None

    def found_in(self, text: str) -> Iterator[str]:
        """Yield each wording of advice in the text, as it stands there."""
        flat = " ".join(text.replace("\u2019", "'").split())
        for pattern in (*self._patterns, *((self._never,) if self._never else ())):
            yield from (match.group().strip() for match in pattern.finditer(flat))


def advice_breaches(content: Content) -> Iterator[Breach]:
    """Find wordings of advice in every string of the content."""
    advice = Advice(content)
    for passage in passages(content):
        yield from (Breach("N003", passage.where, found) for found in advice.found_in(passage.text))
