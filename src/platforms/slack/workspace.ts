import { type Body, listIn, objectIn } from "./body.js";

/** Whether something was sent to our installation: in shared channels people of other workspaces act in ours too. */
export function isOurs(body: Body, team: string): boolean {
  const named = [
    body.team_id,
    body.context_team_id,
    objectIn(body.team).id,
    objectIn(body.view).team_id,
    ...listIn(body.authorizations).map((one) => one.team_id),
  ];
  return named.includes(team);
}
