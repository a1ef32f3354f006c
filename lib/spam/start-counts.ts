// Written by tests/bench/count-start.ts.

/** How many comments were counted. */
export const startComments = { spam: 577, ham: 877 } as const

/** Words and pairs by their tally: in how many spams they stand, and in how many comments of readers. */
export const startCounts: Readonly<Record<string, string>> = {
  "0 10": `
    forty, moved, past, the second, third
  `,
  "0 11": `
    a year, and then, anybody, did not, it has, the old, would have
  `,
  "0 12": `
    bring, bus, lane, on a
  `,
  "0 13": `
    but the, those, worked
  `,
  "0 14": `
    told
  `,
  "0 15": `
    somebody
  `,
  "0 16": `
    nine, that the, the barrier
  `,
  "0 17": `
    nothing
  `,
  "0 19": `
    barrier, says
  `,
  "0 2": `
    0 and, 0 they, 00 for, 00 or, 00 per, 00 said, 00 so, 00 with, 000 for, 000 people, 0000 i, 0000 it,
    0000 my, 0000 to, a biscuit, a chair, a class, a copy, a discount, a dog, a football, a head, a joke,
    a leaflet, a letter, a lift, a meter, a number, a permit, a priority, a proper, a room, a school, a stick,
    a telephone, a tuesday, a vehicle, aber, about how, about parking, about time, according, according to,
    accordo, accordo il, actually live, ads, after reading, agreed, ai, aids, alguien, all along, all it,
    all night, all right, all that, although i, am in, am not, am sorry, an electrician, and all, and am,
    and asked, and could, and cried, and did, and go, and is, and never, and nothing, and that, and two,
    and went, ans, answer i, anybody know, anyone who, apology, appeared, archive if, are at, are in,
    are loud, are not, are on, are right, article but, article can, article leaves, article says, as an,
    asked and, asked us, asks for, asleep, at half, at his, at night, auch, autumn, back of, backs, badly,
    band played, barrier i, barrier it, baskets, be careful, be glad, be made, be nice, because it,
    because there, before and, behind a, behind the, bei, being, believe her, bellissimo, bericht, best thing,
    bicycle, billion, billion views, bingo, bins, bless the, boat, book group, both of, both times, bottom,
    bought the, box, boy, brazil, bread, breakfast club, breath, bridge, bring gloves, bu, building, but it,
    but not, but who, było, c est, came down, came on, came out, camera, can stop, can tell, can you,
    car park, carried, casino was, caught, cello, chair, channel of, chemist, chemist s, children were, choir,
    church hall, city, close, closed i, closed on, closure, coat does, coats, cold, colour, come from,
    come in, committee, company that, compare, consultants, cooper, cooper s, correction from, cost, costs 00,
    could make, cried at, cross, crossing and, crowd, cycle, d accordo, d buy, d never, dad, danke, danke fur,
    dass der, dead, decibels, decides, delete, den bericht, describes, det stammer, developer, did it,
    did the, did this, didn, didn t, died, difference, dilys, dilys i, disagree, disagree with, dislike,
    do people, do the, do they, does anybody, does anyone, does it, dog is, door, down by, down for, drawn,
    drive my, drizzle, drops, drummer, during the, earn 0, einmal, electrician, eleven people, elle, empty,
    endlich, engineer, er, es genauso, essa, every word, everyone in, excellent reporting, explained, eyes,
    fabrikada, favour, fell in, fence, figure, figures, fin, finally, fire, first is, first line, five weeks,
    flats, flooding, fold, follow the, fool, for asking, for eleven, for five, for publishing, for ten,
    for those, for what, for writing, found out, four people, four times, fourteen, free entry, free version,
    fresh, fresh air, from them, fur, fur den, garden, gave the, genauso, gespart, get an, get it, give them,
    given, gives me, glad of, glad to, goat, good luck, grandfather s, grandmother, great article, grey,
    guitar, habe, habit, hacked, hacked the, had enough, hail, half the, hands in, hanging, hanging baskets,
    happened to, happens on, harlow, has anyone, has come, has ever, has had, has never, has no, have it,
    have liked, have lived, have never, have one, have sent, headline, headmaster, heard it, hearing aids,
    heart, heeft, heizung, her i, her voice, here after, here in, him with, how it, how many, how you,
    i agree, i bought, i buy, i click, i come, i cried, i disagree, i feel, i hadn, i left, i looked, i moved,
    i pay, i phoned, i said, i sign, i signed, i told, i understand, in another, in favour, in law, in mill,
    in two, instagram and, inte, into the, invisible, is 00, is 000, is about, is at, is dead, is empty,
    is how, is like, is older, is open, is right, is two, is why, ist, it any, it back, it because, it by,
    it doesn, it had, it helps, it off, it should, it sounds, it still, it thank, it too, it took, it with,
    it worked, it works, item, j ai, january, jeg, jemand, kept the, know that, know you, known, knows it,
    lane for, last night, last time, laughed at, law, le, lease, leave it, leaves out, left at, left to,
    less than, letter it, lift, lightly, lightly row, like 0, like a, like an, liked, line is, list is,
    listening, listening in, ll talk, lo que, lock, lol good, longer, look sensible, lost all, lost his,
    lyrics are, make a, man die, march and, match, may be, me or, me too, mee, mention the, mentions the,
    merger, meter it, mijn, minha, miss osgood, miss the, missed, mit den, mon, mondays, mooi stuk, more you,
    morning a, mother was, moved in, moved to, much better, much for, must, my book, my children, my dad,
    my daughter, my eyes, my heart, my nan, my uncle, my wife, myself and, nan, nas w, never had,
    never regretted, never seen, nicht, nine and, nineteen, no i, nod, noise, non sono, none, nooit, not come,
    not going, not only, not rude, not what, notes, nous, november, now know, number on, nurse, nursery,
    o fabrikada, object, of anyone, of term, of that, of these, of you, offer the, offered us, oh,
    old station, older than, on cooper, on friday, on monday, on saturday, on sunday, on thursdays,
    on wednesday, one about, one and, one question, one with, ones who, op, opa, open on, opinion, or the,
    organised, osgood, other side, other way, our school, our street, our town, ourselves, out at, out there,
    pages, paid 00, parent, parked, pas, pasa, past eight, past nine, past three, pay 0, penny, pharmacy,
    phoned, piece about, pipe, plain, planning, played there, playing, please bring, please come,
    please write, pockets, pole, prima, primary, priority, problem with, promis, proper, publishing, pump,
    put the, quartier, quoted, ran the, rather than, read all, reading the, regretted, regretted it,
    remember the, reporting, responsible, right and, right i, ring the, rings, rip, river, round the, rude,
    rules, s exactly, s lane, s on, s site, s that, s worth, sagen, same in, same problem, same train,
    say and, say no, say thank, say the, saya, says 0000, says something, says that, says the, school s,
    scooter, second barrier, second is, seconded, sell the, seven of, shall we, shame, shop in, shop is,
    should like, showed, shown, shows the, sign said, signs, since may, singing, six years, so a, so as, sono,
    sono d, speak, spoke, square, stammer, stammer inte, start at, statue, stayed, steward, stick,
    still there, stops, stops at, street in, strike, stuk, sunday with, swear, swimming, t been, t compare,
    t it, t need, t tell, tablet, tablets, take that, taught, taught me, teacher, tell the, tenants, than my,
    than what, that a, that an, that are, that can, that nobody, that should, that street, that traffic,
    that very, that worked, that works, the 0, the 00, the archive, the autumn, the back, the backs,
    the bottom, the car, the channel, the chemist, the choir, the closure, the concert, the councillor,
    the crossing, the customers, the date, the delivery, the dentist, the difference, the driver, the drivers,
    the drummer, the fair, the family, the fire, the goat, the hail, the hanging, the headline, the history,
    the house, the insurance, the job, the leaflet, the lease, the mayor, the merger, the minutes, the music,
    the newsletter, the night, the noise, the older, the ones, the page, the paper, the part, the pharmacy,
    the photo, the photograph, the planning, the pole, the post, the problem, the recipe, the rent, the roof,
    the rules, the sign, the song, the sound, the soup, the tenants, the timetable, the van, the vote,
    the wall, the youth, them back, them i, them it, then not, then nothing, there a, there last, there were,
    there will, there with, they all, they do, they knew, they say, they spent, they think, they took,
    they will, think it, thinks, third paragraph, third time, thirty one, this council, this has, this my,
    this term, this year, those are, those who, thousand, thousand in, three hundred, three not, three on,
    thursday at, timetable is, tins, to ask, to drop, to hear, to offer, to put, to sell, to sign, to talk,
    to that, to three, to wait, together, toilet, told us, told you, took a, town and, town hall, towns,
    trains, tutorial, twenty minutes, twenty years, twice and, typical, u nas, unpopular, until 0000,
    until the, up before, up by, us out, us to, valley, video on, visited the, voice is, volunteers it,
    wait until, waiting list, want a, want them, wants to, ward, warning, was at, was closed, was for,
    was going, was my, was not, was right, was shut, was taken, was there, was tuesdays, watched, we found,
    we got, we ll, we tried, we will, weather, week before, went there, what to, what your, whatever it,
    wheels, when the, where the, which is, which one, white, who actually, who does, who s, who says,
    who would, whoever you, whole series, wife, window and, windows, wird, wiring, with every, with one,
    with six, with them, without a, wo, wonder, work from, work in, work there, work with, worked and,
    worked as, worked for, worked in, worked there, worth an, worth it, worth the, would not, would only,
    would pay, would the, would you, wrote a, wrote this, yellow, yesterday i, yet, you and, you cannot,
    you do, you follow, you kev, you mean, you mention, you see, your paper, youth, youth club, а, за статью,
    когда, моя, не, не согласен, неделю, согласен, спасибо за, статью, статью моя, うと, うと と思, この, した, てす, と思,
    と思 思い, まし, まし した, 思い いま, 違う, 違う うと
  `,
  "0 20": `
    children
  `,
  "0 21": `
    asked
  `,
  "0 3": `
    0000 the, a child, a list, a photograph, a tabard, a third, add that, against the, although, and do,
    and one, and since, and this, and told, anos, answered, archive, are all, are now, asked me, asking for,
    asks, association, at eight, at it, at three, at twenty, bakery, barrier and, beautiful, because of,
    because people, because the, because they, believe this, bir yazı, biscuit, bit about, bring the, built,
    but if, cake, came here, can come, careful, cat, cent, church, clicked, clicked on, cok guzel, come at,
    concert, correct, correction, councillor, count, cousin, customers, cut, dark, dass, det, doctor,
    does this, end and, exactly what, explain, families, far, fell, fewer, finds, finished, for that,
    for three, for years, form, forty minutes, graham, grandfather, guzel, guzel bir, had no, hadn, hadn t,
    half of, half past, hand, hands, has a, has anybody, have asked, have had, have no, have thought, he said,
    he would, head, herrings, history, hold, how do, hundred, i clicked, i miss, i remember, i tried, i walk,
    i walked, i work, i worked, is better, is gone, is no, is still, is three, is worth, it again, it does,
    it it, it just, it now, joke, just me, kann, kev, know all, know the, knows, last week, laughed, laughing,
    learned, legal, letters, like that, lo, looked at, lost a, lyrics, mayor, me the, memory, mentions, miles,
    mooi, morning and, most of, my comment, my cousin, my grandfather, my grandson, my neighbour, my own,
    name of, nas, neighbour, night and, nine years, no idea, no to, nobody asked, nog, not say, not to,
    number in, of all, off and, olmus, on foot, on thursday, one is, ours, out the, path, per cent,
    photograph of, pool, print, quando, questions, radio, rain, ran, rat, same here, sat, scheme, scooters,
    sensible, series, shall, shows, song ever, soon, sounds, soup, still have, stood, street and, street is,
    suppose that, t have, tabard, take the, tax and, teddy, ten minutes, ten past, than it, that one, the app,
    the bank, the bit, the casino, the church, the company, the county, the lane, the list, the lyrics,
    the mill, the name, the people, the plumber, the radio, the shop, the town, the waiting, the water,
    the website, the week, the word, the wrong, them in, then it, there in, there s, they did, they should,
    they were, through the, thursdays, till, times the, to go, to nine, to show, to us, told me, took the,
    train, turn, twenty to, two of, uncle, understand, use for, vans, ve read, vehicle, voice, waiting for,
    walk there, walked, was that, we asked, we did, we moved, wednesday, week and, went up, were not,
    what happened, when my, where can, whether the, who are, who else, who was, whom, why do, why does,
    why the, will tell, winter, with her, with two, worst, yazı, yazı olmus, year 0, you had, you may,
    you would, your channel, 思い
  `,
  "0 4": `
    a ticket, about a, agree with, and four, and she, at all, at ten, barriers, be the, before i, bike, bir,
    buy the, can be, cannot, check the, cok, counted, county, cried, did i, doesn, doesn t, doors, face,
    favourite, foot, from 0000, grandson, green, green coat, happens, has not, have an, have seen, he has,
    held, i drive, if the, in and, in march, interview, is this, it costs, it says, leaflet, lived, local,
    meter, mill lane, my father, my favourite, my son, names, nearly, not know, of those, office, opened,
    original, otherwise, parents, pay for, people and, played, point, promised, public, rather, recipe,
    remember, reporter, rubbish, s not, said nothing, saturday, school and, see the, sent, sharks, she says,
    show, shut, son, source, summer, taken, tax, that we, the bus, the corner, the green, the meeting,
    the original, the phone, the trees, there for, they have, they want, thing i, think you, thirty years,
    this morning, though, three years, ticket, timetable, trees, tried the, two years, up and, was 0, was on,
    we would, whatever, you what, your reporter
  `,
  "0 5": `
    against, and not, any more, ask the, asked for, behind, bought, child, children and, costs, crossing, das,
    driver, es, especially the, est, father, had not, had the, happened, hat, i did, is there, knew,
    last year, leaves, less, looked, loud, myself, nobody has, not a, not the, older, on it, ones, park,
    parking, photograph, problem, read it, s the, say that, should be, should have, signed, sound, sunday,
    that was, the dog, the library, the money, the road, the update, to it, tuesdays, under, volunteers,
    walking, war, was in, was never, we had, we were, when it, whoever, years ago
  `,
  "0 6": `
    and nobody, and there, and they, answer, are the, bank, both, by a, corner, den, does the, drive, else,
    fair, for it, for thirty, glad, goes, had a, he was, if it, library, line, map, meeting, my sister,
    on that, question, seen, seven, the children, the map, the number, the one, the other, the price,
    the street, then the, thursday, update, whether, would like, year and, years i, yes, you that
  `,
  "0 7": `
    after the, before the, club, coat, der, enough, i still, in our, in that, is it, letter, march, the last,
    the third, was the, word, wrong, years and
  `,
  "0 8": `
    and he, bev, council s, hall, i don, is that, may, monday, since the, tell you, than the, the school,
    there are, twice
  `,
  "0 9": `
    asking, eleven, mill, of them, round, thirty, times, took, what it, worth
  `,
  "1 1": `
    0 to, 00 00, 00 a, 00 it, 00 pounds, 000 no, a different, a follow, a fortune, a load, a lovely, a mi,
    a pleasure, a van, a very, aan, about his, accept, access, adding, address, adult, after six, again to,
    ago and, am for, am looking, am so, am the, an app, and can, and does, and free, and pay, and so,
    and take, and tell, annoyed, antrag, any evening, apologised, app and, app free, approved, apres,
    article i, article thank, articolo, articulo, as always, at our, ate, ate my, aus, away i, based, bath,
    be on, be one, become, become a, bet i, betting, bigger, bills, birthday, bit more, blood, boots, budget,
    buen, but after, by text, called the, calls, came back, came to, came up, can hear, carpets, cars and,
    cases, certificate, chain, chapter, click on, co, coffee, comparison, considered, consultation, contract,
    country, course, coursework, credit card, cu, daniel, database, dating, day we, deal, decided, deliver,
    dentist in, developers, do this, dogs, ear, early, earned, earning, earning 0, eggs, eight years,
    email or, engines, everyone can, explains, facts, fantastic, fight, find it, fine with, first five,
    flat to, for 00, for all, for an, for six, for us, fortune, found your, free for, from our, from this,
    front with, fun, fund, ganz, garage, gave it, getting, gift cards, give us, goal, good article, got 00,
    got three, grand, grazie, great piece, haha, happy to, having, he came, he will, headphones, here is,
    here s, here to, heute, hiv, hope you, hora, hosting and, hotel, hour to, household, housing, how long,
    how the, i couldn, i enjoyed, i find, i follow, i made, i put, i say, i withdraw, i write, ici, ideas,
    im monat, images, in an, in june, in mesa, in phoenix, in utrecht, in which, incredible, ini, instead of,
    invested, is honest, is so, it from, it gets, it helped, it seems, its ok, june, know about, konto,
    lawyers, left me, license, little brother, locksmith, looking at, looks like, loss, lot i, love my,
    loved this, lovely article, m still, maintenance, make 000, man i, man in, market, marketing company,
    matter, mesa, mich, minutes and, monat, month with, more and, more of, mother s, muy, muy buen, my paper,
    my photos, my thoughts, my website, near the, need help, never thought, newsletter and, nha, nice one,
    no fee, nobody will, now no, now that, offer a, oil, old arcade, on last, on me, on tuesday, online now,
    only have, opposite, overall, paid 0, paragraph is, pass, password, people for, people think, phoenix,
    phone just, photographer, plainly, please be, please make, pleasure, poor, porn, przez, purpose, qui,
    quickly, rates, really interesting, ride, rise, room for, same time, sample, saying, search on, seconds,
    section, see it, see your, seem, seems, shared this, she is, shop on, single, sleep, so true, sort, space,
    spam, special, sponsor, spot, starting, story here, streets, student, studio, subscription, surprised,
    t know, table, tea, team, telefon, tests, that in, that would, that your, the cheapest, the good,
    the market, the right, the site, them on, then i, thing to, think the, this month, this out, this please,
    this she, this the, this week, thought it, thoughts, three days, time and, time i, time to, tired, to him,
    to in, to listen, to one, to save, to use, toda, today i, today s, too he, tool, tree, tulsa, twitter,
    tydzien, unlimited, up at, up here, updated, us in, utrecht, vao, ve shared, version of, victim,
    views and, wake, wake up, walk i, wanted to, was able, was wondering, way i, we need, weight loss,
    well written, went from, went to, where i, where you, whole family, why i, will fight, will keep,
    will you, win a, wish to, with his, with hiv, with mrs, with you, withdraw, wondering, wordpress,
    work and, wouldn, wouldn t, writes, you got, you just, you look, you read, you should, you so, you wrote,
    your friends, ремонт, у, في, しま ます, ても, 每天
  `,
  "1 10": `
    half, like to, list, night, the end
  `,
  "1 12": `
    ten
  `,
  "1 14": `
    i would, that is, twenty, was a
  `,
  "1 16": `
    second, the council
  `,
  "1 17": `
    four
  `,
  "1 18": `
    school
  `,
  "1 2": `
    a car, a week, a wonderful, along, and find, and have, and no, and say, and work, arcade, artikel,
    at work, b, be very, been to, breakfast, build, buses, but you, c, cet, cet article, congratulations to,
    could do, court, daughter, day it, day of, decision, dentist, did a, did you, do it, during, editing,
    ends, entry, every time, feel, fine, football, for one, free to, front, get to, gloves, got here, got the,
    hard, has won, hosting, hour and, how i, i believe, i came, i earn, i mean, i run, i see, i visited,
    i wish, ich, in her, insurance, is an, is going, is on, isn, isn t, it keep, it only, j, lady, las,
    late husband, makes, me of, merci pour, mit, money for, more on, moving, mum, my little, n, ne, non,
    numbers, nur, of our, offered, on her, out and, paper for, paying, pays, personne, place, plastic, pour,
    pour cet, prize, quiet, really enjoyed, refund, reminds, reminds me, run a, sad, short, so sad, software,
    somewhere, sorry i, spent, stay, subscribed to, subscribers, supply, t believe, t mind, taking,
    talk about, talks about, telephone, the comments, the high, the picture, this and, this at, this but,
    this was, tin, to change, to let, to walk, too i, u, understood, uns, until a, up the, us have, ve got,
    ve had, video is, wall, was 00, way in, who want, wish, woman, wrote about, wurde, you were, спасибо, しま
  `,
  "1 20": `
    council
  `,
  "1 25": `
    still
  `,
  "1 28": `
    nobody, them
  `,
  "1 3": `
    a bit, a month, a second, and got, and said, at my, bet, board, brought, by car, clean, come to, comments,
    could not, could you, day and, different, do with, drivers, drop, enjoyed this, find the, gives, hearing,
    high street, how much, how to, i hope, i only, i subscribed, i suppose, if i, it out, jobs, know it,
    know what, luck, mention, mi, more than, my dog, my old, permit, photo, picture, plumber, pounds, raised,
    register, said you, same thing, say it, sell, shops, since 0000, spare, stand, suppose, talks, the free,
    the hospital, the morning, the new, the person, there and, this i, this it, this one, thought of, to 0,
    tres, wanted, what the, window, words, you a, you the, you use
  `,
  "1 34": `
    at the
  `,
  "1 4": `
    00 and, 000 a, a small, add, as the, by the, car and, class, do i, done, end of, for twenty, gets, group,
    he is, heard, in it, it i, kept, mine, most, need a, people who, person, rent, row, sold, that it,
    that they, up for, us a, we could, what they, yesterday
  `,
  "1 5": `
    0000 and, a day, about it, agree, and would, d like, do not, especially, flat, hospital, i read, if they,
    is what, les, my brother, part, roof, side, subscribed, there was, these, true, way to
  `,
  "1 6": `
    ago, between, does not, from a, i should, it to, lol, run, stopped, waiting
  `,
  "1 7": `
    better than, hear, miss, s a, sister
  `,
  "1 8": `
    can i, cars, closed, i do, is not, paper, tried
  `,
  "1 9": `
    eight, of it, que, road, when i
  `,
  "10 0": `
    contact us, prices, quality, shipping, sub
  `,
  "10 1": `
    check out, for sharing, google
  `,
  "10 10": `
    de, go
  `,
  "10 15": `
    work
  `,
  "10 2": `
    credit
  `,
  "10 27": `
    i was
  `,
  "10 3": `
    casino, some
  `,
  "10 4": `
    name
  `,
  "10 6": `
    you have
  `,
  "10 7": `
    write
  `,
  "10 8": `
    hour, the best
  `,
  "10 9": `
    need, sign
  `,
  "103 102": `
    this
  `,
  "11 0": `
    your blog
  `,
  "11 1": `
    hello, service, subscribe
  `,
  "11 11": `
    any
  `,
  "11 2": `
    a free, share, your site
  `,
  "11 23": `
    could
  `,
  "11 27": `
    same
  `,
  "11 3": `
    download, thanks for
  `,
  "11 34": `
    he
  `,
  "11 5": `
    to my
  `,
  "11 6": `
    book
  `,
  "11 7": `
    everyone, we are
  `,
  "11 9": `
    en
  `,
  "114 143": `
    for
  `,
  "117 162": `
    in
  `,
  "118 139": `
    my
  `,
  "119 137": `
    you
  `,
  "12 0": `
    looking for
  `,
  "12 1": `
    information, sharing
  `,
  "12 10": `
    off
  `,
  "12 13": `
    look
  `,
  "12 17": `
    got
  `,
  "12 18": `
    only, see
  `,
  "12 2": `
    real
  `,
  "12 26": `
    come
  `,
  "12 3": `
    order
  `,
  "12 31": `
    by
  `,
  "12 36": `
    but
  `,
  "12 5": `
    keep
  `,
  "12 6": `
    price
  `,
  "12 8": `
    phone
  `,
  "12 9": `
    do you
  `,
  "13 0": `
    content, posts
  `,
  "13 1": `
    email
  `,
  "13 11": `
    love
  `,
  "13 18": `
    time
  `,
  "13 21": `
    more
  `,
  "13 23": `
    thank you
  `,
  "13 5": `
    i will, want to
  `,
  "13 59": `
    in the
  `,
  "135 182": `
    to
  `,
  "136 209": `
    a
  `,
  "14 0": `
    bonus, web
  `,
  "14 1": `
    my channel
  `,
  "14 10": `
    money
  `,
  "14 15": `
    for a
  `,
  "14 3": `
    cheap
  `,
  "14 40": `
    all
  `,
  "14 5": `
    home
  `,
  "14 58": `
    one
  `,
  "14 8": `
    him, on my
  `,
  "14 9": `
    nice
  `,
  "147 310": `
    i
  `,
  "15 1": `
    looking
  `,
  "15 22": `
    first
  `,
  "15 24": `
    know
  `,
  "16 1": `
    videos
  `,
  "16 19": `
    day
  `,
  "16 2": `
    help
  `,
  "16 27": `
    people
  `,
  "16 37": `
    as
  `,
  "16 40": `
    i have
  `,
  "17 10": `
    very
  `,
  "17 11": `
    channel, i m
  `,
  "17 13": `
    want
  `,
  "17 19": `
    good
  `,
  "17 27": `
    thank
  `,
  "17 29": `
    how
  `,
  "17 39": `
    can
  `,
  "17 4": `
    link
  `,
  "17 61": `
    about
  `,
  "18 18": `
    i am
  `,
  "18 42": `
    so
  `,
  "18 9": `
    buy
  `,
  "182 255": `
    and
  `,
  "19 103": `
    was
  `,
  "19 21": `
    article
  `,
  "19 4": `
    great
  `,
  "19 6": `
    thanks
  `,
  "19 8": `
    really
  `,
  "2 0": `
    0 contactez, 0 days, 0 interest, 0 stars, 00 days, 00 minuten, 00 other, 00 stunden, 00 year, 000 and,
    000 euros, 000 per, 000 welcome, 0000 subs, 0000 рублеи, 00000 euros, 20mg, a 00, a 00000, a blog,
    a comment, a dream, a fake, a leading, a link, a m, a ma, a powerful, a quick, a review, a visit,
    abc12345, abonnez, abonnez vous, abonniert, abonniert meinen, about once, absolutely love, admin,
    affordable prices, agent now, agent with, agora, agora e, ahead to, aided, aided me, air max, airdrop,
    airlines, airport transfers, already got, am lonely, amor, amount, amount needed, an urgent, and 000,
    and enter, and follow, and in, and keep, and late, and movers, and need, and thought, and win, anmelden,
    anxiety, any car, apartments, apartments for, apostas, approval, aqui, are an, article has, article is,
    articles or, assignment, at affordable, at home, attractive, automatic, back within, backlinks,
    bad credit, bahis siteleri, ban sunglasses, bangalore, be honest, beitrag, bel, bereikbaar, best friend,
    bik pieniadze, bill with, binnen, binnen 00, bless you, blog thanks, blogger i, blogging, bonjour,
    bonjour je, bonus new, bonus sans, bonus up, book online, book your, bookmark this, bookmarked it, boost,
    boost your, bored, bottle, brotherhood, btc, btc and, buy any, buy now, cadastre, cadastre se, call girls,
    call or, call us, can see, canale, canlı, cards ielts, casa con, casino en, casino with, caster, chaine,
    chance and, channel i, cheap cialis, cheap prices, cheating, check me, check our, checking for,
    cialis 20mg, classes, clear idea, click my, client, coach, collateral, com and, come back, come check,
    commandez, complete, confidential, connect, connect your, consulta, contact me, contact our, contact the,
    contactez, contactez moi, content is, contest, contractor, contractor in, copy and, credit check,
    credit ok, credit score, crew, cured, d be, daftar sekarang, dag, damage, damage restoration, dan,
    day bad, day service, de 0, de 0000, de apostas, de l, dear friend, deleted, denver, deposit pulsa,
    des prets, desde casa, di, diabetes, dias, dinero desde, dinheiro, direct, discovered, discreet shipping,
    diskret, dissertation, doctors hate, dofollow, dot, dot com, double back, dream, dream to,
    driving licence, dubai with, e e, e m, earn 000, earn extra, ebook, electricity bill, en el, en ligne,
    enhancement, enhancement pills, enjoy, enjoyed reading, enjoying, enjoying your, enjoyment, escorts,
    euros a, ex, exactly this, experience needed, experts, f, f r, fake investment, fares, fat, favorite,
    feed and, feedback, feeds, financial, first order, first time, five days, fixed matches, flight,
    follow me, for another, for daily, for details, for instant, for new, for only, for real, found this,
    free hd, free in, free no, free phone, free quote, free registration, free robux, free trial, friend i,
    from china, from ohio, full movie, full version, gacor, gacor terpercaya, gave me, gems, generator no,
    get 0, get double, get free, get paid, get rich, gift card, girls in, give me, gold, good day, great i,
    great information, great posts, guaranteed profit, gummies, gummies for, gun, guvenilir bahis, guys check,
    hack, hacker, handbags, hasta, hasta 000, hate it, have joined, have won, have you, he can, hello there,
    helps god, herbal, herbal medicine, herpes, hey everyone, hi guys, hi i, hide, hide from, hier,
    high quality, highly, highly recommended, him and, him on, him today, hire, hit the, holdem, hosgeldin,
    hosgeldin bonusu, hours contact, however, human, hurry, hurt, husband s, i already, i blog, i certainly,
    i help, i met, i started, id, id cards, ielts, if interested, if your, ignore it, illuminati, important,
    improve, in bangalore, in crypto, in delhi, in pune, in touch, income, increase your, independent,
    independent escorts, information the, information you, informed, inquiry, instant delivery, insured,
    interest i, interest rate, internet, intervention, invest, is now, is providing, issue, it looks, it you,
    je suis, jerseys, jerseys from, join the, joined your, jouez, judi, junk, junk removal, just bookmark,
    just one, just your, kanal, keep checking, keep it, keto, key to, kilos, kind of, kindly, know this,
    kudos, l e, lab, lab tested, late client, late payments, latest, laugh, leading, lena, let s, licence,
    licensed, ligne, ligne bonus, like and, like what, like your, limited, link on, live sex, livraison,
    loans from, loans online, louis, louis vuitton, love your, lover, loves, luxury, m definitely, m looking,
    m o, m trying, ma chaine, maintenant, male, male enhancement, manufacturer, many of, marriage, matches,
    matches 000, material, max, max outlet, me know, me please, meal, means, means a, medicine, meet sexy,
    meilleur, meilleur casino, meinen kanal, member 000, message me, met, meu canal, minecraft, minut złoz,
    minuten, mio canale, moi par, mold, money back, movers, movers in, movie, my best, my first, my google,
    my interest, my portfolio, my private, my profile, my profit, my study, na, natural, natural male,
    need an, new patients, new to, next hour, nfl, nfl jerseys, nice blog, nice post, niche, nike, nike air,
    no collateral, no human, no meu, nodig, nodig in, noticed that, oem, oem accepted, of content, of selling,
    off topic, off your, offering, offerte, offre des, ohio, ohne schufa, ok instant, old singer, omg you,
    on amazon, on facebook, on google, one month, online con, online free, online or, online same,
    online without, opportunity, opportunity guess, options, or at, or call, or email, order tramadol,
    other people, other videos, others, our experts, our page, our telegram, our website, overnight delivery,
    packers, packers and, page and, page of, page on, pain, panels no, par, par mail, particulier, passports,
    paste it, paste this, patients, payments from, payouts, peaked, peaked my, people i, percent off,
    phone number, photos here, pieniadze, plagiarism, plagiarism free, please give, please let, please share,
    please subscribe, pls, pls sub, plumbing, por whatsapp, portfolio, post is, post on, post thanks,
    post this, posted, posting when, potongan, powerful spell, prayer, prescription cheap, prets, pretty,
    price order, price visit, prices contact, profile, profit every, pulsa, pulsa tanpa, pune, puppies,
    quality articles, quality content, quickbooks, r e, ranking, rap, rate no, ray, ray ban, reach him,
    read stuff, really helpful, really like, really nice, really works, recommended, recovery,
    recovery expert, removal and, replica rolex, reply to, restoration, results, reviews, robux, rolex, rufen,
    rufen sie, s up, s why, sale at, sans, sans depot, satisfied, say i, schufa, schufa sofort, score,
    se agora, searching, searching for, selected, selling your, semana, send this, serial, serial key,
    serious people, serrurier, serrurier a, service call, service in, services at, share with, shared we,
    shifting, sie an, silver, site i, site that, siteleri, situs, situs slot, slot, slot gacor, social media,
    sofort, song on, spell caster, sports, stars, stock, strategies, stuff from, stumbled upon, stunden,
    sub back, subjects, subs before, subscribe back, suis un, sum, sunglasses, superb, supplier, supplier of,
    t e, t shirt, talking about, tampa, tanpa potongan, taux, taux de, technicians, telefono,
    terpercaya daftar, texas, texas holdem, thanks a, that this, the opportunity, the store, the viewers,
    thesis, thinking of, this article, this in, this link, this paragraph, this post, this thanks, this this,
    this you, this your, thought i, tips fixed, tips for, to bookmark, to date, to donate, to earn, to find,
    to hit, to improve, to lose, to other, to win, today for, today on, today with, togel, tokens, toll,
    toll free, toller beitrag, tomorrow if, tonight free, topic but, totally, touch, tour, tour packages,
    trade, trades, tramadol, tramadol xanax, transfers, trial bottle, trick doctors, truth, try our, umzuge,
    unique, unless, unless you, up i, up it, upload, urgent, urgent loan, us via, use coupon,
    useful information, user, using, utan, v, vaccinated, valuable, valves, verification, very helpful,
    very useful, viagra online, videos and, videos to, viewers to, virus, vous a, vuitton, vuitton outlet,
    wallet, want enjoyment, wanting, wanting to, was wanting, watch my, water damage, we offer, we provide,
    web design, website for, weekend i, welcome bonus, what s, which you, widow, will appear, will get,
    will just, will receive, will sub, will subscribe, winning, with 0, with 00, with 000, with him,
    with solar, without exam, without prescription, wniosek, wonderful post, working from, world, would mean,
    would really, writing service, x, xanax, yo, you as, you copy, you i, you if, you ignore, you post,
    you put, you sign, you using, you won, your area, your articles, your electricity, your feed, your first,
    your information, your love, your money, your post, your style, your wallet, your weblog, za, złoz,
    złoz wniosek, без отказа, в день, в телеграм, вложении от, гарантия, гарантия оплата, города, деньги,
    диплом с, доставка, доставка по, за регистрацию, звоните, индивидуалки, казино, канал, карту, ключ, минут,
    мои, мои канал, на карту, на мои, на саите, оплата, оплата после, от, от 0000, отказа, отказа и, пишите,
    пишите в, под, под ключ, после, проверки, регистрацию, реестр гарантия, россии, рублеи, рублеи в, саите,
    срочныи, телеграм, фото, الاسعار, الان, بالرياض, بدون, تنظيف, تنظيف منازل, شركة, شركة تنظيف, منازل,
    واتساب, 먹튀, 보너스, 주세요, 추천, ける, ける る副, こち, こち ちら, して, して てい, ちら, に稼, に稼 稼け, はこ, はこ こち, る副,
    る副 副業, 上娱, 上娱 娱乐, 专业, 乐城, 乐城 注册, 代写, 价格, 价格 格优, 册送 送彩, 副業, 副業 業を, 単に, 単に に稼, 大家, 娱乐, 娱乐 乐城, 家乐, 彩金,
    微信 abc12345, 我的, 我的 的频, 格优, 格优 优惠, 業を, 欢迎, 澳门, 澳门 门赌, 無料, 登録, 百家, 百家 家乐, 的频, 的频 频道, 稼け, 稼け ける, 簡単, 簡単 単に,
    线上, 线上 上娱, 论文, 谢谢, 赌场, 送彩, 送彩 彩金, 门赌, 门赌 赌场, 频道
  `,
  "2 1": `
    00 left, 00 minutes, 00 people, a man, able, able to, accident, agency, article thanks, author, beat,
    bill, break, can reach, cancer, cbd, cheapest, collection, coming, could have, coupon, cure, depot, desde,
    doctors, doing, download it, electricity, em, essay, every morning, every weekend, exam, fee, finish, fix,
    friends, from 0, further, guide, here i, hit, i went, i won, in 0, in five, is out, it will, jetzt,
    keep up, kids, like it, like my, likes, lost 00, m a, maths, meinen, mio, mobile, news, no money, noticed,
    novel, of information, on instagram, on time, out your, overnight, people in, plan, podcast, poker,
    post i, quotes, read your, readers, reason, repair, required, review, reviewed, rooms, saved, see this,
    sem, send you, shirt, simple, simply, sing, size, suis, takes, te, tell me, tested, the key, the time,
    thinking, this better, this comment, this video, to 0000, to learn, today and, toller, trading, training,
    type, up if, vape, viewers, vote for, vous, watches, watching, we buy, we can, website to, weekly,
    with me, with no, with this, won the, write a, write about, yoga, you ever, you offer, you please,
    you think, you ve, you write, your article, youtube, день, てい, てい いま
  `,
  "2 10": `
    die, have been, open, there is
  `,
  "2 11": `
    again, another
  `,
  "2 12": `
    at 0, end, have the, walk, where
  `,
  "2 13": `
    and a, went
  `,
  "2 14": `
    one of
  `,
  "2 17": `
    i had, street, why
  `,
  "2 2": `
    00 an, a girl, actually, air, all my, ce, couldn, couldn t, counts, evening, from my, good work, got a,
    helps, i like, i make, i saw, il, it in, like the, load, los, m not, ma, machine, me what, my husband,
    my late, my life, my phone, near, often, omg, on our, papers, petition, pills, present, running, so many,
    t stop, talking, the station, the top, think that, this with, to book, to come, to thank, to this,
    up with, visited, week i, weight, will have, works on, zu, いま ます
  `,
  "2 21": `
    0 00, said, were
  `,
  "2 22": `
    about the
  `,
  "2 27": `
    it is, never
  `,
  "2 29": `
    does
  `,
  "2 3": `
    00 in, already, as i, back in, band, cover, da, get the, hope, i never, i wrote, in this, instead, into,
    it would, kitchen, know how, ll be, looks, love this, loved, me i, meet, newsletter, saw, to write, wants,
    you could, you get, you say, いま
  `,
  "2 35": `
    to the
  `,
  "2 4": `
    00 on, and 00, and you, changed, el, et, i love, it on, kind, merci, mrs, music, paragraph, she has,
    the link, their, this song, weeks
  `,
  "2 5": `
    a good, and now, each, idea, out of, ring, station, talk, they are, tomorrow, traffic, tuesday, views,
    vote, wait
  `,
  "2 6": `
    all of, away, company, even, friday, had to, months, of us, term, that i, water
  `,
  "2 7": `
    brother, everybody, has been, own, to say
  `,
  "2 8": `
    and we, as well, have to, my mother
  `,
  "2 9": `
    dog, i can, o, six, sorry, what a
  `,
  "20 0": `
    whatsapp
  `,
  "20 11": `
    m
  `,
  "20 22": `
    am
  `,
  "20 5": `
    website
  `,
  "20 56": `
    what
  `,
  "20 8": `
    page
  `,
  "21 15": `
    back
  `,
  "21 26": `
    read
  `,
  "21 31": `
    an
  `,
  "21 34": `
    0000
  `,
  "21 4": `
    call
  `,
  "22 134": `
    that
  `,
  "22 15": `
    just
  `,
  "22 2": `
    visit
  `,
  "22 23": `
    every
  `,
  "22 28": `
    and i
  `,
  "22 38": `
    t
  `,
  "22 6": `
    today
  `,
  "23 25": `
    us
  `,
  "23 76": `
    s
  `,
  "24 27": `
    out
  `,
  "25 13": `
    or
  `,
  "25 4": `
    post
  `,
  "25 47": `
    be
  `,
  "25 6": `
    check
  `,
  "26 0": `
    contact
  `,
  "26 35": `
    like
  `,
  "26 40": `
    do
  `,
  "27 52": `
    are
  `,
  "29 1": `
    blog
  `,
  "29 12": `
    best
  `,
  "3 0": `
    00 discount, 00 dollars, 00 minut, 000 euro, 000 every, 0000 a, a chance, absolutely, ahead, am going,
    amazon, and paste, and reliable, and share, and thank, appear, apply now, are looking, area, at best,
    at lowest, at your, bahis, ban, beats, best price, bez bik, bik, blog and, blog is, bonusu, bookmark your,
    business, call now, call our, chance, channel for, chat, check my, china, cialis, covers, custom, daftar,
    delhi, digital, digital marketing, dr, dubai, emergency, en 00, factory, fake, fast and, first page,
    for posting, for you, forex, forward to, free spins, gana, gana dinero, ganhe, geld, generator, get in,
    get my, guess, guess i, guest, gunstige, guvenilir, have bookmarked, hd, help with, helpful post, hemen,
    hemen uye, home i, i also, in dubai, included, increase, information i, investment platform, iphone,
    join our, joined, just dropped, kredit ohne, like you, little bit, lonely, look forward, lottery,
    lowest price, media, member, meu, minut, moi, money down, more details, my code, new member, no credit,
    no deposit, no experience, no prescription, no survey, now at, of 0, of google, offre, ol, on all,
    online casino, only today, or whatsapp, or your, packages, panels, payments, piece of, please help,
    powerful, private, provide, providing, quick, rank, rapide, read my, reading it, real money,
    really appreciate, receive, registrate, replica, rss feed, s what, serious, sexy, sharing such,
    sharing this, shipping worldwide, sie, sin, singer, sir, slots, social, solar, solar panels, spell, spins,
    stumbled, style, style is, sub to, super, surveys, tanpa, targeted, tel, terpercaya, test, the agent,
    this subject, thousands, thousands of, to visit, trial, trick, trying, trying to, tu, upon, us on,
    us today, uye, uye ol, very good, via email, view, visit this, w 00, web page, website and, what this,
    with all, within 00, you shared, your posts, без вложении, в интернете, в реестр, вложении, диплом,
    занесением, занесением в, заработок, заработок в, интернете, интернете без, купить, купить диплом,
    недорого, онлаин, реестр, с занесением, اتصل, 优惠, 册送, 加微, 加微 微信, 微信, 注册, 注册 册送
  `,
  "3 1": `
    000 free, a nice, amazing, and your, as you, at this, back to, bad, channel and, click here, continue,
    crypto, des, driving, enter, everyone who, facebook, fixed, from you, funny, gift, her on, honest, hot,
    in town, is really, it up, know if, kredit, let me, me later, me out, million dollars, minute,
    nice article, pay a, payday loans, percent, printer, read i, registered, sex, songs, started, subject,
    take a, taxi, thank me, there i, thumbs, thumbs up, to give, to pay, us for, very informative, wedding,
    weekend, won t, year old, you to, yours
  `,
  "3 10": `
    lost, put, stop, thing, through, used, would be, wrote
  `,
  "3 11": `
    down, in 0000, is a, the article, the first
  `,
  "3 12": `
    whole
  `,
  "3 14": `
    from the, morning, right
  `,
  "3 15": `
    tell
  `,
  "3 18": `
    should
  `,
  "3 19": `
    and it, came, since
  `,
  "3 2": `
    a little, bless, canal, copy, double, dropped, god bless, good read, happy, helped me, here and, house,
    in one, je, love to, marketing, payday, the next, this on, ve been, visit the, you need
  `,
  "3 23": `
    last
  `,
  "3 24": `
    than
  `,
  "3 25": `
    then, year
  `,
  "3 29": `
    three
  `,
  "3 3": `
    all the, and look, anything, because i, for me, girl, gone, hate, helped, i used, link in, loan, mind, mr,
    now i, photos, por, save, that you, to check, women, you know, ます
  `,
  "3 32": `
    years
  `,
  "3 33": `
    did
  `,
  "3 35": `
    and the
  `,
  "3 4": `
    be a, congratulations, date, gave, god, i lost, im, la, mean, of a, once, over, report, study, to do,
    to get, to take, van, version, what i
  `,
  "3 44": `
    had
  `,
  "3 5": `
    change, come and, i could, i know, is in, long, me to, so i, the way, to know, try, we have, written
  `,
  "3 6": `
    believe, called, exactly, going to, of my, room
  `,
  "3 7": `
    and my, can t, everything, small, will be
  `,
  "3 8": `
    always, i think, mother, the whole, to see, town, used to
  `,
  "3 9": `
    anyone, song
  `,
  "31 16": `
    if you
  `,
  "31 21": `
    please
  `,
  "31 27": `
    here, our
  `,
  "31 5": `
    new
  `,
  "32 26": `
    will
  `,
  "32 32": `
    up
  `,
  "35 4": `
    online
  `,
  "35 6": `
    site
  `,
  "36 27": `
    now
  `,
  "39 36": `
    no
  `,
  "39 41": `
    if
  `,
  "4 0": `
    a great, a look, agent, am a, apply, ask me, blogger, bookmarked, buy real, casa, cash, certified,
    checking, coins, design, dinero, discreet, donate, euro, euros, fact, famous, followers, for your,
    forward, free shipping, hello i, help me, in fact, interested, lowest, my blog, my name, our new, outlet,
    paste, personal, platform, quote, registration, reliable, rich, se, sekarang, selling, some of, to claim,
    to everyone, visit our, weblog, worldwide, you love, your free, your home, your name, your rss, your web,
    по
  `,
  "4 1": `
    a few, a lot, accepted, account, affordable, airport, before it, card, cards, certainly, clear, com, dear,
    experience, few, for 0, from 000, girls, i got, interest, learn, listen to, me for, only 00, pictures, r,
    rss, stuff, sure, surgery, survey, with us, и
  `,
  "4 10": `
    five, left
  `,
  "4 11": `
    ll
  `,
  "4 12": `
    ever
  `,
  "4 15": `
    minutes, which
  `,
  "4 2": `
    0 million, 000 in, about this, are you, data, discount, for free, from home, in your, instagram, later,
    life, lose, lot, now and, on this, reach, safe, tickets, to a, when you, y, you like, you want
  `,
  "4 21": `
    after, the same
  `,
  "4 22": `
    because
  `,
  "4 28": `
    it s
  `,
  "4 3": `
    i really, job, like this, lovely, me how, ok, to you, top, wonderful, wow
  `,
  "4 36": `
    it was
  `,
  "4 37": `
    two
  `,
  "4 4": `
    0 0, family, high, husband, interesting, little, story, such a, un
  `,
  "4 5": `
    as a, look at, me and, piece, so much, someone, start, things, to read, writing
  `,
  "4 6": `
    every day, paid, shop, und, while
  `,
  "4 7": `
    i ll, its, thought
  `,
  "4 8": `
    an hour, something, that s
  `,
  "4 9": `
    going
  `,
  "40 81": `
    we
  `,
  "40 89": `
    have
  `,
  "40 93": `
    at
  `,
  "41 50": `
    from
  `,
  "46 21": `
    get
  `,
  "48 56": `
    0
  `,
  "5 0": `
    appreciate, awesome, bez, bookmark, claim your, contact him, example, extra, feed, guaranteed, guys,
    ignore, me a, my new, my page, my site, on telegram, on whatsapp, prescription, profit, rate, see my,
    this web, this website, tips, to your, truly, until i, useful, via, wholesale, writers
  `,
  "5 1": `
    00000, a new, al, articles, cleaning, every week, for sale, hey, informative, investment, leave a, mail,
    me on, ohne, play, removal, same day, subs, subscribe to, с
  `,
  "5 12": `
    i d
  `,
  "5 13": `
    better
  `,
  "5 14": `
    well
  `,
  "5 2": `
    code, key, on your, shared, this to, за
  `,
  "5 20": `
    with the
  `,
  "5 3": `
    bitcoin, con, enjoyed, get a, have read, million, read this, to me
  `,
  "5 4": `
    it and, l, many
  `,
  "5 5": `
    for this, late, live, needs, with my
  `,
  "5 6": `
    but i, for my, next
  `,
  "5 7": `
    made
  `,
  "5 8": `
    works, you can
  `,
  "5 9": `
    app, in a
  `,
  "52 23": `
    000
  `,
  "53 162": `
    is
  `,
  "54 231": `
    it
  `,
  "54 57": `
    me
  `,
  "6 0": `
    00 0, and leave, claim, definitely, expert, get 00, i just, info, instant, posting, reply, services,
    site and, store, this page, topic
  `,
  "6 1": `
    00 hours, friend, i found, listen, loans, message, viagra, you re
  `,
  "6 10": `
    take
  `,
  "6 11": `
    much
  `,
  "6 12": `
    think, until
  `,
  "6 16": `
    i ve
  `,
  "6 18": `
    d
  `,
  "6 19": `
    old
  `,
  "6 2": `
    for more, go to, re, sale, send, tonight
  `,
  "6 23": `
    she
  `,
  "6 4": `
    i get, i want, reading, text
  `,
  "6 5": `
    let, without
  `,
  "6 6": `
    bit, leave, month, such
  `,
  "6 7": `
    of this, video
  `,
  "6 8": `
    ask
  `,
  "6 9": `
    use
  `,
  "68 20": `
    free
  `,
  "7 0": `
    available, daily, details, get your, hi, in 00, is very, out my, professional, site is, support, to 000,
    visit my, без
  `,
  "7 1": `
    00 off, search, seo, telegram, with your, within
  `,
  "7 10": `
    pay
  `,
  "7 11": `
    his
  `,
  "7 12": `
    number
  `,
  "7 13": `
    don, don t
  `,
  "7 14": `
    way
  `,
  "7 17": `
    is the
  `,
  "7 2": `
    excellent, full, needed, w, win, на
  `,
  "7 26": `
    say, when
  `,
  "7 3": `
    000 000, 000 to, click
  `,
  "7 4": `
    give
  `,
  "7 5": `
    comment, find
  `,
  "7 6": `
    days, follow, found
  `,
  "7 7": `
    man
  `,
  "7 70": `
    they
  `,
  "7 8": `
    make
  `,
  "7 9": `
    car, other
  `,
  "73 120": `
    of
  `,
  "74 79": `
    with
  `,
  "78 120": `
    on
  `,
  "8 0": `
    are a, of your, this site
  `,
  "8 1": `
    dollars, your website
  `,
  "8 10": `
    to be
  `,
  "8 12": `
    you for
  `,
  "8 13": `
    too, with a
  `,
  "8 2": `
    delivery, earn, to 00, в
  `,
  "8 21": `
    been
  `,
  "8 23": `
    her
  `,
  "8 3": `
    e, up to, what you, won
  `,
  "8 30": `
    for the
  `,
  "8 36": `
    of the
  `,
  "8 37": `
    on the
  `,
  "8 4": `
    sign up
  `,
  "8 5": `
    in my, offer
  `,
  "8 53": `
    would
  `,
  "8 6": `
    per
  `,
  "8 67": `
    there
  `,
  "8 8": `
    have a, you are
  `,
  "8 82": `
    not
  `,
  "8 9": `
    0 000
  `,
  "86 55": `
    00
  `,
  "9 0": `
    fast, gratis, helpful, join, web site, working
  `,
  "9 1": `
    and get, deposit, welcome, you will
  `,
  "9 13": `
    week
  `,
  "9 19": `
    ve
  `,
  "9 2": `
    also, watch
  `,
  "9 24": `
    before
  `,
  "9 4": `
    00 000, hours
  `,
  "9 40": `
    who
  `,
  "9 51": `
    has
  `,
  "9 8": `
    this is
  `,
  "95 26": `
    your
  `,
  "97 468": `
    the
  `,
}
