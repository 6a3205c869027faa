// One press, one step. A press of a button within half a second of the one before, or before what that one led to is
// drawn, does nothing, and no link is followed that has come under the same finger meanwhile. A double click, a tremor
// or a held Enter would otherwise go past a screen that nobody has seen.

const AGAIN_MS = 500
// As far as a trembling hand moves between two presses. A press by key is told as one in the corner of the window.
const NEAR = 48
// A run that never comes must not leave a page that can never be pressed again.
const LONGEST_MS = 20_000
const STEP = ":--button button:not(:disabled)"
const LINK_OR_NOTICE = ":--page-link-anchor, .guide-notice :is(button, a)"
const PRESSED = `${STEP}, :--download-button button:not(:disabled), ${LINK_OR_NOTICE}`
// These need no server, so they are not kept waiting for one; to delete least of all.
const FREE = `.st-key-forget button, ${LINK_OR_NOTICE}`
const BUSY = "guide-pressed"

const pressed = { at: -Infinity, x: 0, y: 0, number: 0, session: null, waits: false }

// By when it was pressed: a slow device hears of presses late, and of several at once.
const isSoon = ({ timeStamp }) => timeStamp - pressed.at < AGAIN_MS
const isNear = ({ clientX, clientY }) => Math.hypot(clientX - pressed.x, clientY - pressed.y) < NEAR

function isAgain(event, control) {
  if (control.matches(FREE)) return isSoon(event) && isNear(event)
  return isSoon(event) || pressed.waits
}

// The last press waits until a run that has heard of it is drawn to its end.
function isDrawn() {
  const heard = page.data.session !== pressed.session || page.data.pressed >= pressed.number
  return heard && document.querySelector(":--app").matches(":--at-rest")
}

function lookWhetherFree() {
  if (performance.now() - pressed.at > LONGEST_MS || isDrawn()) pressed.waits = false
  document.documentElement.classList.toggle(BUSY, isSoon({ timeStamp: performance.now() }) || pressed.waits)
}

function takeEachPressOnce() {
  document.addEventListener("click", (event) => {
    const control = event.target.closest?.(PRESSED)
    if (!control) return
    lookWhetherFree()
    if (isAgain(event, control)) {
      event.preventDefault()
      event.stopImmediatePropagation()
      return
    }
    Object.assign(pressed, { at: event.timeStamp, x: event.clientX, y: event.clientY })
    if (control.matches(STEP)) Object.assign(pressed, { number: pressed.number + 1, session: page.data.session, waits: true })
    lookWhetherFree()
    for (const after of [AGAIN_MS, LONGEST_MS]) setTimeout(lookWhetherFree, after + 1)
  }, true)
  document.addEventListener("keydown", (event) => {
    if (!event.repeat || event.key !== "Enter" || !event.target.closest?.(PRESSED)) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }, true)
}

// What is drawn meanwhile can move a control between the moment in which a finger goes down on it and that in which it
// comes up. The browser then tells no control of a click by mouse, and of one by touch whichever has come there; it was
// meant for the one that the finger went down on.
const HELD = "button:not(:disabled), summary, label, a[href]"

function takePressThatMoved() {
  let held = null
  document.addEventListener("pointerdown", ({ target, isPrimary, button }) => {
    const control = isPrimary && button === 0 && target.closest?.(HELD)
    held = control ? { control, box: control.getBoundingClientRect() } : null
  }, true)
  document.addEventListener("click", (event) => {
    const { control, box } = held ?? {}
    held = null
    // A press by key or by program, or one that met what it was meant for, is the browser's own.
    if (!control?.isConnected || !event.isTrusted || !event.detail || event.composedPath().includes(control)) return
    const { clientX: x, clientY: y } = event
    if (x < box.left || x > box.right || y < box.top || y > box.bottom) return
    event.preventDefault()
    event.stopImmediatePropagation()
    control.click()
  }, true)
}
