import { describe } from "vitest";
import { month } from "../story/month.js";
import { tellAll } from "../story/telling.js";
import { discordCan, openDiscordStage } from "../support/discord-stage.js";
import { openSlackStage, slackCan } from "../support/slack-stage.js";

// With the short stories they would take too long; the playground tells them among the others.
describe("on Discord, with the real discord.js", () => tellAll(month, openDiscordStage, discordCan));
describe("on Slack, with the real Bolt over Socket Mode", () =>
  tellAll(month, openSlackStage("socket"), slackCan.socket));
