import type { PersonStore } from "../person-store.js";
import { erase } from "./erase.js";
import { beginLogAnew } from "./open.js";
import type { Shelves } from "./shelves.js";

/** People, with or without a channel, each method one transaction. */
export function personStore(shelves: Shelves): PersonStore {
  const { db, queue, member, person, standing, card, answer, reminder } = shelves;
  return {
    meet: (who, now) => queue.write(() => void person.meet(who, now)),
    member: async (id, who) => member.one(id, who),
    memberships: async (who) => member.ofPerson(who),
    streak: async (id, who) => member.streak(id, who),
    memberDays: async (id, who) => {
      const joined = member.one(id, who)?.joined;
      return joined ? member.days(id, who, joined) : [];
    },
    results: async (who) => person.results(who),
    openFor: async (who, from) => person.openFor(who, from),
    standings: async (id, month, reader) => standing(id, month, reader),
    person: async (who) => person.one(who),
    answers: async (who, most) => person.answers(who, most),
    setAway: (who, rule) =>
      queue.write(() => {
        const said = rule(person.away(who), person.closedDays(who));
        if (said.ranges) person.setAway(who, said.ranges);
        return said;
      }),
    away: async (who) => person.away(who),
    lastChannel: async (who) => person.lastChannel(who),
    reminder: async (who) => reminder.one(who),
    changeReminder: (who, rule) =>
      queue.write(() => {
        const old = reminder.one(who);
        const said = rule(old);
        if (said.reminder === old) return said;
        if (said.reminder) reminder.keep(who, said.reminder);
        else reminder.remove(who);
        return said;
      }),
    hide: (who, hidden) => queue.write(() => void person.hide(who, hidden)),
    async erase(who, as) {
      await queue.write(() => erase(db, who, as));
      beginLogAnew(db);
    },
    cards: async (who) => card.all(who),
    card: async (who, question) => card.one(who, question),
    metBetween: async (who, from, to) => card.metBetween(who, from, to),
    runAnswers: async (who, run) => answer.ofRun(who, run),
    changeCard: (who, question, rule) => queue.write(() => card.change(who, question, rule)),
    settings: async (who) => person.settings(who),
    changeSettings: (who, change) =>
      queue.write(() => {
        person.changeSettings(who, change);
        return person.settings(who);
      }),
  };
}
