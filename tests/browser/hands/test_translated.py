"""A page that the browser's own translation rewrites while the guide goes on changing it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewPage, Watched
from tests.browser.person import Person
from tests.browser.waiting import until
from tests.server_process import Server
from ui.parts.pages import LOOK
from ui.session.guide_content import say

# Each text is taken out and two elements put in its place, as Chrome does it, and each new text too.
TRANSLATE = """() => {
  const rewrite = (text) => {
    if (!text.nodeValue.trim() || text.parentNode?.closest("font, script, style, textarea, #guide-said")) return
    const outer = document.createElement("font"), inner = document.createElement("font")
    inner.textContent = `«${text.nodeValue}»`
    outer.append(inner)
    text.replaceWith(outer)
  }
  const look = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = []
    while (walker.nextNode()) found.push(walker.currentNode)
    found.forEach(rewrite)
  }
  look()
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true })
}"""
STEPS = 14
ANSWERS = {"who-answers": "family", "adult-or-child": "adult", "pump-now": "no"}
ALL_SHOWN = "() => document.querySelector(':is(main, [data-testid=stMain])').innerText"


def shown(person: Person) -> list[str]:
    """Return the lines on the screen, without the marks of the translation."""
    person.watched.settled()
    return [line for line in person.page.evaluate(ALL_SHOWN).replace("«", "").replace("»", "").splitlines() if line]


@pytest.fixture
def both(new_page: NewPage, guide_server: Server) -> tuple[Person, Person]:
    """Two people at the first screen, one of whom has the page translated."""
    plain, translated = (Person(new_page(guide_server)).begin_at("who-and-name", **ANSWERS) for _ in range(2))
    for person in (plain, translated):
        expect(person.field("name")).to_be_visible()
        person.at_rest()
    translated.page.evaluate(TRANSLATE)
    expect(translated.page.locator("h1").first).to_have_text("«Who is filling this in»")
    return plain, translated


def alike(plain: Person, translated: Person) -> None:
    """See that both are shown the same, when what is still being translated is."""
    wanted = shown(plain)
    for _ in range(100):
        if shown(translated) == wanted:
            return
        translated.page.wait_for_timeout(50)
    assert shown(translated) == wanted


def test_each_screen_shows_its_own_texts_when_it_is_translated(both: tuple[Person, Person]) -> None:
    """The heading, which is also what is read out, and all others."""
    for _ in range(STEPS):
        for person in both:
            before = person.heading()
            person.page.locator(".st-key-next button").click()
            expect(person.page.locator("h1").first).not_to_have_text(before)
        alike(*both)
    said = both[1].page.locator("#guide-said").inner_text()

    assert both[0].heading() in said.replace("«", "").replace("»", "")


def choose_where_to_keep(person: Person) -> None:
    person.page.locator(".st-key-places a").first.click()
    expect(person.page.locator("[class*=st-key-keep-choice]")).to_be_visible()
    person.keep_on_device()


CHANGES: dict[str, Callable[[Person], None]] = {
    "another voice": lambda person: person.choose("who-answers", 1),
    "an answer that opens more": lambda person: person.choose("who-answers", 3),
    "where answers are kept": choose_where_to_keep,
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_changes_on_a_translated_screen_is_shown(both: tuple[Person, Person], change: str) -> None:
    """Words that come, go or change in place."""
    for person in both:
        CHANGES[change](person)
        person.at_rest()

    alike(*both)


def put_people(person: Person, value: str) -> None:
    """Say how many people come along to a refill, and wait until what that changes is shown."""
    field, before = person.page.locator(".st-key-look-people input"), shown(person)
    field.fill(value)
    field.press("Enter")
    until(lambda: shown(person) != before, "what the figure changes is shown")


def test_a_figure_that_is_changed_on_a_translated_page_is_shown(new_page: NewPage, guide_server: Server) -> None:
    """Sentences, tables and refusals that are made anew from it."""
    both = [Person(new_page(guide_server)).open("refills") for _ in range(2)]
    both[1].page.evaluate(TRANSLATE)
    for value in ("3", "0", "2"):
        for person in both:
            put_people(person, value)
        alike(both[0], both[1])

    assert say("refills.title") in shown(both[1])


def test_the_places_are_whole_on_a_translated_page(guide: Watched) -> None:
    """None of them fails at removing what the translation has taken out."""
    person = Person(guide).open("")
    person.page.evaluate(TRANSLATE)
    for place in (*LOOK, "check", "summary", "about"):
        if place in LOOK:
            person.page.locator("a[href$=look]").first.click()
            expect(person.page.locator("h1").first).to_have_text(f"«{say('look.title')}»")
            guide.settled()
            person.page.locator(f".st-key-look-links a[href$={place}]").click()
        else:
            person.page.locator(f".st-key-places a[href$={place}]").click()
        title = say("summary-page.empty-title" if place == "summary" else f"{place}.title")
        expect(person.page.locator("h1").first).to_have_text(f"«{title}»")
        guide.settled()

    expect(person.page.locator(".st-key-foot")).to_be_visible()
