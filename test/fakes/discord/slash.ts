import type { Command, Option, Server, World } from "./world.js";

/** An option as it stands in an interaction. */
export type Filled = {
  readonly type: number;
  readonly name: string;
  readonly value?: string | number | boolean;
  readonly options?: readonly Filled[];
  readonly focused?: boolean;
};

export type Typed = { readonly command: Command; readonly options: readonly Filled[] };

/**
 * Fills a registered command from typed words, as the client's own form would: `name:value` (or `name=value`) names an
 * option, other words fill the options in their order, and the last text option takes all that is left.
 */
export function readSlash(world: World, server: Server | null, typed: string): Typed {
  const [name = "", ...rest] = typed.replace(/^\//, "").trim().split(/\s+/);
  const command = world.commands.find((one) => one.name === name);
  if (!command) throw new Error(`no command /${name} is registered`);
  return { command, options: fill(world, server, command, rest.filter(Boolean)) };
}

function fill(
  world: World,
  server: Server | null,
  within: Option,
  words: readonly string[],
): readonly Filled[] {
  const options = within.options ?? [];
  const inner = options.filter(({ type }) => type <= 2);
  if (inner.length > 0) {
    const [name, ...rest] = words;
    const chosen = inner.find((option) => option.name === name);
    if (!chosen) throw new Error(`/${within.name} has no part “${name ?? ""}”: the client would not send it`);
    return [{ type: chosen.type, name: chosen.name, options: fill(world, server, chosen, rest) }];
  }
  const given = new Map<Option, string>();
  const free: string[] = [];
  let open: Option | null = null;
  for (const word of words) {
    const [, name, value = ""] = /^([^\s:=]+)[:=](.*)$/.exec(word) ?? [];
    const named = options.find((option) => option.name === name);
    if (named) {
      given.set(named, value);
      open = named.type === 3 && word[named.name.length] === ":" ? named : null;
    } else if (open) given.set(open, `${given.get(open) ?? ""} ${word}`.trim());
    else free.push(word);
  }
  place(
    options.filter((option) => !given.has(option)),
    free,
    given,
    (option, word) => valueFrom(world, server, option, word) !== null,
  );
  const missing = options.find((option) => option.required === true && !given.has(option));
  if (missing) throw new Error(`/${within.name} needs “${missing.name}”: the client would not send it`);
  return options.flatMap((option): readonly Filled[] => {
    const word = given.get(option);
    if (word === undefined) return [];
    const value = valueFrom(world, server, option, word);
    if (value === null)
      throw new Error(`“${word}” is no value of “${option.name}”: the client would not send it`);
    return [{ type: option.type, name: option.name, value }];
  });
}

/** Gives words without a name to options in their order. */
function place(
  options: readonly Option[],
  words: readonly string[],
  given: Map<Option, string>,
  fits: (option: Option, word: string) => boolean,
): void {
  const left = [...words];
  const isFree = (option: Option) => option.type === 3 && !option.choices?.length;
  const lastFree = options.filter(isFree).at(-1);
  for (const [index, option] of options.entries()) {
    if (left.length === 0) return;
    const tail = options.slice(index + 1);
    if (option === lastFree) {
      const ending: string[] = [];
      for (const later of [...tail].reverse()) {
        const word = left.at(-1);
        if (left.length > 1 && word !== undefined && fits(later, word)) ending.unshift(left.pop() ?? "");
      }
      given.set(option, left.splice(0).join(" "));
      left.push(...ending);
    } else if (isFree(option) || fits(option, left[0] ?? "")) given.set(option, left.shift() ?? "");
  }
  if (left.length > 0) throw new Error(`nothing takes “${left.join(" ")}”: the client would not send it`);
}

/** A word as the value that an option's type wants; null: it cannot be one. */
function valueFrom(
  world: World,
  server: Server | null,
  option: Option,
  word: string,
): string | number | boolean | null {
  const choice = option.choices?.find(({ name, value }) => name === word || String(value) === word);
  if (option.choices?.length) return choice?.value ?? null;
  const bare = word.replace(/^[@#]|^<[@#]&?|>$/g, "");
  switch (option.type) {
    case 3:
      return word;
    case 4:
      return /^-?\d+$/.test(word) ? Number(word) : null;
    case 10:
      return Number.isFinite(Number(word)) ? Number(word) : null;
    case 5:
      return word === "true" || word === "false" ? word === "true" : null;
    case 6:
      return [...world.users.values()].find(({ id, name }) => id === bare || name === bare)?.id ?? null;
    case 7:
      return (
        [...world.channels.values()].find(
          (one) => one.server === server && (one.id === bare || one.name === bare),
        )?.id ?? null
      );
    case 8:
      return server?.roles.find(({ id, name }) => id === bare || name === bare)?.id ?? null;
    default:
      return null;
  }
}

/** The option that the caret stands in: the last one filled, which must complete. */
export function focus(typed: Typed): readonly Filled[] {
  const walk = (filled: readonly Filled[], declared: readonly Option[]): readonly Filled[] => {
    const last = filled.at(-1);
    const option = declared.find(({ name }) => name === last?.name);
    if (!last || !option) throw new Error(`/${typed.command.name} has nothing to complete there`);
    if (last.options) return [{ ...last, options: walk(last.options, option.options ?? []) }];
    if (option.autocomplete !== true) throw new Error(`“${option.name}” does not complete as one types`);
    return [...filled.slice(0, -1), { ...last, focused: true }];
  };
  return walk(typed.options, typed.command.options ?? []);
}
