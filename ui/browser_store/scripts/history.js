// Each screen is an entry of the browser's history, so that Back, and a phone's back gesture, lead to the screen before.
// An entry says which screen it is and nothing that was entered there; the address stays that of the place.

const trail = {
  led: false, // by Back or Forward to an entry that is not drawn yet
  asked: false, // the server for the screen of that entry
  path: null, // the address that was led to or drawn last
}

const entered = () => history.state?.guide
// A screen is told as the place, as it stands at the end of the address, and what is looked at there.
const isHere = (screen) => location.pathname.split("/").pop() === screen.split(" ")[0]

function lookAgain() {
  trail.asked = true
  tell("shown", { screen: entered() })
}

// Streamlit listens for this as well, and knows places only: it would draw this one again as it is. Those that listen at
// the window hear in the order in which they began to, so this one begins before Streamlit's own script runs.
window.addEventListener("popstate", (event) => {
  if (entered() === undefined) return
  const samePlace = location.pathname === trail.path
  Object.assign(trail, { led: true, asked: false, path: location.pathname })
  if (!samePlace) return
  event.stopImmediatePropagation()
  sendDrafts()
  lookAgain()
})

// Called at the end of each run, with what it drew.
globalThis.guideScreenDrawn = function (screen) {
  if (!isHere(screen) || page.queue.some(({ kind }) => kind === "shown")) return
  const entry = entered()
  const isNew = entry !== undefined && entry !== screen && trail.path !== null
  if (isNew && trail.led && !trail.asked) return lookAgain()
  if (entry !== screen) history[isNew && !trail.led ? "pushState" : "replaceState"]({ ...history.state, guide: screen }, "")
  Object.assign(trail, { led: false, asked: false, path: location.pathname })
}
