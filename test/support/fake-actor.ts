import type { Event, Reply } from "../../src/app/platform.js";
import { letter, type Message, type Questionnaire } from "../../src/core/message.js";
import { type FakePlatform, fakeChannel, fakePerson, type Posted } from "./fake-platform.js";
import { see } from "./plain-message.js";
import type { Actor, Held, Name, Seen } from "./stage.js";

export type FakeActor = Actor & { shown(): readonly Seen[] };

type Where = Pick<Event, "place" | "on">;
const channel = { kind: "channel", id: fakeChannel, name: "#study" } as const;

/** Somebody on the platform in memory: Ada manages it, the others do not. */
export function fakeActor(platform: FakePlatform, name: Name, now: () => Date): FakeActor {
  const person = { id: fakePerson(name), name, mayManage: name === "Ada", zone: "Europe/Berlin" };
  const direct = { kind: "direct", person: person.id } as const;
  const shown: Message[] = [];
  let said = 0;
  let form: Questionnaire | null = null;
  let place: typeof channel | typeof direct = channel;

  const take = (reply: Reply): Seen | null => {
    said = platform.posted.length;
    if (reply.say) platform.lay(channel, reply.say);
    form = reply.ask ?? null;
    const card = reply.replace ?? reply.whisper;
    if (reply.replace) shown.pop();
    if (card) shown.push(card);
    if (reply.direct) {
      shown.push(reply.direct);
      place = direct;
    } else if (reply.whisper) place = channel;
    if (form) return { text: form.title, buttons: ["Send"], options: [] };
    const seen = reply.direct ?? card;
    return seen ? see(seen) : null;
  };
  const held = (message: Message | null | undefined, label: string, where: Where): Held => {
    const button = message?.blocks
      .flatMap((block) => (block.kind === "buttons" ? block.buttons : []))
      .find((candidate) => candidate.label === label || candidate.label.startsWith(`${label} · `));
    if (!button) throw new Error(`there is no button ${label}`);
    const did = { kind: "press", press: button.press } as const;
    return async ({ at = now(), event } = {}) =>
      take(await platform.send({ at, person, did, ...where, ...(event ? { id: event } : {}) }));
  };
  const inChannel = (posted: Posted | undefined, label: string) =>
    held(posted?.message, label, {
      place: channel,
      on: { channel: fakeChannel, message: posted?.id ?? "" },
    });
  const find = (fits: (seen: Seen) => boolean, back: number) =>
    platform
      .inChannel(fakeChannel)
      .filter(({ message }) => fits(see(message)))
      .at(back);
  const holdOption = (option: string, back: number) => {
    const posted = find((seen) => seen.options.length > 0, back);
    const options = posted ? see(posted.message).options : [];
    const at = options.findIndex((one) => one.text.includes(option));
    return inChannel(posted, at < 0 ? option : letter(at));
  };
  /** What was said unasked after the last reply lies above it. */
  const pressNewest = (label: string) => {
    const [unasked] = platform.toPerson(person.id);
    const isNewer = unasked !== undefined && Number(unasked.id) > said;
    return isNewer ? held(unasked.message, label, { place: direct }) : held(shown.at(-1), label, { place });
  };

  return {
    press: (label, back = 0) =>
      inChannel(
        find((seen) => seen.buttons.includes(label), back),
        label,
      )(),
    answer: (option, back = 0) => holdOption(option, back)(),
    hold: async (option) => holdOption(option, 0),
    pressPrivate: async (label) => pressNewest(label)(),
    holdPrivate: async (label) => pressNewest(label),
    async readFile() {
      const files = [...shown].reverse().flatMap(({ blocks }) => blocks.filter((one) => one.kind === "file"));
      return new TextDecoder().decode(files[0]?.bytes);
    },
    async fill(fields) {
      if (!form) throw new Error("there is no form to fill in");
      const before = form.fields.flatMap(({ name, value }) => (value ? [[name, value]] : []));
      const did = {
        kind: "answered",
        press: form.press,
        fields: { ...Object.fromEntries(before), ...fields },
      } as const;
      return take(await platform.send({ at: now(), person, place, did }));
    },
    async type(words) {
      const did = { kind: "command", words } as const;
      return take(await platform.send({ at: now(), person, place: channel, did }));
    },
    async say(words) {
      const did = { kind: "said", text: words } as const;
      place = direct;
      const reply = await platform.send({ at: now(), person, place: direct, did });
      // What would take the place of a card stands below it: the words were written under it.
      const { replace, ...rest } = reply;
      return take(replace ? { ...rest, direct: replace } : reply);
    },
    shown: () =>
      [...platform.toPerson(person.id).map(({ message }) => message), ...[...shown].reverse()].map(see),
  };
}
