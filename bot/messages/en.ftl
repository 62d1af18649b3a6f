# What the bot says in English.

start =
    <b>newsqa</b> gives you your newsroom's own archive back, word for word.

    Forward me an article or paste its text, and it is in the archive. Then ask: <i>who did Haniyeh meet?</i> · <i>Kanani on the resolution</i> · <i>how many people were displaced?</i>

    I only ever show what an article says, with the sentence, the outlet and the date. What the archive does not say, I do not say.
start-group =
    I answer from the newsroom's archive, word for word.

    <b>Ask:</b> /ask who did Haniyeh meet?, or mention me, or reply to one of my messages.
    <b>Add an article:</b> reply to it with /add.
help =
    <b>Ask</b> in your own words, in Indonesian or English; in a group with /ask, by mentioning me, or by replying to me.
    <b>Add</b> an article: forward it here, paste its text, or in a group reply to it with /add.
    /article <i>ID</i> — show an article
    /delete <i>ID</i> — remove an article (owners)
    /members — who may ask; /admit, /remove — change it (owners)
    /language — English or Indonesian
not-member = This archive belongs to a newsroom, and you are not among its members yet. Its owners can let you in with /admit { $user }.
group-not-admitted = This group is not among the newsroom's yet. An owner can let it in by saying /admit here.
owners-only = Only owners may do that.
empty-question = What would you like to know? For example: /ask who did Haniyeh meet?
empty-add = Reply with /add to the message that holds the article, or write the text after /add.
unreadable = I could not take that: { $reason }.
not-on-record = <b>Not on record.</b> The archive does not say.
closest = The closest that it does say:
more = { $count ->
    [one] … and one more answer.
   *[other] … and { $count } more answers.
  }
link = link
planned = planned
denied = denied
alleged = alleged
negated = not so
yes = Yes
no = No
added = <b>{ $title }</b>
    { $about }
    { $quotes ->
        [0] no quotations
        [one] 1 quotation
       *[other] { $quotes } quotations
    } · { $facts ->
        [0] no facts
        [one] 1 fact
       *[other] { $facts } facts
    }{ $people ->
        [none] {""}
       *[other] {" "}· { $people }
    }
added-known = This article is already in the archive: <b>{ $title }</b>
button-quotes = Quotes
button-facts = Facts
no-quotes = There are no quotations in this article.
no-facts = There are no facts in this article.
no-article = There is no article { $id } in the archive.
which-article = Which article? For example: /article 3f2a9c
deleted = Removed: <b>{ $title }</b>
members = <b>Members</b>
    { $list }
no-members = No members yet besides the owners.
owner = owner
admitted = { $name } is in.
admitted-group = This group may ask now.
removed = { $name } is out.
removed-group = This group may no longer ask.
not-a-member = { $name } is not a member.
admit-whom = Reply with this to a message of the person, or give their Telegram user id: /admit 12345678. In a group, /admit alone lets the group in.
language-choose = Which language should I speak?
language-set = I speak English with you from now on.
stale = That button is no longer good. Please ask again.
sorry = Sorry, something broke on my side, and I have written it down as { $reference }. Nothing was lost: please try once more.
