// The browser's half of the protocol in docs/decisions/0007-browser-store.md.
const page = {
  id: crypto.getRandomValues(new Uint32Array(2)).join("-"),
  data: null, // what the last run said
  texts: new Map(), // the answers as the runs told them, from the last that the server goes by
  mine: null, // the session that may be saved for: it has taken in what was stored
  place: null, // where the answers are kept now
  unread: null, // a place with something in it that the server could not read, so it is left alone
  known: null, // the text in that place, as this tab last saw it
  base: {}, // the answers as the server last said them
  notes: 0,
  found: null, // what was last handed over, until a session has taken it in
  queue: [],
  messages: 0,
  told: new Set(),
  down: false,
}
const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(RECORD)
const REST_MS = 200
const INTO_GUIDE = ":is(.st-key-begin, .st-key-open-go-on) button"
const isNarrow = () => matchMedia("(max-width: 40rem)").matches

globalThis.guideBrowserStore = function ({ data, key, parentElement, setTriggerValue, setStateValue }) {
  const first = page.data === null
  const isAnew = page.key !== key
  Object.assign(page, { key, parent: parentElement, say: setTriggerValue, set: setStateValue })
  if (data.over) return loadAnew()
  if (isDeleting) return repeat(data)
  if (data.session === page.data?.session && data.run < page.data.run) return
  page.data = data = { ...data, text: wholeText(data) }
  if (first) start()
  answered(data)
  lookWhetherFree()
  takeAnswer(data, isAnew)
  if (data.told_deleted) sayNoMoreThatDeleted()
  if (page.mine !== data.session && !settle(data)) return
  // The answers that this run hands over hold these.
  dropNotes((one) => one.tab === page.id && one.sent && one.n <= data.applied)
  setComfort(data.place.comfort)
  save(data)
}

// A run tells all answers, or the lines that changed since a run that this page has said it has heard.
function wholeText({ session, run, text }) {
  if (typeof text === "string") page.texts.clear()
  else {
    const lines = page.texts.get(text.since).split("\n")
    for (const [first, gone, instead] of text.lines.toReversed()) lines.splice(first, gone, ...instead)
    for (const old of page.texts.keys()) if (old < text.since) page.texts.delete(old)
    text = lines.join("\n")
  }
  page.texts.set(run, text)
  return text
}

function start() {
  followLinksAfterWords()
  takePressThatMoved()
  takeEachPressOnce()
  listen(note)
  document.addEventListener("click", ({ target }) => {
    if (target.closest?.(`${STEP}, :--page-link-anchor`)) asked()
    if (target.closest?.(".st-key-forget button:not(:disabled)")) deleteAll(true)
    // Whether one question at a time fits better is told with the press that leads into the guide, so it costs no run.
    else if (target.closest?.(INTO_GUIDE)) page.set("noted", { ...sentNotes(), narrow: isNarrow() })
    // A press can change answers, and what is done next then says again what all controls showed before. Whoever has
    // said once what was noted, though it be nothing, is not taken at the word of the controls.
    else if (target.closest?.(STEP)) page.set("noted", sentNotes())
  }, true)
  if (channel) channel.onmessage = ({ data: kind }) => fromOtherTab(kind)
  window.addEventListener("storage", otherTabSaved)
  const app = document.querySelector(":--app")
  new MutationObserver(() => {
    lineIs(app.matches(":--connected"))
    if (app.matches(":--at-rest")) answered(page.data)
    lookWhetherFree()
    setTimeout(() => app.matches(":--at-rest") && sayLeft(), REST_MS)
  }).observe(app, { attributeFilter: [":--connection-state", ":--script-state"] })
}

// Whether this session may be saved for. If it has not yet taken in what is stored, hand it over first.
function settle(data) {
  if (page.queue.some((message) => ["found", "deleted"].includes(message.kind))) return false
  if (!data.settled) {
    if (wasDeleted()) {
      tell("deleted")
      return false
    }
    const stored = look()
    if (stored.record || stored.notes.length || data.waiting) {
      tellFound(stored)
      return false
    }
  }
  page.mine = data.session
  page.unread = data.unread ? page.place : null
  const found = page.found
  page.found = null
  page.base = (!data.unread && parsed(found?.text ?? "")) || {}
  page.known = found?.text ?? null
  drop(found?.notes ?? [])
  // What was clicked meanwhile named another session, or none.
  const late = ownNotes().filter((one) => one.sent)
  if (late.length) tell("more", { notes: late })
  return true
}

function tellFound({ record, notes }) {
  page.found = { text: record?.text ?? null, notes }
  const large = record !== null && tooLarge(record.text)
  tell("found", {
    keep: page.place === "device" || (record?.keep ?? null),
    text: large ? null : page.found.text,
    too_large: large,
    place: (page.place === "device" && myScreen()) || record?.place,
    notes,
    narrow: isNarrow(),
  })
}

function deleteAll(here) {
  if (isDeleting) return
  for (const place of Object.keys(PLACES)) removeAll(place)
  remove("tab", SCREEN)
  if (here) channel?.postMessage("deleted")
  Object.assign(page, { mine: null, place: null, queue: [] })
  tell("delete", { session: page.data.session })
  lockPage()
}

function fromOtherTab(kind) {
  if (kind === "deleted") deleteAll(false)
  else if (page.place === "device" && page.mine) {
    tell("moved")
    tellKept("tab", "moved")
  }
}

// Told by the storage itself: a message of the other tab can be here before what it wrote is.
function otherTabSaved({ key, newValue }) {
  if (key === RECORD && newValue !== null && page.place === "device" && page.mine) {
    tellNewer(parsed(readRecord("device")?.text ?? ""))
  }
}

function tellNewer(stored) {
  if (!stored || sameAnswers(stored, page.base)) return hideNotice(page.parent, "newer")
  const act = () => tell("take", { text: readRecord("device")?.text })
  showNotice(page.parent, "newer", WORDS.newer, [[WORDS.take, act]])
}

const closing = () => [WORDS.close, () => hideNotice(page.parent)]

// Until when the answers are kept, and why not longer.
function tellKept(place, why) {
  const file = { name: FILE, text: () => page.data.text }
  tellOnce(`${place} ${why}`, `${WORDS[`why-${why}`]} ${WORDS[`until-${place}`]}`, [[WORDS.file, null, file]])
}

function tellOnce(name, words, offer = []) {
  if (page.told.has(name)) return
  page.told.add(name)
  showNotice(page.parent, name, words, [...offer, closing()])
}

function lineIs(connected) {
  if (connected && page.down) {
    page.down = false
    clearTimeout(page.slow)
    page.queue = []
    // The first message on the new line, before any click can be: a new server starts from it.
    if (isDeleting) loadAnew()
    else if (wasDeleted()) tell("deleted")
    else tellFound(look())
  } else if (!connected && !page.down) {
    page.down = true
    page.slow = setTimeout(() => showNotice(page.parent, "down", WORDS.down), SLOW_MS)
  }
}

function sayBack() {
  hideNotice(page.parent)
  showNotice(page.parent, "back", WORDS.back, [closing()])
}
