"""The places of the app, one file each. They draw and call; no rule of the flow stands here."""
