import { against, type Mutant } from "./mutant.js";

/** Breaks of how a question is known again: two would be taken for one, or a history would be lost. */
export const notesMutants: readonly Mutant[] = against("identity", "identity", [
  ["another old question has these options too", " || others.length > 0", ""],
  ["another new question has these options too", " || news.get(set)?.length !== 1", ""],
  ["another option is right", " || marksOf(old.question) !== marksOf(question)", ""],
  ["the old one was gone long before", "known.filter(({ retired }) => !retired)", "known"],
  ["a yes is an answer to everything", "answer.length < leastAnswer", "answer.length < 0"],
  ["the prompt need not be alike at all", "replaced: 0.3", "replaced: 0"],
  ["a prompt put otherwise is another one", "replaced: 0.3", "replaced: 0.8"],
]);
