import type { types } from "@slack/bolt";
import { type Body, listIn, objectIn, objectOf, stringIn } from "./body.js";
import type { Kit } from "./quiet.js";

/**
 * Blocks whose buttons say from which installation they come. In channels that workspaces share, and over an
 * organisation with several of them, Slack’s own fields name now the one and now the other.
 */
export function markedBlocks(blocks: readonly Kit[], team: string): Kit[] {
  return blocks.map((block, at) =>
    block.type === "actions" ? { ...block, block_id: `${team} ${at}` } : block,
  );
}

/** The same for a home tab. */
export function markedHome(home: types.HomeView, team: string): types.HomeView {
  return { ...home, blocks: markedBlocks(home.blocks as readonly Kit[], team) };
}

/** The workspaces that this may be for, the likeliest first: a mark of ours leaves no other. */
export function teamsIn(body: Body): readonly string[] {
  const form = stringIn(objectIn(body.view).private_metadata);
  const mark = markIn(body) || stringIn(objectOf(form).team);
  if (mark !== "") return [mark];
  const named = [
    ...listIn(body.authorizations).map((one) => one.team_id),
    body.context_team_id,
    objectIn(body.team).id,
    body.team_id,
  ];
  return named.map(stringIn).filter((team) => team !== "");
}

function markIn({ actions }: Body): string {
  const [action = {}] = listIn(actions);
  return /^(T\w+) \d+$/.exec(stringIn(action.block_id))?.[1] ?? "";
}
