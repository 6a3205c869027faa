// Answers as parts, so that two tabs can change different ones and neither is lost. Objects are gone into;
// text, numbers and the answer to one question are leaves; lists outside of the answers are sets.

const OF_THE_FILE = ["format", "content", "voice", "saved_at"]

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value)
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b)
const nameOf = (item) => (isObject(item) && "text" in item ? item.text : JSON.stringify(item))

// What this tab changed from `before` to `now`, put onto `there`, which another tab may have changed.
function overlay(there, before, now, inAnswers = false) {
  if (same(before, now)) return there
  if (isObject(now) && (isObject(before) || before === undefined) && (isObject(there) || there === undefined)) {
    const result = { ...there }
    for (const key of new Set([...Object.keys(before ?? {}), ...Object.keys(now)])) {
      const value = overlay(there?.[key], before?.[key], now[key], inAnswers || key === "answers")
      if (value === undefined) delete result[key]
      else result[key] = value
    }
    return result
  }
  if (!inAnswers && [there, now].every(Array.isArray)) return overlayList(there, before ?? [], now)
  return now
}

function overlayList(there, before, now) {
  const had = new Map(before.map((item) => [nameOf(item), item]))
  const has = new Map(now.map((item) => [nameOf(item), item]))
  const changed = (name) => has.has(name) && !same(had.get(name), has.get(name))
  const kept = there.filter((item) => has.has(nameOf(item)) || !had.has(nameOf(item)))
  const result = kept.map((item) => (changed(nameOf(item)) ? has.get(nameOf(item)) : item))
  const names = new Set(result.map(nameOf))
  return [...result, ...now.filter((item) => changed(nameOf(item)) && !names.has(nameOf(item)))]
}

const unfolded = (value) =>
  isObject(value) ? Object.keys(value).sort().map((key) => [key, unfolded(value[key])]) : value

// Whether two save files say the same, whenever they were written.
function sameAnswers(a, b) {
  const said = (file) => {
    const rest = { ...file }
    for (const name of OF_THE_FILE) delete rest[name]
    return unfolded(rest)
  }
  return same(said(a), said(b))
}

function parsed(text) {
  try {
    const value = JSON.parse(text)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}
