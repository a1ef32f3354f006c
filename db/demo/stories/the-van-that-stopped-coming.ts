import { said } from "../conversation.ts"
import { doc, h2, p, quote } from "../document.ts"
import type { DemoStory } from "../story.ts"

export const theVanThatStoppedComing: DemoStory = {
  slug: "the-van-that-stopped-coming",
  title: "The van that stopped coming",
  standfirst:
    "For thirty-four years a mobile library climbed the valley every second Wednesday. Its gearbox failed at Coldharrow, and nobody has ordered a new one. Its last driver told us what it carried besides books.",
  by: "ifeoma-brandt",
  alsoBy: [{ by: "hyunju-pask", part: "words" }],
  tags: ["around-town", "people"],
  published: { daysAgo: 3, at: "07:10" },
  picture: {
    file: "library-van.webp",
    alt: "A cream and green library van on a hill road at dusk, its side door open on lit shelves; somebody stands inside reading, and three books lie on a dry-stone wall.",
  },
  comments: [
    said(
      "Gwenda P.",
      "I am the Mrs P. of the large-print westerns and I am delighted to be in a magazine at last. For the record there are only eleven I have not read, not nine. Idris was rounding down to be kind.",
      said(
        "Nephew of a customer",
        "Gwenda, my aunt in Hask has a crate of them in the loft. I will bring them down on Sunday if somebody tells me which house.",
        said("Gwenda P.", "The one with the blue gate. Come after church and there will be cake."),
      ),
    ),
    said(
      "Rob, Coldharrow",
      "£41,000 for a gearbox sounds like the price of a van. Could we see the quote? I mend tractors and I would like to know what they think is wrong with it.",
      said(
        "Ifeoma Brandt",
        "I have asked the county for it, Rob, and will publish it if it comes. The van is standing in the depot at Saltby Road with the cover off, and I am told you can look.",
        said("Rob, Coldharrow", "Then I'll look. Saturday."),
      ),
    ),
    said(
      "Anneke",
      "We moved to Little Orrow in the year of the floods with a baby and no car. The van was the only adult conversation I had that was not about roof tiles. I still owe it a book about whales.",
    ),
    said(
      "H. Marchetti",
      "The click-and-collect locker is at a petrol station, seven miles off, on a road with no pavement. Whoever drew that on a map has never tried it with a pushchair.",
      said("Jem", "Or without one. I have walked it. You can feel the lorries in your hat."),
    ),
  ],
  body: doc(
    p(
      "The mobile library of the upper valley is thirteen paces long if you are eight, and ten if you are its driver. It has 1,900 books, a heater with two settings, one of which is off, and a step that folds out with a noise like a dropped tray. For thirty-four years that noise has meant Wednesday.",
    ),
    p(
      "It has not been heard since the week the van stopped on the hill below Coldharrow, in second gear and then in none. A tractor pulled it into a gateway. A lorry took it to the depot on Saltby Road, where it is standing now with a tarpaulin over the bonnet. A repair has been priced at £41,000. The county, which owns the van, calls the service ‘paused’.",
    ),
    p(
      "In its place there is a steel locker at the petrol station on the valley road. Readers order by telephone or on the web and are sent a code. In its first two months, according to figures we asked for and received, the locker was opened 58 times. The van, on an ordinary Wednesday, lent around 140 books to people in five villages, and in the holidays more than 200.",
    ),
    h2("‘You learn the order of the doors’"),
    p(
      "Idris Vaughan-Yeo drove it for the last sixteen of those years. He is 61, was a coach driver before and a sailor before that, and when the service was paused he was offered a desk. He took his leave instead. We met in his kitchen in Hask, under a shelf of the books he bought at the van’s own sales, and asked him what had been lost. He talked for an hour. This is some of it, in his words.",
    ),
    quote(
      "The first thing you learn is the order of the doors. At Hask the school comes out to you, two by two, and for ten minutes you can’t move, and you find a mitten in the atlases afterwards. At Little Orrow it is mothers, and they’ll stay until you have to start the engine to get rid of them. At Coldharrow nobody comes for the first quarter of an hour, because they don’t like to look keen, and then everybody comes at once.",
      "I am not a librarian. I had four days’ training and one of them was the fire extinguisher. But you can’t hand a person a book every fortnight for sixteen years and not come to know something. There was a man who took out books on bridges. Only ever bridges. Then one Wednesday he asked had I anything about talking to a daughter who won’t talk to you. I hadn’t. I rang the branch from the lay-by, they sent one up, and I left it on his wall in a bread bag because I knew he would not want to be seen asking twice. He brought it back in the same bag. The next time it was bridges again.",
      "I’ve had children read to me because there was nobody at home who had the time, and one because there was nobody at home who could. I never said anything to anyone. He would read me a page while I stamped, and I would say, go on, then, what happens? I wasn’t being clever. I wanted to know what happened. He’s an electrician now. He did my kitchen.",
      "And you carry things. It is not in any job description, but if you are the one vehicle that goes up the valley on a Wednesday whatever the weather, then you carry things. Prescriptions. A christening gown, once. Eggs in both directions. Mrs P. has read every large-print western the county owns but nine, and if she was not on her step at ten past two then I went and knocked. Twice I was right to knock.",
      "So when they say that what the van did can be done by a locker, I don’t get angry. They have counted what they could count. The books they’ve counted very fairly. It is just that nobody ever wrote down the knocking.",
      "I’ll tell you what I would do. I would not mend it. It’s a bad van, it always was, it was built for flat places. I’d buy two small ones. Electric, if you like, it’s only forty miles. And I would put someone in each who is nosy and can’t spell ‘outreach’.",
    ),
    h2("What the county says"),
    p(
      "No decision has been made, says the county’s head of libraries, Marguerite Dunmore, and she would rather say so plainly than have people read one into the tarpaulin. There is no money for a new vehicle this year. Next year’s budget is open for comment until the end of the month, and it has a line for ‘rural access’ without a sum beside it.",
    ),
    p(
      "‘I grew up with that van,’ she said when we had put our pens down, and then agreed that we could pick them up again. ‘It is how I got here. I can defend a locker on a spreadsheet. I would not want to have to defend it to Idris.’",
    ),
    p(
      "At Hask school the head teacher, Owain Brack, has turned the van’s old parking bay into something for the time being: a table, two crates, a biscuit tin for notes. Forty-six books went out of it in the first week, and fifty-one came back.",
    ),
  ),
}
