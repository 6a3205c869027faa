// The module outlives the element, so these hold for as long as the page is open.
let shown
let told = ""
let stopWaiting = () => {}

const PATIENCE_MS = 5000

// The heading of the screen before may still stand until the run has ended.
function heading() {
  const app = document.querySelector(":--app")
  if (!app || !app.matches(":--at-rest")) return null
  return [...app.querySelectorAll("h1")].find((h1) => !h1.closest(":--stale")) ?? null
}

// The window is told by what it shows, so that a person with many of them finds it again.
function nameWindow(h1, product) {
  const name = h1.textContent.trim()
  document.title = name === product ? product : `${name} – ${product}`
}

// Streamlit does not say which of its links leads to where one is. Its link to Start has no address, which a browser
// takes for that of the page.
function markPlace() {
  for (const link of document.querySelectorAll(".st-key-places a")) {
    const leads = new URL(link.getAttribute("href") || ".", location.href)
    if (leads.pathname === location.pathname) link.setAttribute("aria-current", "page")
    else link.removeAttribute("aria-current")
  }
}

function closeFolds() {
  for (const fold of document.querySelectorAll(":is(.top-menu, .top-help)[open]")) fold.open = false
}

document.addEventListener("keydown", ({ key }) => key === "Escape" && closeFolds())

// A control that is switched off for a while, or taken away, lets the focus fall to nowhere, and whoever goes by keyboard
// would begin again at the top. A pointer that is pressed beside everything means it.
let byKeyboard = false
let last = null

document.addEventListener("keydown", () => { byKeyboard = true }, true)
document.addEventListener("pointerdown", () => { byKeyboard = false }, true)
document.addEventListener("focusin", ({ target }) => { last = target }, true)

function pickUpFocus() {
  if (!byKeyboard || !last || document.activeElement !== document.body) return
  const part = last.isConnected ? last : heading()
  if (!part || part.disabled) return
  if (part.matches("h1")) part.setAttribute("tabindex", "-1")
  part.focus({ preventScroll: true })
}

// Not at once: on its way from one control to the next, the focus is nowhere for a moment.
const drops = new MutationObserver(() => setTimeout(pickUpFocus))
drops.observe(document.body, { subtree: true, childList: true, attributeFilter: ["disabled"] })

function goTo(h1, block) {
  closeFolds()
  h1.setAttribute("tabindex", "-1")
  document.querySelector(":--main")?.scrollTo({ top: 0, behavior: "instant" })
  const place = block ? document.querySelector(`.st-key-${CSS.escape(block)}`) : null
  place?.scrollIntoView({ block: "center", behavior: "instant" })
  const goal = place?.querySelector("button") ?? h1
  goal.focus({ preventScroll: true })
  const progress = document.getElementById("guide-progress")?.textContent
  say([progress, h1.textContent.trim()].filter(Boolean).join(". "))
}

// It stands outside of the app's tree, where no rerun replaces it: a new live region is not read.
function say(words) {
  let region = document.getElementById("guide-said")
  if (!region) {
    region = document.createElement("div")
    region.id = "guide-said"
    region.setAttribute("role", "status")
    region.className = "guide-unseen"
    document.body.append(region)
  }
  region.textContent = words
}

function whenDrawn(act) {
  stopWaiting()
  const look = () => {
    const h1 = heading()
    if (!h1) return
    stopWaiting()
    act(h1)
  }
  const observer = new MutationObserver(look)
  const timer = setTimeout(() => stopWaiting(), PATIENCE_MS)
  stopWaiting = () => {
    observer.disconnect()
    clearTimeout(timer)
  }
  observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
  look()
}

export default function ({ data }) {
  const first = shown === undefined
  // From now on the words of the first page stay away (see ui/server/first_page.py).
  document.documentElement.classList.add("guide-drawn")
  markPlace()
  if (data.said !== told) {
    // What is no longer so is not left to be come upon either.
    if (data.said || document.getElementById("guide-said")?.textContent === told) say(data.said)
    told = data.said
  }
  globalThis.guideScreenDrawn(data.token)
  if (data.token === shown) return
  shown = data.token
  whenDrawn((h1) => {
    nameWindow(h1, data.product)
    markPlace()
    if (!first) goTo(h1, data.block)
  })
}
