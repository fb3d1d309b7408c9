import type { FakeSlack } from "../../fakes/slack/slack.js";
import type { Workspace } from "../../fakes/slack/workspace.js";

export type Page = {
  readonly status: number;
  readonly text: string;
  /** Where it leads; empty where it stays. */
  readonly location: string;
  readonly cookie: string;
  readonly headers: Headers;
};

/** Somebody’s browser, without its window: cookies are handed on by hand, as the test wants them. */
export type Browser = {
  visit(address: string, cookie?: string): Promise<Page>;
  /** Sets out; gives Slack’s page of consent, and the cookie that the way back needs. */
  setOut(): Promise<Page>;
  /** The whole way; the page at its end. */
  install(workspace: Workspace): Promise<Page>;
  /** All that was shown. */
  readonly pages: readonly string[];
};

export function openBrowser(slack: FakeSlack, origin: string): Browser {
  const pages: string[] = [];
  const visit = async (address: string, cookie = ""): Promise<Page> => {
    const headers = cookie === "" ? {} : { cookie };
    const response = await fetch(new URL(address, origin), { redirect: "manual", headers });
    const text = await response.text();
    pages.push(text, [...response.headers].join("\n"));
    const given = response.headers.get("set-cookie")?.split(";")[0] ?? "";
    const location = response.headers.get("location") ?? "";
    return { status: response.status, text, location, cookie: given, headers: response.headers };
  };
  const setOut = () => visit("/slack/install");
  return {
    ...{ visit, setOut, pages },
    install: async (workspace) => {
      const { location, cookie } = await setOut();
      return await visit(slack.approves(location, workspace), cookie);
    },
  };
}
