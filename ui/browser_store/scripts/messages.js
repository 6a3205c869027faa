// Messages to the server. One is under way at a time and is repeated until a run says that it was answered:
// a run that is cut short before it gets to reading loses what it was sent.
function tell(kind, more = {}) {
  page.queue.push({ kind, number: ++page.messages, session: page.mine, ...more })
  if (page.queue.length === 1) send()
}

function send() {
  const message = page.queue[0]
  message.seen = { session: page.data.session, run: page.data.run }
  page.say("said", message)
}

function takeAnswer(data, isAnew) {
  const message = page.queue[0]
  if (!message) return
  if (data.answered === message.number) {
    page.queue.shift()
    if (message.kind === "more") drop(message.notes)
    if (shownNotice === "down" && !page.down) sayBack()
    if (page.queue.length) send()
    // A server that runs from another folder mounts the component anew, and has not heard what was said to the old one.
  } else if (isAnew) send()
  else repeat(data)
}

// Say it again to a run that began after it was said last and did not answer it. A new session was told it as its first
// word, and may have been cut short before it heard.
function repeat(data) {
  const { seen } = page.queue[0]
  if (data.session === seen.session && data.run <= seen.run) return
  page.data = data
  send()
}
