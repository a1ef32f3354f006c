import { type DemoComment, said } from "../conversation.ts"

/** What readers add to nine things for a wet Saturday: one idea each, so many that the thread has a second page. */
export const wetSaturdayThread: DemoComment[] = [
  said(
    "Zadie",
    "The lock keeper let my son wind the paddle and he has spoken of nothing else since. He wants to be ‘a water opener’.",
  ),
  said(
    "Dad of the two-year-old",
    "I'd argue about the lantern room. My two-year-old was fine until he met the stuffed otter. We don't go up that road now.",
    said("Otter fan", "The otter is the best thing in the county and I won't hear a word."),
    said("Hyunju Pask", "I am putting ‘contains otter’ into the listing."),
  ),
  said(
    "Pensioner with bus pass",
    "The 9 is free for me and I ride to the end and back when it rains, for the company. If you see a man with a green flask, say hello, the little ones always do.",
  ),
  said("Marisol", "Which launderette please?"),
  said(
    "Hyunju Pask",
    "The one on Cooper’s Lane, Marisol, between the cobbler and the shut shop. Ask for the drum with the light.",
  ),
  said(
    "Launderette, Cooper's Lane",
    "It's me with the pegs. Saturdays are quiet until three. If you bring a duvet that has been drooled on, put it in the left one, the right one has opinions about feathers.",
    said("Marisol", "Left one, thank you. We're coming for the pegs."),
  ),
  said(
    "Tenth thing",
    "You left out the multi-storey. Top floor under the roof, nobody parks up there in the rain, and you can ride a balance bike in a figure of eight for an hour. £1.20 if you come by car, nothing if you don't.",
    said(
      "Security, level 4",
      "I've seen you. As long as it's bikes and not skateboards I am looking at the other screen.",
    ),
  ),
  said(
    "Rosa M.",
    "The garden centre on the Saltby road has a room full of fish. My two have names for about thirty of them. We buy one pansy a month so as to be able to look them in the eye.",
  ),
  said(
    "Grumpy, with reasons",
    "£8.40 for chips at Bellfield. Eight pounds forty.",
    said("Terry at the baths", "That is four portions. One is £2.10 and it's a big one."),
    said("Grumpy, with reasons", "Then I withdraw the second sentence and keep the first."),
  ),
  said(
    "Mum of three, Tanner's Row",
    "We do shops of one thing. The lino shop, the shop with only zips, the man who mends violins. You go in, ask one question each, say thank you. Costs nothing and the zip lady gave my daughter a zip.",
    said("Zip lady", "It was a faulty one. She knew, and she took it anyway. I think of her often."),
  ),
  said(
    "K. Oyelaran",
    "Seconding the candle in the sink. We've done it every Saturday since you printed this and last night the four-year-old asked whether the candle was tired.",
  ),
  said(
    "Bellringer's apprentice",
    "It's sixty-four steps. You step over the first one because it is worn away.",
    said("Hyunju Pask", "I counted them twice! I'll go and count again and I will bring a witness."),
    said("Bellringer's apprentice", "Bring the eleven-year-old. He's down for the tenor."),
  ),
  said(
    "Wheels",
    "For anyone who needs to know: the museum of lamps has no lift. The Palace has two spaces on the left, which is the warm side. The library is flat all the way in. The ringing chamber I have only ever heard about.",
    said(
      "Hyunju Pask",
      "This should have been in the piece. I am adding a line to each of the nine, and thank you for doing it for me.",
    ),
    said(
      "Verger, St Osyth's",
      "We do have the handbells in the nave, on the flat. Come on a Saturday at ten and ask for Moll. She'll put two in your hands before you've said good morning.",
    ),
  ),
  said(
    "Sixth of six",
    "When I was small my mother put us all in the bath in our coats and we sailed to Norway. I recommend it but not the getting out.",
  ),
  said(
    "Dee from the Dyes",
    "Does the family day ticket on the 9 count a granny as an adult if she's the third one?",
    said(
      "Aleksandra, number 9",
      "Two adults, three children. But if a granny gets on in that weather I am counting the children.",
    ),
  ),
  said("Piet", "Puddle measuring. You need a stick, a felt pen and a grudge against your brother."),
  said(
    "Father, weekends only",
    "I have them every second Saturday and it has rained on all of them since spring. I'd run out of things by two in the afternoon and then it's tablets and I hate it. We did the bus and the washing. They asked if we could do ‘the washing day’ again. I'm writing this from the launderette.",
    said("Launderette, Cooper's Lane", "He is. They have a peg each."),
    said("Gran on Mondays", "It's not the thing, love. It's that you are sitting down next to them."),
  ),
  said(
    "Reader in Coldharrow",
    "All nine of these are in Wenlow. In Coldharrow there is a bus shelter. It has a good echo, I'll give it that.",
  ),
  said(
    "Statto",
    "I added it up. One of everything, including the second hot chocolate, is £76.90 for a family of four, or £8.54 a Saturday. The indoor play barn is £31 before anybody has eaten.",
    said("Play barn, unit 6", "We do have a slide."),
    said("Statto", "I grant you the slide."),
  ),
  said(
    "Ollie's gran",
    "I take a flask and one good biscuit each to the lock and we stand there till the biscuit's gone. Whoever finishes last has won. You can make forty minutes out of a biscuit.",
  ),
  said(
    "Teacher, Year 1",
    "On Monday mornings I can tell which of them went to something and which of them went in something. The second lot have more to say.",
  ),
  said(
    "Allergic",
    "A note on the bread: Mrs Popescu will do it with other flour if you ring by Thursday. Mine made a hedgehog. It was brick hard and he carried it about for a week.",
    said("Ana Popescu", "It was a good hedgehog. Next time a little more water and we call it a seal."),
  ),
  said(
    "Tall Paul",
    "Front seat upstairs only fits if you're under six foot. I've had the five-year-old describing it to me from there, which may be better.",
  ),
  said(
    "Childminder with three",
    "If you have small ones and no car, the walk from the 9 to the museum is eight minutes on paper and thirty-five with a snail on the way. Leave early for the snail.",
    said("Snail", "No comment."),
  ),
  said("Nadia F-Q", "The inflatable session is not as loud under water. Just saying. Put your ears in."),
  said(
    "Lamp museum, Friday volunteer",
    "We've had eleven families in a month ask at the desk for ‘the room with the mood’. The otter's label now gives his dates.",
  ),
  said(
    "Newish",
    "We came from Homs by way of four other towns and we know a great deal about waiting indoors with children. What we did was maps. Each person draws the way to a place they remember and the others must guess the place. It costs a pencil. My daughter draws Wenlow now.",
    said("Rima Tannous-Webb", "يسلم إيديكي. We would print those maps, if she would let us."),
    said("Newish", "She has said yes, and that she wants to colour the river first."),
  ),
  said(
    "Cheapskate",
    "The furniture shop on the ring road lets you sit in all the living rooms. We had breakfast in one, lunch in another and were divorced by the third.",
  ),
  said(
    "Theo's mum",
    "What do you do with the one who doesn't want to? Nine is a lovely age and every single thing is boring.",
    said(
      "Hyunju Pask",
      "Mine was given the notebook and the money, and had to decide what was worth it. He was insufferable and he came every time.",
    ),
    said("Theo's mum", "He has the notebook. He has written ‘overpriced’ about the bus."),
  ),
  said(
    "H. Brandvold",
    "We were sent out in it. I don't remember being dry before I was about eleven, and I remember all of it as warm.",
  ),
  said(
    "Projectionist",
    "To settle it for everybody: it takes nine children to start the film again, not seven, and one of them has to say please.",
  ),
  said("Win", "Old curtains make a tent, two chairs and four pegs. If you've no old curtains I have."),
  said(
    "Night shift nurse",
    "The thing that nobody writes is that one of you can go to sleep. We take turns: one goes to the lock with both of them, one goes to bed with the rain on the window. Cost: nothing. Worth: I couldn't say.",
    said("Another one on nights", "Putting this on the fridge."),
  ),
  said("Noor", "Do it with one friend's child extra. I know it sounds mad. It's less work."),
  said(
    "Cobbler, Cooper's Lane",
    "I don't mind being looked at through the window. If they knock I'll show them the big needle.",
    said("Zadie", "He does. It is a very big needle."),
  ),
  said(
    "Tomasz",
    "In the car park behind the station you can see the parcels train at ten past eleven. It never has a passenger and the driver waves with both arms.",
  ),
  said(
    "Worried about the lock",
    "Is it really wise to send people to a lock in flood with toddlers? I walked past and the rail is knee high at the far end.",
    said(
      "Lock keeper",
      "You're right about the far end, it is shut off with a chain from today and the new rail is ordered. On my side it's chest high. Nobody stands anywhere without me, and I'm not shy about it.",
    ),
    said("Worried about the lock", "Thank you for answering so quickly. We'll come and be held on to."),
  ),
  said("Two hot chocolates", "It was three."),
  said(
    "Palace regular",
    "The purple stuff is blackcurrant and has been since 1987. The recipe is in the safe with the fuse wire.",
  ),
  said(
    "Librarian, children's",
    "The song with actions this month is the one about the lighthouse. Adults who only move their arms will be looked at.",
    said("Dad of the two-year-old", "I moved my arms and I was looked at."),
  ),
  said(
    "Fold, Year 5",
    "we did the museum for school and you can go behind the dye works model if you ask and there is a switch for the moon",
  ),
  said(
    "Mateusz Orrell",
    "Soup. Give each child a vegetable and a blunt knife and don't say what it's going to be. It will be soup. It takes exactly as long as the rain.",
    said("Mrs Iqbal", "Ours was brown and they had thirds."),
  ),
  said(
    "Otter fan",
    "I went back today. He's been moved nearer the radiator and you can see that he is really smiling.",
  ),
  said(
    "Single dad, Saltby",
    "The train to Saltby and back is £3 with two kids free, and there is a bridge where you cross the water and everyone shouts. Sit on the right.",
  ),
  said(
    "Umbrella",
    "Lost: one child's umbrella, frog, on the 9 towards Hask, two Saturdays ago. He asks after it.",
    said("Aleksandra, number 9", "It's in the cab. It has been keeping my seat dry. Any weekday before two."),
    said("Umbrella", "The frog is home. He has been told that it had a job."),
  ),
  said(
    "Ruth",
    "The old people's home on Vine Street likes visitors on a wet afternoon and has a piano, a parrot and a great many biscuits. Ring first. The parrot swears.",
  ),
  said(
    "Jem",
    "I timed the bath in the dark. Forty-one minutes, no arguments. Then someone put the candle out and said it was the dog. We have no dog.",
  ),
  said(
    "Hard of hearing",
    "If you take hearing aids off before the inflatable session, put them in the little pot they have at the desk, not in a shoe. Ask me how I know.",
    said("Terry at the baths", "Ask me how I know as well. There are more pots now."),
  ),
  said(
    "Ines (7B)",
    "we babysit for two kids on our stairs and did number 2 and 3 with them. total £6 but they gave us biscuits so maybe £5",
  ),
  said(
    "Owain B., Hask school",
    "When you get to the end of the line at Hask, you have nine minutes before it goes back. Our gate is open on Saturdays and the covered bit has a hopscotch. Wipe your feet or don't.",
  ),
  said("Gardener", "Slugs with a torch, after tea. It is still Saturday."),
  said(
    "Allotment 31",
    "Sheds! Anybody with a shed will let a child sort the screws. I have had mine sorted by size, by colour and by which ones are friends.",
    said("Ged, table 3", "By which ones are friends is how I do it."),
  ),
  said(
    "Mum of a bolter",
    "The museum lets us in at half past nine, before the others, if I ring on the Friday. Nobody made it difficult. I put it here for whoever needs it.",
  ),
  said(
    "Class of 2004",
    "We used to race raindrops down the window of the 9 and bet crisps on it. I owe a man in Hask fourteen packets.",
  ),
  said(
    "Wet through",
    "Did the lock, the washing, and the bus, in that order, which was the wrong order.",
    said("Hyunju Pask", "Lock last! It says so nowhere, and it should."),
    said(
      "Wet through",
      "The lady at the launderette lent us her coats. All of us are wearing her coats in the photograph.",
    ),
  ),
  said(
    "Grandad, new to it",
    "First time I've had the pair of them for a whole day on my own. I did number five and then sat on a bench under the chandlery and we ate a pork pie with the rain coming down all round. The small one said it was like being inside a shower and not being told to wash. I'll do it again.",
  ),
  said("Tilda", "Could the next one be about Sundays, when it is also raining, and I've spent it?"),
]
