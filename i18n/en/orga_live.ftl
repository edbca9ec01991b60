# Pix Orga: the class at this moment, while it works.

campaign-tab-live = Live
live-room = The class at this moment
live-still = May need help
live-working = At work
live-not-begun = Not begun
live-away = On a break
live-done = Finished
live-sent = Sent
live-question = Question
live-begun = Has begun
live-no-answer = { $n } min without an answer
live-answered = { $n ->
    [0] just now
   *[other] { $n } min ago
}
live-stopped = at question { $n }
live-say = { $n ->
    [0] Nobody may need help.
    [one] One person may need help.
   *[other] { $n } people may need help.
}
live-most = The { $n } people who began last are shown. Choose a class to see all of it.
live-seen = As of
live-refresh = Refresh
live-on = Live
live-wait = Connection lost: trying again in a few seconds.
live-off = This page is no longer live. Refresh it to go on.
live-nobody = Everybody has a place here as soon as they begin. To begin, they go to { $site }, choose “I have a code” and type { $code }.
