import { describe } from "vitest";
import { discordCan, openDiscordStage } from "../support/discord-stage.js";
import { shortStories } from "./all.js";
import { tellAll } from "./telling.js";

describe("on Discord, with the real discord.js", () => tellAll(shortStories, openDiscordStage, discordCan));
