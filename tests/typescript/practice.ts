// A practice of the worker's own, over /api/test: docs/testing.md.
import { test as base, expect, type BrowserContext, type Page } from "@playwright/test";

type Adjustment = { group: string; reason: string; amount: string };
type Told = Record<string, unknown>;

export class Practice {
  constructor(private context: BrowserContext, private name: string) {}

  async post(what: string, told: Told = {}) {
    const answer = await this.context.request.post(`/api/test/${what}`, { data: { practice: this.name, ...told } });
    expect(answer.ok(), await answer.text()).toBeTruthy();
    return answer.json();
  }

  async get(what: string) {
    const answer = await this.context.request.get(`/api/test/${what}`, { params: { practice: this.name } });
    expect(answer.ok(), await answer.text()).toBeTruthy();
    return answer.json();
  }

  reset = (scenario: string) => this.post("reset", { scenario });

  answer = (claim: string, adjustments: Adjustment[], told: Told = {}) =>
    this.post("answer", { claims: [{ claim, adjustments }], ...told });
}

export const COINSURED: Adjustment[] = [
  { group: "CO", reason: "45", amount: "44.00" },
  { group: "PR", reason: "2", amount: "23.20" },
];

export const test = base.extend<{ practice: Practice }>({
  practice: async ({ context }, use, { parallelIndex }) => {
    await use(new Practice(context, `worker-${parallelIndex}`));
  },
});

export async function open(page: Page, address: string) {
  await page.goto(address);
  await page.locator("html[data-ready=true] main[aria-busy=false]").waitFor();
}

export { expect };
