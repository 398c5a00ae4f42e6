// Sentences made up for this test, in the manner of wire reports, broadsheets and official accounts; nobody said any of this. Labelled
// before the program had read them, when it found 14 of 18 speakers and took one who declined to comment for one: `sentence | speaker`,
// `-` where the text names none; a blank line between paragraphs.

const WIRE = `
China's commerce minister, Gao Wenbin, said on Tuesday that talks on fishing quotas would resume in the spring. | Gao Wenbin
He told reporters in Tallinn that both sides had “shown patience”. | Gao Wenbin
The talks broke down in November after a trawler was seized. | -

“We are not going to be rushed,” said Laura Pike, the chief negotiator for the United States. | Laura Pike
“But the door is open,” she added. | Laura Pike

A spokesperson for the port authority declined to comment. | -
According to the coast guard, three vessels remain under arrest. | coast guard

Fishermen in the harbour town of Kell, many of whom have not sailed since October, followed the talks on a screen in the market hall. | -
“My boat is rusting,” Joost Verhaven, 52, told Northern Wire. | Joost Verhaven
`;

const BROADSHEET = `
The mayor has few friends left. | -
Her deputy, Simon Achterberg, accused her on Monday of hiding a report on the tunnel. | Simon Achterberg
Achterberg, who resigned last week, said the report had been on her desk since May. | Simon Achterberg
The mayor denies this. | Ines Calder

“I read everything that is put before me,” Mayor Ines Calder wrote in an open letter. | Ines Calder
“This was not.” | Ines Calder

The engineers' union warned that the tunnel could flood, and demanded that it be closed at once. | engineers' union
Its secretary, Bram Oyelaran, put the cost of repairs at $70 million. | Bram Oyelaran
The council will meet on Thursday. | -
`;

const OFFICIAL = `
Secretary of State Helen Marsh spoke today with Foreign Minister Ren Kaiyu. | -
The Secretary emphasized the importance of keeping channels of communication open. | Secretary
She also raised concerns about the detention of two sailors. | Secretary

The Foreign Minister stressed that the matter was an internal affair of his country. | Ren Kaiyu
He urged the United States to respect the facts. | Ren Kaiyu

State Department spokesperson Carl Odum said the call lasted forty minutes. | Carl Odum
`;

/** An article with the speaker of each of its sentences, as the article names them; null where nobody speaks. */
export interface LabelledArticle {
  readonly paragraphs: readonly string[];
  readonly sentences: readonly { readonly text: string; readonly speaker: string | null }[];
}

export const labelledEnglish: Readonly<Record<string, LabelledArticle>> = Object.fromEntries(
  Object.entries({ WIRE, BROADSHEET, OFFICIAL }).map(([style, text]) => [style, readArticle(text)]),
);

function readArticle(text: string): LabelledArticle {
  const blocks = text
    .trim()
    .split('\n\n')
    .map((block) => block.split('\n').map(labelOf));
  return {
    paragraphs: blocks.map((sentences) => sentences.map((sentence) => sentence.text).join(' ')),
    sentences: blocks.flat(),
  };
}

function labelOf(line: string): { text: string; speaker: string | null } {
  const [text = '', speaker = '-'] = line.split(' | ');
  return { text, speaker: speaker === '-' ? null : speaker };
}
