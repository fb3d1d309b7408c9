import { describe, expect, test } from "vitest";
import { personId } from "../../src/core/ids.js";
import { type BoardView, rank, type Tally } from "../../src/core/leaderboard.js";
import type { Message } from "../../src/core/message.js";
import { boardMessage, publicBoardMessage } from "../../src/views/board.js";
import { day } from "../core/things.js";

/** `count` members, the first the best; `reader` is who looks. */
function board(count: number, reader: number, view: BoardView = "month") {
  const tallies = Array.from({ length: count }, (_, at): Tally => {
    const answered = count - at;
    const person = personId(`web:${at + 1}`);
    return {
      person,
      name: `Member ${at + 1}`,
      answered,
      graded: answered,
      right: 0,
      due: count,
      current: answered,
      longest: answered,
    };
  });
  const standings = rank(tallies, view, count);
  return {
    channel: "#study",
    view,
    standings,
    reader: personId(`web:${reader}`),
    hidden: false,
    day: day("2026-03-20"),
  };
}

function tableOf(message: Message) {
  const table = message.blocks.find((block) => block.kind === "table");
  if (table?.kind !== "table") throw new Error("no table");
  return { ...table, places: table.rows.map(([place]) => place) };
}

const top = Array.from({ length: 10 }, (_, at) => String(at + 1));

describe("the board that one person sees", () => {
  test.each([
    ["the first", 1, top],
    ["the eighth", 8, top],
    ["the ninth", 9, [...top, "11"]],
    ["the tenth", 10, [...top, "11", "12"]],
    ["the eleventh", 11, [...top, "11", "12", "13"]],
    ["the thirteenth", 13, [...top, "11", "12", "13", "14", "15"]],
    ["the fourteenth", 14, [...top, "⋯ 1 more place", "12", "13", "14", "15", "16"]],
    ["the twenty-first", 21, [...top, "⋯ 8 more places", "19", "20", "21", "22", "23"]],
    ["the last", 30, [...top, "⋯ 17 more places", "28", "29", "30"]],
    ["nobody of them", 99, top],
  ])("is the top ten, and two neighbours on each side of %s", (_, reader, places) => {
    const table = tableOf(boardMessage(board(30, reader), true));
    expect(table.places).toEqual(places);
    const own = table.rows.findIndex(([place]) => place === String(reader));
    expect(table.you).toBe(own < 0 ? undefined : own);
  });

  test("marks the reader, and nobody who is called so", () => {
    const { standings, ...rest } = board(3, 3);
    const named = standings.map((one) => (one.place === 1 ? { ...one, name: "Mallory (you)" } : one));
    expect(tableOf(boardMessage({ ...rest, standings: named }, true)).you).toBe(2);
  });

  test("says of what was due how much was answered", () => {
    expect(tableOf(boardMessage(board(3, 2), true)).rows[1]).toEqual([
      "2",
      "Member 2 (you)",
      "2 of 3",
      "0/2",
    ]);
  });

  test.each(["streak", "longest"] as const)("of the %s counts days", (view) => {
    expect(tableOf(boardMessage(board(3, 2, view), true)).rows).toEqual([
      ["1", "Member 1", "3"],
      ["2", "Member 2 (you)", "2"],
      ["3", "Member 3", "1"],
    ]);
  });

  test("can be shown to the channel only where it was asked for in the channel", () => {
    const hasButton = (message: Message) => message.blocks.some((block) => block.kind === "buttons");
    expect(hasButton(boardMessage(board(3, 2), true))).toBe(true);
    expect(hasButton(boardMessage(board(3, 2), false))).toBe(false);
  });
});

test("the board that all see is the top ten alone, and marks nobody", () => {
  const table = tableOf(publicBoardMessage(board(30, 21)));
  expect(table.places).toEqual(top);
  expect(table.you).toBeUndefined();
  expect(JSON.stringify(publicBoardMessage(board(30, 21)))).not.toMatch(
    /Member (1[1-9]|2\d|30)|\(you\)|place 21/,
  );
});
