"""The controls of a page, as a browser knows them: their keys, and what they show before anybody has used them."""

from collections.abc import Iterable, Iterator

from streamlit.proto.Element_pb2 import Element
from streamlit.proto.WidgetStates_pb2 import WidgetState


def key_of(element: Element) -> str:
    """Return the key of a control that is chosen by a click, empty where it is none: an id ends with the key."""
    kind = element.WhichOneof("type")
    if kind not in ("radio", "checkbox"):
        return ""
    return str(getattr(element, kind).id).split("-", 2)[-1]


def shown(elements: Iterable[Element]) -> Iterator[WidgetState]:
    """Yield what a browser tells of each tick, choice and field with every message, whoever has set it."""
    for element in elements:
        match element.WhichOneof("type"):
            case "checkbox":
                box = element.checkbox
                yield WidgetState(id=box.id, bool_value=box.value if box.set_value else box.default)
            case "text_area":
                field = element.text_area
                yield WidgetState(id=field.id, string_value=field.value if field.set_value else field.default)
            case "radio":
                radio = element.radio
                if radio.set_value and radio.raw_value:
                    yield WidgetState(id=radio.id, string_value=radio.raw_value)
