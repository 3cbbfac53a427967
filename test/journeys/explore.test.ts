import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Journey } from './journey.ts';
import { startJourney } from './journey.ts';

let journey: Journey;

beforeAll(async () => {
  journey = await startJourney({ size: { width: 1600, height: 1000 } });
  await journey.heading('Översikt').waitFor();
});

afterAll(async () => {
  await journey.close();
});

describe('an analyst with the samples', () => {
  it('sees the published 42 % at once, last year beside it', async () => {
    const main = journey.page.locator('main');
    await main.getByText('287 av 529 svarade', { exact: false }).first().waitFor();
    const words = await main.innerText();
    expect(words).toMatch(/42\s*%/);
    expect(words).toMatch(/44\s%/);
    expect(words).toContain('ryms inom osäkerheten');
  });

  it('follows a förvaltning in the quadrant over three years', async () => {
    await journey.open('Kvadrant');
    await journey.settled();
    const name = 'Social- och omsorgsförvaltningen';
    await journey.page.getByRole('button', { name, exact: true }).click();
    const panel = journey.page.getByRole('region', { name });
    await panel.waitFor();
    const heads = await panel.getByRole('columnheader').allInnerTexts();
    expect(heads.slice(1, 4)).toEqual(['2020', '2021', '2022']);
    expect(await panel.innerText()).toContain('70 av 94 svarade');
    await journey.page.keyboard.press('ArrowDown');
    await journey.page
      .getByRole('region', { name: 'Utbildnings- och arbetsmarknadsförvaltningen' })
      .waitFor();
  });

  it('says of a hidden unit that it is hidden, and why', async () => {
    const row = journey.page.getByRole('row').filter({ hasText: 'LKDATA' });
    expect(await row.innerText()).toContain('..');
    await journey.page.getByText(/visas inte:.*LKDATA/).waitFor();
  });

  it('makes a conclusion of a fallen item, finds it among the conclusions, and takes it back', async () => {
    await journey.open('Prioriteringar');
    await journey.settled();
    await journey.page.getByRole('button', { name: 'Nyttorealisering', exact: true }).click();
    await journey.page
      .getByText('Medelvärdet har fallit från 2,9 till 2,6', { exact: false })
      .first()
      .waitFor();
    await journey.page.getByRole('button', { name: 'Gör slutsats', exact: true }).click();
    await journey.page.getByRole('button', { name: 'Öppna slutsats 1' }).click();
    await journey.heading('Slutsatser').waitFor();
    expect(await journey.page.getByLabel('Rubrik').inputValue()).toBe('Nyttorealisering');
    await journey.page.keyboard.press('Control+z');
    await journey.heading('Borttagna').waitFor();
    expect(await journey.page.getByRole('button', { name: 'Ta tillbaka' }).count()).toBe(1);
  });

  it("follows up last year's conclusion, decides on it, and takes the decision back", async () => {
    await journey.page.getByText(/^Uppföljning \(3\)/).click();
    await journey.heading('Balansen mellan effektivitet och innovation behöver bli tydligare').waitFor();
    const decision = journey.page.getByRole('radiogroup', { name: /Beslut om Balansen/ });
    await decision.getByText('Kvarstår').click();
    await journey.page.getByText('Två väntar på beslut', { exact: false }).waitFor();
    await journey.page.keyboard.press('Control+z');
    await journey.page.getByText('Tre väntar på beslut', { exact: false }).waitFor();
  });

  it('links a question of the employee survey to an item and sees both side by side', async () => {
    await journey.open('Medarbetare');
    await journey.settled();
    await journey.page.getByRole('button', { name: 'Redigera länkar' }).click();
    const dialog = journey.page.getByRole('dialog');
    await dialog
      .getByRole('button', {
        name: 'Bekräfta Tänker digitalt först i verksamhetsutveckling till Digitalt först',
      })
      .click();
    await journey.page.keyboard.press('Escape');
    const row = journey.page.getByRole('row').filter({ hasText: 'Tänker digitalt först' });
    await row.waitFor();
    // The published index of 2022.
    expect(await row.getByRole('img').first().getAttribute('aria-label')).toContain('Medarbetare 33');
  });

  it('changes years and measure, and the choice follows through all screens', async () => {
    await journey.page.getByRole('button', { name: /2020/ }).first().click();
    await journey.page.getByText('Medel', { exact: true }).first().click();
    await journey.open('Jämför');
    await journey.settled();
    const heads = await journey.page.locator('main thead').first().innerText();
    expect(heads).not.toContain('2020');
    expect(heads).toContain('2021');
    const row = journey.page.getByRole('row').filter({ hasText: 'Nyttokontroll' }).first();
    expect(await row.innerText()).toContain('2,6');
  });

  it('keeps what is looked at as a view, and comes back to it from elsewhere', async () => {
    await journey.page.getByRole('button', { name: 'Vyer' }).click();
    await journey.page.getByRole('menuitem', { name: 'Spara som vy' }).click();
    await journey.page.getByLabel('Vad ska vyn heta?').fill('Två år i medel');
    await journey.page.keyboard.press('Enter');
    const menu = journey.page.getByRole('button', { name: 'Två år i medel' });
    await menu.waitFor();
    await journey.page.getByText('Procent', { exact: true }).first().click();
    await journey.open('Översikt');
    await journey.page.getByRole('button', { name: 'Vyer' }).click();
    await journey.page.getByRole('menuitem', { name: 'Två år i medel' }).first().click();
    await journey.heading('Jämför').waitFor();
    await menu.waitFor();
  });

  it('finds an item by name with Ctrl+K', async () => {
    await journey.page.keyboard.press('Control+k');
    await journey.page.getByRole('dialog').getByRole('combobox').fill('skugg');
    await journey.page
      .getByRole('option', { name: /Skugg-IT/ })
      .first()
      .waitFor();
    await journey.page.keyboard.press('Enter');
    await journey.heading('Kategorier').waitFor();
    await journey.page.getByRole('heading', { name: 'Skugg-IT' }).first().waitFor();
  });

  it('finds everything there when the program is started again', async () => {
    const { home } = journey;
    await journey.close({ keepHome: true });
    journey = await startJourney({ home, size: { width: 1600, height: 1000 } });
    await journey.open('Medarbetare');
    await journey.page.getByRole('row').filter({ hasText: 'Tänker digitalt först' }).waitFor();
    expect(journey.faults).toEqual([]);
  });
});
