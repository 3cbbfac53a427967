import type { Locator, Page } from 'playwright-core';

/** The comparison as a person meets it. */
export class ComparePage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The name at the head of a row, which takes the focus. */
  row(name: string): Locator {
    return this.#page.getByRole('button', { name, exact: true });
  }

  /** What is said of the row pointed at. */
  get sentence(): Locator {
    return this.#page.locator('.compare-sentence');
  }

  /** The names of the rows, from the top. */
  async rowsInOrder(): Promise<string[]> {
    return this.#page.locator('.compare-row').allTextContents();
  }

  async over(what: 'År' | 'Enheter'): Promise<void> {
    await this.#page.getByRole('radiogroup', { name: 'Jämför' }).getByText(what, { exact: true }).click();
  }

  async showAs(what: 'Tabell' | 'Sida vid sida'): Promise<void> {
    await this.#page.getByRole('radiogroup', { name: 'Visa som' }).getByText(what, { exact: true }).click();
  }

  async filter(name: string | RegExp): Promise<void> {
    await this.#page.getByRole('combobox', { name: 'Mätpunkter som visas' }).click();
    await this.#page.getByRole('option', { name }).click();
  }

  /** Sorts by the head of a column. */
  async sortBy(name: string): Promise<void> {
    await this.#page.getByRole('columnheader', { name }).getByRole('button').click();
  }
}
