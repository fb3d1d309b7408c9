/** Texts that would do harm if they came to life. */
export const hostile: Readonly<Record<string, string>> = {
  "everybody called": "@everyone @here <@1234567890123456789> <@&1234567890123456789> <#1234567890123456789>",
  "Discord's own signs":
    "<:a:1234567890123456789> </quiz:1234567890123456789> <t:1> <id:customize> <https://e.example>",
  "masked links": "[your bank](https://evil.example) https://evil.example javascript:alert(1) [x](<y>)",
  "back-ticks": "` `` ``` ````\n```js\n@everyone\n```\n`",
  "every mark": "**a** __b__ *c* _d_ ~~e~~ ||f|| `g` \\*h\\* ***i*** -# j",
  "line starts": "# a\n## b\n-# c\n> d\n>>> e\n- f\n* g\n1. h\n  2) i\n+ j",
  "the reading direction": "\u202eabc\u202c \u2066def\u2069 \u200fשלום\u200e \u061c",
  "control signs": "a\u0000b\u0007c\u001b[31md\r\ne\ud800f",
  "signs of many parts": `${"👩‍👩‍👧‍👦".repeat(30)} 🏴󠁧󠁢󠁳󠁣󠁴󠁿 ẞ ${"e\u0301".repeat(50)}`,
  "a mountain of accents": `z${"\u0300".repeat(300)}`,
  "only blanks": " \u200b \n \t ",
  nothing: "",
};
