import { appMethods } from "./app-methods.js";
import { chatMethods } from "./chat-methods.js";
import { conversationMethods } from "./conversation-methods.js";
import { fileMethods } from "./file-methods.js";
import type { Method } from "./method.js";
import { peopleMethods } from "./people-methods.js";
import { viewMethods } from "./view-methods.js";

/** Every method that this server knows. */
export function catalogue(socketUrl: () => string): Readonly<Record<string, Method>> {
  return {
    ...peopleMethods,
    ...chatMethods,
    ...conversationMethods,
    ...viewMethods,
    ...fileMethods,
    ...appMethods(socketUrl),
  };
}
