import { describe } from "vitest";
import { month } from "../story/month.js";
import { tellAll } from "../story/telling.js";
import { discordCan, openDiscordStage } from "../support/discord-stage.js";
import { openSlackStage, slackCan } from "../support/slack-stage.js";
import { openWebStage, webCan } from "../support/web-stage.js";

// With the short stories it would take too long.
describe("on the playground, through HTTP", () => tellAll(month, openWebStage, webCan));
describe("on Discord, with the real discord.js", () => tellAll(month, openDiscordStage, discordCan));
describe("on Slack, with the real Bolt over Socket Mode", () =>
  tellAll(month, openSlackStage("socket"), slackCan.socket));
