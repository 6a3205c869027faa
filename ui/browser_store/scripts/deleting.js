// While the answers are being deleted nothing on the page can be pressed or typed; then the page is loaded anew, so
// that nothing that it showed, held or was about to send outlives it.

// A name of the window outlives a reload, also where the browser blocks all storage.
const DELETED = "conversation-guide: deleted"

let isDeleting = false

function lockPage() {
  isDeleting = true
  window.name = DELETED
  for (const part of document.body.children) part.inert = true
  const region = document.createElement("div")
  region.className = "guide-deleting"
  region.setAttribute("role", "alert")
  region.tabIndex = -1
  region.textContent = WORDS.deleting
  document.body.append(region)
  region.focus()
  setTimeout(() => { region.textContent += ` ${WORDS["deleting-slow"]}` }, SLOW_MS)
}

function loadAnew() {
  window.name = DELETED
  location.reload()
}

const wasDeleted = () => window.name === DELETED
const sayNoMoreThatDeleted = () => { window.name = "" }
