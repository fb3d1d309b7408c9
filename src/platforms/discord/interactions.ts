import {
  type APIInteraction,
  GatewayDispatchEvents,
  type GatewayDispatchPayload,
  SimpleShardingStrategy,
  type WebSocketOptions,
} from "discord.js";

/** What happened to a shard; `data`: what came over it, where that is it. */
type Emit = (event: string, said: { readonly data?: GatewayDispatchPayload }) => boolean;

/**
 * Interactions go past the library to us, everything else to the library. It would make objects of each of them and of
 * all that stands in it, and nobody here reads those.
 */
export function interactionsTo(
  hear: (interaction: APIInteraction) => void,
): NonNullable<WebSocketOptions["buildStrategy"]> {
  return (manager) => {
    const toLibrary = manager.emit.bind(manager) as Emit;
    const emit: Emit = (event, said) => {
      if (said.data?.t !== GatewayDispatchEvents.InteractionCreate) return toLibrary(event, said);
      hear(said.data.d);
      return true;
    };
    return new SimpleShardingStrategy(Object.create(manager, { emit: { value: emit } }));
  };
}
