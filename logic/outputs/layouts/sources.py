"""A document as lines: who speaks in it, what kind it is, whether it is dated, and what to bear in mind."""

from logic.content.content import Content
from logic.content.evidence import Source
from logic.outputs.document import Bullet, Bullets, Line, Lines


def source_lines(content: Content, source: Source) -> Lines:
    """Return what a reader needs to judge a document."""
    say = content.say
    note = (Line(say("about.note"), source.note),) if source.note else ()
    return Lines(
        (
            Line(say("about.publisher"), source.publisher),
            Line(say("about.kind"), source.kind),
            Line(say("about.about"), source.about),
            *note,
            Line(say("about.date"), say("about.dated" if source.dated else "about.undated")),
            Line(say("about.rates"), say("about.rated" if source.gives_rates else "about.unrated")),
        )
    )


def cited_sources(content: Content) -> Bullets:
    """Return every document under the short name by which lines cite it."""

    def named(source: Source) -> str:
        about = {"title": source.title, "publisher": source.publisher, "kind": source.kind}
        return content.say("summary.source", short=source.short, **about)

    return Bullets(tuple(Bullet(named(source)) for source in content.sources))
