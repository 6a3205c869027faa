// One line of words at the foot of the window, made here so that it can speak while the server cannot.

// Shorter than that, a wait needs no words.
const SLOW_MS = 1500

let shownNotice = null
let unanswered = null // the run before what was sent last and not answered yet

// Something was sent. Where no whole run comes of it in time, the person is told that nothing is lost.
function asked() {
  if (unanswered) clearTimeout(unanswered.timer)
  // Words that are there already are of something that lasts.
  const say = () => page.down || isDeleting || shownNotice || showNotice(page.parent, "slow", WORDS.slow)
  const timer = setTimeout(say, SLOW_MS)
  unanswered = { run: page.data.run, session: page.data.session, timer }
}

function answered({ run, session }) {
  const isNew = unanswered && (run > unanswered.run || session !== unanswered.session)
  if (!isNew || !document.querySelector(":--app:--at-rest")) return
  clearTimeout(unanswered.timer)
  unanswered = null
  hideNotice(page.parent, "slow")
}

// `actions` are [words, act] or, for a file, [words, null, { name, text }].
function showNotice(parent, name, words, actions = []) {
  const region = parent.querySelector(".guide-notice")
  if (!region || shownNotice === name) return
  shownNotice = name
  const said = document.createElement("p")
  said.textContent = words
  region.replaceChildren(said, ...actions.map(action))
}

function hideNotice(parent, ...names) {
  if (names.length && !names.includes(shownNotice)) return
  shownNotice = null
  parent.querySelector(".guide-notice")?.replaceChildren()
}

function action([words, act, file]) {
  const control = document.createElement(file ? "a" : "button")
  control.textContent = words
  if (act) control.addEventListener("click", act)
  if (file) {
    control.href = "#"
    control.addEventListener("click", (event) => {
      event.preventDefault()
      giveWhenHeard(file, Date.now())
    })
  }
  return control
}

// What was chosen just before is still on its way to the server, which writes the file; it waits for that, if not for ever.
function giveWhenHeard(file, since) {
  if (ownNotes().length && !page.down && Date.now() - since < LONGEST_MS) {
    setTimeout(giveWhenHeard, 50, file, since)
    return
  }
  const address = URL.createObjectURL(new Blob([file.text()], { type: "application/json" }))
  Object.assign(document.createElement("a"), { download: file.name, href: address }).click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
