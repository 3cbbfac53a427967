import type { Locator, Page } from 'playwright-core';

/** The Rapport screen as a person uses it. */
export class ReportPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get list(): Locator {
    return this.page.getByRole('navigation', { name: 'Avsnitt' });
  }

  get ownText(): Locator {
    return this.page.getByRole('textbox', { name: 'Din text' });
  }

  /** The page that is shown, by what stands on it for those who do not see it. */
  shownPage(section: string): Locator {
    return this.page.getByRole('img', { name: new RegExp(`^Sida \\d+ av \\d+: ${section}$`) });
  }

  async openSection(heading: string): Promise<void> {
    await this.list.getByRole('button', { name: heading, exact: true }).click();
    await this.page.getByRole('heading', { name: heading, level: 2 }).waitFor();
  }

  include(heading: string): Locator {
    return this.page.getByRole('switch', { name: `Ta med ${heading}`, exact: true });
  }

  /** Headings in the order that they stand. */
  async headings(): Promise<string[]> {
    return this.list.locator('.report-section-name').allTextContents();
  }

  /** Puts a number into the own text where the caret stands. */
  async insertNumber(search: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Infoga siffra' }).click();
    await this.page.getByRole('textbox', { name: 'Sök siffra' }).fill(search);
    await this.page.getByRole('option').first().waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Drops a file on the window. */
  async drop(fileName: string, bytes: Uint8Array): Promise<void> {
    const file = JSON.stringify({ name: fileName, base64: Buffer.from(bytes).toString('base64') });
    // As text: what it names is the page's.
    const dataTransfer = await this.page.evaluateHandle(`(({ name, base64 }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name));
      return transfer;
    })(${file})`);
    await this.page.dispatchEvent('body', 'drop', { dataTransfer });
  }

  async export(format: 'PDF' | 'Word' | 'PowerPoint' | 'Webbsida (HTML)'): Promise<void> {
    await this.page.getByRole('button', { name: 'Exportera' }).click();
    await this.page.getByRole('menuitem', { name: format, exact: true }).click();
    await this.page.getByText('Sparad:').first().waitFor();
  }
}
