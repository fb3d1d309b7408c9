import type { Json } from "./json.js";

/** Pieces of Block Kit, as short as tests want them. */
export const plain = (text: string, more: Json = {}) => ({ type: "plain_text", text, ...more });
export const marked = (text: string, more: Json = {}) => ({ type: "mrkdwn", text, ...more });
export const section = (text: unknown, more: Json = {}) => ({ type: "section", text, ...more });
export const button = (more: Json = {}) => ({ type: "button", text: plain("A"), ...more });
export const actions = (...elements: readonly unknown[]) => ({ type: "actions", elements });
export const many = <T>(count: number, one: T) => Array.from({ length: count }, () => one);
export const option = (more: Json = {}) => ({ text: plain("One"), value: "1", ...more });
export const select = (more: Json = {}) => ({ type: "static_select", options: [option()], ...more });
