import { type Client, type CloseEvent, Events, GatewayCloseCodes } from "discord.js";
import { DiscordFault, type DiscordParts } from "./parts.js";

/** A gateway that is silent for so long will not open. */
const patience = 120_000;

/** Logs in and waits until every shard is ready; rejects with a DiscordFault, and then leaves nothing open. */
export async function connectClient(
  client: Client,
  { token, api, log }: Pick<DiscordParts, "token" | "api" | "log">,
): Promise<Client<true>> {
  let starting = true;
  const ready = new Promise<Client<true>>((resolve, reject) => {
    const silent = () =>
      reject(new DiscordFault(`${addressOf(api)} answers, but its gateway does not open. ${outage}`));
    let timer = setTimeout(silent, patience);
    client.on(Events.ShardReady, () => {
      clearTimeout(timer);
      if (starting) timer = setTimeout(silent, patience);
    });
    client.once(Events.ClientReady, (done) => {
      clearTimeout(timer);
      resolve(done);
    });
    client.on(Events.ShardDisconnect, ({ code }: CloseEvent) => {
      clearTimeout(timer);
      const fault = closeFault(code);
      if (!starting) log.error("Discord has closed the connection for good", fault);
      reject(fault);
    });
    client.login(token).catch((error: unknown) => {
      clearTimeout(timer);
      reject(loginFault(error, api));
    });
  });
  try {
    return await ready;
  } catch (fault) {
    await client.destroy().catch(() => {});
    throw fault;
  } finally {
    starting = false;
  }
}

const bots = "https://discord.com/developers/applications";
const outage = "Look at https://discordstatus.com, and at DISCORD_API if it is set.";
const addressOf = (api: string | null) => api ?? "Discord";

function closeFault(code: number): DiscordFault {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return badToken();
    case GatewayCloseCodes.DisallowedIntents:
    case GatewayCloseCodes.InvalidIntents:
      return new DiscordFault(
        `Discord refuses the intents that this bot asks for (server events and direct messages): open ${bots}, choose the application, and look at “Privileged Gateway Intents” on its Bot page.`,
      );
    default:
      return new DiscordFault(`Discord closed the connection for good (code ${code}). ${outage}`);
  }
}

function badToken(): DiscordFault {
  return new DiscordFault(
    `Discord does not know this bot token: open ${bots}, choose the application, press “Reset Token” on its Bot page, and put the new token into DISCORD_TOKEN.`,
  );
}

function loginFault(error: unknown, api: string | null): Error {
  const { code, message = String(error), cause } = error as Error & { readonly code?: unknown };
  if (code === "TokenInvalid" || /Authentication failed/.test(message)) return badToken();
  if (/intents/i.test(message)) return closeFault(GatewayCloseCodes.DisallowedIntents);
  if (/Not enough sessions/.test(message)) {
    return new DiscordFault(`Discord lets this bot connect no more today. ${message}.`, { cause });
  }
  return new DiscordFault(`${addressOf(api)} cannot be reached: ${message}. ${outage}`, { cause: error });
}
