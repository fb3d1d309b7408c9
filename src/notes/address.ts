import type { Question } from "../core/question.js";

/**
 * Questions with the web address of their place, for notes that lie on GitHub, GitLab or Gitea: `address` is that of
 * the notes' folder, as in `https://github.com/team/notes/blob/main`.
 */
export function withAddress(questions: readonly Question[], address: string | null): readonly Question[] {
  if (address === null) return questions;
  const root = address.replace(/\/+$/, "");
  return questions.map((question) => {
    const { file, line, end } = question.source;
    const path = file.split("/").map(encodeURIComponent).join("/");
    return { ...question, source: { ...question.source, web: `${root}/${path}#L${line}-L${end}` } };
  });
}
