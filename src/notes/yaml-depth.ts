/** More than 40 brackets or list dashes inside one another: no reader of YAML need go so far down. */
export function isDeep(yaml: string): boolean {
  let open = 0;
  for (const letter of yaml) {
    if (letter === "[" || letter === "{") open += 1;
    if (letter === "]" || letter === "}") open -= 1;
    if (open > 40) return true;
  }
  return /(?:[-?][ \t]+){40}/.test(yaml);
}
