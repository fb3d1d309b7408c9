import type { AnswerStore } from "../store.js";
import { counts } from "./rounds.js";
import type { Shelves } from "./shelves.js";

/** First answers, each method one transaction. */
export function answerStore(shelves: Shelves): AnswerStore {
  const { queue, round, member, answer, person, card, report, proposal } = shelves;
  return {
    answer: (press, rule, remember) =>
      queue.write(() => {
        const to = round.byKey(press.key);
        if (!to) return null;
        const outcome = rule(to, answer.earlier(press.key, press.person));
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
        if (question) answer.unturn(who, question);
        return true;
      }),
    report: (said) => queue.write(() => report.add(said)),
    proposeAlias: (proposed) => queue.write(() => proposal.add(proposed)),
    reportOf: async (question, version, who) => report.of(question, version, who),
    openAsk: (ask) =>
      queue.write(() => {
        answer.openAsk(ask);
        return answer.ask(ask.key) ?? { ...ask, turned: false, attempt: null };
      }),
    ask: async (key) => answer.ask(key),
    turnAsk: (ask, at) => queue.write(() => answer.turnAsk(ask, at)),
    newestAsk: async (who, where) => answer.newestAsk(who, where),
    answerAsk: (press, rule, remember) =>
      queue.write(() => {
        const ask = answer.ask(press.key);
        if (!ask) return null;
        const outcome = rule(ask);
        if (outcome.kind === "answered") {
          answer.answerAsk(press.key, outcome.attempt);
          card.feed(ask.asked.question, outcome.attempt, remember);
          const { right, selfGrade } = outcome.attempt;
          if (right !== null || selfGrade !== null) answer.unturn(ask.person, ask.asked.question);
        }
        return { outcome, ask: answer.ask(press.key) ?? ask };
      }),
  };
}
