import { prefixed } from "./prefix.js";

/** What somebody reads in the browser who wanted to install the app; words between back-ticks are to be typed. */
export type Page = {
  /** Of the HTTP response. */
  readonly status: number;
  readonly title: string;
  readonly words: readonly string[];
  readonly link?: { readonly words: string; readonly url: string };
};

export function installedPage(about: {
  readonly team: string | undefined;
  readonly name: string | undefined;
  readonly app: string | undefined;
  readonly prefix: string;
}): Page {
  const { team = "", name = "your workspace", app = "" } = about;
  const daily = prefixed("/daily", about.prefix);
  const place = new URLSearchParams({ app, team });
  return {
    status: 200,
    title: `Cuecard is in ${name}`,
    words: [
      `Go to the channel for the questions. Type \`/invite @Cuecard\` there, then \`${daily} set 09:00 Europe/Berlin mon-fri\` with your own time and zone. The first question comes at the next hour that fits.`,
      "If Cuecard was here before, everything is as it was: invite it into its channels again, and the questions go on.",
    ],
    link: { words: "Open Cuecard in Slack", url: `https://slack.com/app_redirect?${place}` },
  };
}

export function notServedPage(name: string): Page {
  return {
    status: 403,
    title: `This Cuecard does not serve ${name}`,
    words: [
      "It serves only the workspaces that the people who run it have named, so it was taken out of yours again. Nothing of your workspace was kept.",
      "If that is a mistake, ask whoever gave you the link to add your workspace; then open the link again.",
    ],
  };
}

const anew = { words: "Begin again", url: "install" };

/** `again`: it came too late, twice, or to another browser; `settings`: those of the bot are wrong; `ours`: anything else. */
export const pages = {
  orgWide: {
    status: 403,
    title: "Cuecard serves single workspaces only",
    words: [
      "It cannot be installed for a whole Enterprise Grid organisation. Nothing was kept.",
      "Begin again and choose one workspace in the list at the top right of Slack’s page. If your organisation has the app already, ask an administrator to take it out first.",
    ],
    link: anew,
  },
  rotated: {
    status: 403,
    title: "This app’s tokens run out",
    words: [
      "Nothing was installed: Cuecard does not serve tokens that run out every few hours. Whoever runs it makes the app anew from `npx cuecard manifest slack`, with token rotation left off.",
    ],
  },
  refused: {
    status: 200,
    title: "Nothing was installed",
    words: [
      "You said no, and that is fine: nothing was kept.",
      "If it was your workspace that said no, ask one of its admins to approve the app.",
    ],
    link: anew,
  },
  again: {
    status: 400,
    title: "This page has had its time",
    words: [
      "Nothing was installed. Slack’s answer is good once, for ten minutes, in the browser where you began.",
    ],
    link: anew,
  },
  settings: {
    status: 500,
    title: "Cuecard is not set up yet",
    words: [
      "Nothing was installed. Slack does not know this Cuecard by the client id and secret that it gave: whoever runs it has to look at `SLACK_CLIENT_ID`, `SLACK_CLIENT_SECRET` and the app’s redirect URL.",
    ],
  },
  slack: {
    status: 502,
    title: "Slack cannot be reached",
    words: ["Nothing was installed. Try again in a few minutes."],
    link: anew,
  },
  ours: {
    status: 500,
    title: "That did not work",
    words: ["The installation could not be saved. Try again; if it goes on, tell whoever runs this Cuecard."],
    link: anew,
  },
} as const satisfies Readonly<Record<string, Page>>;
