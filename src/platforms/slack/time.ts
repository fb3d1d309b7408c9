/** `10 March 2026 at 09:00`, by each reader's own clock. */
export const dateForm = "{date_short_pretty} at {time}";

/** The same for mrkdwn. */
export function dateMark(at: Date): string {
  return `<!date^${Math.floor(at.getTime() / 1000)}^${dateForm}|${inWords(at)}>`;
}

/** Where no reader's zone is known: `10 Mar 2026, 08:00 UTC`. */
export function inWords(at: Date): string {
  return `${form.format(at)} UTC`;
}

const form = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "UTC",
});
