"""Two views laid out side by side, in the same words for both."""

from collections.abc import Iterator

from logic.content.content import Content
from logic.outputs.document import Paragraph, Part, Table
from logic.summary.two_views import Agreement, SectionViews, Views


def lay_out_views(content: Content, views: Views) -> tuple[Part, ...]:
    """Return the parts that show two views: first of all the note, then section by section."""
    note = content.say("views.note" if views.sections else "views.empty")
    sections = (Part(item.title, tuple(_tables(content, views, item)), level=3) for item in views.sections)
    return (Part(content.say("views.title"), (Paragraph(note, "note"),)), *sections, *_noted(content, views))


def _tables(content: Content, views: Views, section: SectionViews) -> Iterator[Table]:
    say = content.say
    agreements: tuple[Agreement, ...] = ("differ", "only-one")
    for agreement in agreements:
        rows = tuple(((item.label,), item.first.values, item.second.values) for item in section.of(agreement))
        if rows:
            yield Table(say(f"views.{agreement}"), (say("views.matter"), views.first, views.second), rows)
    if same := section.of("same"):
        rows_of_both = tuple(((item.label,), item.first.values) for item in same)
        yield Table(say("views.same"), (say("views.matter"), say("views.both")), rows_of_both)


def _noted(content: Content, views: Views) -> Iterator[Part]:
    """Yield what therapists noted: each beside the view in whose file it stands, and not as its words."""
    if not views.noted:
        return
    say, nothing = content.say, content.say("views.nothing-noted")
    rows = tuple(((item.title,), (item.first or nothing,), (item.second or nothing,)) for item in views.noted)
    header = (say("views.section"), *(say("views.noted-beside", whose=whose) for whose in (views.first, views.second)))
    yield Part(say("views.noted"), (Table(say("views.noted-note"), header, rows),), level=3)
