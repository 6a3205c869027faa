// Where things are kept: on the device, for the tab, or, where the browser allows neither, on this page.

const RECORD = "conversation-guide"
const NOTES = "conversation-guide-notes"
const UNUSED_DAYS = 90
const MOST_BYTES = 1_000_000

const inMemory = new Map()
const MEMORY = {
  getItem: (key) => inMemory.get(key) ?? null,
  setItem: (key, value) => inMemory.set(key, value),
  removeItem: (key) => inMemory.delete(key),
}

// Naming the storage can throw: a browser that blocks it does so here.
const PLACES = { device: () => localStorage, tab: () => sessionStorage, page: () => MEMORY }

function get(place, key) {
  try {
    return PLACES[place]().getItem(key)
  } catch {
    return null
  }
}

const put = (place, key, value) => whyNotPut(place, key, value) === null

// Null where it is put there. A full storage says so by the name of its error, one that is blocked by another.
function whyNotPut(place, key, value) {
  try {
    PLACES[place]().setItem(key, value)
    return null
  } catch (error) {
    return /quota/i.test(error?.name) ? "full" : "blocked"
  }
}

function remove(place, key) {
  try {
    PLACES[place]().removeItem(key)
  } catch {
    // Nothing can be there.
  }
}

// What is stored, with the answers as they were written: the server judges them. Null where nothing is.
function readRecord(place) {
  const raw = get(place, RECORD)
  if (raw === null) return null
  const record = parsed(raw)
  return typeof record?.text === "string" ? record : { text: raw, rubbish: true }
}

function readNotes(place) {
  const raw = get(place, NOTES)
  const notes = raw === null || raw.length > MOST_BYTES ? [] : (parsed(`{"notes":${raw}}`)?.notes ?? [])
  return Array.isArray(notes) ? notes.filter((note) => typeof note?.key === "string") : []
}

function removeAll(place) {
  remove(place, RECORD)
  remove(place, NOTES)
}

const tooOld = (record) => Date.now() - record.used_at > UNUSED_DAYS * 24 * 60 * 60 * 1000
const tooLarge = (text) => new Blob([text]).size > MOST_BYTES
