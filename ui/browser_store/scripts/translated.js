// A browser's translation takes each text out of the page and puts an element of its own there. React keeps the text, and
// would change what nobody sees any more, or fail at removing what is not there. So what stands for a text is known here.

const standIns = new WeakMap()

const changes = new MutationObserver((records) => {
  for (const { target } of records) {
    // Put back with its new words, it is translated anew.
    const standIn = standIns.get(target)
    if (standIn?.isConnected && !target.isConnected) standIn.replaceWith(target)
  }
})

function meet({ removedNodes, addedNodes, previousSibling, nextSibling }) {
  for (const text of removedNodes) {
    if (text.nodeType !== Node.TEXT_NODE || text.isConnected) continue
    const standIn = [...addedNodes, previousSibling, nextSibling].find((node) => node?.nodeName === "FONT")
    if (!standIn) continue
    standIns.set(text, standIn)
    changes.observe(text, { characterData: true })
  }
}

new MutationObserver((records) => records.forEach(meet)).observe(document, { subtree: true, childList: true })

const inPage = (node) => (node?.nodeType === Node.TEXT_NODE && !node.isConnected && standIns.get(node)) || node

const { removeChild, insertBefore } = Node.prototype
Node.prototype.removeChild = function (child) {
  removeChild.call(this, inPage(child))
  return child
}
Node.prototype.insertBefore = function (child, before) {
  return insertBefore.call(this, child, inPage(before))
}
