import { platformOf } from "../../core/ids.js";
import type { PostedRound, Store } from "../store.js";
import { answers } from "./answers.js";
import { audit } from "./audit.js";
import { banks } from "./banks.js";
import { beats } from "./beats.js";
import { cards } from "./cards.js";
import { channels } from "./channels.js";
import { commitQueue } from "./commit-queue.js";
import { openDrawer } from "./drawers.js";
import { erase, isErased } from "./erase.js";
import { members } from "./members.js";
import { notices } from "./notices.js";
import { closeDatabase, openDatabase } from "./open.js";
import { own } from "./owner.js";
import { people } from "./people.js";
import { reports } from "./reports.js";
import { rounds } from "./rounds.js";
import { standings } from "./standings.js";
import { tellResult } from "./told.js";

/** The embedded store: one file (`:memory:` for none), one owner. Throws StoreFault when it cannot be used. */
export async function openStore(path: string): Promise<Store> {
  const letGo = path === ":memory:" ? () => {} : own(path);
  try {
    return makeStore(path, letGo);
  } catch (cause) {
    letGo();
    throw cause;
  }
}

function makeStore(path: string, letGo: () => void): Store {
  const { sqlite, db } = openDatabase(path);
  const queue = commitQueue(sqlite);
  const bank = banks(db);
  const channel = channels(db);
  const round = rounds(db);
  const member = members(db);
  const answer = answers(db);
  const person = people(db);
  const beat = beats(db);
  const standing = standings(db);
  const card = cards(db);
  const report = reports(db);
  const notice = notices(db);

  return {
    bank: async () => bank.load(),
    syncBank: (questions, now, rule) => queue.write(() => bank.sync(questions, now, rule)),

    channel: async (id) => channel.one(id),
    channels: async () => channel.all(),
    dueAt: async (id) => channel.state(id).dueAt,
    channelsDue: async (now) => channel.due(now),
    quietDays: async (id) => channel.quietDays(id),
    history: async (id) => round.history(id),
    changeChannel: (id, now, rule) =>
      queue.write(() => {
        const change = rule(channel.state(id));
        if (change) channel.change(change, now);
        return channel.one(id);
      }),

    openRound: (id, now, rule) =>
      queue.write(() => {
        const said = rule({ ...channel.state(id), history: () => round.history(id), open: round.open(id) });
        channel.settle(id, said.days);
        channel.await(id, said.dueAt, said.settled, now);
        if (said.round && round.insert(said.round)) for (const key of said.closes) round.endEarly(key, now);
        return said;
      }),
    round: async (key) => round.byKey(key),
    openRounds: async (id) => round.open(id),
    roundsToPost: async (now) => round.toPost(now),
    roundsToClose: async (now) => round.toClose(now),
    revealsDue: async (now) => round.toReveal(now),
    tallies: async (now) => round.untold(now),
    split: async (key) => round.split(key),
    confirmPosted: (key, receipt, now) => queue.write(() => void round.confirmPosted(key, receipt, now)),
    confirmShown: (key, state, now) => queue.write(() => void round.confirmShown(key, state, now)),
    postpone: (key, notBefore) => queue.write(() => void round.postpone(key, notBefore)),
    withdraw: (key, now) =>
      queue.write(() => {
        const gone = round.byKey(key);
        if (!gone) return;
        round.withdraw(key, now);
        if (gone.kind === "bonus") return;
        channel.settle(gone.channel, [{ day: gone.day, state: "no question" }]);
        for (const attempt of answer.all(key)) member.recount(gone.channel, attempt.person);
      }),
    closeRound: (key, rule, remember) =>
      queue.write(() => {
        const closing = round.byKey(key);
        if (!closing || closing.closedAt) return;
        const open = { from: closing.openedAt, to: closing.closesAt };
        const said = rule({
          round: closing,
          openFrom: closing.postedAt,
          beats: beat.between(platformOf(closing.channel), open),
          members: closing.kind === "scheduled" ? member.atClose(closing) : [],
        });
        round.close(key, closing.closesAt, said.outage);
        member.close(closing, said.members);
        if (closing.reveal === "at-once") return;
        for (const attempt of answer.all(key)) {
          if (isErased(attempt.person)) continue;
          card.feed(closing.asked.question, attempt, remember);
          if (counts(closing)) tellResult(db, closing, attempt);
        }
      }),

    answer: (press, rule, remember) =>
      queue.write(() => {
        const to = round.byKey(press.key);
        if (!to) return null;
        const outcome = rule(to, answer.one(press.key, press.person));
        if (outcome.kind !== "answered") {
          return { outcome, round: to, streak: counts(to) ? member.streak(to.channel, press.person) : null };
        }
        person.meet({ id: press.person, name: press.name }, press.at);
        answer.insert(press.key, outcome.attempt);
        const told = to.reveal === "at-once" || to.closedAt !== null;
        if (told) card.feed(to.asked.question, outcome.attempt, remember);
        const right = told ? outcome.attempt.right : null;
        const streak = counts(to) ? member.count(to, press.person, right) : null;
        return { outcome, round: { ...to, answers: to.answers + 1 }, streak };
      }),
    attempt: async (key, who) => answer.one(key, who),
    gradeSelf: (key, who, grade, remember) =>
      queue.write(() => {
        if (!answer.grade(key, who, grade)) return false;
        const attempt = answer.one(key, who) ?? answer.ask(key)?.attempt;
        const question = (round.byKey(key) ?? answer.ask(key))?.asked.question;
        if (attempt && question) card.feed(question, attempt, remember);
        return true;
      }),
    report: (said) => queue.write(() => report.add(said)),
    reports: async () => report.all(),
    openAsk: (ask) =>
      queue.write(() => {
        answer.openAsk(ask);
        return answer.ask(ask.key) ?? ask;
      }),
    ask: async (key) => answer.ask(key),
    answerAsk: (press, rule, remember) =>
      queue.write(() => {
        const ask = answer.ask(press.key);
        if (!ask) return null;
        const outcome = rule(ask);
        if (outcome.kind === "answered") {
          answer.answerAsk(press.key, outcome.attempt);
          card.feed(ask.asked.question, outcome.attempt, remember);
        }
        return { outcome, ask: answer.ask(press.key) ?? ask };
      }),

    meet: (who, now) => queue.write(() => person.meet(who, now)),
    member: async (id, who) => member.one(id, who),
    memberships: async (who) => member.ofPerson(who),
    streak: async (id, who) => member.streak(id, who),
    memberDays: async (id, who) => {
      const joined = member.one(id, who)?.joined;
      return joined ? member.days(id, who, joined) : [];
    },
    results: async (who) => person.results(who),
    openFor: async (who, from) => person.openFor(who, from),
    standings: async (id, month) => standing(id, month),
    person: async (who) => person.one(who),
    answers: async (who, most) => person.answers(who, most),
    setAway: (who, rule) =>
      queue.write(() => {
        const said = rule(person.away(who), person.closedDays(who));
        if (said.ranges) person.setAway(who, said.ranges);
        return said;
      }),
    hide: (who, hidden) => queue.write(() => void person.hide(who, hidden)),
    erase: (who, alias) => queue.write(() => erase(db, who, alias)),
    cards: async (who) => card.all(who),
    metSince: async (who, since) => card.metSince(who, since),
    changeCard: (who, question, rule) => queue.write(() => card.change(who, question, rule)),

    heartbeat: (platform, now) => queue.write(() => beat.beat(platform, now)),
    notice: (key, now, every) => queue.write(() => notice.first(key, now, every)),
    audit: async () => audit(db),
    drawer: (owner) => openDrawer(db, queue, owner),

    close: async () => {
      await queue.drained();
      closeDatabase(sqlite);
      letGo();
    },
  };
}

/** Bonus rounds touch neither streak nor board. */
function counts(round: PostedRound): boolean {
  return round.kind === "scheduled";
}
