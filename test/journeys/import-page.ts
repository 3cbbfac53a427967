import type { Locator, Page } from 'playwright-core';

/** The import screen as a person meets it. */
export class ImportPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** From the samples to a workspace of one's own, which opens on the import. */
  async startOwn(organisation: string): Promise<void> {
    await this.#page.getByRole('button', { name: 'Börja med egna data' }).click();
    await this.#page.getByLabel('Organisation').fill(organisation);
    await this.#page.getByRole('button', { name: 'Skapa arbetsytan' }).click();
    await this.#page.getByText('Släpp Excel- eller CSV-filer').waitFor();
  }

  async handIn(...files: readonly string[]): Promise<void> {
    await this.#page
      .locator('input[type="file"]')
      .first()
      .setInputFiles([...files]);
  }

  /** A file in the list at the left. */
  file(name: string): Locator {
    return this.#page.getByRole('listitem').filter({ hasText: name });
  }

  async choose(name: string): Promise<void> {
    await this.file(name).getByRole('button').first().click();
  }

  /** Answers the question at the side, with the option given or as proposed. */
  async answer(option?: string | RegExp): Promise<void> {
    const question = this.#page.getByRole('complementary', { name: 'Fråga om filen' });
    if (option !== undefined) await question.getByRole('radio', { name: option }).check();
    await question.getByRole('button', { name: /^Bekräfta/ }).click();
  }

  /** Says what a column means, on its head. */
  async setMeaning(column: string, meaning: string): Promise<void> {
    const head = this.#page.getByRole('combobox', { name: `Vad kolumn ${column} betyder` });
    await head.click();
    await head.fill(meaning);
    await this.#page.getByRole('option', { name: meaning, exact: true }).click();
  }

  cell(name: string): Locator {
    return this.#page.locator(`[data-cell="${name}"]`);
  }

  get store(): Locator {
    return this.#page.getByRole('button', { name: /^Läs in \d/ });
  }

  /** Stores what has been handed in, and waits until it is told. */
  async storeAll(): Promise<void> {
    await this.store.click();
    await this.#page.getByText(/är inlästa för|Inläst för/).waitFor();
  }
}
