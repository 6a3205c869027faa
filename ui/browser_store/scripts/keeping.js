// What this tab keeps in the browser: where the answers are, and the notes that no run has answered yet.

// What this tab has stored; a tab that has nothing yet takes what the device has.
function look() {
  for (const place of page.place ? [page.place] : ["tab", "device"]) {
    const record = readRecord(place)
    if (record && place === "device" && tooOld(record)) {
      removeAll(place)
      tellOnce("expired", WORDS.expired)
      continue
    }
    const notes = readNotes(place)
    if (record || notes.length) {
      page.place = place
      return { record, notes }
    }
  }
  return { record: null, notes: [] }
}

// The answers can be shared by two tabs, the screen is each tab's own.
const SCREEN = "conversation-guide-screen"
const myScreen = () => parsed(get("tab", SCREEN) ?? "")

function save(data) {
  const nothing = !data.holds && data.keep === null && page.place === null
  if (nothing) return
  const before = page.place
  const places = data.keep ? ["device", "tab", "page"] : ["tab", "page"]
  const whyNot = {}
  const place = places.find((one) => (whyNot[one] = write(one, data)) === null)
  page.place = place
  if (before && before !== place) {
    put(place, NOTES, JSON.stringify(readNotes(before)))
    // What could not be read, or could not be replaced for want of room, is not ours to remove.
    if (before !== page.unread && !(data.keep && before === "device")) removeAll(before)
    if (before === "device" && !data.keep) channel?.postMessage("moved")
  }
  if (place === "device") put("tab", SCREEN, JSON.stringify(data.place))
  else remove("tab", SCREEN)
  if (place === "page") tellKept(place, whyNot.tab)
  // What was there when the page was loaded is told of on the page itself.
  else if (data.keep && place === "tab" && page.unread !== "device") tellKept(place, whyNot.device)
}

// Null where the answers are now in this place, else why they are not.
function write(place, data) {
  if (place === page.unread) return "foreign"
  const there = readRecord(place)
  const now = parsed(data.text)
  if (there && !isOurs(there, now)) return "foreign"
  if (there && isLater(there, now)) return "later"
  if (place === "device" && page.place === "device" && !there && page.known !== null) {
    // Deleted by the browser, or by a tab that did not get to say so: it is not put back behind the person's back.
    tell("moved")
    return "removed"
  }
  const others = there && there.text !== page.known
  const text = others ? JSON.stringify(overlay(parsed(there.text), page.base, now), null, 2) : data.text
  const same_ = there && there.text === text && there.keep === data.keep && same(there.place, data.place)
  const record = { revision: (there?.revision ?? 0) + 1, used_at: Date.now(), keep: data.keep, place: data.place, text }
  const whyNot = same_ && page.told.has("used") ? null : whyNotPut(place, RECORD, JSON.stringify(record))
  if (whyNot) return whyNot
  page.told.add("used")
  page.known = text
  page.base = now
  tellNewer(parsed(text))
  return null
}

const formatOf = (record) => parsed(record.text)?.format
const isOurs = (record, now) => formatOf(record)?.name === now.format.name
const isLater = (record, now) => !(formatOf(record).number <= now.format.number)

const nameOfNote = (one) => `${one.tab} ${one.n}`
const drop = (notes) => dropNotes((one) => notes.some((other) => nameOfNote(one) === nameOfNote(other)))
const ownNotes = () => (page.place ? readNotes(page.place).filter((one) => one.tab === page.id) : [])

function note(key, value, sent, words) {
  if (!page.data || isDeleting) return
  const place = page.place ?? (page.data.keep ? "device" : "tab")
  const last = readNotes(place).at(-1)
  // One press is several events.
  if (last?.tab === page.id && last.key === key && last.value === value && last.sent && sent) return
  // A draft grows with each key; of the other tab's notes on the same control this one is the later.
  const isOver = (old) => old.key === key && (old.tab !== page.id || !old.sent)
  const made = { tab: page.id, n: ++page.notes, key, value, words, sent, content: page.data.content }
  const notes = JSON.stringify([...readNotes(place).filter((old) => !isOver(old)), made])
  page.place = [place, "tab", "page"].find((one) => put(one, NOTES, notes))
  // The notes ride with the change itself in one message, so that they cost no run.
  if (!sent) return
  asked()
  page.set("noted", sentNotes())
}

const sentNotes = () => ({
  session: page.mine,
  notes: ownNotes().filter((one) => one.sent),
  press: pressed.number,
  heard: page.mine === page.data.session ? page.data.run : 0,
})

// Words whose field goes before it was left: it does not send them, and may be back before it is missed.
function sendDrafts() {
  const mine = ownNotes()
  if (mine.every((one) => one.sent)) return
  const sent = readNotes(page.place).map((one) => (one.tab === page.id ? { ...one, sent: true } : one))
  put(page.place, NOTES, JSON.stringify(sent))
  page.set("noted", sentNotes())
}

function dropNotes(isOver) {
  if (!page.place) return
  const notes = readNotes(page.place)
  const left = notes.filter((old) => !isOver(old))
  if (left.length === notes.length) return
  if (left.length) put(page.place, NOTES, JSON.stringify(left))
  else remove(page.place, NOTES)
}

// A field can go, or be drawn anew, with its words unsent. So when nothing runs any more, whatever is still noted
// of a control that is gone is said in a message of our own.
function sayLeft() {
  const isGone = ({ key }) => !document.querySelector(`.st-key-${CSS.escape(key)}`)
  const left = page.mine === page.data.session ? ownNotes().filter(isGone) : []
  if (left.length && !page.queue.length) tell("more", { notes: left })
}
