"""The documents' ranges on a topic: the picture, and the same as a table."""

from logic.content.content import Content
from logic.content.evidence import Topic
from logic.outputs.document import Block, Paragraph, Part, Table
from logic.outputs.layouts.topic import after_statements
from logic.summary.charts import Chart, range_chart


def ranges(content: Content) -> tuple[tuple[Topic, Chart], ...]:
    """Return every topic on which two or more documents give figures on one axis, with its chart."""
    charts = ((topic, range_chart(content, topic)) for topic in content.topics.values())
    return tuple((topic, chart) for topic, chart in charts if chart is not None)


def lay_out_ranges(content: Content) -> tuple[Part, ...]:
    """Return all charts of ranges as parts of a document, or words where there is nothing to draw."""
    found = ranges(content)
    note = content.say("chart.note") if found else content.say("chart.empty")
    parts = (
        Part(topic.about, (*before_chart(content, topic), chart, *after_chart(content, topic, chart)), level=3)
        for topic, chart in found
    )
    return (Part(content.say("chart.title"), (Paragraph(note, "note"),)), *parts)


def before_chart(content: Content, topic: Topic) -> tuple[Block, ...]:
    """Return how the documents differ, where they do."""
    return (Paragraph(content.say("evidence.differ", how=topic.differ)),) if topic.differ else ()


def after_chart(content: Content, topic: Topic, chart: Chart) -> tuple[Block, ...]:
    """Return what the chart shows as a table, a row for every document, and who is silent or one voice."""
    header = (content.say("chart.document"), content.say("chart.figure"))
    caption = content.say("chart.table", title=chart.title)
    table = Table(caption, header, tuple(((row.label,), (row.says,)) for row in chart.rows))
    return (table, *after_statements(content, topic))
