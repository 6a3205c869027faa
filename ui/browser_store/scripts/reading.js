// How large and how far apart the words are: set from what is stored before anything is drawn, then from each run.
function setComfort(comfort) {
  const { classList } = document.documentElement
  for (const size of ["large", "largest"]) classList.toggle(`guide-${size}`, comfort?.size === size)
  classList.toggle("guide-wide", comfort?.wide === true)
}

setComfort((myScreen() || (readRecord("tab") ?? readRecord("device"))?.place)?.comfort)
