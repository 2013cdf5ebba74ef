"""`dateline feed rss`.

`command` is what a person types, `opml` reads lists of feeds, `follow` goes from feed to feed, `entries` reads one,
`fetch` asks servers politely (`robots` says what they allow, `guard` keeps out of private networks), and `seen`
publishes, and remembers in the same transaction what was.
"""
