import type { Locator, Page } from 'playwright-core';

/** The categories as a person meets them. */
export class CategoriesPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** A dimension, category or item in the tree. */
  part(name: string): Locator {
    return this.#page.getByRole('treeitem', { name: new RegExp(`^${name}`) });
  }

  get chosenPart(): Locator {
    return this.#page.getByRole('treeitem', { selected: true });
  }

  /** What is told of the chosen part, by its name. */
  panel(name: string): Locator {
    return this.#page.getByRole('complementary', { name, exact: true });
  }

  /** Whose bars are shown. */
  async barsFor(what: 'År' | 'Enheter' | 'År och enheter'): Promise<void> {
    await this.#page
      .getByRole('radiogroup', { name: 'Staplar för' })
      .getByText(what, { exact: true })
      .click();
  }

  async order(name: string): Promise<void> {
    await this.#page.getByRole('combobox', { name: 'Ordning' }).click();
    await this.#page.getByRole('option', { name, exact: true }).click();
  }

  async unit(name: string): Promise<void> {
    await this.#page.getByRole('combobox', { name: 'Enhet', exact: true }).click();
    await this.#page.getByRole('option', { name, exact: true }).click();
  }

  /** The names in the panel's list of items, from the top. */
  async itemsInOrder(name: string): Promise<string[]> {
    return this.panel(name).locator('.categories-item').allTextContents();
  }
}
