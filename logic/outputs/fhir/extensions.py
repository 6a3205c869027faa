"""Extensions that a reader of a questionnaire may use, and may pass over without a loss of meaning."""

from typing import Any

_STANDARD = "http://hl7.org/fhir/StructureDefinition"
_CONTROLS = "http://hl7.org/fhir/questionnaire-item-control"


def control(code: str) -> dict[str, Any]:
    """Return how an item is best shown: `radio-button`, `check-box`, `help`."""
    return {
        "url": f"{_STANDARD}/questionnaire-itemControl",
        "valueCodeableConcept": {"coding": [{"system": _CONTROLS, "code": code}]},
    }


def exclusive() -> dict[str, Any]:
    """Return the mark of a choice that clears the others."""
    return {"url": f"{_STANDARD}/questionnaire-optionExclusive", "valueBoolean": True}


def unit(name: str) -> dict[str, Any]:
    """Return the one unit that a number is given in."""
    return {"url": f"{_STANDARD}/questionnaire-unitOption", "valueCoding": {"code": name, "display": name}}


def bound(which: str, value: int, unit_name: str) -> dict[str, Any]:
    """Return the least (`min`) or the most (`max`) that a number can be."""
    url = f"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-{which}Quantity"
    return {"url": url, "valueQuantity": {"value": value, "unit": unit_name}}


def unknown(reason: str = "unknown") -> dict[str, Any]:
    """Return why a value that has to be there is not."""
    return {"url": f"{_STANDARD}/data-absent-reason", "valueCode": reason}
