import type { Locator, Page } from 'playwright-core';

/** The data screen as a person meets it. */
export class DataPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Opens a part of the screen by its tab. */
  async part(name: string): Promise<void> {
    await this.#page.getByRole('tab', { name, exact: true }).click();
  }

  /** A row of the table of units. */
  unit(name: string): Locator {
    return this.#page.getByRole('rowheader', { name, exact: true });
  }

  /** Counts the unit that is open at the side as another. */
  async mergeInto(name: string): Promise<void> {
    const field = this.#page.getByRole('combobox', { name: 'Räkna den som' });
    await field.click();
    await field.fill(name);
    await this.#page.getByRole('option', { name, exact: true }).click();
    await this.#page.getByRole('button', { name: 'Slå ihop', exact: true }).click();
  }

  async undo(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Ångra', exact: true }).click();
  }

  /** Chooses what the municipality's own counts are saved as. */
  async countsAs(name: string): Promise<void> {
    await this.#page.getByRole('combobox', { name: 'Som', exact: true }).click();
    await this.#page.getByRole('option', { name, exact: true }).click();
  }

  async saveCounts(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Spara', exact: true }).click();
  }
}
